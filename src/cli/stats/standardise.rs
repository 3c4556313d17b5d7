//! `stats standardise`: directly standardised rates of a table by age.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::text;
use crate::i18n::{self, Lang, texts as t};
use crate::stats::standardise::{Stratum, direct};

use super::numbers::{columns, number};
use super::rates;
use super::table::{About, printed};

pub fn command(b: &Builder) -> Command {
    b.sub("standardise", t::HELP_STANDARDISE)
        .arg(b.value("csv", "FILE", t::HELP_CSV).required(true).value_parser(value_parser!(PathBuf)))
        .arg(b.value("events", "C", t::HELP_EVENTS).required(true))
        .arg(b.value("population", "C", t::HELP_POPULATION).required(true))
        .arg(b.value("standard", "C", t::HELP_STANDARD_POPULATION).required(true))
        .arg(b.value("per", "K", t::HELP_PER_HEADS))
        .arg(rates::comparison(b)[1].clone())
        .arg(b.json())
}

pub fn run(matches: &ArgMatches, lang: Lang) -> Result<String, CliError> {
    let file = matches.get_one::<PathBuf>("csv").cloned().unwrap_or_default();
    let names = ["events", "population", "standard"].map(|name| text(matches, name));
    let [events, populations, standards] = columns(&file, names, lang)?;
    let per = match matches.get_one::<String>("per") {
        Some(typed) => number(typed, lang)?,
        None => 100_000.0,
    };
    let strata: Option<Vec<Stratum>> = events
        .iter()
        .zip(&populations)
        .zip(&standards)
        .map(|((events, population), standard)| {
            Some(Stratum { events: (*events)?, population: (*population)?, standard: (*standard)? })
        })
        .collect();
    // A stratum without a number would not be left out, but change what is standardised.
    let strata = strata.ok_or_else(|| CliError::message(lang.text(t::STATS_STRATUM_LACKS)))?;
    let confidence = rates::confidence(matches);
    let found = direct(&strata, confidence).map_err(|error| CliError::message(lang.interval_error(error)))?;
    let interval = found.interval.scaled(per);
    if matches.get_flag("json") {
        let mut out = About::file(&names).json;
        out.insert("strata".to_owned(), json!(strata.len()));
        out.insert("events".to_owned(), json!(found.events));
        out.insert("population".to_owned(), json!(found.population));
        out.insert("per".to_owned(), json!(per));
        out.insert("crude".to_owned(), json!(found.crude * per));
        out.insert("standardised".to_owned(), json!(found.rate * per));
        out.insert("lower".to_owned(), json!(interval.lower));
        out.insert("upper".to_owned(), json!(interval.upper));
        out.insert("confidence".to_owned(), json!(confidence.id()));
        return Ok(printed(out));
    }
    let shown = |x: f64| i18n::significant(lang, x, 4);
    let lines = [
        t::stats_standardised(
            lang,
            shown(found.rate * per),
            i18n::number(lang, per, 0),
            lang.confidence(confidence),
            shown(interval.lower),
            shown(interval.upper),
        ),
        t::stats_crude(lang, shown(found.crude * per)),
        lang.text(t::STATS_STANDARDISED_NOTE).to_owned(),
    ];
    Ok(lines.join("\n") + "\n")
}
