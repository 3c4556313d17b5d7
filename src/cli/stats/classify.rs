//! `stats classify`: class breaks for any column of numbers.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use crate::i18n::{Lang, texts};
use crate::stats::classes::{self, Scheme};

use super::numbers::{columns, numbers};
use crate::cli::error::CliError;
use crate::cli::values::text;

/// The classification requested by `--scheme`, `--classes` and `--breaks`.
pub(crate) struct ClassArguments {
    /// Scheme, if requested; manual whenever breaks are typed.
    pub scheme: Option<Scheme>,
    /// Number of classes, if requested.
    pub count: Option<usize>,
    pub manual: Vec<f64>,
}

/// The default number of classes for a column.
const DEFAULT_COUNT: usize = 5;

impl ClassArguments {
    pub fn read(matches: &ArgMatches, lang: Lang) -> Result<Self, CliError> {
        let mut scheme = Scheme::from_id(text(matches, "scheme"));
        let mut manual = Vec::new();
        if let Some(breaks) = matches.get_one::<String>("breaks") {
            // Breaks are a method of their own.
            if scheme.is_some_and(|scheme| scheme != Scheme::Manual) {
                return Err(CliError::message(texts::cli_conflict(lang, "--scheme", "--breaks")));
            }
            manual = numbers(breaks, lang)?;
            scheme = Some(Scheme::Manual);
        }
        Ok(Self { scheme, count: matches.get_one::<usize>("classes").copied(), manual })
    }
}

/// Prints breaks and counts.
pub fn classify(matches: &ArgMatches, lang: Lang) -> Result<String, CliError> {
    let file = matches.get_one::<PathBuf>("csv").cloned().unwrap_or_default();
    let [column] = columns(&file, [text(matches, "column")], lang)?;
    let values: Vec<f64> = column.iter().flatten().copied().filter(|x| x.is_finite()).collect();
    let ClassArguments { scheme, count, manual } = ClassArguments::read(matches, lang)?;
    let (scheme, count) = (scheme.unwrap_or(Scheme::FisherJenks), count.unwrap_or(DEFAULT_COUNT));
    let classes = classes::classify(&values, scheme, count, &manual)
        .map_err(|error| CliError::message(lang.classify_error(error)))?;
    let counts = classes.intervals.counts(&values);
    if matches.get_flag("json") {
        let result = json!({
            "breaks": classes.intervals.uppers(), "counts": counts,
            "n": values.len(), "missing": column.len() - values.len(),
        });
        return Ok(format!("{result:#}\n"));
    }
    let line = |(i, count): (usize, &usize)| {
        let (lower, upper) = classes.intervals.bounds(i);
        format!("{lower}\t{upper}\t{count}\n")
    };
    Ok(counts.iter().enumerate().map(line).collect())
}
