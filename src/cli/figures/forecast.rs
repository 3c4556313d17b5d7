//! `figure forecast`: writes a forecast of residents to a file.

use clap::{ArgMatches, Command, value_parser};

use crate::analysis::{Growth, HORIZON};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::{date, text};
use crate::document::{Element, ForecastSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("forecast", t::HELP_FORECAST)
        .arg(b.value("territory", "CODE", t::HELP_FORECAST_TERRITORY))
        .arg(
            b.value("measure", "M", t::HELP_FORECAST_MEASURE)
                .value_name(Growth::SHOWN.map(Growth::id).join("|"))
                .default_value("residents")
                .hide_default_value(true),
        )
        .arg(b.value("indicator", "ID", t::HELP_FORECAST_SERIES).conflicts_with("measure"))
        .arg(
            b.value("years", "N", t::HELP_FORECAST_YEARS)
                .value_parser(value_parser!(u8).range(1..=HORIZON as i64))
                .default_value("10")
                .hide_default_value(true),
        )
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let atlas = &bundle.atlas;
    let series = matches.get_one::<String>("indicator");
    let (indicator, date) = match series {
        Some(id) => {
            let known = atlas.indicator(id).map_err(|error| CliError::from_atlas(&error, lang))?;
            (known, date(atlas, known, None, lang)?)
        }
        None => atlas.latest_by_age().ok_or_else(|| CliError::message(lang.text(t::FUTURE_NO_PAIR)))?,
    };
    let mut spec = ForecastSpec::new(indicator.id.as_str(), date);
    let typed = text(matches, "measure");
    spec.measure = Growth::from_id(typed)
        .ok_or_else(|| CliError::message(t::cli_bad_value(lang, typed, "--measure")))?;
    spec.years = matches.get_one::<u8>("years").copied().unwrap_or(HORIZON as u8);
    spec.series = series.cloned();
    spec.lang = lang;
    spec.selected = codes(matches, bundle);
    if spec.selected.len() > 1 {
        return Err(CliError::message(lang.text(t::FORECAST_OF_ONE)));
    }
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
