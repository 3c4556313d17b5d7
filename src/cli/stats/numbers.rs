//! Numbers typed on the command line, and columns of them in a file.

use std::path::Path;

use crate::base::{Readings, Typed};
use crate::cli::error::CliError;
use crate::i18n::{Lang, field_number, texts};
use crate::io::file::{self, FileKind};
use crate::io::number_column;

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
