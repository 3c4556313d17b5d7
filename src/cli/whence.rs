//! `whence`: where a printed number comes from.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use crate::engine::whence::{Answer, Asked, Count, Found, MOST, Refusal, Source, find};
use crate::i18n::{Lang, number, texts as t};
use crate::io::Bundle;

use super::builder::Builder;
use super::error::CliError;
use super::values::text;

/// The command.
pub fn command(b: &Builder) -> Command {
    b.sub("whence", t::HELP_WHENCE)
        .arg(
            Arg::new("number")
                .value_name("N")
                .required(true)
                .allow_hyphen_values(true)
                .help(b.text(t::HELP_WHENCE_NUMBER)),
        )
        .arg(b.value("near", "WORDS", t::HELP_WHENCE_NEAR).action(ArgAction::Append))
        .arg(
            b.value("limit", "N", t::HELP_WHENCE_LIMIT)
                .value_parser(value_parser!(u8).range(1..=MOST as i64))
                .allow_negative_numbers(true),
        )
        .arg(b.json())
}

/// Looks for the number and returns what was found as text.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let near: Vec<&str> =
        matches.get_many::<String>("near").into_iter().flatten().map(String::as_str).collect();
    let asked = Asked::read(text(matches, "number"), &near.join(" "), lang);
    let asked = asked.map_err(|refusal| CliError::message(refused(&refusal, lang)))?;
    let found = find(&asked, bundle, lang);
    let limit = matches.get_one::<u8>("limit").map_or(10, |limit| usize::from(*limit));
    Ok(match matches.get_flag("json") {
        true => format!("{:#}\n", as_json(&found, limit)),
        false => in_words(&found, limit),
    })
}

fn refused(refusal: &Refusal, lang: Lang) -> String {
    refusal.text(lang).trim_end_matches('.').to_owned()
}

fn in_words(found: &Found, limit: usize) -> String {
    let mut out = found.summary().join("\n");
    out.push('\n');
    for (place, answer) in (1..).zip(found.answers.iter().take(limit)) {
        let written = t::whence_written(found.lang, &answer.written, &answer.origin);
        out.push_str(&format!("\n{place}. {}\n   {written}\n", answer.line()));
        if let Some(caution) = &answer.caution {
            out.push_str(&format!("   {caution}\n"));
        }
    }
    let shown = found.answers.len().min(limit);
    if let Some(more) = found.total.checked_sub(shown).filter(|more| *more > 0) {
        out.push_str(&format!("\n{}\n", t::whence_more(found.lang, number(found.lang, more as f64, 0))));
    }
    out
}

fn as_json(found: &Found, limit: usize) -> Value {
    let count = |count: Count| json!({ "matches": count.matches, "by_chance": count.by_chance });
    let answers: Vec<Value> = found.answers.iter().take(limit).map(answer).collect();
    json!({
        "number": found.asked.number, "decimals": found.asked.decimals, "scale": found.asked.scale,
        "searched": found.searched,
        "matches": found.all.matches, "by_chance": found.all.by_chance,
        "near": found.near.map(count), "unknown_words": found.unknown,
        "changes_searched": found.changes_searched,
        "changes": count(found.changes),
        "like_the_first": count(found.like_the_first),
        "answers": answers,
    })
}

fn answer(answer: &Answer) -> Value {
    let source = match &answer.source {
        Source::Indicator(id) => json!({ "indicator": id, "as_published": false }),
        Source::Published(id) => json!({ "indicator": id, "as_published": true }),
        Source::Variable(dataset, variable) => json!({ "variable": variable, "dataset": dataset }),
        Source::Note { indicator, is_published } => {
            json!({ "indicator": indicator, "as_published": is_published, "in_a_note": true })
        }
        Source::Standard(id) => json!({ "standard": id }),
        Source::Cell { dataset, table, measure, indicator } => json!({
            "indicator": indicator, "as_published": true,
            "dataset": dataset, "table": table, "measure": measure,
        }),
    };
    let mut told = json!({
        "name": answer.name, "place": answer.place,
        "level": answer.unit.as_ref().map(|(level, _)| level.id()),
        "code": answer.unit.as_ref().map(|(_, code)| code.as_str()),
        "from": answer.from.map(|reference| reference.to_string()),
        "date": answer.reference.map(|reference| reference.to_string()),
        "method": answer.method.map(crate::data::Method::id), "how": answer.how, "caution": answer.caution,
        "value": answer.value, "written": answer.written, "source": answer.origin,
        "matches_of_the_same": answer.alike,
    });
    if let (Value::Object(told), Value::Object(source)) = (&mut told, source) {
        told.extend(source);
    }
    told
}
