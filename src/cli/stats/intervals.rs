//! `stats wilson` and `stats byar`: intervals of proportions and of counts, and what they say against a benchmark.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::analysis::{Skipped, Verdict};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::data::Polarity;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::compare::{Basis, Side, by_chance};
use crate::stats::intervals::{Confidence, Interval};

use super::rates::{self, Rates};
use super::table::printed;

pub fn wilson(b: &Builder) -> Command {
    b.sub("wilson", t::HELP_WILSON).args(rates::arguments(b)).args(rates::comparison(b))
}

pub fn byar(b: &Builder) -> Command {
    b.sub("byar", t::HELP_BYAR).args(rates::arguments(b)).args(rates::comparison(b))
}

/// The result for one unit.
struct Row {
    interval: Option<Interval>,
    side: Option<Result<Side, Skipped>>,
    benchmark: Option<f64>,
}

pub fn run(
    name: &str,
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let basis = if name == "wilson" { Basis::Part } else { Basis::Count };
    let confidence = rates::confidence(matches);
    let benchmark = rates::benchmark(matches, "against", lang)?;
    let rates = rates::read(matches, bundle, benchmark, confidence, basis, lang)?;
    // A share is a count too; a ratio is no share.
    if basis == Basis::Part && rates.basis == Basis::Count {
        return Err(CliError::message(lang.text(t::STATS_NO_PART)));
    }
    let rows: Vec<Row> = (0..rates.labels.len()).map(|unit| row(&rates, unit, basis, confidence)).collect();
    let compared: Vec<Side> = rows.iter().filter_map(|row| row.side?.ok()).collect();
    let polarity = rates.against.as_ref().map_or(Polarity::Neither, |against| against.polarity);
    let is_compared = benchmark.is_some();
    if matches.get_flag("json") {
        let mut out = rates.about.json.clone();
        out.insert("interval".to_owned(), json!(name));
        out.insert("confidence".to_owned(), json!(confidence.id()));
        out.insert("multiplier".to_owned(), json!(rates.multiplier));
        if let Some(benchmark) = benchmark {
            out.insert("against".to_owned(), json!(benchmark.id()));
            out.insert("comparisons".to_owned(), json!(compared.len()));
            out.insert("expected_by_chance".to_owned(), json!(by_chance(compared.len(), confidence)));
        }
        let units = rows.iter().enumerate().map(|(unit, row)| json_row(&rates, unit, row, polarity));
        out.insert("units".to_owned(), units.collect());
        return Ok(printed(out));
    }
    let number = |x: f64| i18n::number(lang, x, rates.decimals);
    let mut lines = rates.about.lines.clone();
    for ((label, row), counts) in rates.labels.iter().zip(&rows).zip(&rates.counts) {
        let name = &label.name;
        lines.push(match (counts, row.interval) {
            (Err(absence), _) => t::stats_absent(lang, name, lang.absence(*absence)),
            (Ok(_), None) => t::stats_no_interval(lang, name),
            (Ok((x, n)), Some(interval)) => {
                let value = number(rates.multiplier * x / n);
                let said =
                    t::stats_interval(lang, name, value, number(interval.lower), number(interval.upper));
                match row.side {
                    None => said,
                    Some(Ok(side)) => format!("{said}: {}", lang.verdict(Verdict::of(side, polarity))),
                    Some(Err(skipped)) => format!("{said}: {}", lang.skipped(skipped)),
                }
            }
        });
    }
    lines.push(lang.text(meaning(basis)).to_owned());
    if is_compared {
        let common = rows.iter().filter_map(|row| row.benchmark);
        let common: Vec<f64> = common.collect();
        if let Some(first) = common.first().filter(|first| common.iter().all(|other| other == *first)) {
            lines.push(t::stats_benchmark(lang, number(*first)));
        }
        lines.push(lang.comparisons(compared.len(), confidence));
    }
    Ok(lines.join("\n") + "\n")
}

/// What an interval means here.
fn meaning(basis: Basis) -> i18n::Text {
    match basis {
        Basis::Part => t::STATS_MEANING_PART,
        Basis::Count => t::STATS_MEANING_COUNT,
    }
}

fn row(rates: &Rates, unit: usize, basis: Basis, confidence: Confidence) -> Row {
    let interval = rates.counts[unit].ok().and_then(|(x, n)| {
        let interval = basis.interval(x, n, confidence).ok()?;
        Some(interval.scaled(rates.multiplier))
    });
    let (benchmark, side) = match (&rates.against, rates.typed) {
        (Some(against), _) => {
            let compared = against.rows[unit];
            // Byar's interval of a share is wider than Wilson's, and what is printed decides.
            let side = match (compared.side, interval, compared.benchmark) {
                (Ok(_), Some(interval), Some(value)) => Ok(Side::of(interval, value)),
                (side, ..) => side,
            };
            (compared.benchmark, Some(side))
        }
        (None, Some(value)) => (Some(value), interval.map(|interval| Ok(Side::of(interval, value)))),
        (None, None) => (None, None),
    };
    Row { interval, side, benchmark }
}

fn json_row(rates: &Rates, unit: usize, row: &Row, polarity: Polarity) -> Value {
    let mut out = rates.labels[unit].json();
    match rates.counts[unit] {
        Ok((x, n)) => {
            out.insert("numerator".to_owned(), json!(x));
            out.insert("denominator".to_owned(), json!(n));
            out.insert("value".to_owned(), json!(rates.multiplier * x / n));
        }
        Err(absence) => {
            out.insert("absent".to_owned(), json!(absence.id()));
        }
    }
    out.insert("lower".to_owned(), json!(row.interval.map(|of| of.lower)));
    out.insert("upper".to_owned(), json!(row.interval.map(|of| of.upper)));
    if let Some(side) = row.side {
        out.insert("benchmark".to_owned(), json!(row.benchmark));
        out.insert("side".to_owned(), json!(side.ok().map(Side::id)));
        out.insert("verdict".to_owned(), json!(side.ok().map(|side| Verdict::of(side, polarity).id())));
        out.insert("not_compared".to_owned(), json!(side.err().map(Skipped::id)));
    }
    Value::Object(out)
}
