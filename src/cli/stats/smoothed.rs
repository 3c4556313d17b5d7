//! `stats eb`: the rates of small areas, drawn towards that of all.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::figure::map::weights;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::bayes::{Smoothed, global};
use crate::stats::compare::Basis;
use crate::stats::intervals::Confidence;
use crate::stats::spatial_bayes::spatial;

use super::rates::{self, Rates};
use super::table::{Label, printed, query};
use super::variables::{neighbours, told, told_json};

pub fn command(b: &Builder) -> Command {
    b.sub("eb", t::HELP_EB)
        .args(rates::arguments(b))
        .arg(b.value("neighbours", "RULE", t::HELP_EB_NEIGHBOURS).conflicts_with("csv"))
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    if matches.contains_id("neighbours") {
        return of_neighbours(matches, bundle()?, lang);
    }
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
        let units = rates.labels.iter().zip(&found.rates).map(|(label, rate)| row_json(label, *rate, k));
        out.insert("units".to_owned(), units.collect());
        return Ok(printed(out));
    }
    let number = |x: f64| i18n::number(lang, x * k, rates.decimals);
    let mut lines = rates.about.lines.clone();
    lines.extend(rows(&rates, &found.rates, lang));
    lines.push(t::stats_smoothed_overall(lang, number(found.overall)));
    if found.rates.iter().flatten().count() == 1 {
        lines.push(lang.text(t::STATS_SMOOTHED_ONE).to_owned());
    } else if found.floored {
        lines.push(lang.text(t::STATS_SMOOTHED_FLOORED).to_owned());
    }
    Ok(lines.join("\n") + "\n")
}

/// Each rate drawn towards that of its neighbours.
fn of_neighbours(matches: &ArgMatches, bundle: Bundle, lang: Lang) -> Result<String, CliError> {
    let rule = neighbours(matches, lang)?;
    let level = query(matches, &bundle.atlas, lang)?.level;
    let weights = weights(&bundle.basemap, level, rule);
    let rates = rates::read(matches, || Ok(bundle), None, Confidence::P95, Basis::Count, lang)?;
    rule.check(rates.known().len()).map_err(|refused| CliError::message(lang.refused(refused, &[], &[])))?;
    let counts: Vec<(f64, f64)> = rates.counts.iter().map(|counts| counts.unwrap_or((0.0, 0.0))).collect();
    let found = spatial(&counts, &weights);
    let k = rates.multiplier;
    if matches.get_flag("json") {
        let mut out = rates.about.json.clone();
        out.insert("neighbours".to_owned(), told_json(&weights, rule));
        out.insert("multiplier".to_owned(), json!(k));
        let units = rates.labels.iter().zip(&found).map(|(label, rate)| row_json(label, *rate, k));
        out.insert("units".to_owned(), units.collect());
        return Ok(printed(out));
    }
    let mut lines = rates.about.lines.clone();
    lines.extend(told(&weights, rule, lang));
    lines.extend(rows(&rates, &found, lang));
    lines.push(lang.text(t::STATS_SMOOTHED_NEIGHBOURS).to_owned());
    Ok(lines.join("\n") + "\n")
}

fn row_json(label: &Label, rate: Option<Smoothed>, k: f64) -> Value {
    let mut row = label.json();
    row.insert("raw".to_owned(), json!(rate.map(|rate| rate.raw * k)));
    row.insert("smoothed".to_owned(), json!(rate.map(|rate| rate.smoothed * k)));
    row.insert("weight".to_owned(), json!(rate.map(|rate| rate.weight)));
    Value::Object(row)
}

/// Raw beside smoothed, and how much each was moved.
fn rows(rates: &Rates, found: &[Option<Smoothed>], lang: Lang) -> Vec<String> {
    let k = rates.multiplier;
    let number = |x: f64| i18n::number(lang, x * k, rates.decimals);
    let mut lines = Vec::new();
    for ((label, rate), counts) in rates.labels.iter().zip(found).zip(&rates.counts) {
        lines.push(match (rate, counts) {
            (Some(rate), _) => {
                let moved = i18n::signed_number(lang, (rate.smoothed - rate.raw) * k, rates.decimals);
                t::stats_smoothed(lang, &label.name, number(rate.raw), number(rate.smoothed), moved)
            }
            (None, Err(absence)) => t::stats_absent(lang, &label.name, lang.absence(*absence)),
            (None, Ok(_)) => t::stats_no_interval(lang, &label.name),
        });
    }
    lines
}
