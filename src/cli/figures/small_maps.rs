//! `figure small-maps`: writes small maps to a file.

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::base::{Date, Level};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::stats::ClassArguments;
use crate::cli::values::{level, text};
use crate::data::{Atlas, Caption, Method};
use crate::document::{ClassSpec, Element, MapSpec, SmallMapsOf, SmallMapsSpec, Spec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::map::frame;
use super::spine::indicators;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("small-maps", t::HELP_SMALL_MAPS)
        .arg(b.value("indicator", "ID", t::HELP_FIGURE_INDICATOR))
        .arg(b.value("years", "Y,Y0-Y1", t::HELP_SMALL_MAPS_YEARS).conflicts_with("indicators"))
        .arg(b.value("indicators", "ID[@Y],…", t::HELP_SMALL_MAPS_INDICATORS).conflicts_with("indicator"))
        .arg(b.level())
        .arg(b.method())
        .args(b.classes())
        .arg(b.value("palette", "P", t::HELP_PALETTE))
        .arg(b.flag("reverse", t::HELP_REVERSE))
        .arg(b.value("territory", "CODE", t::HELP_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(b.value("frame", "all|selected|CODE|W,S,E,N", t::HELP_FRAME).allow_hyphen_values(true))
        .arg(
            b.value("part", "N", t::HELP_SMALL_MAPS_PART)
                .value_parser(value_parser!(u16).range(1..))
                .allow_negative_numbers(true),
        )
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let atlas = &bundle.atlas;
    let of = match indicators(matches, atlas, lang)? {
        Some(all) => SmallMapsOf::Indicators(all),
        None => {
            let first = MapSpec::first(atlas).map(|map| map.indicator).unwrap_or_default();
            let indicator = matches.get_one::<String>("indicator").cloned().unwrap_or(first);
            let dates = dates(matches, &indicator, atlas, lang)?;
            SmallMapsOf::Dates { indicator, dates }
        }
    };
    let mut spec = SmallMapsSpec::new(of, Level::Comuni);
    let ids: Vec<String> = spec.indicators().into_iter().map(str::to_owned).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    spec.level = level(matches, atlas, &ids, lang)?;
    spec.method = Method::from_id(text(matches, "method")).unwrap_or_default();
    let ClassArguments { scheme, count, manual } = ClassArguments::read(matches, lang)?;
    spec.classes = ClassSpec { scheme, count, manual, ..ClassSpec::default() };
    spec.palette.id = matches.get_one::<String>("palette").cloned();
    spec.palette.reversed = matches.get_flag("reverse");
    spec.selected = codes(matches, bundle);
    if matches.contains_id("frame") {
        spec.frame = frame(text(matches, "frame"), bundle, lang)?;
    }
    spec.part = matches.get_one::<u16>("part").map_or(1, |part| usize::from(*part));
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}

/// The dates of `--years`: those in each year or range of years; none for all.
fn dates(matches: &ArgMatches, id: &str, atlas: &Atlas, lang: Lang) -> Result<Vec<Date>, CliError> {
    let indicator = atlas.indicator(id).map_err(|error| CliError::from_atlas(&error, lang))?;
    let Some(typed) = matches.get_one::<String>("years") else { return Ok(Vec::new()) };
    let bad = || CliError::message(t::cli_bad_value(lang, typed, "--years"));
    let all = atlas.dates(indicator);
    let mut dates = Vec::new();
    let caption = Caption::from(indicator);
    for part in typed.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let year = |text: &str| text.trim().parse::<i16>().map_err(|_| bad());
        let (from, to) = match part.split_once('-') {
            Some((from, to)) => (year(from)?, year(to)?),
            None => (year(part)?, year(part)?),
        };
        let found = all.iter().filter(|date| (from..=to).contains(&caption.stated(**date).year()));
        let found: Vec<Date> = found.copied().collect();
        if found.is_empty() {
            return Err(CliError::message(t::small_maps_no_year(lang, lang.pick(&indicator.name), part)));
        }
        dates.extend(found);
    }
    if dates.is_empty() { Err(bad()) } else { Ok(dates) }
}
