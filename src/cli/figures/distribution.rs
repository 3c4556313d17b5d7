//! `figure distribution`: writes a distribution to a file.

use clap::{ArgAction, ArgMatches, Command};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::{indicator_at, text};
use crate::document::{DistributionForm, DistributionSpec, Element};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("distribution", t::HELP_DISTRIBUTION)
        .arg(b.value("indicator", "ID", t::HELP_FIGURE_INDICATOR))
        .arg(b.year())
        .arg(
            b.value("territory", "CODE", t::HELP_DISTRIBUTION_TERRITORY)
                .num_args(1..)
                .action(ArgAction::Append),
        )
        .arg(b.choice(
            "form",
            &DistributionForm::ALL.map(DistributionForm::id),
            "rows",
            t::HELP_DISTRIBUTION_FORM,
        ))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let (id, date) = indicator_at(matches, &bundle.atlas, lang)?;
    let form = DistributionForm::ALL.into_iter().find(|form| form.id() == text(matches, "form"));
    let mut spec = DistributionSpec::new(id, date);
    spec.form = form.unwrap_or_default();
    spec.lang = lang;
    spec.selected = codes(matches, bundle);
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
