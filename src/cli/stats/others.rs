//! `stats others`: an indicator in the other ATS, in Lombardia, in Italia and in the large Comuni of the region, beside ours.

use clap::{ArgMatches, Command};
use serde_json::json;

use crate::analysis::others;
use crate::base::{Code, Level};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::codes;
use crate::cli::values::{date, text};
use crate::data::{Atlas, Caption, Method, Query, Row};
use crate::figure::reading::elsewhere as told;
use crate::figure::wording::told_name;
use crate::figure::{quality, reference_name, value_text};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

pub fn command(b: &Builder) -> Command {
    b.sub("others", t::HELP_OTHERS)
        .arg(b.value("indicator", "ID", t::HELP_FIGURE_INDICATOR).required(true))
        .arg(b.value("territory", "CODE", t::HELP_OTHERS_TERRITORY))
        .arg(b.year())
        .arg(b.json())
}

/// Ours: the selected territories and the ATS, with their levels.
fn ours(codes: &[Code], query: &Query, atlas: &Atlas, lang: Lang) -> Result<Vec<(Level, Row)>, CliError> {
    let mut all = Vec::new();
    for code in codes {
        let unknown = || CliError::message(t::cli_unknown_territory(lang, code));
        let (level, unit) = atlas.territories.find(code).ok_or_else(unknown)?;
        all.push((level, unit));
    }
    if atlas.territories.units(Level::Ats).len() == 1 && !all.contains(&(Level::Ats, 0)) {
        all.push((Level::Ats, 0));
    }
    let row = |(level, unit): (Level, usize)| {
        let table = atlas.compute(&Query { level, ..query.clone() });
        let table = table.map_err(|error| CliError::from_atlas(&error, lang))?;
        Ok(table.rows.into_iter().nth(unit).map(|row| (level, row)))
    };
    let rows: Result<Vec<_>, CliError> = all.into_iter().map(row).collect();
    Ok(rows?.into_iter().flatten().collect())
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let bundle = bundle()?;
    let atlas = &bundle.atlas;
    let id = text(matches, "indicator");
    let indicator = atlas.indicator(id).map_err(|error| CliError::from_atlas(&error, lang))?;
    let date = date(atlas, indicator, matches.get_one::<i16>("year").copied(), lang)?;
    let query = Query { indicator: id.to_owned(), date, level: Level::Ats, method: Method::Pooled };
    let ours = ours(&codes(matches, &bundle), &query, atlas, lang)?;
    let elsewhere = others(atlas, id, date).map_err(|error| CliError::from_atlas(&error, lang))?;
    let caption = Caption::from(indicator);
    if matches.get_flag("json") {
        let own = ours.iter().map(|(level, row)| {
            json!({ "code": row.code.as_str(), "name": row.name, "level": level.id(), "value": row.value.ok(), "date": date.to_string() })
        });
        let others = elsewhere.iter().map(|other| {
            json!({
                "code": other.code.as_str(), "name": other.name, "kind": other.kind.id(), "value": other.value,
                "at": other.at.to_string(), "quality": other.quality.id(), "published": other.published,
            })
        });
        let own: Vec<_> = own.collect();
        let others: Vec<_> = others.collect();
        return Ok(format!("{:#}\n", json!({ "indicator": id, "ours": own, "elsewhere": others })));
    }
    let mut lines = vec![format!("{}, {}", lang.pick(&indicator.name), lang.pick(&indicator.unit))];
    for (level, row) in &ours {
        let when = quality::marked(lang, reference_name(lang, indicator.period.ending(date)), row.quality);
        let name = told_name(lang, Some(*level), &row.name);
        lines.push(t::others_row(lang, name, value_text(lang, caption, row.value), when));
    }
    lines.extend(told(atlas, id, date, lang).map_err(|error| CliError::from_atlas(&error, lang))?);
    Ok(lines.join("\n") + "\n")
}
