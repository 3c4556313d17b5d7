//! `figure series`: a time series to a file.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value as Json, json};

use crate::base::{Code, Level};
use crate::data::{Atlas, Method, Value};
use crate::document::{Element, FigureSpec, MapSpec, SeriesMode, SeriesSpec};
use crate::figure::series::{LineRole, SeriesModel, usual};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::arguments::Builder;
use super::error::CliError;
use super::output::{Output, codes, page};
use super::values::{published_level, reference, text};

/// No benchmark at all.
const NONE: &str = "none";

/// The grammar of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("series", t::HELP_SERIES)
        .arg(b.value("indicator", "ID", t::HELP_FIGURE_INDICATOR))
        .arg(b.value("territory", "CODE", t::HELP_SERIES_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(level(b))
        .arg(b.choice("method", &Method::ALL.map(Method::id), "pooled", t::HELP_METHOD))
        .arg(b.value("benchmarks", "asst,ats,lombardia,italia|none", t::HELP_BENCHMARKS))
        .arg(b.flag("band", t::HELP_BAND))
        .arg(b.choice("mode", &SeriesMode::ALL.map(SeriesMode::id), "absolute", t::HELP_MODE))
        .arg(b.value("base", "Y", t::HELP_BASE).value_parser(value_parser!(i16)).allow_negative_numbers(true))
        .args(b.page())
}

/// Unlike that of a map, it may be left out.
fn level(b: &Builder) -> Arg {
    let ids = Level::ALL.map(Level::id);
    let parser = PossibleValuesParser::new(ids);
    b.value("level", "LEVEL", t::HELP_SERIES_LEVEL)
        .value_name(ids.join("|"))
        .value_parser(parser)
        .hide_possible_values(true)
}

/// Draws the series, writes it, and with `--json` tells what was drawn.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let output = Output::read(matches, lang)?;
    let spec = spec(matches, bundle, lang)?;
    output.draw(matches, &FigureSpec::of(Element::Series(spec)), bundle)
}

fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<SeriesSpec, CliError> {
    let atlas = &bundle.atlas;
    let opening = MapSpec::opening(atlas).map(|map| map.indicator).unwrap_or_default();
    let id = matches.get_one::<String>("indicator").unwrap_or(&opening);
    let indicator = atlas.caption(id).map_err(|e| CliError::from_atlas(&e, lang))?;
    if indicator.as_published {
        published_level(matches, atlas, lang)?;
    }
    let mode = SeriesMode::from_id(text(matches, "mode")).unwrap_or_default();
    let mut spec = usual(atlas, indicator, codes(matches, bundle), mode);
    spec.lang = lang;
    spec.level = Level::from_id(text(matches, "level"));
    spec.method = Method::from_id(text(matches, "method")).unwrap_or_default();
    spec.band = matches.get_flag("band");
    if let Some(year) = matches.get_one::<i16>("base").copied() {
        spec.base = Some(reference(atlas, indicator.id, Some(year), lang)?);
    }
    if let Some(typed) = matches.get_one::<String>("benchmarks") {
        (spec.benchmarks, spec.areas) = benchmarks(typed, atlas, lang)?;
    }
    spec.page = page(matches, lang)?;
    Ok(spec)
}

/// The levels and areas named: a level's id, an area's code or its name.
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

/// Codes of the areas larger than every level.
fn wider(atlas: &Atlas) -> Vec<&str> {
    atlas.areas().iter().filter(|area| area.kind.level().is_none()).map(|area| area.code.as_str()).collect()
}

/// What was drawn, as JSON.
pub fn told(spec: &SeriesSpec, model: &SeriesModel) -> Json {
    let number = |value: Value| match value {
        Ok(x) => json!(x),
        Err(_) => Json::Null,
    };
    let status = |value: Value| value.err().map_or("ok", |reason| reason.id());
    let series = model.lines.iter().rev().map(|line| {
        let role = match line.role {
            LineRole::Chosen => "chosen",
            LineRole::Benchmark => "benchmark",
            LineRole::Context => "context",
        };
        let values = line.points(&model.references).zip(&line.observed).map(|((at, value), observed)| {
            json!({
                "date": at.date().map(|date| date.to_string()), "year": at.year(), "value": number(value), "status": status(value),
                "observed": number(*observed),
            })
        });
        json!({
            "code": line.code.as_str(), "name": line.name, "level": line.level.map(Level::id), "role": role,
            "published": line.published,
            "values": values.collect::<Vec<_>>(),
        })
    });
    let band = model.band.as_ref().map(|band| {
        let values = model.own_references().into_iter().zip(&band.extremes).map(|(at, extremes)| {
            json!({ "date": at.to_string(), "min": extremes.map(|e| e.0), "max": extremes.map(|e| e.1) })
        });
        json!({ "code": band.code.as_str(), "name": band.name, "comuni": band.members, "values": values.collect::<Vec<_>>() })
    });
    let between =
        |after: usize| json!([after, model.own_after(after)].map(|i| model.references[i].to_string()));
    let breaks =
        model.breaks.iter().map(|found| json!({ "between": between(found.after), "text": found.text }));
    json!({
        "indicator": spec.indicator,
        "method": spec.method.id(),
        "mode": spec.mode.id(),
        "base": model.base.map(|i| model.references[i].to_string()),
        "bases": model.bases.iter().map(|&i| model.references[i].to_string()).collect::<Vec<_>>(),
        "dates": model.own_references().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "series": series.collect::<Vec<_>>(),
        "band": band,
        "breaks": breaks.collect::<Vec<_>>(),
        "missing_between": model.gaps.iter().map(|&gap| between(gap)).collect::<Vec<_>>(),
    })
}
