//! `figure ranking`: a ranking to a file.

use clap::{ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value as Json, json};

use crate::base::Level;
use crate::data::Atlas;
use crate::document::{Element, FigureSpec, RankingSpec};
use crate::figure::ranking::{Entry, RankingFigure};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::arguments::Builder;
use super::error::CliError;
use super::output::{Output, codes, page};
use super::values::{map, published_level, reference, text};

/// The grammar of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("ranking", t::HELP_RANKING)
        .args(b.query())
        .arg(
            b.value("top", "N", t::HELP_TOP)
                .value_parser(value_parser!(u16).range(1..))
                .allow_negative_numbers(true),
        )
        .arg(b.value("territory", "CODE", t::HELP_RANKING_TERRITORY).num_args(1..).action(ArgAction::Append))
        // What it shows is made by all four methods.
        .arg(b.flag("range", t::HELP_RANGE).conflicts_with("method"))
        .args(b.page())
}

/// Draws the ranking, writes it, and with `--json` tells what was drawn.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let output = Output::read(matches, lang)?;
    let mut spec = asked(matches, &bundle.atlas, lang)?;
    spec.top = matches.get_one::<u16>("top").map(|top| usize::from(*top));
    spec.chosen = codes(matches, bundle);
    spec.range = matches.get_flag("range");
    spec.page = page(matches, lang)?;
    if spec.range && spec.level == Level::Comuni {
        return Err(CliError::message(lang.text(t::CLI_RANGE_LEVEL)));
    }
    output.draw(matches, &FigureSpec::of(Element::Ranking(spec)), bundle)
}

/// The units or areas asked for.
fn asked(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<RankingSpec, CliError> {
    let id = text(matches, "indicator");
    if atlas.published(id).is_none() {
        return Ok(map(matches, atlas, lang)?.ranking());
    }
    if matches.get_flag("range") {
        return Err(CliError::message(t::cli_published_range(lang, id)));
    }
    let level = published_level(matches, atlas, lang)?.unwrap_or_else(|| atlas.listed_level(id));
    let at = reference(atlas, id, matches.get_one::<i16>("year").copied(), lang)?;
    let spec = RankingSpec::new(id, at, level);
    Ok(RankingSpec { lang, ..spec })
}

/// What was drawn, as JSON.
pub fn told(spec: &RankingSpec, figure: &RankingFigure) -> Json {
    let model = &figure.model;
    let rows = model.rows.iter().enumerate().map(|(i, row)| {
        let mut told = json!({
            "rank": row.rank, "tied": row.tied, "code": row.code.as_str(), "name": row.name, "value": row.value, "status": "ok",
            "chosen": row.chosen, "shown": figure.entries.contains(&Entry::Row(i)),
        });
        if let Some(range) = row.range {
            (told["min"], told["mean"], told["max"]) =
                (json!(range.min), json!(range.mean), json!(range.max));
        }
        told
    });
    let absent = model.absent.iter().map(|row| {
        json!({
            "rank": null, "code": row.code.as_str(), "name": row.name, "value": null,
            "status": row.reason.id(), "chosen": row.chosen,
        })
    });
    json!({
        "indicator": spec.indicator,
        "date": spec.at.date().map(|date| date.to_string()),
        "year": spec.at.year(),
        "level": spec.level.id(),
        "method": spec.method_shown().id(),
        "ats": model.whole.filter(|_| spec.at.date().is_some()),
        "whole": model.whole.map(|value| json!({ "name": model.whole_name, "value": value })),
        "rows": rows.chain(absent).collect::<Vec<_>>(),
    })
}
