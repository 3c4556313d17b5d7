//! `stats slope-index`: how much an outcome differs from the most to the least disadvantaged areas.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::json;

use crate::analysis::heads;
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::values::text;
use crate::data::{Atlas, AtlasError, Query};
use crate::figure::reference_phrase;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::stats::inequality::slope_index;

use super::numbers::columns;
use super::table::{About, OF_INDICATOR, csv, of_indicator, printed, query, refused};

pub fn command(b: &Builder) -> Command {
    b.sub("slope-index", t::HELP_SLOPE_INDEX)
        .args(of_indicator(b))
        .arg(b.value("rank", "ID|C", t::HELP_RANK).required(true))
        .arg(csv(b, &["column", "weight"], &OF_INDICATOR))
        .arg(b.value("column", "C", t::HELP_COLUMN).requires("csv"))
        .arg(b.value("weight", "C", t::HELP_WEIGHT_COLUMN).requires("csv"))
        .arg(b.json())
}

pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let rank = text(matches, "rank");
    let (areas, about, by) = match matches.get_one::<PathBuf>("csv") {
        Some(file) => {
            let names = [text(matches, "column"), rank, text(matches, "weight")];
            let [outcomes, ranks, weights] = columns(file, names, lang)?;
            let all = outcomes.iter().zip(&ranks).zip(&weights);
            let areas: Vec<[f64; 3]> = all
                .filter_map(|((outcome, rank), weight)| Some([(*outcome)?, (*rank)?, (*weight)?]))
                .collect();
            (areas, About::file(&names), rank.to_owned())
        }
        None => {
            let atlas = &bundle()?.atlas;
            let query = query(matches, atlas, lang)?;
            let (areas, by, when) = of_indicators(atlas, &query, rank, lang)?;
            let mut about = About::indicator(atlas, &query, lang)?;
            about.lines.push(t::stats_ranked_by(lang, &by, when));
            (areas, about, by)
        }
    };
    let found = slope_index(&areas).map_err(|error| CliError::message(lang.inequality_error(error)))?;
    if matches.get_flag("json") {
        let mut out = about.json;
        out.insert("rank".to_owned(), json!(rank));
        out.insert("n".to_owned(), json!(areas.len()));
        out.insert("slope_index".to_owned(), json!(found.slope));
        out.insert("relative_index".to_owned(), json!(found.ratio));
        return Ok(printed(out));
    }
    let number = |x: f64| i18n::significant(lang, x, 3);
    let mut lines = about.lines;
    lines.push(t::stats_slope_index(lang, number(found.slope), by));
    lines.extend(found.ratio.map(|ratio| t::stats_relative_index(lang, number(ratio))));
    lines.push(lang.text(t::STATS_BETWEEN_AREAS).to_owned());
    Ok(lines.join("\n") + "\n")
}

/// Outcome, rank and heads of the areas that have all three; the name of what orders them, and its date in words.
fn of_indicators(
    atlas: &Atlas,
    query: &Query,
    rank: &str,
    lang: Lang,
) -> Result<(Vec<[f64; 3]>, String, String), CliError> {
    let fault = |error: AtlasError| CliError::from_atlas(&error, lang);
    let outcomes = heads(atlas, query).map_err(|error| refused(&error, atlas, lang))?;
    let by = atlas.indicator(rank).map_err(fault)?;
    let date = atlas.date_beside(by, query.date).ok_or_else(|| {
        fault(AtlasError::NoSuchDate {
            indicator: by.id.clone(),
            date: query.date,
            available: atlas.stated_dates(by),
        })
    })?;
    let ranks = atlas.compute(&Query { indicator: by.id.clone(), date, ..query.clone() }).map_err(fault)?;
    let areas = outcomes.units.iter().zip(&outcomes.areas);
    let areas =
        areas.filter_map(|(unit, area)| Some([area.value, ranks.rows.get(*unit)?.value.ok()?, area.weight]));
    let when = reference_phrase(lang, by.period.ending(date));
    Ok((areas.collect(), lang.pick(&by.name).to_owned(), when))
}
