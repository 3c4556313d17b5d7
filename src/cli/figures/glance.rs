//! `figure glance`: the page of a place, or one for each place of a level.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::{ArgMatches, Command};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use serde_json::{Value, json};

use crate::base::{Code, Level};
use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{Output, codes, not_written, output_path, page, warnings};
use crate::cli::overwrite;
use crate::cli::values::text;
use crate::document::{FigureSpec, GlanceSpec, PageSpec};
use crate::export::Format;
use crate::figure::Warned;
use crate::figure::glance::page as composed;
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;

use super::again::progress;

const WHOLE: &str = "page";
const PARTS: [&str; 2] = [WHOLE, "text"];
const LEVELS: [Level; 3] = [Level::Comuni, Level::Ambiti, Level::Asst];

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("glance", t::HELP_GLANCE)
        .arg(b.value("territory", "CODE", t::HELP_GLANCE_TERRITORY))
        .arg(
            b.value("each", "comuni|ambiti|asst", t::HELP_GLANCE_EACH)
                .value_parser(clap::builder::PossibleValuesParser::new(LEVELS.map(Level::id)))
                .hide_possible_values(true),
        )
        .arg(b.choice("parts", &PARTS, WHOLE, t::HELP_GLANCE_PAGES))
        .arg(b.choice("format", &Format::ALL.map(Format::extension), "pdf", t::HELP_FIGURE_FORMAT))
        .args(b.page())
}

/// Draws the page, or all of them.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    if let Some(level) = matches.get_one::<String>("each").and_then(|id| Level::from_id(id)) {
        if matches.contains_id("territory") {
            return Err(CliError::message(lang.text(t::GLANCE_EACH_OR_ONE)));
        }
        return each(matches, level, bundle, lang);
    }
    let output = Output::read(matches, lang)?;
    let atlas = &bundle.atlas;
    let selected = codes(matches, bundle);
    for code in &selected {
        atlas
            .territories
            .find(code)
            .ok_or_else(|| CliError::message(t::cli_unknown_territory(lang, code)))?;
    }
    let spec = match selected.first().cloned().or_else(|| ats(bundle)) {
        Some(code) if output.has_page() && text(matches, "parts") == WHOLE => {
            let spec = composed::page(&code, atlas, lang);
            dressed(
                spec.ok_or_else(|| CliError::message(t::cli_unknown_territory(lang, &code)))?,
                matches,
                lang,
            )?
        }
        _ => {
            let glance =
                GlanceSpec { selected, lang, page: page(matches, lang)?, ..GlanceSpec::usual(atlas) };
            FigureSpec::under(glance.into(), atlas)
        }
    };
    output.draw(matches, &spec, bundle, Vec::new())
}

fn ats(bundle: &Bundle) -> Option<Code> {
    bundle.atlas.territories.units(Level::Ats).first().map(|ats| ats.code.clone())
}

/// The page with what was asked for: its own size, type and title stay where nothing else was.
fn dressed(spec: FigureSpec, matches: &ArgMatches, lang: Lang) -> Result<FigureSpec, CliError> {
    let (own, asked) = (&spec.page, page(matches, lang)?);
    let has = |name: &str| matches.contains_id(name);
    let page = PageSpec {
        width: if has("size") { asked.width } else { own.width },
        height: if has("size") { asked.height } else { own.height },
        type_scale: if has("type-scale") { asked.type_scale } else { own.type_scale },
        title: asked.title.clone().or_else(|| own.title.clone()),
        ..asked
    };
    Ok(FigureSpec { page, ..spec })
}

/// A page for each place of a level. They are drawn side by side, as many at once as there are processors; interrupted, it
/// leaves whole files.
fn each(matches: &ArgMatches, level: Level, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let folder = output_path(matches);
    let format = text(matches, "format");
    let pages = composed::each(level, &bundle.atlas, lang);
    let prefix = if level == Level::Comuni { t::GLANCE_MAYOR_FILE } else { t::GLANCE_FILE };
    let named = |name: &String| i18n::file_name(&[lang.text(prefix), name]);
    let stems = i18n::own_names(pages.iter().map(|(_, name, _)| named(name)).collect());
    fs::create_dir_all(&folder).map_err(|error| not_written(&folder, &error, lang))?;
    let read = overwrite::files_read(matches);
    let done = AtomicUsize::new(0);
    let of = pages.len();
    progress(0, of);
    let one =
        |((code, name, spec), stem): (&(Code, String, FigureSpec), &String)| -> Result<Value, CliError> {
            let path: PathBuf = folder.join(format!("{stem}.{format}"));
            let written = write(matches, &path, spec.clone(), &read, bundle, lang)?;
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, of);
            Ok(
                json!({ "code": code.as_str(), "name": name, "output": path.display().to_string(), "warnings": written }),
            )
        };
    let all: Vec<(&(Code, String, FigureSpec), &String)> = pages.iter().zip(&stems).collect();
    // A few at a time: a page waiting for its PDF to be compressed lends its thread to the next one, and with all of them on
    // offer none would be written until most are begun.
    let at_once = 4 * rayon::current_num_threads().max(1);
    let mut written: Vec<Value> = Vec::with_capacity(of);
    for some in all.chunks(at_once) {
        written.extend(some.par_iter().map(|pair| one(*pair)).collect::<Result<Vec<_>, CliError>>()?);
    }
    if matches.get_flag("json") {
        return Ok(format!("{:#}\n", json!({ "level": level.id(), "figures": written })));
    }
    Ok(written.iter().map(|one| format!("{}\n", one["output"].as_str().unwrap_or_default())).collect())
}

fn write(
    matches: &ArgMatches,
    path: &Path,
    spec: FigureSpec,
    read: &[PathBuf],
    bundle: &Bundle,
    lang: Lang,
) -> Result<Value, CliError> {
    overwrite::refuse(path, read, lang)?;
    let spec = dressed(spec, matches, lang)?;
    let Warned { remarks, .. } = Output::to(path, matches, lang)?.write(path, &spec, bundle)?;
    Ok(warnings(&remarks, lang))
}
