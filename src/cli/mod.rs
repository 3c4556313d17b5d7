//! Layer 8: the command line. Parses arguments, calls the layers below, prints.
//!
//! Invariant: no window. Every error is one line on standard error that says what to do, and exit code 2; a closed
//! pipe is not an error.

mod answers;
mod arguments;
mod boundaries;
mod builder;
mod check;
mod coverage;
mod error;
mod figures;
mod formula;
mod import;
mod indicator_card;
mod lists;
mod output;
mod overwrite;
mod project;
mod report;
mod report_document;
mod standard;
mod stats;
mod typed_formula;
mod values;
mod what_if;
mod whence;

use std::ffi::OsString;
use std::io::{self, Write};

use clap::ArgMatches;

use crate::base::panics;
use crate::data::WhatIf;
use crate::i18n::{Lang, texts};
use crate::io::project::left_text;
use crate::io::{Bundle, WithProject};

use error::CliError;

/// Runs the program with these arguments (the first is its name) and returns its exit code.
pub fn run(arguments: Vec<OsString>) -> u8 {
    panics::install();
    let lang = arguments::lang_of(&arguments);
    let result = match arguments::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => dispatch(&matches, lang),
        Err(error) => Err(CliError::from_clap(&error, lang)),
    };
    match result {
        Ok(output) => print(&output, lang),
        Err(CliError::Help(text)) => print(&text, lang),
        Err(CliError::Message(message)) => {
            // If this fails too there is nobody left to tell.
            let _ = writeln!(io::stderr(), "atlante-cli: {message}");
            2
        }
    }
}

/// Without control characters, which names from a file may hold and a terminal would obey.
fn harmless(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Writes all output of a command at once.
fn print(text: &str, lang: Lang) -> u8 {
    let text = harmless(text);
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => 0,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            let _ = writeln!(io::stderr(), "atlante-cli: {}", lang.io_error(&error));
            2
        }
    }
}

fn dispatch(matches: &ArgMatches, lang: Lang) -> Result<String, CliError> {
    overwrite::check(matches, lang)?;
    let bundle = || {
        let folder = matches.get_one::<std::path::PathBuf>("data").map(std::path::PathBuf::as_path);
        let bundle = match boundaries::asked(matches, lang)? {
            None => Bundle::load(folder),
            Some(custom_territory) => Bundle::on(custom_territory, folder),
        }
        .map_err(|error| CliError::message(error.text(lang)))?;
        let (bundle, of_project) = match matches.get_one::<std::path::PathBuf>("project") {
            Some(path) => {
                let opened = bundle.with_project(path);
                let WithProject { bundle, replaced, left, what_if } =
                    opened.map_err(|error| project::failed(&error, lang))?;
                let replaced =
                    (!replaced.is_empty()).then(|| texts::project_replaces(lang, replaced.join(", ")));
                for text in replaced.into_iter().chain(left_text(&left, lang)) {
                    // Nobody is left to tell if this fails.
                    let _ = writeln!(io::stderr(), "{}", harmless(&text));
                }
                (bundle, what_if)
            }
            None => (bundle, WhatIf::default()),
        };
        let bundle = formula::with(bundle, matches, lang)?;
        what_if::under(bundle, of_project, matches, lang)
    };
    match matches.subcommand() {
        Some(("indicators", matches)) => indicator_card::run(matches, &bundle()?, lang),
        Some(("territories", matches)) => lists::territories(matches, &bundle()?, lang),
        Some(("datasets", matches)) => lists::datasets(matches, &bundle()?, lang),
        Some(("documents", matches)) => Ok(lists::documents(matches, &bundle()?, lang)),
        Some(("check", matches)) => check::run(matches, &bundle()?, lang),
        Some(("import", matches)) => import::run(matches, &bundle()?, lang),
        Some(("project", matches)) => project::run(matches, &bundle()?, lang),
        Some(("formula", matches)) => formula::run(matches, &bundle()?, lang),
        Some(("values", matches)) => values::run(matches, &bundle()?, lang),
        Some(("standard", matches)) => standard::run(matches, &bundle()?, lang),
        Some(("coverage", matches)) => Ok(coverage::run(matches, &bundle()?, lang)),
        Some(("whence", matches)) => whence::run(matches, &bundle()?, lang),
        Some(("report", matches)) => report::run(matches, bundle, lang),
        Some(("figure", matches)) => figures::run(matches, bundle, lang),
        Some(("stats", matches)) => stats::run(matches, bundle, lang),
        _ => unreachable!("clap asks for a subcommand"),
    }
}
