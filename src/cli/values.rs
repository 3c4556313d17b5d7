//! `values`: the numbers of one indicator.

use std::collections::BTreeSet;
use std::io::{self, Write};

use clap::ArgMatches;
use clap::parser::ValueSource;

use crate::base::{Date, Level};
use crate::data::{Atlas, AtlasError, Condition, Indicator, Kind, Method, PublishedRow, Reference, Table};
use crate::document::MapSpec;
use crate::export::table::{self, Label};
use crate::figure::{HypothesisWords, Remark, reference_phrase, unit_made};
use crate::i18n::{Lang, texts};
use crate::io::Bundle;
use crate::io::custom_territory::lacking_names;

use super::error::CliError;
use super::typed_formula;

/// Prints the requested table.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let json = text(matches, "format") == "json";
    let id = text(matches, "indicator");
    let caption = bundle.atlas.caption(id).map_err(|e| CliError::from_atlas(&e, lang))?;
    let source = lang.stated(lang.pick(caption.source));
    if bundle.atlas.published(text(matches, "indicator")).is_some() {
        let rows = published(matches, &bundle.atlas, lang)?;
        let label = Label { indicator: id, unit: lang.pick(caption.unit), source, what_if: None };
        return Ok(match json {
            true => table::published_json(&rows, label, |note| lang.pick(note)) + "\n",
            false => table::published_csv(&rows, label, |note| lang.pick(note)),
        });
    }
    let query = map(matches, &bundle.atlas, lang)?.query();
    if query.level == Level::Comuni && query.method != Method::Pooled {
        // Beside the file, which has no place for it.
        let _ = writeln!(io::stderr(), "{}", Remark::MethodOfComuni.text(lang));
    }
    if query.level != Level::Comuni && !caption.kind.has_by(query.method) {
        let why = if caption.kind == Kind::Category { texts::CATEGORIES_NO_SUM } else { texts::STEPS_NO_SUM };
        return Err(CliError::message(lang.text(why).trim_end_matches('.')));
    }
    let mut values = bundle.atlas.compute(&query).map_err(|e| CliError::from_atlas(&e, lang))?;
    if let Some(condition) = matches.get_one::<String>("where") {
        keep_matching(&mut values, condition, bundle, lang)?;
    }
    let unit = unit_made(lang, caption, query.level, query.method);
    let told = bundle.atlas.hypothesis().filter(|_| query.level == Level::Ambiti);
    let told = told.map(|hypothesis| HypothesisWords::of(lang, hypothesis).full);
    let label = Label { indicator: id, unit: &unit, source, what_if: told.as_deref() };
    Ok(if json { table::json(&values, label) + "\n" } else { table::csv(&values, label) })
}

/// Keeps the rows of units that meet a condition, at the date of the table.
fn keep_matching(table: &mut Table, text: &str, bundle: &Bundle, lang: Lang) -> Result<(), CliError> {
    let atlas = &bundle.atlas;
    let condition = Condition::parse(text, atlas, &bundle.sets);
    let condition = condition.map_err(|e| CliError::message(lang.condition_error(&e)))?;
    let matched = condition
        .matching(atlas, table.level, table.date, table.method)
        .map_err(|e| CliError::from_atlas(&e, lang))?;
    // A file has no place to say that some of its rows were picked by values of another year; those of the day before or
    // after are told beside it.
    for (id, date) in &matched.other_dates {
        let indicator = atlas.indicator(id).map_err(|e| CliError::from_atlas(&e, lang))?;
        // A classification holds until the next one.
        let holds = indicator.kind == Kind::Category;
        if !holds && atlas.date_beside(indicator, table.date).is_none() {
            let (indicator, available) = (id.clone(), atlas.stated_dates(indicator));
            let error = AtlasError::NoSuchDate { indicator, date: table.date, available };
            return Err(CliError::from_atlas(&error, lang));
        }
        let name = lang.pick(&indicator.name);
        let stated = |date| reference_phrase(lang, indicator.period.ending(date));
        let dates = [table.date, *date].map(stated);
        // Nobody is left to tell if this fails.
        let _ = writeln!(io::stderr(), "{}", texts::selected_other_date(lang, name, &dates[0], &dates[1]));
    }
    let mut unit = 0..;
    table.rows.retain(|_| unit.next().is_some_and(|unit| matched.units.binary_search(&unit).is_ok()));
    Ok(())
}

/// The published rows for `--indicator`, `--year` and, if given, `--level`.
fn published<'a>(
    matches: &ArgMatches,
    atlas: &'a Atlas,
    lang: Lang,
) -> Result<Vec<PublishedRow<'a>>, CliError> {
    let id = text(matches, "indicator");
    let asked = |name| matches.value_source(name) == Some(ValueSource::CommandLine);
    if asked("where") {
        return Err(CliError::message(texts::cli_conflict(lang, "--where", id)));
    }
    if asked("method") {
        return Err(CliError::message(texts::cli_published_method(lang, id)));
    }
    // The levels of areas larger than ours have no name here: without --level those areas are written with all
    // others.
    let level = published_level(matches, atlas, lang)?;
    let mut rows = atlas.published_values(id).map_err(|e| CliError::from_atlas(&e, lang))?;
    rows.retain(|row| level.is_none_or(|level| row.area.kind.level() == Some(level)));
    if let Some(year) = matches.get_one::<i16>("year").copied() {
        let years: BTreeSet<i16> = rows.iter().map(|row| row.reference.year()).collect();
        if !years.contains(&year) {
            return Err(no_such_year(id, Some(year), years, lang));
        }
        rows.retain(|row| row.reference.year() == year);
    }
    Ok(rows)
}

/// The level of `--level`, if it is given and the published indicator has areas of it. Published values are not
/// recomputed, so `--method` is refused.
pub(crate) fn published_level(
    matches: &ArgMatches,
    atlas: &Atlas,
    lang: Lang,
) -> Result<Option<Level>, CliError> {
    let id = text(matches, "indicator");
    let asked = |name| matches.value_source(name) == Some(ValueSource::CommandLine);
    if asked("method") {
        return Err(CliError::message(texts::cli_published_method(lang, id)));
    }
    let Some(level) = Level::from_id(text(matches, "level")).filter(|_| asked("level")) else {
        return Ok(None);
    };
    let rows = atlas.published_values(id).map_err(|e| CliError::from_atlas(&e, lang))?;
    let levels: BTreeSet<Level> = rows.iter().filter_map(|row| row.area.kind.level()).collect();
    if levels.contains(&level) {
        return Ok(Some(level));
    }
    let levels: Vec<&str> = levels.into_iter().map(Level::id).collect();
    Err(CliError::message(match levels.as_slice() {
        [] => texts::cli_published_no_level(lang, id),
        levels => texts::cli_published_level(lang, id, lang.level(level), levels.join(", ")),
    }))
}

fn no_such_year(id: &str, asked: Option<i16>, years: impl IntoIterator<Item = i16>, lang: Lang) -> CliError {
    let years: Vec<String> = years.into_iter().map(|year| year.to_string()).collect();
    CliError::message(match asked {
        Some(asked) if !years.is_empty() => texts::cli_no_such_year(lang, id, asked, years.join(", ")),
        _ => texts::no_value_at_all(lang, id),
    })
}

/// A text argument whose presence clap guarantees.
pub fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// The map for `--indicator`, `--year`, `--level` and `--method`, with the window's defaults for the rest.
pub fn map(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<MapSpec, CliError> {
    let (id, date) = indicator_at(matches, atlas, lang)?;
    let id = id.as_str();
    let spec = MapSpec::new(id, date);
    let level = level(matches, atlas, &[id], lang)?;
    let method = Method::from_id(text(matches, "method")).unwrap_or(spec.method);
    let known = atlas.known_together([id]);
    if known != Level::Comuni && method != Method::Pooled {
        return Err(CliError::message(texts::cli_method_of_comuni(lang, id, lang.one_of_level(known))));
    }
    Ok(MapSpec { level, method, lang, ..spec })
}

/// The indicator for `--indicator`, by default that of the first map, and its date for `--year`.
pub fn indicator_at(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<(String, Date), CliError> {
    let opening = MapSpec::first(atlas);
    let opening = opening.as_ref().map(|map| map.indicator.as_str());
    let typed = typed_formula::first(matches);
    let asked = matches.get_one::<String>("indicator").or(typed.as_ref()).map(String::as_str);
    let id = asked.or(opening).unwrap_or_default();
    let indicator = atlas.indicator(id).map_err(|e| CliError::from_atlas(&e, lang))?;
    Ok((id.to_owned(), date(atlas, indicator, matches.get_one::<i16>("year").copied(), lang)?))
}

/// `--level`, or without it the finest level at which all these indicators have values.
///
/// # Errors
/// A level below that of their values.
pub fn level(matches: &ArgMatches, atlas: &Atlas, ids: &[&str], lang: Lang) -> Result<Level, CliError> {
    let known = atlas.known_together(ids.iter().copied());
    if matches.value_source("level") != Some(ValueSource::CommandLine) {
        return Ok(known);
    }
    let level = Level::from_id(text(matches, "level")).unwrap_or(known);
    if level >= known {
        return Ok(level);
    }
    let at = |id: &&&str| atlas.known_together([**id]) == known;
    let id = ids.iter().find(at).copied().unwrap_or_default();
    Err(CliError::message(texts::cli_known_only_at(lang, id, lang.one_of_level(known), known.id())))
}

/// The date in this year; without a year, the default one. In a year with several dates, the latest one.
pub fn date(atlas: &Atlas, indicator: &Indicator, year: Option<i16>, lang: Lang) -> Result<Date, CliError> {
    if let Some(error) = atlas.elsewhere(indicator) {
        return Err(match lacking_names(&atlas.territories) {
            Some(names) => CliError::message(texts::no_value_lacking(lang, &indicator.id, names)),
            None => CliError::from_atlas(&error, lang),
        });
    }
    let dates = atlas.dates(indicator);
    let date = match year {
        None => atlas.usual_date(indicator),
        Some(year) => dates.iter().rev().find(|date| date.year() == year).copied(),
    };
    date.ok_or_else(|| {
        let lacking = atlas.dates_without_weight(indicator);
        let lacking = lacking.into_iter().rev().find(|date| year.is_none_or(|year| date.year() == year));
        match (lacking, &indicator.weight) {
            (Some(date), Some(weight)) => {
                let (indicator, weight) = (indicator.id.clone(), weight.name.clone());
                CliError::from_atlas(&AtlasError::NoWeight { indicator, date, weight }, lang)
            }
            _ => no_such_year(&indicator.id, year, dates.iter().map(|d| d.year()), lang),
        }
    })
}

/// The reference of an indicator, computed or as published, in this year; without a year, the default one or, if as
/// published, the latest.
pub fn reference(
    atlas: &Atlas,
    indicator: &str,
    year: Option<i16>,
    lang: Lang,
) -> Result<Reference, CliError> {
    if let Some(error) = atlas.catalogue.get(indicator).and_then(|known| atlas.elsewhere(known)) {
        return Err(CliError::from_atlas(&error, lang));
    }
    let references = atlas.references(indicator).map_err(|e| CliError::from_atlas(&e, lang))?;
    let usual =
        atlas.catalogue.get(indicator).filter(|_| year.is_none()).and_then(|own| atlas.usual_date(own));
    let in_year = || references.iter().rev().find(|at| year.is_none_or(|y| at.year() == y)).copied();
    let found = usual.map(Reference::from).or_else(in_year);
    found.ok_or_else(|| no_such_year(indicator, year, references.iter().map(|at| at.year()), lang))
}
