//! `--formula` and `--formulas`: indicators typed as formulas; `formula`: what one becomes on these data.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;

use crate::base::Level;
use crate::data::formula::all_names;
use crate::data::{Atlas, Indicator, Term, Value};
use crate::document::OwnIndicator;
use crate::engine::formula::told::{lines, values};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;
use crate::io::file::{self, FileKind};
use crate::io::formulas::{from_toml, indicator, to_toml};
use crate::io::recipe::slug;

use super::builder::Builder;
use super::error::CliError;
use super::output::write_file;
use super::typed_formula::{ID, own, typed};

pub fn arguments(b: &Builder) -> [Arg; 2] {
    [
        b.value("formula", "ID=FORMULA", t::HELP_FORMULA).action(ArgAction::Append).global(true),
        b.value("formulas", "FILE.toml", t::HELP_FORMULAS)
            .value_parser(value_parser!(PathBuf))
            .action(ArgAction::Append)
            .global(true),
    ]
}

pub fn command(b: &Builder) -> Command {
    b.sub("formula", t::HELP_FORMULA_COMMAND)
        .arg(
            Arg::new("text")
                .value_name("FORMULA")
                .allow_hyphen_values(true)
                .help(b.text(t::HELP_FORMULA_TEXT)),
        )
        .arg(b.value("like", "WORDS", t::HELP_FORMULA_LIKE).conflicts_with("text"))
        .arg(b.value("id", "ID", t::HELP_FORMULA_ID).requires("text"))
        .arg(b.value("name", "T", t::HELP_FORMULA_NAME).requires("text"))
        .arg(
            b.value("output", "FILE.toml", t::HELP_FORMULA_SAVE)
                .short('o')
                .requires("text")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(b.json())
}

/// The formulas that a command was given.
fn asked(matches: &ArgMatches, lang: Lang) -> Result<Vec<OwnIndicator>, CliError> {
    let mut all: Vec<OwnIndicator> =
        matches.get_many::<String>("formula").into_iter().flatten().map(|text| typed(text)).collect();
    for path in matches.get_many::<PathBuf>("formulas").into_iter().flatten() {
        let bytes =
            file::read(path, FileKind::Settings).map_err(|unread| CliError::not_read(path, &unread, lang))?;
        let text = String::from_utf8_lossy(&bytes);
        let read = from_toml(&text)
            .map_err(|at| CliError::message(t::formula_unread(lang, path.display(), at.row)))?;
        all.extend(read);
    }
    Ok(all)
}

/// The bundle with the formulas that a command was given.
///
/// # Errors
/// One that is none, or an id that is taken.
pub fn with(bundle: Bundle, matches: &ArgMatches, lang: Lang) -> Result<Bundle, CliError> {
    let all = asked(matches, lang)?;
    if all.is_empty() {
        return Ok(bundle);
    }
    for own in &all {
        if bundle.atlas.caption(&own.id).is_ok() {
            return Err(CliError::message(t::formula_twice(lang, &own.id)));
        }
        if let Err(why) = indicator(own, &bundle.atlas) {
            return Err(CliError::message(t::formula_of(lang, &own.id, why.text(lang))));
        }
    }
    Ok(bundle.with_own(&all).0)
}

/// What a formula becomes, or the names it can use.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let Some(text) = matches.get_one::<String>("text") else {
        return Ok(names(matches, &bundle.atlas, lang));
    };
    let (id, formula) = match text.split_once('=') {
        Some((id, formula)) => (slug(id), formula),
        None => (String::new(), text.as_str()),
    };
    let id = matches.get_one::<String>("id").map(|id| slug(id)).unwrap_or(id);
    let id = if id.is_empty() { ID.to_owned() } else { id };
    let own = own(id, matches.get_one::<String>("name"), formula);
    let made = indicator(&own, &bundle.atlas)
        .map_err(|why| CliError::message(t::formula_of(lang, &own.id, why.text(lang))))?;
    if let Some(path) = matches.get_one::<PathBuf>("output") {
        write_file(path, to_toml(std::slice::from_ref(&own)).as_bytes(), lang)?;
    }
    let atlas = bundle.with_own(std::slice::from_ref(&own)).0.atlas;
    Ok(match matches.get_flag("json") {
        true => as_json(&own, &made, &atlas),
        false => lines(&made, &atlas, lang).join("\n") + "\n",
    })
}

fn names(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> String {
    let like = matches.get_one::<String>("like").map(|like| like.to_lowercase()).unwrap_or_default();
    let named = |name: &str| match atlas.catalogue.get(name) {
        Some(indicator) => lang.pick(&indicator.name).to_owned(),
        None => lang.variable(atlas, name),
    };
    let all = all_names(atlas).into_iter().map(|name| (name, named(name)));
    let matching: Vec<(&str, String)> = all
        .filter(|(name, words)| {
            like.split_whitespace().all(|part| name.contains(part) || words.to_lowercase().contains(part))
        })
        .collect();
    if matches.get_flag("json") {
        let rows: Vec<_> =
            matching.iter().map(|(name, words)| json!({ "name": name, "words": words })).collect();
        return format!("{:#}\n", json!(rows));
    }
    matching.into_iter().map(|(name, words)| format!("{name}: {words}\n")).collect()
}

fn as_json(own: &OwnIndicator, made: &Indicator, atlas: &Atlas) -> String {
    let rows = |level| -> Vec<_> {
        let row = |(name, value): (String, Value)| json!({ "name": name, "value": value.ok(), "absence": value.err().map(|absence| absence.id()) });
        values(made, level, atlas).into_iter().map(row).collect()
    };
    let dates: Vec<String> = atlas.dates(made).iter().map(ToString::to_string).collect();
    format!(
        "{:#}\n",
        json!({
            "id": own.id, "formula": own.formula, "multiplier": made.multiplier,
            "numerator": made.numerator.iter().map(Term::to_string).collect::<Vec<_>>(),
            "denominator": made.denominator.iter().map(Term::to_string).collect::<Vec<_>>(),
            "kind": format!("{:?}", made.kind).to_lowercase(), "dates": dates,
            "date": atlas.usual_date(made).map(|date| date.to_string()),
            "ats": rows(Level::Ats), "ambiti": rows(Level::Ambiti),
        })
    )
}
