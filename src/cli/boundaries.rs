//! `--boundaries`: other boundaries for every command.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::i18n::{Lang, texts as t};
use crate::io::custom_territory::{CustomTerritory, CustomTerritorySpec, read};

use super::builder::Builder;
use super::error::CliError;

/// The options for other boundaries.
pub fn arguments(b: &Builder) -> [Arg; 3] {
    [
        b.value("boundaries", "FILE", t::HELP_BOUNDARIES).value_parser(value_parser!(PathBuf)).global(true),
        b.value("level-attribute", "LEVEL=ATTR", t::HELP_LEVEL_ATTRIBUTE)
            .action(ArgAction::Append)
            .global(true),
        b.value("crs", "EPSG", t::HELP_CRS).global(true),
    ]
}

/// The requested boundaries; `None` for those of the program.
pub fn asked(matches: &ArgMatches, lang: Lang) -> Result<Option<CustomTerritory>, CliError> {
    let Some(path) = matches.get_one::<PathBuf>("boundaries") else { return Ok(None) };
    let mut spec = CustomTerritorySpec {
        crs: matches.get_one::<String>("crs").cloned(),
        ..CustomTerritorySpec::default()
    };
    for typed in matches.get_many::<String>("level-attribute").into_iter().flatten() {
        if !spec.set_level(typed) {
            return Err(CliError::message(t::cli_level_attribute(lang, typed)));
        }
    }
    read(path, &spec).map(Some).map_err(|error| CliError::message(error.text(lang)))
}
