//! `values`: the numbers of one indicator.

use clap::ArgMatches;

use crate::base::{Date, Level};
use crate::data::{Atlas, Indicator, Method, Query};
use crate::export::table;
use crate::i18n::{Lang, fill, texts};
use crate::io::Bundle;

use super::error::CliError;

/// Prints the table asked for.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let query = query(matches, &bundle.atlas, lang)?;
    let values = bundle.atlas.compute(&query).map_err(|e| CliError::from_atlas(&e, lang))?;
    Ok(match text(matches, "format") {
        "json" => table::json(&values) + "\n",
        _ => table::csv(&values),
    })
}

/// A text argument that clap has made sure of.
pub fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// The table asked for by `--indicator`, `--year`, `--level` and `--method`.
pub fn query(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<Query, CliError> {
    let id = text(matches, "indicator");
    let indicator = atlas.indicator(id).map_err(|e| CliError::from_atlas(&e, lang))?;
    let date = date(atlas, indicator, matches.get_one::<i16>("year").copied(), lang)?;
    Ok(Query {
        indicator: id.to_owned(),
        date,
        level: Level::from_id(text(matches, "level")).unwrap_or(Level::Comuni),
        method: Method::from_id(text(matches, "method")).unwrap_or_default(),
    })
}

/// The date of that year; without a year, the latest. A year with several dates means its latest one.
pub fn date(atlas: &Atlas, indicator: &Indicator, year: Option<i16>, lang: Lang) -> Result<Date, CliError> {
    let dates = atlas.dates(indicator);
    let date = dates.iter().rev().find(|date| year.is_none_or(|y| date.year() == y)).copied();
    date.ok_or_else(|| {
        let years: Vec<String> = dates.iter().map(|d| d.year().to_string()).collect();
        let asked = year.map_or_else(String::new, |y| y.to_string());
        let text = fill(lang.text(texts::CLI_NO_SUCH_YEAR), &[&indicator.id, &asked, &years.join(", ")]);
        CliError::message(text)
    })
}
