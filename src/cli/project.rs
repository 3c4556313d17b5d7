//! `project`: creates, describes, verifies and changes projects.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use crate::data::Atlas;
use crate::document::{PackRef, ProjectKind};
use crate::figure::reference_name;
use crate::i18n::{Lang, Thing, texts as t};
use crate::io::project::{self, Access, Import, Lock, ProjectError, ProjectFile, VERSION, attached};
use crate::io::{Bundle, digest};

use super::builder::Builder;
use super::error::CliError;

pub fn command(b: &Builder) -> Command {
    let file = || b.files("file", "P.atlante", t::HELP_PROJECT_FILE);
    b.sub("project", t::HELP_PROJECTS)
        .subcommand_required(true)
        .subcommand(b.sub("new", t::HELP_PROJECT_NEW).arg(file()).arg(b.value(
            "name",
            "T",
            t::HELP_PROJECT_NAME,
        )))
        .subcommand(b.sub("info", t::HELP_PROJECT_INFO).arg(file()).arg(b.json()))
        .subcommand(b.sub("verify", t::HELP_PROJECT_VERIFY).arg(file()).arg(b.json()))
        .subcommand(
            b.sub("remove", t::HELP_PROJECT_REMOVE)
                .arg(file())
                .arg(Arg::new("id").value_name("ID").required(true).help(b.text(t::HELP_PROJECT_IMPORT))),
        )
        .subcommand(b.sub("attach", t::HELP_PROJECT_ATTACH).arg(file()).arg(b.files(
            "pack",
            "K.atlante",
            t::HELP_PROJECT_PACK_FILE,
        )))
        .subcommand(
            b.sub("pack", t::HELP_PROJECT_PACK).arg(file()).arg(
                b.value("output", "K.atlante", t::HELP_PROJECT_PACK_FILE)
                    .short('o')
                    .required(true)
                    .value_parser(value_parser!(PathBuf)),
            ),
        )
}

/// Runs the subcommand.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let atlas = &bundle.atlas;
    match matches.subcommand() {
        Some(("new", matches)) => create(matches, atlas, lang),
        Some(("info", matches)) => info(matches, atlas, lang),
        Some(("verify", matches)) => verify(matches, bundle, lang),
        Some(("remove", matches)) => remove(matches, atlas, lang),
        Some(("attach", matches)) => attach(matches, atlas, lang),
        Some(("pack", matches)) => pack(matches, atlas, lang),
        _ => unreachable!("clap asks for a subcommand"),
    }
}

/// The message on why a project failed.
pub fn failed(error: &ProjectError, lang: Lang) -> CliError {
    CliError::message(error.text(lang))
}

pub fn named<'a>(matches: &'a ArgMatches, name: &str) -> &'a Path {
    matches.get_one::<PathBuf>(name).map(PathBuf::as_path).expect("clap asks for it")
}

/// The right to write a project, or the message on why not.
pub(crate) fn writable(path: &Path, lang: Lang) -> Result<Lock, CliError> {
    match Access::to(path) {
        Access::Write(lock) => Ok(lock),
        access => {
            let why = access.refusal(lang).unwrap_or_default();
            Err(CliError::message(format!("{}: {why}", path.display())))
        }
    }
}

/// SHA-256 of a file.
fn digest_of(path: &Path, lang: Lang) -> Result<String, CliError> {
    let bytes = project::read(path).map_err(|fault| failed(&ProjectError::new(path, fault), lang))?;
    Ok(digest(&bytes))
}

fn create(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<String, CliError> {
    let path = named(matches, "file");
    let _lock = writable(path, lang)?;
    if path.exists() {
        return Err(CliError::message(t::cli_project_there(lang, path.display())));
    }
    let name = matches.get_one::<String>("name").cloned();
    let name = name.unwrap_or_else(|| path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
    ProjectFile::new(name).save(path, &atlas.territories).map_err(|error| failed(&error, lang))?;
    Ok(String::new())
}

fn info(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<String, CliError> {
    let path = named(matches, "file");
    let project = ProjectFile::open(path, &atlas.territories).map_err(|error| failed(&error, lang))?;
    let work = &project.work;
    if matches.get_flag("json") {
        let entry = json!({
            "format": VERSION, "kind": work.kind.id(), "name": work.name, "notes": work.notes,
            "figures": work.document.figures.iter().map(|figure| figure.name.as_str()).collect::<Vec<_>>(),
            "sets": work.document.sets.iter().map(|set| set.name.as_str()).collect::<Vec<_>>(),
            "packs": work.packs,
            "imports": project.imports.iter().map(|import| entry(import, lang)).collect::<Vec<_>>(),
        });
        return Ok(format!("{entry:#}\n"));
    }
    let counts = [
        (work.document.figures.len(), Thing::Figure),
        (work.document.sets.len(), Thing::Set),
        (project.imports.len(), Thing::Import),
    ];
    let counts = counts.map(|(n, thing)| lang.none_or_count(n, thing));
    let kind = lang.text(match work.kind {
        ProjectKind::Project => t::KIND_PROJECT,
        ProjectKind::Pack => t::KIND_PACK,
    });
    let [figures, sets, imports] = counts;
    let mut out = format!("{}\n", t::project_line(lang, kind, &work.name, figures, sets, imports));
    for pack in &work.packs {
        out.push_str(&format!("  {}\n", t::project_pack_line(lang, &pack.file)));
    }
    for import in &project.imports {
        out.push_str(&words(import, lang));
    }
    Ok(out)
}

fn entry(import: &Import, lang: Lang) -> Value {
    let (origin, meta) = (&import.origin, &import.dataset.meta);
    json!({
        "id": meta.id, "title": lang.pick(&meta.title), "file": origin.file, "sheet": origin.sheet,
        "sha256": origin.sha256, "recipe": origin.recipe, "source": lang.pick(&meta.source),
        "licence": meta.licence,
        "rows": { "read": origin.rows_read, "taken": origin.rows_taken },
        "dates": origin.dates, "variables": origin.variables,
        "indicators": import.indicator_ids(),
    })
}

fn words(import: &Import, lang: Lang) -> String {
    let (origin, meta) = (&import.origin, &import.dataset.meta);
    let dates: Vec<String> = import.references().iter().map(|at| reference_name(lang, *at)).collect();
    let dates = if dates.is_empty() { lang.text(t::EVERY_DATE).to_owned() } else { dates.join(", ") };
    let counts = [origin.rows_read, origin.rows_taken, origin.variables.len(), import.indicator_ids().len()];
    let counts = counts.map(|n| n.to_string());
    let [read, taken, variables, indicators] = counts.each_ref().map(String::as_str);
    format!(
        "{}  {}\n  {}\n  {}\n  {}\n",
        meta.id,
        lang.pick(&meta.title),
        t::import_file_line(lang, &origin.file, &origin.recipe, read, taken),
        t::import_holds_line(lang, variables, indicators, &dates),
        t::import_source(lang, lang.stated(lang.pick(&meta.source)), lang.licence(&meta.licence)),
    )
}

/// Opening verifies every part; in addition the packs must exist, and every indicator must have its variables.
fn verify(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let path = named(matches, "file");
    let territories = &bundle.atlas.territories;
    let project = ProjectFile::open(path, territories).map_err(|error| failed(&error, lang))?;
    let packs = attached(&project, path, territories).map_err(|error| failed(&error, lang))?;
    let bytes = project.to_bytes(territories);
    let saved = project::read(path);
    let same = matches!((bytes, saved), (Ok(bytes), Ok(saved)) if bytes == saved);
    let counts = [project.imports.len(), packs.len()];
    let replaced = bundle.replaced_by(packs.iter().chain([&project]));
    if matches.get_flag("json") {
        let entry = json!({
            "status": "ok", "imports": counts[0], "packs": counts[1], "canonical": same,
            "replaces": replaced,
        });
        return Ok(format!("{entry:#}\n"));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let counts = counts.map(|n| n.to_string());
    let mut out = format!("{}\n", t::project_whole(lang, &name, &counts[0], &counts[1]));
    if !replaced.is_empty() {
        out.push_str(&format!("{}\n", t::project_replaces(lang, replaced.join(", "))));
    }
    Ok(out)
}

/// Opens a project for writing, changes it and saves it.
fn change(
    path: &Path,
    atlas: &Atlas,
    lang: Lang,
    change: impl FnOnce(&mut ProjectFile) -> Result<(), CliError>,
) -> Result<String, CliError> {
    let _lock = writable(path, lang)?;
    let mut project = ProjectFile::open(path, &atlas.territories).map_err(|error| failed(&error, lang))?;
    change(&mut project)?;
    project.save(path, &atlas.territories).map_err(|error| failed(&error, lang))?;
    Ok(String::new())
}

fn remove(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<String, CliError> {
    let id = matches.get_one::<String>("id").expect("clap asks for it");
    change(named(matches, "file"), atlas, lang, |project| {
        if project.remove(id) {
            return Ok(());
        }
        let ids: Vec<&str> = project.imports.iter().map(Import::id).collect();
        Err(CliError::message(match ids.as_slice() {
            [] => t::cli_no_imports(lang, id),
            ids => t::cli_unknown_import(lang, id, ids.join(", ")),
        }))
    })
}

fn attach(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<String, CliError> {
    let (path, pack) = (named(matches, "file"), named(matches, "pack"));
    let file = pack.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let reference = PackRef { file, sha256: digest_of(pack, lang)? };
    change(path, atlas, lang, |project| {
        project.work.packs.retain(|known| known.file != reference.file);
        project.work.packs.push(reference);
        // The pack must be beside the project.
        attached(project, path, &atlas.territories).map(drop).map_err(|error| failed(&error, lang))
    })
}

fn pack(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<String, CliError> {
    let (path, output) = (named(matches, "file"), named(matches, "output"));
    if output.exists() {
        return Err(CliError::message(t::project_pack_exists(lang, output.display())));
    }
    let project = ProjectFile::open(path, &atlas.territories).map_err(|error| failed(&error, lang))?;
    project.packed().save(output, &atlas.territories).map_err(|error| failed(&error, lang))?;
    Ok(String::new())
}
