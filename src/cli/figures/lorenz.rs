//! `figure lorenz`: writes a Lorenz curve to a file.

use clap::{ArgAction, ArgMatches, Command};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::{date, level, text};
use crate::document::{Element, LorenzSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("lorenz", t::HELP_LORENZ)
        .arg(b.value("indicator", "ID", t::HELP_FIGURE_INDICATOR).required(true))
        .arg(b.year())
        .arg(b.level())
        .arg(b.value("territory", "CODE", t::HELP_MORAN_TERRITORY).num_args(1..).action(ArgAction::Append))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let atlas = &bundle.atlas;
    let id = text(matches, "indicator");
    let indicator = atlas.indicator(id).map_err(|error| CliError::from_atlas(&error, lang))?;
    let date = date(atlas, indicator, matches.get_one::<i16>("year").copied(), lang)?;
    let mut spec = LorenzSpec::new(id, date, level(matches, atlas, &[id], lang)?);
    spec.selected = codes(matches, bundle);
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
