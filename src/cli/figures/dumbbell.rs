//! `figure dumbbell`: writes a dumbbell chart to a file.

use clap::{ArgMatches, Command};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::text;
use crate::document::{DumbbellOrder, DumbbellSpec, Element};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::slope;

/// The arguments of the command: those of the slope chart, and the order of the rows.
pub fn command(b: &Builder) -> Command {
    slope::arguments(b.sub("dumbbell", t::HELP_DUMBBELL), b).arg(b.choice(
        "order",
        &DumbbellOrder::ALL.map(DumbbellOrder::id),
        "value",
        t::HELP_DUMBBELL_ORDER,
    ))
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let order = DumbbellOrder::ALL.into_iter().find(|order| order.id() == text(matches, "order"));
    let slope = slope::spec(matches, bundle, lang)?;
    Ok(DumbbellSpec { slope, order: order.unwrap_or_default() }.into())
}
