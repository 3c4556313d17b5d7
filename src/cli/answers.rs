//! The answers to what a file leaves open, from a file and from options.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::base::Code;
use crate::i18n::{Lang, fill, texts as t};
use crate::io::import::{Answers, Importer, Role, When};
use crate::io::recipe;

use super::builder::Builder;
use super::error::CliError;

/// The options that answer, and the report.
pub fn arguments(b: &Builder) -> [Arg; 8] {
    [
        b.value("answers", "FILE", t::HELP_ANSWERS).value_parser(value_parser!(PathBuf)),
        b.value("sheet", "NAME", t::HELP_SHEET),
        b.value("date", "DATE", t::HELP_DATE),
        b.value("decimal", ",|.", t::HELP_DECIMAL)
            .value_parser(clap::builder::PossibleValuesParser::new([",", "."]))
            .hide_possible_values(true),
        b.value("name", "NAME=CODE", t::HELP_NAME).action(ArgAction::Append),
        b.value("column", "NAME=ROLE", t::HELP_COLUMN_ROLE).action(ArgAction::Append),
        b.value("accept", "CODE", t::HELP_ACCEPT).action(ArgAction::Append),
        b.value("report", "FILE", t::HELP_REPORT).value_parser(value_parser!(PathBuf)),
    ]
}

/// The options that read by a recipe of one's own, and keep what was answered as one.
pub fn recipes(b: &Builder) -> [Arg; 2] {
    let path = |arg: Arg| arg.value_parser(value_parser!(PathBuf));
    [
        path(b.value("recipe", "FILE", t::HELP_WITH_RECIPE)),
        path(b.value("save-recipe", "FILE", t::HELP_SAVE_RECIPE)),
    ]
}

/// The answers given: those of the file, and over them those of the options.
pub fn given(matches: &ArgMatches, lang: Lang) -> Result<Answers, CliError> {
    let bad = |fault: String| CliError::message(fill(lang.text(t::SOURCE_BAD_ANSWERS), &[&fault]));
    let mut answers = match matches.get_one::<PathBuf>("answers") {
        None => Answers::default(),
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|fault| bad(fault.to_string()))?;
            serde_json::from_str(&text).map_err(|fault| bad(fault.to_string()))?
        }
    };
    let one = |name| matches.get_one::<String>(name).cloned();
    answers.sheet = one("sheet").or(answers.sheet);
    answers.crs = one("crs").or(answers.crs);
    answers.decimal = one("decimal").and_then(|text| text.chars().next()).or(answers.decimal);
    if let Some(date) = one("date") {
        answers.date = Some(When::try_from(date).map_err(|fault| bad(fault.to_string()))?);
    }
    let pairs = |option: &'static str| {
        let told = matches.get_many::<String>(option).into_iter().flatten();
        told.map(move |told| {
            let pair = told.rsplit_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
            pair.ok_or_else(|| CliError::message(fill(lang.text(t::CLI_PAIR), &[option, told])))
        })
    };
    for pair in pairs("name") {
        let (name, code) = pair?;
        answers.names.insert(name, Code::from(code));
    }
    for pair in pairs("column") {
        let (name, role) = pair?;
        let role = Role::from_id(&role).ok_or_else(|| bad(role))?;
        answers.columns.insert(name, role);
    }
    answers.accepted.extend(matches.get_many::<String>("accept").into_iter().flatten().cloned());
    Ok(answers)
}

/// Adds the recipe that is asked for.
pub fn add_recipe(matches: &ArgMatches, importer: &mut Importer, lang: Lang) -> Result<(), CliError> {
    let Some(path) = matches.get_one::<PathBuf>("recipe") else { return Ok(()) };
    let bad = |fault: String| {
        let shown = path.display().to_string();
        CliError::message(fill(
            lang.text(t::CLI_BAD_RECIPE),
            &[&shown, fault.lines().next().unwrap_or_default()],
        ))
    };
    let text = std::fs::read_to_string(path).map_err(|fault| bad(fault.to_string()))?;
    importer.add_recipe(recipe::read(&text).map_err(|fault| bad(fault.message().to_owned()))?);
    Ok(())
}

/// Where the reading is to be kept as a recipe.
pub fn recipe_path(matches: &ArgMatches) -> Option<&Path> {
    matches.get_one::<PathBuf>("save-recipe").map(PathBuf::as_path)
}
