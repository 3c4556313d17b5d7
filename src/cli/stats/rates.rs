//! Rates and the counts behind them, from an indicator or from two columns of a file.

use std::path::PathBuf;

use clap::{Arg, ArgMatches};

use crate::analysis::{Against, Benchmark, Counted};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::text;
use crate::data::Absence;
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;
use crate::stats::compare::Basis;
use crate::stats::intervals::Confidence;

use super::numbers::{columns, number};
use super::table::{About, Label, OF_INDICATOR, csv, of_indicator, query, refused};

/// Rates and their counts.
pub struct Rates {
    pub labels: Vec<Label>,
    pub counts: Vec<Result<(f64, f64), Absence>>,
    pub basis: Basis,
    pub multiplier: f64,
    pub decimals: usize,
    pub about: About,
    /// The comparison asked for, if the rates are of an indicator.
    pub against: Option<Against>,
    /// A typed benchmark, if they are of a file.
    pub typed: Option<f64>,
}

impl Rates {
    /// The counts of the units that have them.
    pub fn known(&self) -> Vec<(usize, (f64, f64))> {
        self.counts.iter().enumerate().filter_map(|(unit, counts)| Some((unit, (*counts).ok()?))).collect()
    }
}

/// The options of a method on rates.
pub fn arguments(b: &Builder) -> Vec<Arg> {
    let mut all: Vec<Arg> = of_indicator(b).into();
    all.extend([
        csv(b, &["numerator", "denominator"], &OF_INDICATOR),
        b.value("numerator", "C", t::HELP_NUMERATOR).requires("csv"),
        b.value("denominator", "C", t::HELP_DENOMINATOR).requires("csv"),
        b.value("per", "K", t::HELP_PER_HEADS).requires("csv"),
        b.json(),
    ]);
    all
}

/// `--against` and `--confidence`.
pub fn comparison(b: &Builder) -> [Arg; 2] {
    [
        b.value("against", "ats|asst|lombardia|V", t::HELP_AGAINST).allow_hyphen_values(true),
        b.choice("confidence", &Confidence::ALL.map(Confidence::id), "95", t::HELP_CONFIDENCE),
    ]
}

/// The typed confidence.
pub fn confidence(matches: &ArgMatches) -> Confidence {
    Confidence::from_id(text(matches, "confidence")).unwrap_or_default()
}

/// The benchmark typed for an option.
pub fn benchmark(matches: &ArgMatches, option: &str, lang: Lang) -> Result<Option<Benchmark>, CliError> {
    let Some(typed) = matches.get_one::<String>(option) else { return Ok(None) };
    match Benchmark::from_id(typed) {
        Some(known) => Ok(Some(known)),
        None => Ok(Some(Benchmark::Value(number(typed, lang)?))),
    }
}

/// Reads them. `of_file` is what a file's columns are; an indicator says so itself.
pub fn read(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    benchmark: Option<Benchmark>,
    confidence: Confidence,
    of_file: Basis,
    lang: Lang,
) -> Result<Rates, CliError> {
    if let Some(file) = matches.get_one::<PathBuf>("csv") {
        let names = ["numerator", "denominator"].map(|name| text(matches, name));
        let [numerators, denominators] = columns(file, names, lang)?;
        let counts = numerators.iter().zip(&denominators).map(|(x, n)| match (x, n) {
            (Some(x), Some(n)) if x.is_finite() && n.is_finite() && *n > 0.0 => Ok((*x, *n)),
            (Some(_), Some(_)) => Err(Absence::NotApplicable),
            _ => Err(Absence::Missing),
        });
        let typed = match benchmark {
            None => None,
            Some(Benchmark::Value(value)) => Some(value),
            Some(other) => return Err(CliError::message(t::stats_file_benchmark(lang, other.id()))),
        };
        let multiplier = match matches.get_one::<String>("per") {
            Some(typed) => number(typed, lang)?,
            None => 1.0,
        };
        if multiplier <= 0.0 {
            return Err(CliError::message(t::cli_bad_value(lang, text(matches, "per"), "--per")));
        }
        let decimals = if multiplier < 10.0 { 4 } else { 2 };
        return Ok(Rates {
            labels: Label::of_rows(numerators.len(), lang),
            counts: counts.collect(),
            basis: of_file,
            multiplier,
            decimals,
            about: About::file(&names),
            against: None,
            typed,
        });
    }
    let atlas = &bundle()?.atlas;
    let query = query(matches, atlas, lang)?;
    let fault = |refusal| refused(&refusal, atlas, lang);
    let against = match benchmark {
        Some(benchmark) => Some(Against::new(atlas, &query, benchmark, confidence).map_err(fault)?),
        None => None,
    };
    let counted = match &against {
        Some(against) => against.counted.clone(),
        None => Counted::of(atlas, &query).map_err(fault)?,
    };
    let decimals = atlas.indicator(&query.indicator).map_or(1, |indicator| indicator.decimals);
    Ok(Rates {
        labels: Label::of_table(&counted.table),
        counts: counted.table.rows.iter().map(Counted::counts).collect(),
        basis: counted.basis,
        multiplier: counted.multiplier,
        decimals: decimals.max(1),
        about: About::indicator(atlas, &query, lang)?,
        against,
        typed: None,
    })
}
