//! `figure matrix`: writes a matrix of correlations to a file.

use clap::{ArgMatches, Command};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::page;
use crate::cli::values::{level, text};
use crate::document::{Coefficient, Element, MatrixSpec, SpineSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::spine::indicators;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    let coefficients = Coefficient::ALL.map(Coefficient::id);
    b.sub("matrix", t::HELP_MATRIX)
        .arg(b.value("indicators", "ID[@Y],…", t::HELP_SPINE_INDICATORS))
        .arg(b.level())
        .arg(b.choice("coefficient", &coefficients, "spearman", t::HELP_MATRIX_COEFFICIENT))
        .arg(b.flag("as-listed", t::HELP_MATRIX_AS_LISTED))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let atlas = &bundle.atlas;
    let indicators = indicators(matches, atlas, lang)?.unwrap_or_else(|| SpineSpec::usual(atlas));
    // A cell needs two.
    if indicators.iter().all(|one| *one == indicators[0]) {
        return Err(CliError::message(lang.text(t::MATRIX_NEEDS_TWO)));
    }
    let ids: Vec<&str> = indicators.iter().map(|one| one.indicator.as_str()).collect();
    let level = level(matches, atlas, &ids, lang)?;
    let coefficient = Coefficient::ALL.into_iter().find(|one| one.id() == text(matches, "coefficient"));
    let mut spec = MatrixSpec::new(indicators, level);
    spec.coefficient = coefficient.unwrap_or_default();
    spec.by_likeness = !matches.get_flag("as-listed");
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
