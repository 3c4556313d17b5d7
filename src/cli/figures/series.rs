//! `figure series`: writes a time series to a file.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::base::{Code, Level};
use crate::data::{Atlas, Method};
use crate::document::{Element, MapSpec, SeriesMode, SeriesSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page, standard};
use crate::cli::values::{published_level, reference, text};

/// No benchmark at all.
const NONE: &str = "none";

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("series", t::HELP_SERIES)
        .arg(b.value("indicator", "ID", t::HELP_FIGURE_INDICATOR))
        .arg(b.value("territory", "CODE", t::HELP_SERIES_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(level(b))
        .arg(b.choice("method", &Method::CHOICES.map(Method::id), "pooled", t::HELP_METHOD))
        .arg(b.value("benchmarks", "asst,ats,lombardia,italia|none", t::HELP_BENCHMARKS))
        .arg(b.flag("band", t::HELP_BAND))
        .arg(b.choice("mode", &SeriesMode::ALL.map(SeriesMode::id), "absolute", t::HELP_MODE))
        .arg(b.value("base", "Y", t::HELP_BASE).value_parser(value_parser!(i16)).allow_negative_numbers(true))
        .args(b.standard())
        .args(b.page())
}

/// The level, which unlike that of a map is optional.
fn level(b: &Builder) -> Arg {
    let ids = Level::ALL.map(Level::id);
    let parser = PossibleValuesParser::new(ids);
    b.value("level", "LEVEL", t::HELP_SERIES_LEVEL)
        .value_name(ids.join("|"))
        .value_parser(parser)
        .hide_possible_values(true)
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    Ok(spec(matches, bundle, lang)?.into())
}

fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<SeriesSpec, CliError> {
    let atlas = &bundle.atlas;
    let opening = MapSpec::first(atlas).map(|map| map.indicator).unwrap_or_default();
    let id = matches.get_one::<String>("indicator").unwrap_or(&opening);
    let indicator = atlas.caption(id).map_err(|e| CliError::from_atlas(&e, lang))?;
    if indicator.as_published {
        published_level(matches, atlas, lang)?;
    }
    let mut spec = SeriesSpec::new(indicator.id, codes(matches, bundle));
    spec.mode = SeriesMode::from_id(text(matches, "mode")).unwrap_or_default();
    spec.lang = lang;
    spec.standard = standard(matches, lang)?;
    spec.level = Level::from_id(text(matches, "level"));
    spec.method = Method::from_id(text(matches, "method")).unwrap_or_default();
    spec.band = matches.get_flag("band");
    if let Some(year) = matches.get_one::<i16>("base").copied() {
        spec.base = Some(reference(atlas, indicator.id, Some(year), lang)?);
    }
    if let Some(typed) = matches.get_one::<String>("benchmarks") {
        let (levels, areas) = benchmarks(typed, atlas, lang)?;
        (spec.benchmarks, spec.areas) = (Some(levels), Some(areas));
    }
    spec.page = page(matches, lang)?;
    Ok(spec)
}

/// The levels and areas in a list: ids of levels, codes or names of areas.
fn benchmarks(typed: &str, atlas: &Atlas, lang: Lang) -> Result<(Vec<Level>, Vec<Code>), CliError> {
    const ALLOWED: [Level; 2] = [Level::Asst, Level::Ats];
    let (mut levels, mut areas) = (Vec::new(), Vec::new());
    for id in typed.split(',').map(str::trim).filter(|id| *id != NONE) {
        let level = Level::from_id(id).filter(|level| ALLOWED.contains(level));
        let area = || atlas.area(&Code::from(id)).or_else(|| atlas.area_named(id));
        match (level, area()) {
            (Some(level), _) => levels.push(level),
            (None, Some(area)) => areas.push(area.code.clone()),
            (None, None) => {
                let allowed: Vec<&str> = ["asst", "ats", NONE].into_iter().chain(wider(atlas)).collect();
                return Err(CliError::message(t::cli_bad_choice(
                    lang,
                    id,
                    "--benchmarks",
                    allowed.join(", "),
                )));
            }
        }
    }
    Ok((levels, areas))
}

/// Codes of the areas beyond all levels.
fn wider(atlas: &Atlas) -> Vec<&str> {
    atlas.areas().iter().filter(|area| area.kind.level().is_none()).map(|area| area.code.as_str()).collect()
}
