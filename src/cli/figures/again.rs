//! `figure --spec` and `figure atlas`: redrawing figures from the spec in a file.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use crate::base::Level;
use crate::document::Carried;
use crate::export::Format;
use crate::figure;
use crate::figure::Warned;
use crate::figure::page::each::{PlacePage, each};
use crate::i18n::{self, Lang, texts as t};
use crate::io::file::{self, FileKind};
use crate::io::{Bundle, reopen, unknown_fields};

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{Output, not_written, output_path, read, tell, warnings};
use crate::cli::overwrite;
use crate::cli::values::text;
use crate::cli::what_if;

use super::ignored::is_typed;

/// `--spec` and the output file, beside the subcommands that draw one figure each.
pub fn arguments(command: Command, b: &Builder) -> Command {
    let spec = b.value("spec", "FILE", t::HELP_SPEC).value_parser(value_parser!(PathBuf)).requires("output");
    let save = b.value("save-spec", "FILE.json", t::HELP_SAVE_SPEC).value_parser(value_parser!(PathBuf));
    let output = b.output().map(|arg| arg.required(false));
    command.args_conflicts_with_subcommands(true).arg(spec).arg(save).args(output)
}

/// The arguments of `figure atlas`.
pub(crate) fn atlas_command(b: &Builder) -> Command {
    let formats = Format::ALL.map(Format::extension);
    let [dpi, json, output] = b.output();
    b.sub("atlas", t::HELP_ATLAS)
        .arg(b.value("spec", "FILE", t::HELP_SPEC).required(true).value_parser(value_parser!(PathBuf)))
        .arg(b.choice("each", &Level::ALL.map(Level::id), "ambiti", t::HELP_EACH))
        .arg(b.choice("format", &formats, "pdf", t::HELP_FIGURE_FORMAT))
        .args([dpi, json])
        .arg(output.value_name("DIR").help(b.text(t::HELP_FOLDER)))
}

/// Redraws the figure of `--spec`.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let Some(path) = matches.get_one::<PathBuf>("spec") else {
        return Err(CliError::message(lang.text(t::NO_FIGURE_COMMAND)));
    };
    let output = Output::read(matches, lang)?;
    let Reopened { carried, unknown } = open(path, lang)?;
    let rated = bundle.with_carried(&carried);
    let bundle = rated.as_ref().unwrap_or(bundle);
    let mut carried = asked(carried, matches, bundle);
    // Texts that were typed stay in the language they were typed in.
    if is_typed(matches, "lang") {
        carried.figure.lang = lang;
    }
    let (mut drawn, remarks) = output.drawn(matches, &carried.figure, bundle)?;
    drawn["changed_data"] = changed(&carried, bundle);
    drawn["unknown_fields"] = json!(unknown);
    let report = tell(matches, drawn, &output_path(matches), &remarks, carried.figure.lang);
    let said = || differences(&carried, bundle, lang) + &not_known(&unknown, lang);
    Ok(if matches.get_flag("json") { report } else { report + &said() })
}

/// Draws the figure once for each territory of a level.
pub fn atlas(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let path = matches.get_one::<PathBuf>("spec").expect("clap requires it");
    let Reopened { carried, unknown } = open(path, lang)?;
    let rated = bundle.with_carried(&carried);
    let bundle = rated.as_ref().unwrap_or(bundle);
    let mut carried = asked(carried, matches, bundle);
    if is_typed(matches, "lang") {
        carried.figure.lang = lang;
    }
    let folder = matches.get_one::<PathBuf>("output").expect("clap requires it");
    let level = Level::from_id(text(matches, "each")).unwrap_or(Level::Ambiti);
    let format = text(matches, "format");
    let read_files = overwrite::files_read(matches);
    let pages = each(&carried.figure, level, bundle.sources())
        .map_err(|error| CliError::from_figure(&error, lang))?;
    let named = |page: &PlacePage| i18n::file_name(&[&page.spec.file_stem(), &page.name]);
    let stems = i18n::own_names(pages.iter().map(named).collect());
    fs::create_dir_all(folder).map_err(|error| not_written(folder, &error, lang))?;
    let mut written = Vec::new();
    for (i, (PlacePage { code, name, spec }, stem)) in pages.iter().zip(&stems).enumerate() {
        progress(i, pages.len());
        let path = folder.join(format!("{stem}.{format}"));
        overwrite::refuse(&path, &read_files, lang)?;
        let output = Output::to(&path, matches, lang)?;
        let Warned { value: figure, remarks } = output.write(&path, spec, bundle)?;
        let mut report = json!({
            "code": code.as_str(), "name": name, "output": path.display().to_string(),
            "caption": figure.caption, "alternative_text": figure.scene.description,
            "warnings": warnings(&remarks, spec.lang),
        });
        if matches.get_flag("json") {
            let (reading, findings) = read(spec, &figure, bundle, lang)?;
            (report["reading"], report["findings"]) = (reading, findings);
        }
        written.push(report);
    }
    progress(pages.len(), pages.len());
    if matches.get_flag("json") {
        let report = json!({
            "level": level.id(), "figures": written, "changed_data": changed(&carried, bundle),
            "unknown_fields": unknown,
        });
        return Ok(format!("{report:#}\n"));
    }
    let lines = written.iter().map(|one| format!("{}\n", one["output"].as_str().unwrap_or_default()));
    Ok(lines.collect::<String>() + &differences(&carried, bundle, lang) + &not_known(&unknown, lang))
}

/// Shows progress on a terminal.
pub(super) fn progress(done: usize, of: usize) {
    let mut err = io::stderr();
    if err.is_terminal() {
        let end = if done == of { "\n" } else { "" };
        // If this fails there is nobody left to tell.
        let _ = write!(err, "\r{done}/{of}{end}").and_then(|()| err.flush());
    }
}

/// A spec, and the fields of it that this version does not know.
struct Reopened {
    carried: Carried,
    unknown: Vec<String>,
}

fn not_known(unknown: &[String], lang: Lang) -> String {
    if unknown.is_empty() { String::new() } else { t::reopen_unknown(lang, unknown.join(", ")) + "\n" }
}

fn open(path: &Path, lang: Lang) -> Result<Reopened, CliError> {
    let bytes =
        file::read(path, FileKind::Figure).map_err(|unread| CliError::not_read(path, &unread, lang))?;
    let carried = reopen(&bytes).map_err(|error| CliError::message(error.text(lang, path.display())))?;
    let unknown = unknown_fields(&bytes, &carried);
    Ok(Reopened { carried, unknown })
}

/// The figure under the hypothesis asked for; without one it keeps its own.
fn asked(mut carried: Carried, matches: &ArgMatches, bundle: &Bundle) -> Carried {
    if what_if::is_asked(matches) {
        carried.figure.what_if = bundle.atlas.what_if();
    }
    carried
}

/// The data that have changed, as JSON.
fn changed(carried: &Carried, bundle: &Bundle) -> Value {
    json!(figure::changed(carried, &bundle.atlas))
}

/// The data that have changed, one line each.
fn differences(carried: &Carried, bundle: &Bundle, lang: Lang) -> String {
    let changed = figure::changed(carried, &bundle.atlas);
    let line = |one: &crate::document::DataIdentity| {
        let text = t::figure_changed(lang, &one.indicator, figure::reference_label(lang, one.at));
        format!("{text}\n")
    };
    changed.iter().map(line).collect()
}
