//! `figure funnel`: writes a funnel plot to a file.

use clap::{ArgAction, ArgMatches, Command};

use crate::analysis::Benchmark;
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::stats::benchmark;
use crate::cli::values::{date, level};
use crate::document::{Element, FunnelSpec, MapSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("funnel", t::HELP_FUNNEL)
        .arg(b.value("indicator", "ID", t::HELP_FIGURE_INDICATOR))
        .arg(b.year())
        .arg(b.level())
        .arg(b.value("against", "ats|lombardia|V", t::HELP_AGAINST_ONE).allow_hyphen_values(true))
        .arg(b.flag("not-widened", t::HELP_NOT_WIDENED))
        .arg(b.value("territory", "CODE", t::HELP_FUNNEL_TERRITORY).num_args(1..).action(ArgAction::Append))
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let atlas = &bundle.atlas;
    let first = MapSpec::first(atlas);
    let usual = first.as_ref().map(|map| map.indicator.as_str());
    let id = matches.get_one::<String>("indicator").map(String::as_str).or(usual).unwrap_or_default();
    let indicator = atlas.indicator(id).map_err(|error| CliError::from_atlas(&error, lang))?;
    let date = date(atlas, indicator, matches.get_one::<i16>("year").copied(), lang)?;
    let mut spec = FunnelSpec::new(id, date, level(matches, atlas, &[id], lang)?);
    match benchmark(matches, "against", lang)? {
        Some(Benchmark::Asst) => return Err(CliError::message(lang.text(t::STATS_FUNNEL_ONE))),
        Some(Benchmark::Region) if Benchmark::Region.common(atlas, id, date).is_none() => {
            return Err(CliError::message(lang.no_benchmark(lang.pick(&indicator.name), Benchmark::Region)));
        }
        Some(against) => spec.against = against,
        None => {}
    }
    spec.widened = !matches.get_flag("not-widened");
    spec.selected = codes(matches, bundle);
    spec.lang = lang;
    spec.page = page(matches, lang)?;
    Ok(spec.into())
}
