//! `stats classify`: class breaks for any column of numbers.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use crate::base::{Readings, Typed};
use crate::i18n::{Lang, field_number, texts};
use crate::io::file::{self, FileKind};
use crate::io::number_column;
use crate::stats::classes::{self, Scheme};

use super::error::CliError;
use super::values::text;

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

/// A number typed on the command line.
pub fn number(text: &str, lang: Lang) -> Result<f64, CliError> {
    match Typed::read(text) {
        Typed::Sure(number) => Ok(number),
        Typed::NoNumber => Err(CliError::message(texts::cli_not_a_number(lang, text.trim()))),
        Typed::Ambiguous(Readings { decimals, thousands }) => {
            // With a point in both languages, because a comma separates the numbers of a list.
            let [thousands, decimals] = [thousands, decimals].map(|number| field_number(Lang::En, number));
            let fault = texts::cli_ambiguous_number(lang, text.trim(), thousands, decimals);
            Err(CliError::message(fault))
        }
    }
}

/// Numbers separated by semicolons or else by commas, which then cannot be decimal commas.
pub fn numbers(text: &str, lang: Lang) -> Result<Vec<f64>, CliError> {
    let sign = if text.contains(';') { ';' } else { ',' };
    text.split(sign).map(|part| number(part, lang)).collect()
}

/// Columns of numbers from a file, which is read only once because it may be a pipe.
pub fn columns<const N: usize>(
    file: &Path,
    names: [&str; N],
    lang: Lang,
) -> Result<[Vec<Option<f64>>; N], CliError> {
    let shown = file.display().to_string();
    let bytes = file::read(file, FileKind::Data).map_err(|unread| CliError::not_read(file, &unread, lang))?;
    let mut found = [const { Vec::new() }; N];
    for (column, name) in found.iter_mut().zip(names) {
        *column = number_column(&bytes, name).map_err(|error| CliError::from_column(&error, &shown, lang))?;
    }
    Ok(found)
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
