//! No command writes over a file that it reads, by whatever spelling of the path, link or second name.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::i18n::{Lang, texts as t};
use crate::io::file::{self, FileKind, is_same};
use crate::io::source::with_parts;

use super::error::CliError;

/// The arguments that name files to be read, in any command.
const READ: [&str; 16] = [
    "formulas",
    "template",
    "files",
    "file",
    "pack",
    "recipe",
    "answers",
    "indicators",
    "logo",
    "spec",
    "csv",
    "boundaries",
    "data",
    "project",
    "grid",
    // A text of moves is the name of no file.
    "what-if",
];
/// The arguments that name files to be written. `import --into` reads its project and writes it again, which is what it
/// is for.
const WRITTEN: [&str; 4] = ["output", "report", "save-recipe", "save-spec"];

/// Refuses a command whose files would be written over each other or over what is read.
pub(crate) fn check(matches: &ArgMatches, lang: Lang) -> Result<(), CliError> {
    let (mut read, mut written) = (Vec::new(), Vec::new());
    collect(matches, &mut read, &mut written);
    for (i, path) in written.iter().enumerate() {
        if let Some(same) = written[..i].iter().find(|other| is_same(other, path)) {
            let [first, second] = [same, path].map(|path| path.display().to_string());
            return Err(CliError::message(t::cli_written_twice(lang, first, second)));
        }
        // A shapefile is written in parts too.
        with_parts(path).iter().try_for_each(|part| refuse(part, &read, lang))?;
    }
    Ok(())
}

/// Refuses to write to one of the files that are read.
pub(crate) fn refuse(path: &Path, read: &[PathBuf], lang: Lang) -> Result<(), CliError> {
    match read.iter().find(|read| is_same(read, path)) {
        Some(_) => Err(CliError::message(t::cli_over_input(lang, path.display()))),
        None => Ok(()),
    }
}

/// The files that a command reads.
pub(crate) fn files_read(matches: &ArgMatches) -> Vec<PathBuf> {
    let mut read = Vec::new();
    collect(matches, &mut read, &mut Vec::new());
    read
}

fn collect(matches: &ArgMatches, read: &mut Vec<PathBuf>, written: &mut Vec<PathBuf>) {
    let paths = |name: &str| -> Vec<PathBuf> {
        let raw = matches.try_get_raw(name).ok().flatten();
        raw.into_iter().flatten().map(PathBuf::from).collect()
    };
    for path in READ.into_iter().flat_map(paths) {
        if path.is_dir() {
            // A folder of data: its own lists, and the tables that they name.
            let lists = ["datasets.toml", "indicators.toml", "aree.csv"];
            let list = file::read_text(&path.join(lists[0]), FileKind::Settings).unwrap_or_default();
            let named = list.split(['"', '\'']).filter(|name| name.ends_with(".csv"));
            read.extend(named.chain(lists).map(|name| path.join(name)));
        } else {
            read.extend(with_parts(&path));
        }
    }
    let into = paths("into");
    written.extend(WRITTEN.into_iter().flat_map(paths));
    // Written last, and only if nothing else is in its place.
    written.extend(into);
    if let Some((_, inner)) = matches.subcommand() {
        collect(inner, read, written);
    }
}
