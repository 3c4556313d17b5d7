//! The answers to open questions about a file, from a file and from options.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::base::Code;
use crate::data::Quality;
use crate::i18n::{Lang, texts as t};
use crate::io::file::{self, FileKind};
use crate::io::import::{Answers, CODES, Importer, Role, Rows, When};
use crate::io::numbers::limits;
use crate::io::recipe::{self, Combine, Day, Measure, Per, Recipe};

use super::boundaries;
use super::builder::Builder;
use super::error::CliError;

/// The options that set answers, and the report.
pub fn arguments(b: &Builder) -> [Arg; 20] {
    [
        b.value("answers", "FILE", t::HELP_ANSWERS).value_parser(value_parser!(PathBuf)),
        b.value("sheet", "NAME", t::HELP_SHEET),
        b.value("date", "DATE", t::HELP_DATE),
        b.value("day", "start|end|year", t::HELP_DAY)
            .value_parser(clap::builder::PossibleValuesParser::new(Day::ALL.map(|(id, _)| id)))
            .hide_possible_values(true),
        b.value("decimal", ",|.", t::HELP_DECIMAL)
            .value_parser(clap::builder::PossibleValuesParser::new([",", "."]))
            .hide_possible_values(true),
        b.value("name", "NAME=CODE", t::HELP_NAME).action(ArgAction::Append),
        b.value("column", "NAME=ROLE", t::HELP_COLUMN_ROLE).action(ArgAction::Append),
        b.value("rows", "added|every|single", t::HELP_ROWS),
        b.value("combine", "NAME=HOW", t::HELP_COMBINE).action(ArgAction::Append),
        b.value("keep", "NAME=CELL", t::HELP_KEEP).action(ArgAction::Append),
        b.value("weight", "NAME=OF", t::HELP_WEIGHT).action(ArgAction::Append),
        b.value("per", "NAME[=OF[:100]]", t::HELP_PER).action(ArgAction::Append),
        b.value("quality", "NAME=STATUS", t::HELP_QUALITY).action(ArgAction::Append),
        b.value("steps", "NAME=A,B,C", t::HELP_STEPS).action(ArgAction::Append),
        b.value("withheld", "NAME=1-4", t::HELP_WITHHELD).action(ArgAction::Append),
        b.value("at", "DATE", t::HELP_AT),
        b.value("absent", "zero|missing", t::HELP_ABSENT)
            .value_parser(clap::builder::PossibleValuesParser::new(["zero", "missing"]))
            .hide_possible_values(true),
        b.value("hidden", "take|skip", t::HELP_HIDDEN)
            .value_parser(clap::builder::PossibleValuesParser::new(["take", "skip"]))
            .hide_possible_values(true),
        b.value("accept", "CODE", t::HELP_ACCEPT).action(ArgAction::Append),
        b.value("report", "FILE", t::HELP_REPORT).value_parser(value_parser!(PathBuf)),
    ]
}

/// The options that use a recipe of the user's, and save answers as one.
pub fn recipes(b: &Builder) -> [Arg; 2] {
    let path = |arg: Arg| arg.value_parser(value_parser!(PathBuf));
    [
        path(b.value("recipe", "FILE", t::HELP_WITH_RECIPE)),
        path(b.value("save-recipe", "FILE", t::HELP_SAVE_RECIPE)),
    ]
}

/// The given answers: those in the file, overridden by those in options.
pub fn given(matches: &ArgMatches, lang: Lang) -> Result<Answers, CliError> {
    let mut answers = match matches.get_one::<PathBuf>("answers") {
        None => Answers::default(),
        Some(path) => {
            let text = file::read_text(path, FileKind::Settings)
                .map_err(|unread| CliError::not_read(path, &unread, lang))?;
            serde_json::from_str(&text).map_err(|fault| {
                CliError::message(t::source_bad_answers(lang, path.display(), fault.line()))
            })?
        }
    };
    let one = |name| matches.get_one::<String>(name).cloned();
    answers.sheet = one("sheet").or(answers.sheet);
    answers.crs = one("crs").or(answers.crs);
    answers.layer = one("layer").or(answers.layer);
    answers.levels.extend(boundaries::levels(matches, lang)?);
    answers.decimal = one("decimal").and_then(|text| text.chars().next()).or(answers.decimal);
    let day = one("day").and_then(|typed| Day::ALL.into_iter().find(|(id, _)| *id == typed));
    answers.day = day.map(|(_, day)| day).or(answers.day);
    if let Some(date) = one("date") {
        answers.date = {
            let when = When::try_from(date.clone()).ok().or_else(|| When::typed(&date));
            Some(when.ok_or_else(|| CliError::message(t::cli_bad_date(lang, &date)))?)
        };
    }
    let pairs = |option: &'static str| {
        let typed = matches.get_many::<String>(option).into_iter().flatten();
        typed.map(move |typed| {
            let pair = typed.rsplit_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
            pair.ok_or_else(|| CliError::message(t::cli_pair(lang, option, typed)))
        })
    };
    for pair in pairs("name") {
        let (name, code) = pair?;
        answers.names.insert(name, Code::from(code));
    }
    for pair in pairs("column") {
        let (name, role) = pair?;
        let role = Role::from_id(&role)
            .ok_or_else(|| CliError::message(t::cli_bad_value(lang, &role, "--column")))?;
        answers.columns.insert(name, role);
    }
    for pair in pairs("weight") {
        let (name, of) = pair?;
        answers.meaning(&name).weight = Some(of);
    }
    for typed in matches.get_many::<String>("per").into_iter().flatten() {
        let (name, of) = typed.rsplit_once('=').unwrap_or((typed, ""));
        let per = Per::typed(of).ok_or_else(|| CliError::message(t::cli_bad_value(lang, of, "--per")))?;
        answers.meaning(name).per = Some(per);
    }
    for pair in pairs("quality") {
        let (name, status) = pair?;
        answers.meaning(&name).quality = match status.as_str() {
            "final" => Quality::Final,
            "provisional" => Quality::Provisional,
            "estimated" => Quality::Estimated,
            _ => return Err(CliError::message(t::cli_bad_value(lang, &status, "--quality"))),
        };
    }
    for pair in pairs("withheld") {
        let (name, within) = pair?;
        if limits(&within, true).is_none() {
            return Err(CliError::message(t::cli_bad_value(lang, &within, "--withheld")));
        }
        answers.meaning(&name).withheld = Some(within);
    }
    for pair in pairs("steps") {
        let (name, steps) = pair?;
        let meaning = answers.meaning(&name);
        meaning.steps = steps.split(',').map(|step| step.trim().to_owned()).collect();
        meaning.measure = meaning.measure.or(Some(Measure::Ordinal));
    }
    for pair in pairs("combine") {
        let (name, how) = pair?;
        let combine = Combine::typed(&how)
            .ok_or_else(|| CliError::message(t::cli_bad_value(lang, &how, "--combine")))?;
        answers.rows = answers.rows.or(Some(Rows::Added));
        answers.combine.insert(name, combine);
    }
    for pair in pairs("keep") {
        let (name, cell) = pair?;
        answers.keep.entry(name).or_default().insert(cell);
    }
    if let Some(rows) = one("rows") {
        let told = Rows::from_id(&rows);
        answers.rows = Some(told.ok_or_else(|| CliError::message(t::cli_bad_value(lang, &rows, "--rows")))?);
    }
    if let Some(at) = one("at") {
        let date = When::typed(&at).and_then(When::date);
        answers.at = Some(date.ok_or_else(|| CliError::message(t::cli_bad_date(lang, &at)))?);
    }
    answers.absent_zero = one("absent").map(|told| told == "zero").or(answers.absent_zero);
    answers.skip_hidden = one("hidden").map(|told| told == "skip").or(answers.skip_hidden);
    for code in matches.get_many::<String>("accept").into_iter().flatten() {
        if code != "all" && !CODES.contains(&code.as_str()) {
            return Err(CliError::message(t::cli_bad_value(lang, code, "--accept")));
        }
        answers.accepted.insert(code.clone());
    }
    Ok(answers)
}

/// Adds the requested recipe.
pub fn add_recipe(matches: &ArgMatches, importer: &mut Importer, lang: Lang) -> Result<(), CliError> {
    if let Some(path) = matches.get_one::<PathBuf>("recipe") {
        importer.add_recipe(read_recipe(path, lang)?);
    }
    Ok(())
}

/// Reads a recipe from a file.
pub fn read_recipe(path: &Path, lang: Lang) -> Result<Recipe, CliError> {
    let text = file::read_text(path, FileKind::Settings)
        .map_err(|unread| CliError::not_read(path, &unread, lang))?;
    recipe::read(&text)
        .map_err(|at| CliError::message(t::cli_bad_recipe(lang, path.display(), at.row, at.written)))
}

/// Where to save how a file was read as a recipe.
pub(crate) fn recipe_path(matches: &ArgMatches) -> Option<&Path> {
    matches.get_one::<PathBuf>("save-recipe").map(PathBuf::as_path)
}
