//! `stats forecast`: residents by age in the coming years, or a series continued.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};

use crate::analysis::{Continued, Growth, HORIZON, Projected, runs};
use crate::base::{Code, Level};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::{date, text};
use crate::data::{Atlas, Method, Query};
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::forecast::{Holt, damped_holt};

use super::numbers::columns;
use super::table::{About, csv, printed};

pub fn command(b: &Builder) -> Command {
    b.sub("forecast", t::HELP_STATS_FORECAST)
        .arg(b.value("territory", "CODE", t::HELP_FORECAST_TERRITORY))
        .arg(b.value("indicator", "ID", t::HELP_FORECAST_INDICATOR))
        .arg(
            b.value("years", "N", t::HELP_FORECAST_YEARS)
                .value_parser(value_parser!(u8).range(1..=HORIZON as i64))
                .default_value("10")
                .hide_default_value(true),
        )
        .arg(b.flag("by-age", t::HELP_FORECAST_BY_AGE).conflicts_with_all(["indicator", "csv"]))
        .arg(csv(b, &["column"], &["indicator", "territory"]))
        .arg(b.value("column", "C", t::HELP_COLUMN).requires("csv"))
        .arg(b.json())
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let years = matches.get_one::<u8>("years").copied().map_or(HORIZON, usize::from);
    if let Some(file) = matches.get_one::<PathBuf>("csv") {
        let name = text(matches, "column");
        let [column] = columns(file, [name], lang)?;
        let values: Vec<f64> = column.iter().flatten().copied().collect();
        if values.len() < column.len() {
            return Err(CliError::message(lang.text(t::STATS_SERIES_GAP)));
        }
        // Values that never went below zero are taken for what cannot.
        let floor = values.iter().all(|value| *value >= 0.0).then_some(0.0);
        return continued(&values, None, floor, About::file(&[name]), years, matches, lang);
    }
    let atlas = &bundle()?.atlas;
    let (level, unit) = territory(matches, atlas, lang)?;
    match matches.get_one::<String>("indicator") {
        None => residents(matches, atlas, level, unit, years, lang),
        Some(id) => {
            let indicator = atlas.indicator(id).map_err(|e| CliError::from_atlas(&e, lang))?;
            if indicator.kind.has_steps() {
                let name = lang.pick(&indicator.name);
                return Err(CliError::message(lang.no_counts(name, crate::analysis::NoCounts::Steps)));
            }
            let date = date(atlas, indicator, None, lang)?;
            let query = Query { indicator: id.clone(), date, level, method: Method::Pooled };
            let found = runs(atlas, &query).map_err(|e| CliError::from_atlas(&e, lang))?;
            let run = &found[unit];
            let mut about = About::indicator(atlas, &query, lang)?;
            about.lines.insert(1, atlas.territories.units(level)[unit].name.clone());
            let floor = (!indicator.may_be_negative()).then_some(0.0);
            let last = run.years().last().copied();
            continued(&run.values, last, floor, about, years, matches, lang)
        }
    }
}

fn territory(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<(Level, usize), CliError> {
    match matches.get_one::<String>("territory") {
        None => Ok((Level::Ats, 0)),
        Some(typed) => {
            let unknown = || CliError::message(t::cli_unknown_territory(lang, typed));
            atlas.territories.find(&Code::from(typed.as_str())).ok_or_else(unknown)
        }
    }
}

/// A series continued by damped Holt smoothing.
fn continued(
    values: &[f64],
    last: Option<f64>,
    floor: Option<f64>,
    about: About,
    years: usize,
    matches: &ArgMatches,
    lang: Lang,
) -> Result<String, CliError> {
    let horizon = Continued::horizon(values.len(), years);
    let found =
        damped_holt(values, horizon, floor).map_err(|error| CliError::message(lang.series_error(error)))?;
    let when = |i: usize| last.map_or(i as f64 + 1.0, |last| last + i as f64 + 1.0);
    if matches.get_flag("json") {
        let mut out = about.json;
        out.insert("method".to_owned(), json!("damped_holt"));
        out.insert("n".to_owned(), json!(values.len()));
        for (name, x) in
            [("alpha", found.alpha), ("beta", found.beta), ("phi", found.phi), ("sse", found.squares)]
        {
            out.insert(name.to_owned(), json!(x));
        }
        out.insert("back_test_mae".to_owned(), json!(found.back_test));
        out.insert("back_tested".to_owned(), json!(found.back_tested));
        out.insert("floored".to_owned(), json!(found.floored));
        let rows = found.values.iter().zip(&found.intervals).enumerate().map(|(i, (value, of))| {
            json!({ "time": when(i), "value": value, "lower_80": of.lower, "upper_80": of.upper })
        });
        out.insert("forecast".to_owned(), rows.collect());
        return Ok(printed(out));
    }
    let number = |x: f64| i18n::significant(lang, x, 4);
    let mut lines = about.lines;
    for (i, (value, of)) in found.values.iter().zip(&found.intervals).enumerate() {
        let when = i18n::plain_number(lang, when(i));
        lines.push(t::stats_future(lang, when, number(*value), number(of.lower), number(of.upper)));
    }
    let Holt { back_test, back_tested, floored, .. } = found;
    lines.push(t::stats_back_test(lang, i18n::number(lang, back_tested as f64, 0), number(back_test)));
    if floored {
        lines.push(lang.text(t::STATS_FLOORED).to_owned());
    }
    lines.push(lang.text(t::STATS_HOLT_NOTE).to_owned());
    Ok(lines.join("\n") + "\n")
}

/// Residents by age.
fn residents(
    matches: &ArgMatches,
    atlas: &Atlas,
    level: Level,
    unit: usize,
    years: usize,
    lang: Lang,
) -> Result<String, CliError> {
    let projected =
        Projected::new(atlas, years).map_err(|error| CliError::message(lang.future_error(&error)))?;
    let unit = &atlas.territories.units(level)[unit];
    let test = &projected.back_test;
    let tried_at =
        if level == Level::Comuni && unit.members.len() == 1 { Level::Comuni } else { Level::Ambiti };
    if matches.get_flag("json") {
        let mut out = Map::new();
        out.insert("method".to_owned(), json!("hamilton_perry"));
        out.insert("code".to_owned(), json!(unit.code.to_string()));
        out.insert("name".to_owned(), json!(unit.name));
        out.insert("ratios_from".to_owned(), json!(projected.pair.map(|date| date.to_string())));
        out.insert("scaled_to_final_count".to_owned(), json!(projected.scaled));
        out.insert("datasets".to_owned(), json!(projected.datasets));
        let tests = Growth::SHOWN.iter().filter(|growth| growth.is_tried()).map(|growth| {
            let [mean, absolute, held] = test.summary(*growth, tried_at);
            json!({ "measure": growth.id(), "mean_error": mean, "mean_absolute_error": absolute, "q80": held })
        });
        out.insert(
            "back_test".to_owned(),
            json!({ "date": test.date.to_string(), "years": test.years, "level": tried_at.id(), "errors": tests.collect::<Vec<_>>() }),
        );
        let measures = Growth::SHOWN.iter().map(|growth| {
            let points = projected.growth(&unit.members, *growth);
            let points = points.into_iter().map(|(date, value, of)| {
                json!({ "date": date.to_string(), "value": value, "lower_80": of.map(|of| of[0]), "upper_80": of.map(|of| of[1]) })
            });
            json!({ "measure": growth.id(), "points": points.collect::<Vec<_>>() })
        });
        out.insert("measures".to_owned(), measures.collect());
        if matches.get_flag("by-age") {
            let ages = projected.of(&unit.members).into_iter().map(|future| {
                let [males, females] = future.residents;
                json!({ "date": future.date.to_string(), "males": males, "females": females })
            });
            out.insert("by_age".to_owned(), ages.collect());
        }
        return Ok(format!("{:#}\n", Value::Object(out)));
    }
    let mut lines = vec![t::stats_forecast_title(lang, &unit.name)];
    for growth in Growth::SHOWN {
        let points = projected.growth(&unit.members, growth);
        let (Some((first, now, _)), Some((last, then, Some([lower, upper])))) =
            (points.first(), points.last())
        else {
            continue;
        };
        let decimals = if growth.is_count() { 0 } else { 1 };
        let number = |x: f64| i18n::number(lang, x, decimals);
        let [from, to] = [first, last].map(|date| date.year());
        let name = lang.growth(growth);
        lines.push(t::stats_forecast_line(
            lang,
            name,
            number(*now),
            from,
            number(*then),
            to,
            number(*lower),
            number(*upper),
        ));
    }
    lines.extend(lang.forecast_sentences(&projected, tried_at));
    Ok(lines.join("\n") + "\n")
}
