//! Import work off the window's thread: listing folders, reading files, turning tables into imports.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::data::{Catalogue, Indicator};
use crate::engine::action::Action;
use crate::engine::background::Broken;
use crate::engine::failure::{export_error, file_name, not_read, not_written};
use crate::engine::shared::Shared;
use crate::export::sheet::{self, SheetFormat};
use crate::i18n::{Lang, texts};
use crate::io::file::{self, FileKind};
use crate::io::import::{Answers, Checked, CheckedContent, Importer, Part, add_effects, report};
use crate::io::project::{Choices, Import, ProjectFile, take_in};
use crate::io::recipe::{self, GENERIC, Recipe};
use crate::io::source::{Problem, SourceError, is_part_of_another};
use crate::io::{Bundle, write_atomic};

use super::action::IntakeAction;
use super::answer::{Candidate, Terms};
use super::report::{IntakeReport, Outcome, ReadReport, Ticket};

/// The most files taken from one folder.
const MOST_FILES: usize = 200;
/// Extensions of the files that are looked for in a folder.
const LOOKED_FOR: [&str; 16] = [
    "csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet", "zip", "gz", "shp", "gpkg", "geojson", "topojson",
    "json", "kml", "kmz",
];

/// A job of an import.
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeJob {
    /// For the import in progress.
    For(Ticket, Work),
    ReadRecipe(PathBuf),
    WriteRecipe(PathBuf, Box<Recipe>),
    /// Write the report on tables.
    WriteReport(PathBuf, Vec<Shared<Checked>>),
}

/// A job for the import in progress.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// List the files in folders.
    List(Vec<PathBuf>),
    Read(Box<Reading>),
    /// Turn tables into imports.
    Draft(Box<Drafting>),
}

/// A file to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    pub entry: u64,
    /// The number of the request.
    pub asked: u64,
    pub path: PathBuf,
    /// Which table to read; `None` for all.
    pub part: Option<Part>,
    /// The user's answers.
    pub answers: Answers,
    /// The user's recipes, in addition to those of the program.
    pub recipes: Vec<Recipe>,
    /// The data it is read against.
    pub base: Shared<Bundle>,
}

/// Tables to turn into imports, in order: each avoids the names taken by those before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drafting {
    /// The number of the request.
    pub asked: u64,
    pub tables: Vec<Draftable>,
    /// The project they would join.
    pub project: Shared<ProjectFile>,
    /// The data that project is based on.
    pub base: Shared<Bundle>,
}

/// A table to turn into an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Draftable {
    pub entry: u64,
    pub checked: Shared<Checked>,
    /// SHA-256 of its file.
    pub sha256: String,
    /// The recipe it was read with.
    pub recipe: Option<Recipe>,
    /// Who published it, and what becomes an indicator.
    pub terms: Terms,
}

impl IntakeJob {
    /// Does the work and returns the action that reports the outcome, with messages in this language.
    pub fn run(self, lang: Lang) -> Action {
        Action::Intake(match self {
            Self::For(of, work) => {
                let outcome = match work {
                    Work::List(paths) => Outcome::Listed(list(&paths)),
                    Work::Read(reading) => read(&reading, &of),
                    Work::Draft(drafting) => draft(&drafting),
                };
                IntakeAction::Ended(Shared::new(IntakeReport { of, outcome }))
            }
            Self::ReadRecipe(path) => IntakeAction::RecipeRead(read_recipe(&path, lang).map(Box::new)),
            Self::WriteRecipe(path, recipe) => {
                let bytes = recipe::write(&recipe).map(String::into_bytes);
                let bytes = bytes.map_err(|_| lang.text(texts::CAUSE_OTHER).to_owned());
                written(path, bytes, lang)
            }
            Self::WriteReport(path, all) => {
                let all: Vec<Checked> = all.iter().map(|checked| Checked::clone(checked)).collect();
                let format = SheetFormat::of_path(&path).unwrap_or(SheetFormat::Csv);
                let bytes = sheet::file(&report(&all, lang), format);
                written(path, bytes.map_err(|error| export_error(lang, &error)), lang)
            }
        })
    }
}

impl IntakeJob {
    /// The action that reports that the work broke off.
    pub(in crate::engine) fn broken(&self, why: Broken, lang: Lang) -> Action {
        let cause = why.cause(lang);
        Action::Intake(match self {
            Self::For(of, work) => {
                let outcome = match work {
                    Work::List(_) => {
                        Outcome::Broken { asked: None, why: texts::intake_not_listed(lang, cause) }
                    }
                    Work::Read(reading) => {
                        let problem = match why {
                            Broken::Panicked => Problem::BrokeOff,
                            Broken::NotStarted => Problem::NotStarted,
                        };
                        let refusal = SourceError::new(&file_name(&reading.path), problem);
                        Outcome::Read(ReadReport {
                            refusal: Some(Arc::new(refusal)),
                            ..ReadReport::of(reading)
                        })
                    }
                    Work::Draft(drafting) => Outcome::Broken {
                        asked: Some(drafting.asked),
                        why: texts::intake_not_drafted(lang, cause),
                    },
                };
                IntakeAction::Ended(Shared::new(IntakeReport { of: of.clone(), outcome }))
            }
            Self::ReadRecipe(path) => IntakeAction::RecipeRead(Err(not_read(lang, path, cause))),
            Self::WriteRecipe(path, _) | Self::WriteReport(path, _) => {
                IntakeAction::Written(path.clone(), Err(not_written(lang, path, cause)))
            }
        })
    }
}

impl ReadReport {
    fn of(reading: &Reading) -> Self {
        Self {
            entry: reading.entry,
            asked: reading.asked,
            sha256: String::new(),
            tables: Vec::new(),
            unread: Vec::new(),
            refusal: None,
        }
    }
}

/// Writes a file and returns the action that reports the outcome.
fn written(path: PathBuf, bytes: Result<Vec<u8>, String>, lang: Lang) -> IntakeAction {
    let written = bytes.and_then(|bytes| write_atomic(&path, &bytes).map_err(|fault| lang.io_error(&fault)));
    let written = written.map_err(|cause| not_written(lang, &path, &cause));
    IntakeAction::Written(path, written)
}

/// The files, and for folders the files in them that may be data. The parts of a shapefile are read along with it.
fn list(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let is_data = |path: &PathBuf| {
            let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
            path.is_file() && LOOKED_FOR.contains(&extension.as_str())
        };
        let inside = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut inside: Vec<PathBuf> = inside.filter(is_data).collect();
        inside.sort();
        inside.truncate(MOST_FILES);
        // A folder without any is reported as a folder.
        if inside.is_empty() {
            inside.push(path.clone());
        }
        files.extend(inside);
    }
    let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let is_own = |path: &&PathBuf| !is_part_of_another(path, &all);
    files.iter().filter(is_own).cloned().collect()
}

/// Reads a file, unless the import was cancelled meanwhile.
fn read(reading: &Reading, of: &Ticket) -> Outcome {
    let Reading { path, part, answers, base, .. } = reading;
    let mut report = ReadReport::of(reading);
    if of.is_given_up() {
        return Outcome::Read(report);
    }
    let mut importer = Importer::new(&base.atlas.territories);
    // The last one added takes precedence.
    reading.recipes.iter().rev().for_each(|recipe| importer.add_recipe(recipe.clone()));
    let opened = match Importer::open(path) {
        Ok(opened) => opened,
        Err(refusal) => {
            report.refusal = Some(Arc::new(refusal));
            return Outcome::Read(report);
        }
    };
    let checked = importer.check_opened(&opened, part.as_ref(), answers);
    if of.is_given_up() {
        return Outcome::Read(report);
    }
    let recipe_of = |checked: &Checked| match &checked.content {
        CheckedContent::Table(table) if table.recipe == GENERIC || *answers != Answers::default() => {
            Some(table.mapping.clone())
        }
        CheckedContent::Table(table) => importer.recipe(&table.recipe).cloned(),
        CheckedContent::Boundaries { .. } => None,
    };
    report.sha256.clone_from(&opened.sha256);
    match checked {
        Ok(tables) => {
            let with_recipe = |mut checked: Checked| {
                add_effects(&mut checked, &base.atlas, answers);
                let recipe = recipe_of(&checked);
                (Arc::new(checked), recipe)
            };
            report.tables = tables.into_iter().map(with_recipe).collect();
        }
        Err(refusal) => {
            if matches!(refusal.problem, Problem::NoTerritory) {
                report.unread = Importer::look(&opened);
            }
            report.refusal = Some(Arc::new(refusal));
        }
    }
    Outcome::Read(report)
}

fn draft(drafting: &Drafting) -> Outcome {
    let mut project = ProjectFile::clone(&drafting.project);
    let mut drafts = Vec::new();
    for table in &drafting.tables {
        let Terms { source, licence, indicators } = &table.terms;
        let wanted = |all: &Vec<Candidate>| {
            let wanted = all.iter().filter(|candidate| candidate.is_wanted);
            Catalogue::new(Vec::new(), wanted.map(|candidate| candidate.indicator.clone()).collect())
        };
        let choices = Choices {
            date: None,
            source: source.clone(),
            licence: licence.clone(),
            indicators: indicators.as_ref().map(wanted),
        };
        let (checked, sha256) = (Checked::clone(&table.checked), table.sha256.clone());
        let draft = take_in(checked, sha256, table.recipe.clone(), &choices, &project, &drafting.base.atlas);
        let draft = draft.map(Arc::new).map_err(Arc::new);
        if let Ok(import) = &draft {
            project.add(Import::clone(import));
        }
        drafts.push((table.entry, draft));
    }
    let atlas = drafting.base.with_projects([&project]).atlas;
    let made = drafts.iter().filter_map(|(_, draft)| draft.as_ref().ok());
    let is_dateless = |indicator: &&Indicator| atlas.dates(indicator).is_empty();
    let dateless = made.flat_map(|import| &import.indicators).filter(is_dateless);
    let dateless = dateless.map(|indicator| indicator.id.clone()).collect();
    Outcome::Drafted { asked: drafting.asked, drafts, dateless }
}

fn read_recipe(path: &Path, lang: Lang) -> Result<Recipe, String> {
    let text = file::read_text(path, FileKind::Settings);
    let text = text.map_err(|unread| not_read(lang, path, &unread.cause(lang)))?;
    recipe::read(&text).map_err(|at| texts::cli_bad_recipe(lang, file_name(path), at.row, at.written))
}
