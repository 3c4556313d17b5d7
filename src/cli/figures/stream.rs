//! `figure stream`: writes a stream of parts to a file.

use clap::{ArgAction, ArgMatches, Command};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::{indicator_at, text};
use crate::document::{Element, StreamForm, StreamSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("stream", t::HELP_STREAM)
        .args([b.value("indicator", "ID", t::HELP_STREAM_INDICATOR).default_value("residenti"), b.year()])
        .arg(b.value("territory", "CODE", t::HELP_STREAM_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(b.choice("form", &StreamForm::ALL.map(StreamForm::id), "stream", t::HELP_STREAM_FORM))
        .arg(b.flag("by-comuni", t::HELP_STREAM_BY_COMUNI))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let (indicator, date) = indicator_at(matches, &bundle.atlas, lang)?;
    let mut spec = StreamSpec::new(indicator, date);
    let form = StreamForm::ALL.into_iter().find(|form| form.id() == text(matches, "form"));
    spec.form = form.unwrap_or_default();
    spec.by_comuni = matches.get_flag("by-comuni");
    spec.selected = codes(matches, bundle);
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
