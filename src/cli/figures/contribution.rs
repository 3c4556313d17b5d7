//! `figure contributions`: writes the contributions to a change to a file.

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::{indicator_at, text};
use crate::document::{ContributionForm, ContributionSpec, Element, MapSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::slope::two_dates;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("contributions", t::HELP_CONTRIBUTION)
        .args([b.value("indicator", "ID", t::HELP_FIGURE_INDICATOR), b.year()])
        .arg(
            b.value("from-year", "Y0", t::HELP_SLOPE_FROM)
                .value_parser(value_parser!(i16))
                .allow_negative_numbers(true),
        )
        .arg(
            b.value("territory", "CODE", t::HELP_CONTRIBUTION_TERRITORY)
                .num_args(1..)
                .action(ArgAction::Append),
        )
        .arg(b.choice(
            "form",
            &ContributionForm::ALL.map(ContributionForm::id),
            "members",
            t::HELP_CONTRIBUTION_FORM,
        ))
        .arg(b.flag("by-comuni", t::HELP_CONTRIBUTION_BY_COMUNI))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let (indicator, date) = indicator_at(matches, &bundle.atlas, lang)?;
    let slope = two_dates(matches, &MapSpec::new(indicator, date), bundle, lang)?;
    let mut spec = ContributionSpec::new(slope.indicator, slope.from, slope.to);
    let form = ContributionForm::ALL.into_iter().find(|form| form.id() == text(matches, "form"));
    spec.form = form.unwrap_or_default();
    spec.by_comuni = matches.get_flag("by-comuni");
    spec.selected = codes(matches, bundle);
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
