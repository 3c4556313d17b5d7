//! `figure slope`: writes a slope chart to a file.

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::{date, map};
use crate::document::{Element, MapSpec, SlopeSpec, Spec, Subject};
use crate::figure::reference_name;
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    arguments(b.sub("slope", t::HELP_SLOPE), b)
}

/// The arguments of a chart of two dates.
pub(super) fn arguments(command: Command, b: &Builder) -> Command {
    command
        .args(b.query())
        .arg(
            b.value("from-year", "Y0", t::HELP_SLOPE_FROM)
                .value_parser(value_parser!(i16))
                .allow_negative_numbers(true),
        )
        .arg(b.value("territory", "CODE", t::HELP_SLOPE_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(b.flag("no-ats", t::HELP_SLOPE_NO_ATS))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    Ok(spec(matches, bundle, lang)?.into())
}

/// The spec for the arguments.
pub(super) fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<SlopeSpec, CliError> {
    let mut spec = two_dates(matches, &map(matches, &bundle.atlas, lang)?, bundle, lang)?;
    spec.ats = !matches.get_flag("no-ats");
    spec.selected = codes(matches, bundle);
    spec.page = page(matches, lang)?;
    Ok(spec)
}

/// The values of a map at its date and, with `--from-year`, at an earlier one.
pub(super) fn two_dates(
    matches: &ArgMatches,
    map: &MapSpec,
    bundle: &Bundle,
    lang: Lang,
) -> Result<SlopeSpec, CliError> {
    let atlas = &bundle.atlas;
    let subject = Subject::of(map);
    let dates = atlas.dates_of(&subject.indicator);
    let none = || match (subject.at.date(), dates.len()) {
        (Some(date), 2..) => {
            let stated =
                atlas.caption(&subject.indicator).map_or(date.into(), |caption| caption.stated(date));
            CliError::message(t::slope_no_earlier(lang, reference_name(lang, stated)))
        }
        _ => CliError::message(lang.text(t::SLOPE_ONE_DATE)),
    };
    let mut spec = SlopeSpec::opening(&subject, atlas).ok_or_else(none)?;
    if let Some(year) = matches.get_one::<i16>("from-year").copied() {
        let indicator =
            atlas.indicator(&spec.indicator).map_err(|error| CliError::from_atlas(&error, lang))?;
        spec.from = date(atlas, indicator, Some(year), lang)?;
    }
    Ok(spec)
}
