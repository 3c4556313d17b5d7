//! `--what-if`: the same Comuni in other Ambiti.

use std::path::Path;

use clap::{Arg, ArgMatches};

use crate::data::WhatIf;
use crate::i18n::{Lang, texts as t};
use crate::io::{Bundle, what_if};

use super::builder::Builder;
use super::error::CliError;

/// The commands that take `--what-if`.
const COMMANDS: [&str; 7] = ["values", "figure", "territories", "indicators", "standard", "whence", "stats"];

/// The words for the official grouping.
const NONE: [&str; 2] = ["nessuna", "none"];

pub fn argument(b: &Builder) -> Arg {
    b.value("what-if", "FILE|MOVES", t::HELP_WHAT_IF).global(true)
}

/// Whether the results of a command stand on a hypothesis.
pub fn applies(command: &str) -> bool {
    COMMANDS.contains(&command)
}

/// The bundle under the hypothesis that is asked for or, if none is, under that of the project.
pub fn under(
    bundle: Bundle,
    of_project: WhatIf,
    matches: &ArgMatches,
    lang: Lang,
) -> Result<Bundle, CliError> {
    let command = matches.subcommand_name().unwrap_or_default();
    let asked = asked(matches, &bundle, lang)?;
    if !applies(command) {
        return match asked {
            Some(_) => Err(CliError::message(t::what_if_not_for(lang, command, COMMANDS.join(", ")))),
            None => Ok(bundle),
        };
    }
    let is_asked = asked.is_some();
    let what_if = asked.unwrap_or(of_project);
    if what_if.is_official() {
        return Ok(bundle);
    }
    let bundle = bundle.under(&what_if).map_err(|error| CliError::message(lang.what_if_error(&error)))?;
    match bundle.atlas.hypothesis() {
        None if is_asked => Err(CliError::message(lang.text(t::WHAT_IF_NOTHING))),
        _ => Ok(bundle),
    }
}

/// The hypothesis of the option, from a file or as typed.
fn asked(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Option<WhatIf>, CliError> {
    let Some(typed) = asked_text(matches) else { return Ok(None) };
    if NONE.contains(&typed.trim()) {
        return Ok(Some(WhatIf::default()));
    }
    let (territories, path) = (&bundle.atlas.territories, Path::new(typed));
    let read = match path.is_file() || !typed.contains('=') {
        true => what_if::read(path, territories),
        false => what_if::typed(typed, territories),
    };
    read.map(Some).map_err(|fault| CliError::message(fault.text(lang)))
}

fn asked_text(matches: &ArgMatches) -> Option<&str> {
    matches.get_one::<String>("what-if").map(String::as_str)
}

/// Whether `--what-if` was given, even as `none`.
pub fn is_asked(matches: &ArgMatches) -> bool {
    asked_text(matches).is_some()
}
