//! `figure peers`: writes the territories most like another to a file.

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::document::{Element, PeersSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::spine::indicators;

/// The options that `stats peers` has too.
pub fn arguments(b: &Builder) -> [Arg; 3] {
    [
        b.value("territory", "CODE", t::HELP_PEERS_TERRITORY).required(true),
        b.value("indicators", "ID[@Y],…", t::HELP_PEERS_INDICATORS),
        b.value("count", "N", t::HELP_PEERS_COUNT)
            .value_parser(value_parser!(u16).range(1..))
            .allow_negative_numbers(true),
    ]
}

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("peers", t::HELP_PEERS).args(arguments(b)).args(b.page())
}

/// The spec for the arguments, without a page.
pub fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<PeersSpec, CliError> {
    let atlas = &bundle.atlas;
    let indicators = indicators(matches, atlas, lang)?.unwrap_or_else(|| PeersSpec::usual(atlas));
    let mut spec = PeersSpec { lang, selected: codes(matches, bundle), ..PeersSpec::new(indicators) };
    spec.count = matches.get_one::<u16>("count").map_or(PeersSpec::SHOWN, |count| usize::from(*count));
    Ok(spec)
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    Ok(PeersSpec { page: page(matches, lang)?, ..spec(matches, bundle, lang)? }.into())
}
