//! `figure scatter-matrix`: writes a scatterplot matrix to a file.

use clap::{ArgAction, ArgMatches, Command};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::level;
use crate::document::{Element, ScatterMatrixSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::spine::indicators;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("scatter-matrix", t::HELP_SCATTER_MATRIX)
        .arg(b.value("indicators", "ID[@Y],…", t::HELP_SPINE_INDICATORS))
        .arg(b.level())
        .arg(b.value("territory", "CODE", t::HELP_TERRITORY).num_args(1..).action(ArgAction::Append))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let atlas = &bundle.atlas;
    let indicators = indicators(matches, atlas, lang)?.unwrap_or_else(|| ScatterMatrixSpec::usual(atlas));
    // A plot needs two.
    if indicators.iter().all(|one| one.indicator == indicators[0].indicator) {
        return Err(CliError::message(lang.text(t::MATRIX_NEEDS_TWO)));
    }
    let ids: Vec<&str> = indicators.iter().map(|one| one.indicator.as_str()).collect();
    let level = level(matches, atlas, &ids, lang)?;
    let mut spec = ScatterMatrixSpec::new(indicators, level);
    spec.selected = codes(matches, bundle);
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
