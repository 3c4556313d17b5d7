//! `indicators ID`: the card of an indicator; without an id, the list of all indicators.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Code, Date};
use crate::data::Method;
use crate::engine::indicator_card::{IndicatorCard, View};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use super::builder::Builder;
use super::error::CliError;
use super::lists;
use super::values::{reference, text};

pub fn command(b: &Builder) -> Command {
    b.sub("indicators", t::HELP_INDICATORS)
        .arg(Arg::new("id").value_name("ID").help(b.text(t::HELP_INDICATORS_ID)))
        .arg(b.value("territory", "CODE", t::HELP_CARD_TERRITORY).requires("id"))
        .arg(b.year().requires("id"))
        .arg(b.method())
        .arg(b.json())
}

/// Returns the text of the requested card, or of the list.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let Some(id) = matches.get_one::<String>("id") else {
        return lists::indicators(matches, bundle, lang);
    };
    let atlas = &bundle.atlas;
    atlas.caption(id).map_err(|error| CliError::from_atlas(&error, lang))?;
    let territory = matches.get_one::<String>("territory").map(|code| Code::from(code.as_str()));
    if let Some(code) = &territory
        && atlas.territories.find(code).is_none()
    {
        return Err(CliError::message(t::cli_unknown_territory(lang, code)));
    }
    let year = matches.get_one::<i16>("year").copied();
    let date: Option<Date> = match year {
        Some(year) => reference(atlas, id, Some(year), lang)?.date(),
        None => None,
    };
    let method = Method::from_id(text(matches, "method")).unwrap_or_default();
    let view = View { territory, date, method };
    let card = IndicatorCard::new(id, &view, atlas, lang);
    let card = card.ok_or_else(|| CliError::message(t::cli_unknown_indicator(lang, id)))?;
    Ok(if matches.get_flag("json") { format!("{:#}\n", as_json(&card)) } else { in_words(&card) })
}

fn in_words(card: &IndicatorCard) -> String {
    let mut out = format!("{} ({})\n", card.name, card.id);
    for section in &card.sections {
        out.push_str(&format!("\n{}\n", section.heading));
        for line in &section.lines {
            out.push_str(&format!("  {line}\n"));
        }
    }
    out
}

fn as_json(card: &IndicatorCard) -> Value {
    let formula = card.formula.as_ref().map(|formula| {
        let parts: Vec<Value> = formula
            .parts
            .iter()
            .map(|part| json!({ "name": part.name, "value": part.value.and_then(Result::ok) }))
            .collect();
        json!({ "words": formula.words, "numbers": formula.numbers, "parts": parts })
    });
    let sections: Vec<Value> =
        card.sections.iter().map(|s| json!({ "heading": s.heading, "lines": s.lines })).collect();
    json!({ "id": card.id, "name": card.name, "formula": formula, "sections": sections })
}
