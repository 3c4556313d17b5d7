//! `figure pyramid`: writes an age pyramid to a file.

use clap::parser::ValueSource;
use clap::{ArgMatches, Command};

use crate::base::Code;
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::text;
use crate::document::{AgeBands, Element, PyramidAgainst, PyramidMeasure, PyramidScale, PyramidSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("pyramid", t::HELP_PYRAMID)
        .arg(b.year())
        .arg(b.value("territory", "CODE", t::HELP_PYRAMID_TERRITORY))
        .arg(b.value("against", "ats|none|CODE|Y", t::HELP_PYRAMID_AGAINST))
        .arg(b.flag("single", t::HELP_PYRAMID_SINGLE))
        .arg(b.flag("counts", t::HELP_PYRAMID_COUNTS))
        .arg(b.choice("scale", &PyramidScale::ALL.map(PyramidScale::id), "common", t::HELP_PYRAMID_SCALE))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let atlas = &bundle.atlas;
    let none = || CliError::message(lang.text(t::PYRAMID_NO_AGES).trim_end_matches('.'));
    let indicator = atlas.indicator_by_age().ok_or_else(none)?;
    let dates = atlas.dates_by_age(indicator);
    let date = |year: Option<i16>| {
        let found = dates.iter().rev().find(|date| year.is_none_or(|year| date.year() == year)).copied();
        let years: Vec<String> = dates.iter().map(|date| date.year().to_string()).collect();
        let year = year.unwrap_or_default();
        found.ok_or_else(|| CliError::message(t::pyramid_no_such_year(lang, year, years.join(", "))))
    };
    let mut spec = PyramidSpec::new(indicator.id.as_str(), date(matches.get_one::<i16>("year").copied())?);
    spec.lang = lang;
    spec.selected = codes(matches, bundle);
    if matches.get_flag("single") {
        spec.bands = AgeBands::SingleYears;
    }
    if matches.get_flag("counts") {
        spec = spec.measured(PyramidMeasure::Counts);
    }
    spec.against = match text(matches, "against") {
        "" => spec.against,
        "ats" => PyramidAgainst::Ats,
        "none" => PyramidAgainst::Nothing,
        // Codes have five digits or more, and no Ambito has fewer than those.
        year if year.len() == 4 && year.parse::<i16>().is_ok() => {
            PyramidAgainst::Date(date(year.parse::<i16>().ok())?)
        }
        code => PyramidAgainst::Territory(Code::from(code)),
    };
    if matches.value_source("scale") == Some(ValueSource::CommandLine) {
        let asked = PyramidScale::ALL.into_iter().find(|scale| scale.id() == text(matches, "scale"));
        spec.scale = asked.unwrap_or_default();
    }
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
