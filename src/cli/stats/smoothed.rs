//! `stats eb`: the rates of small areas, drawn towards that of all.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::bayes::global;
use crate::stats::compare::Basis;
use crate::stats::intervals::Confidence;

use super::rates;
use super::table::printed;

pub fn command(b: &Builder) -> Command {
    b.sub("eb", t::HELP_EB).args(rates::arguments(b))
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let rates = rates::read(matches, bundle, None, Confidence::P95, Basis::Count, lang)?;
    let counts: Vec<(f64, f64)> = rates.counts.iter().map(|counts| counts.unwrap_or((0.0, 0.0))).collect();
    let found = global(&counts).ok_or_else(|| CliError::message(lang.text(t::STATS_NOTHING)))?;
    let k = rates.multiplier;
    if matches.get_flag("json") {
        let mut out = rates.about.json.clone();
        out.insert("overall".to_owned(), json!(found.overall * k));
        out.insert("variance".to_owned(), json!(found.variance * k * k));
        out.insert("floored".to_owned(), json!(found.floored));
        out.insert("multiplier".to_owned(), json!(k));
        let units = rates.labels.iter().zip(&found.rates).map(|(label, rate)| {
            let mut row = label.json();
            row.insert("raw".to_owned(), json!(rate.map(|rate| rate.raw * k)));
            row.insert("smoothed".to_owned(), json!(rate.map(|rate| rate.smoothed * k)));
            row.insert("weight".to_owned(), json!(rate.map(|rate| rate.weight)));
            Value::Object(row)
        });
        out.insert("units".to_owned(), units.collect());
        return Ok(printed(out));
    }
    let number = |x: f64| i18n::number(lang, x * k, rates.decimals);
    let mut lines = rates.about.lines.clone();
    for ((label, rate), counts) in rates.labels.iter().zip(&found.rates).zip(&rates.counts) {
        lines.push(match (rate, counts) {
            (Some(rate), _) => {
                let moved = i18n::signed_number(lang, (rate.smoothed - rate.raw) * k, rates.decimals);
                t::stats_smoothed(lang, &label.name, number(rate.raw), number(rate.smoothed), moved)
            }
            (None, Err(absence)) => t::stats_absent(lang, &label.name, lang.absence(*absence)),
            (None, Ok(_)) => t::stats_no_interval(lang, &label.name),
        });
    }
    lines.push(t::stats_smoothed_overall(lang, number(found.overall)));
    if found.floored {
        lines.push(lang.text(t::STATS_SMOOTHED_FLOORED).to_owned());
    }
    Ok(lines.join("\n") + "\n")
}
