//! `stats`: statistics of an indicator, or of the columns of a file.

mod classify;
mod composite;
mod correlate;
mod forecast;
mod funnel;
mod grouping;
mod inequality;
mod intervals;
mod model;
mod numbers;
mod others;
mod peers;
mod rates;
mod segregation;
mod slope_index;
mod smoothed;
mod space;
mod standardise;
mod table;
mod trend;
mod variables;

use clap::{ArgMatches, Command};

use crate::analysis::Algorithm;
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::builder::Builder;
use super::error::CliError;

pub(crate) use classify::ClassArguments;
pub use numbers::{number, numbers};
pub(crate) use rates::{benchmark, confidence};
pub(crate) use variables::{fdr, neighbours};

/// The command with all its methods.
pub fn command(b: &Builder) -> Command {
    b.sub("stats", t::HELP_STATS)
        .subcommand_required(true)
        .subcommands([
            b.classify(),
            b.correlate(),
            intervals::wilson(b),
            intervals::byar(b),
            standardise::command(b),
            funnel::command(b),
            smoothed::command(b),
            trend::command(b),
            inequality::gini(b),
            inequality::theil(b),
            slope_index::command(b),
            segregation::command(b),
            forecast::command(b),
            model::command(b),
            composite::command(b),
            others::command(b),
            peers::command(b),
        ])
        .subcommands(space::commands(b))
        .subcommands(grouping::commands(b))
}

/// Runs a method. `bundle` is loaded only if an indicator is asked for.
pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    match matches.subcommand() {
        Some(("classify", matches)) => classify::classify(matches, lang),
        Some(("correlate", matches)) => correlate::correlate(matches, bundle, lang),
        Some((name @ ("wilson" | "byar"), matches)) => intervals::run(name, matches, bundle, lang),
        Some(("standardise", matches)) => standardise::run(matches, lang),
        Some(("funnel", matches)) => funnel::run(matches, bundle, lang),
        Some(("eb", matches)) => smoothed::run(matches, bundle, lang),
        Some(("trend", matches)) => trend::run(matches, bundle, lang),
        Some((name @ ("gini" | "theil"), matches)) => inequality::run(name, matches, bundle, lang),
        Some(("slope-index", matches)) => slope_index::run(matches, bundle, lang),
        Some(("segregation", matches)) => segregation::run(matches, bundle, lang),
        Some(("forecast", matches)) => forecast::run(matches, bundle, lang),
        Some(("ols", matches)) => model::run(matches, bundle, lang),
        Some(("others", matches)) => others::run(matches, bundle, lang),
        Some(("peers", matches)) => peers::run(matches, bundle, lang),
        Some(("ampi", matches)) => composite::run(matches, bundle, lang),
        Some((name, matches)) if space::NAMES.contains(&name) => space::run(name, matches, bundle, lang),
        Some((name, matches)) => match Algorithm::from_id(name) {
            Some(algorithm) => grouping::run(algorithm, matches, bundle, lang),
            None => unreachable!("clap knows the commands"),
        },
        None => unreachable!("clap asks for a subcommand"),
    }
}
