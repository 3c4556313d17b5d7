//! `figure series`: a time series to a file.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value as Json, json};

use crate::base::Level;
use crate::data::{Kind, Method, Value};
use crate::document::{Element, FigureSpec, SeriesMode, SeriesSpec};
use crate::figure::series::{LineRole, SeriesModel};
use crate::i18n::{Lang, fill, texts as t};
use crate::io::Bundle;

use super::arguments::Builder;
use super::error::CliError;
use super::output::{Output, codes, page};
use super::values::{date, text};

/// No benchmark at all.
const NONE: &str = "none";

/// The grammar of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("series", t::HELP_SERIES)
        .arg(b.value("indicator", "ID", t::HELP_INDICATOR).required(true))
        .arg(b.value("territory", "CODE", t::HELP_SERIES_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(level(b))
        .arg(b.choice("method", &Method::ALL.map(Method::id), "pooled", t::HELP_METHOD))
        .arg(b.value("benchmarks", "asst,ats|none", t::HELP_BENCHMARKS))
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
    let indicator =
        bundle.atlas.indicator(text(matches, "indicator")).map_err(|e| CliError::from_atlas(&e, lang))?;
    let mut spec = SeriesSpec::new(indicator.id.as_str(), codes(matches));
    spec.lang = lang;
    spec.level = Level::from_id(text(matches, "level"));
    spec.method = Method::from_id(text(matches, "method")).unwrap_or_default();
    spec.mode = SeriesMode::from_id(text(matches, "mode")).unwrap_or_default();
    spec.band = matches.get_flag("band");
    if let Some(year) = matches.get_one::<i16>("base").copied() {
        spec.base = Some(date(&bundle.atlas, indicator, Some(year), lang)?);
    }
    match matches.get_one::<String>("benchmarks") {
        Some(typed) => spec.benchmarks = benchmarks(typed, lang)?,
        // Three million residents would flatten the line of any Comune.
        None if indicator.kind == Kind::Count
            && spec.mode != SeriesMode::Base100
            && !spec.chosen.is_empty() =>
        {
            spec.benchmarks.clear();
        }
        None => {}
    }
    spec.page = page(matches, lang)?;
    Ok(spec)
}

fn benchmarks(typed: &str, lang: Lang) -> Result<Vec<Level>, CliError> {
    const ALLOWED: [Level; 2] = [Level::Asst, Level::Ats];
    if typed == NONE {
        return Ok(Vec::new());
    }
    let one = |id: &str| {
        let level = Level::from_id(id).filter(|level| ALLOWED.contains(level));
        level.ok_or_else(|| {
            let allowed = format!("asst, ats, {NONE}");
            CliError::message(fill(lang.text(t::CLI_BAD_CHOICE), &[id, "--benchmarks", &allowed]))
        })
    };
    typed.split(',').map(|id| one(id.trim())).collect()
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
        let values = line.points(&model.dates).zip(&line.observed).map(|((date, value), observed)| {
            json!({
                "date": date.to_string(), "value": number(value), "status": status(value),
                "observed": number(*observed),
            })
        });
        json!({
            "code": line.code.as_str(), "name": line.name, "level": line.level.id(), "role": role,
            "values": values.collect::<Vec<_>>(),
        })
    });
    let band = model.band.as_ref().map(|band| {
        let values = model.dates.iter().zip(&band.extremes).map(|(date, extremes)| {
            json!({ "date": date.to_string(), "min": extremes.map(|e| e.0), "max": extremes.map(|e| e.1) })
        });
        json!({ "code": band.code.as_str(), "name": band.name, "comuni": band.members, "values": values.collect::<Vec<_>>() })
    });
    let between = |after: usize| json!([model.dates[after].to_string(), model.dates[after + 1].to_string()]);
    let breaks =
        model.breaks.iter().map(|found| json!({ "between": between(found.after), "text": found.text }));
    json!({
        "indicator": spec.indicator,
        "method": spec.method.id(),
        "mode": spec.mode.id(),
        "base": model.base.map(|i| model.dates[i].to_string()),
        "dates": model.dates.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "series": series.collect::<Vec<_>>(),
        "band": band,
        "breaks": breaks.collect::<Vec<_>>(),
        "missing_between": model.gaps.iter().map(|&gap| between(gap)).collect::<Vec<_>>(),
    })
}
