//! The arguments of the command line, in both languages.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::i18n::{Lang, texts as t};

use super::builder::Builder;
use super::{
    answers, boundaries, coverage, figures, formula, import, indicator_card, project, report, standard,
    stats, what_if, whence,
};

/// The language set by `--lang`, parsed before anything else because help and errors need it; Italian by default.
pub(crate) fn lang_of(arguments: &[OsString]) -> Lang {
    let text = |i: usize| arguments.get(i).and_then(|a| a.to_str());
    let asked = (0..arguments.len()).find_map(|i| match text(i)? {
        "--lang" => text(i + 1).and_then(Lang::from_id),
        other => other.strip_prefix("--lang=").and_then(Lang::from_id),
    });
    asked.unwrap_or_default()
}

pub fn command(lang: Lang) -> Command {
    let b = Builder::new(lang);
    let figure = figures::command(&b);
    let stats = stats::command(&b);
    b.sub("atlante-cli", t::HELP_ABOUT)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("it|en")
                .global(true)
                .value_parser(PossibleValuesParser::new(Lang::ALL.map(Lang::id)))
                .hide_possible_values(true)
                .help(lang.text(t::HELP_LANG)),
        )
        .arg(b.value("data", "DIR", t::HELP_DATA).value_parser(value_parser!(PathBuf)).global(true))
        .args(boundaries::arguments(&b))
        .arg(
            b.value("project", "P.atlante", t::HELP_PROJECT)
                .value_parser(value_parser!(PathBuf))
                .global(true),
        )
        .arg(what_if::argument(&b))
        .args(formula::arguments(&b))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(lang.text(t::HELP_VERSION)),
        )
        .subcommand(indicator_card::command(&b))
        .subcommand(formula::command(&b))
        .subcommand(b.sub("territories", t::HELP_TERRITORIES).arg(b.json()))
        .subcommand(b.sub("datasets", t::HELP_DATASETS).arg(b.json()))
        .subcommand(b.sub("documents", t::HELP_DOCUMENTS).arg(b.json()))
        .subcommand(
            b.sub("values", t::HELP_VALUES)
                .args(b.query())
                .mut_arg("indicator", |arg| arg.required(true).help(lang.text(t::HELP_INDICATOR)))
                .arg(b.value("where", "COND", t::HELP_WHERE))
                .arg(b.choice("format", &["csv", "json"], "csv", t::HELP_FORMAT)),
        )
        .subcommand(standard::command(&b))
        .subcommand(coverage::command(&b))
        .subcommand(whence::command(&b))
        .subcommand(
            b.sub("check", t::HELP_CHECK)
                .arg(b.files("files", "FILE", t::HELP_CHECK_FILES).num_args(1..))
                .args(answers::arguments(&b))
                .args(answers::recipes(&b))
                .arg(b.json()),
        )
        .subcommand(import::command(&b))
        .subcommand(project::command(&b))
        .subcommand(figure)
        .subcommand(report::command(&b))
        .subcommand(stats)
}
