//! `--boundaries`: other boundaries for every command.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::base::Level;
use crate::i18n::{Lang, texts as t};
use crate::io::custom_territory::{Attribute, CustomTerritory, CustomTerritorySpec, read};

use super::builder::Builder;
use super::error::CliError;

/// The options for other boundaries.
pub fn arguments(b: &Builder) -> [Arg; 4] {
    [
        b.value("boundaries", "FILE", t::HELP_BOUNDARIES).value_parser(value_parser!(PathBuf)).global(true),
        b.value("level-attribute", "LEVEL=ATTR", t::HELP_LEVEL_ATTRIBUTE)
            .action(ArgAction::Append)
            .global(true),
        b.value("layer", "NAME", t::HELP_LAYER).global(true),
        b.value("crs", "EPSG", t::HELP_CRS).global(true),
    ]
}

/// The attributes of `--level-attribute`.
pub(super) fn levels(matches: &ArgMatches, lang: Lang) -> Result<BTreeMap<Level, Attribute>, CliError> {
    let mut spec = CustomTerritorySpec::default();
    for typed in matches.get_many::<String>("level-attribute").into_iter().flatten() {
        if !spec.set_level(typed) {
            return Err(CliError::message(t::cli_level_attribute(lang, typed)));
        }
    }
    Ok(spec.levels)
}

/// The requested boundaries, after telling what was found in their file; `None` for those of the program.
pub fn asked(matches: &ArgMatches, lang: Lang) -> Result<Option<CustomTerritory>, CliError> {
    let Some(path) = matches.get_one::<PathBuf>("boundaries") else { return Ok(None) };
    let spec = CustomTerritorySpec {
        crs: matches.get_one::<String>("crs").cloned(),
        layer: matches.get_one::<String>("layer").cloned(),
        levels: levels(matches, lang)?,
    };
    let territory = read(path, &spec).map_err(|error| CliError::message(error.text(lang)))?;
    for finding in &territory.findings {
        // On standard error, because the output of a command may be a table or JSON. If it is closed, nobody reads it.
        let weight = lang.text(finding.severity.text());
        let _ = writeln!(io::stderr(), "{}: [{weight}] {}", territory.file, finding.text(lang));
    }
    Ok(Some(territory))
}
