//! `figure heat-table`: writes a heat table to a file.

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::values::level;
use crate::document::{Element, HeatTableSpec, SpineSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::spine::indicators;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    let whole = |most: u16| value_parser!(u16).range(1..=i64::from(most));
    b.sub("heat-table", t::HELP_HEAT)
        .arg(b.value("indicators", "ID[@Y],…", t::HELP_SPINE_INDICATORS))
        .arg(b.level())
        .arg(b.value("territory", "CODE", t::HELP_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(b.flag("as-listed", t::HELP_HEAT_AS_LISTED))
        .arg(
            b.value("k", "K", t::HELP_HEAT_K)
                .value_parser(value_parser!(u16).range(2..=HeatTableSpec::MOST_GROUPS as i64))
                .conflicts_with("as-listed"),
        )
        .arg(b.flag("radar", t::HELP_HEAT_RADAR).conflicts_with("as-listed"))
        .arg(
            b.value("group-name", "T", t::HELP_GROUP_NAME)
                .action(ArgAction::Append)
                .conflicts_with("as-listed"),
        )
        .arg(b.value("part", "N", t::HELP_HEAT_PART).value_parser(whole(u16::MAX)))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let atlas = &bundle.atlas;
    let indicators = indicators(matches, atlas, lang)?.unwrap_or_else(|| SpineSpec::usual(atlas));
    let ids: Vec<&str> = indicators.iter().map(|one| one.indicator.as_str()).collect();
    let level = level(matches, atlas, &ids, lang)?;
    let mut spec = HeatTableSpec::new(indicators, level);
    spec.grouped = !matches.get_flag("as-listed");
    spec.k = matches.get_one::<u16>("k").map(|k| usize::from(*k));
    spec.part = matches.get_one::<u16>("part").map_or(1, |part| usize::from(*part));
    spec.radar = matches.get_flag("radar");
    if spec.radar && !(3..=10).contains(&spec.indicators.len()) {
        return Err(CliError::message(lang.text(t::RADAR_NOT)));
    }
    spec.names = matches.get_many("group-name").into_iter().flatten().cloned().collect();
    spec.selected = codes(matches, bundle);
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
