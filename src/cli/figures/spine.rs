//! `figure spine`: writes a profile to a file.

use clap::{ArgMatches, Command, value_parser};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::{date, text};
use crate::data::Atlas;
use crate::document::{Element, IndicatorAt, SpinePeers, SpineSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("spine", t::HELP_SPINE)
        .arg(b.value("territory", "CODE", t::HELP_SPINE_TERRITORY))
        .arg(b.value("indicators", "ID[@Y],…", t::HELP_SPINE_INDICATORS))
        .arg(b.choice("peers", &SpinePeers::ALL.map(SpinePeers::id), "near", t::HELP_SPINE_PEERS))
        .arg(
            b.value("part", "N", t::HELP_SPINE_PART)
                .value_parser(value_parser!(u16).range(1..))
                .allow_negative_numbers(true),
        )
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let atlas = &bundle.atlas;
    let indicators = indicators(matches, atlas, lang)?.unwrap_or_else(|| SpineSpec::usual(atlas));
    let mut spec = SpineSpec::new(indicators);
    spec.lang = lang;
    spec.selected = codes(matches, bundle);
    let peers = SpinePeers::ALL.into_iter().find(|peers| peers.id() == text(matches, "peers"));
    spec.peers = peers.unwrap_or_default();
    spec.part = matches.get_one::<u16>("part").map_or(1, |part| usize::from(*part));
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}

/// The indicators of `--indicators`, if it is given.
pub fn indicators(
    matches: &ArgMatches,
    atlas: &Atlas,
    lang: Lang,
) -> Result<Option<Vec<IndicatorAt>>, CliError> {
    if !matches.contains_id("indicators") {
        return Ok(None);
    }
    let typed = text(matches, "indicators").split(',').map(str::trim).filter(|one| !one.is_empty());
    typed.map(|one| indicator(one, atlas, lang)).collect::<Result<Vec<_>, _>>().map(Some)
}

/// `ID` or `ID@YEAR`.
fn indicator(typed: &str, atlas: &Atlas, lang: Lang) -> Result<IndicatorAt, CliError> {
    let (id, year) = typed.split_once('@').map_or((typed, None), |(id, year)| (id, Some(year)));
    let known = atlas.indicator(id).map_err(|error| CliError::from_atlas(&error, lang))?;
    let year = year.map(|year| {
        let bad = |_| CliError::message(t::cli_bad_value(lang, typed, "--indicators"));
        year.trim().parse::<i16>().map_err(bad)
    });
    let date = date(atlas, known, year.transpose()?, lang)?;
    Ok(IndicatorAt { indicator: id.to_owned(), date })
}
