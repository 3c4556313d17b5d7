//! `import`: importing files of data into a project.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use crate::data::{Catalogue, CatalogueFault};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;
use crate::io::file::{self, FileKind};
use crate::io::import::{Answers, Checked, CheckedContent, Importer, Weight, When, add_effects};
use crate::io::project::{Choices, Import, ProjectFile, attached, take_in};
use crate::io::recipe::{self, Recipe};
use crate::io::source::is_part_of_another;

use super::answers;
use super::builder::Builder;
use super::check::{self, Standing};
use super::error::CliError;
use super::project::{failed, named, writable};

pub fn command(b: &Builder) -> Command {
    b.sub("import", t::HELP_IMPORT)
        .arg(b.files("files", "FILE", t::HELP_CHECK_FILES).num_args(1..))
        .arg(b.value("into", "P.atlante", t::HELP_INTO).required(true).value_parser(value_parser!(PathBuf)))
        .arg(b.value("recipe", "ID|FILE.toml", t::HELP_RECIPE))
        .args(answers::arguments(b))
        .arg(b.value("source", "T", t::HELP_SOURCE))
        .arg(b.value("licence", "T", t::HELP_LICENCE))
        .arg(
            b.value("indicators", "FILE.toml", t::HELP_IMPORT_INDICATORS)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(b.json())
}

/// The outcome for one table.
struct Outcome {
    entry: Value,
    words: String,
}

/// Imports the files. One that cannot be read, or leaves a question open, stops all of them; one that does not belong in a
/// project is left out, and said.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let files: Vec<&Path> =
        matches.get_many::<PathBuf>("files").into_iter().flatten().map(PathBuf::as_path).collect();
    let path = named(matches, "into");
    let _lock = writable(path, lang)?;
    let territories = &bundle.atlas.territories;
    let mut project = if path.exists() {
        ProjectFile::open(path, territories).map_err(|error| failed(&error, lang))?
    } else {
        ProjectFile::new(path.file_stem().unwrap_or_default().to_string_lossy())
    };
    let packs = attached(&project, path, territories).map_err(|error| failed(&error, lang))?;
    let base = bundle.with_projects(&packs);
    let importer = importer(matches, &project, &base, lang)?;
    let given = answers::given(matches, lang)?;
    let choices = choices(matches, &given, lang)?;

    let (mut all, mut digests) = (Vec::new(), Vec::new());
    for file in files.iter().filter(|file| !is_part_of_another(file, &files)) {
        let opened = Importer::open(file).map_err(|error| CliError::message(error.text(lang)))?;
        let checked = importer.check_opened(&opened, None, &given);
        let checked = checked.map_err(|error| CliError::message(error.text(lang)))?;
        digests.extend(checked.iter().map(|_| opened.sha256.clone()));
        all.extend(checked);
    }
    let there = base.with_projects([&project]).atlas;
    all.iter_mut().for_each(|checked| add_effects(checked, &there, &given));
    check::report(matches, &all, lang)?;
    all.iter().try_for_each(|checked| decided(checked, matches, lang))?;
    let mut outcomes = Vec::new();
    let mut standings = Vec::new();
    let mut imported = 0;
    for (checked, digest) in all.into_iter().zip(digests) {
        let (mut entry, mut words) = (check::entry(&checked, lang), check::words(&checked, lang));
        let recipe = recipe_used(&checked, &importer, &given);
        let status = checked.status();
        match take_in(checked, digest, recipe, &choices, &project, &base.atlas) {
            Ok(import) => {
                add_to_report(&import, &mut entry, &mut words, lang);
                let continued = continued(&import, &project);
                entry["continues"] = json!(continued);
                if !continued.is_empty() {
                    words.push_str(&format!("  {}\n", t::import_continues(lang, continued.join(", "))));
                }
                project.add(import);
                standings.push(Standing::Of(status));
                imported += 1;
            }
            // A problem with the user's own indicators is an error; one with the file is just reported.
            Err(error) if choices.indicators.is_some() => {
                return Err(CliError::message(error.text(lang)));
            }
            Err(error) => {
                entry["imported"] = Value::Null;
                entry["reason"] = json!({ "code": error.code(), "message": error.text(lang) });
                words.push_str(&format!("  {}\n", t::not_imported(lang, error.text(lang))));
                let standing = Standing::Refused(error);
                entry["status"] = json!(standing.id());
                standings.push(standing);
            }
        }
        outcomes.push(Outcome { entry, words });
    }
    if imported == 0 {
        let reason = outcomes.iter().find_map(|outcome| outcome.entry["reason"]["message"].as_str());
        let file = outcomes.first().and_then(|outcome| outcome.entry["file"].as_str());
        let line = format!("{}: {}", file.unwrap_or_default(), reason.unwrap_or_default());
        return Err(CliError::message(line));
    }
    project.save(path, territories).map_err(|error| failed(&error, lang))?;
    if matches.get_flag("json") {
        let files: Vec<Value> = outcomes.into_iter().map(|outcome| outcome.entry).collect();
        let shown = path.display().to_string();
        return Ok(format!(
            "{:#}\n",
            json!({ "project": shown, "status": check::status_of(&standings), "files": files })
        ));
    }
    Ok(outcomes.into_iter().map(|outcome| outcome.words).collect::<Vec<_>>().join("\n"))
}

/// The recipe for reading such a file again, including the answers, if there were any.
fn recipe_used(checked: &Checked, importer: &Importer, given: &Answers) -> Option<Recipe> {
    let CheckedContent::Table(table) = &checked.content else { return None };
    if *given == Answers::default() {
        return importer.recipe(&table.recipe).cloned();
    }
    Some(table.mapping.clone())
}

/// An importer with the recipes of the project and the requested one.
fn importer<'a>(
    matches: &ArgMatches,
    project: &ProjectFile,
    base: &'a Bundle,
    lang: Lang,
) -> Result<Importer<'a>, CliError> {
    let mut importer = Importer::new(&base.atlas.territories);
    for recipe in project.imports.iter().filter_map(|import| import.recipe.as_ref()) {
        if importer.recipe(&recipe.id).is_none() {
            importer.add_recipe(recipe.clone());
        }
    }
    let Some(asked) = matches.get_one::<String>("recipe") else { return Ok(importer) };
    let id = if Path::new(asked).extension().is_some() {
        let recipe = answers::read_recipe(Path::new(asked), lang)?;
        let id = recipe.id.clone();
        importer.add_recipe(recipe);
        id
    } else {
        asked.clone()
    };
    if importer.keep_recipe(&id) {
        Ok(importer)
    } else {
        let ids: Vec<String> = recipe::embedded().into_iter().map(|recipe| recipe.id).collect();
        Err(CliError::message(t::cli_unknown_recipe(lang, &id, ids.join(", "))))
    }
}

fn choices(matches: &ArgMatches, given: &Answers, lang: Lang) -> Result<Choices, CliError> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let date = match given.date {
        Some(When::At(at)) => at.date(),
        Some(When::Always) | None => None,
    };
    let indicators = matches.get_one::<PathBuf>("indicators").map(|path| {
        let text = file::read_text(path, FileKind::Settings)
            .map_err(|unread| CliError::not_read(path, &unread, lang))?;
        let shown = path.display();
        Catalogue::from_toml(&text).map_err(|fault| {
            CliError::message(match fault {
                CatalogueFault::Misread(at) => t::folder_toml(lang, shown, at.row, at.written),
                CatalogueFault::Unfit(unfit) => t::folder_unfit(lang, shown, lang.unfit(&unfit)),
            })
        })
    });
    Ok(Choices {
        date,
        source: text("source"),
        licence: text("licence"),
        indicators: indicators.transpose()?,
    })
}

/// What is ambiguous is not imported unless the user accepts the proposal or has answered otherwise.
fn decided(checked: &Checked, matches: &ArgMatches, lang: Lang) -> Result<(), CliError> {
    let asked = matches.get_one::<String>("recipe").filter(|asked| Path::new(asked).extension().is_none());
    if let (Some(asked), CheckedContent::Table(table)) = (asked, &checked.content)
        && *asked != table.recipe
    {
        return Err(CliError::message(t::cli_other_recipe(lang, &checked.file, asked)));
    }
    let open = checked.findings.iter().find(|finding| finding.weight == Weight::Choice);
    match open {
        Some(finding) => {
            let text = match finding.has_proposal() {
                _ if finding.is_of_date() => t::cli_to_date(lang, &checked.file, finding.text(lang)),
                true => t::cli_to_choose(lang, &checked.file, finding.text(lang)),
                false => format!("{}: {}", checked.file, finding.text(lang)),
            };
            Err(CliError::message(text))
        }
        None => Ok(()),
    }
}

/// The variables of an import of which the project has other dates from another file.
fn continued(import: &Import, project: &ProjectFile) -> Vec<String> {
    let others = || project.imports.iter().filter(|other| other.id() != import.id());
    let own = import.origin.variables.iter().map(|variable| &variable.id);
    own.filter(|id| others().any(|other| other.dataset.has(id))).cloned().collect()
}

/// Adds an import to the output.
fn add_to_report(import: &Import, entry: &mut Value, words: &mut String, lang: Lang) {
    let ids = import.indicator_ids();
    entry["imported"] = json!({
        "id": import.id(), "sha256": import.origin.sha256,
        "variables": import.origin.variables.iter().map(|v| v.id.as_str()).collect::<Vec<_>>(),
        "indicators": ids,
    });
    let counts = [import.origin.variables.len(), ids.len()].map(|n| n.to_string());
    let line = t::imported_as(lang, import.id(), &counts[0], &counts[1]);
    words.push_str(&format!("  {line}\n"));
    for indicator in &import.indicators {
        if let Some(warning) = &indicator.warning {
            let warning = t::imported_warning(lang, lang.pick(&indicator.name), lang.pick(warning));
            words.push_str(&format!("  {warning}\n"));
        }
    }
}
