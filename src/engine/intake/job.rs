//! What an import has done away from the window's thread: folders listed, files read, tables made imports of.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::data::{Catalogue, Indicator};
use crate::engine::action::Action;
use crate::engine::failure::{export_error, file_name, not_read, not_written};
use crate::engine::shared::Shared;
use crate::export::sheet::{self, SheetFormat};
use crate::i18n::{Lang, texts};
use crate::io::import::{Answers, Checked, CheckedContent, Importer, Part, Preview, report};
use crate::io::project::{Choices, Import, ProjectFile, digest, take_in};
use crate::io::recipe::{self, GENERIC, Recipe};
use crate::io::source::{Problem, SourceError, is_part_of_another};
use crate::io::{Bundle, write_atomic};

use super::action::IntakeAction;
use super::entry::{Draft, Terms};

/// The most files of one folder.
const MOST_FILES: usize = 200;
/// Extensions of the files that are looked for in a folder.
const LOOKED_FOR: [&str; 11] =
    ["csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet", "zip", "shp", "geojson", "json"];

/// Which import work is done for, until that is given up.
#[derive(Clone, Debug, Default)]
pub struct Ticket(Arc<AtomicBool>);

impl PartialEq for Ticket {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Ticket {
    /// Nobody waits for the work any longer.
    pub fn give_up(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_given_up(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Work to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeJob {
    /// For an import that is under way.
    For(Ticket, Work),
    /// Read a recipe.
    ReadRecipe(PathBuf),
    /// Write a recipe.
    WriteRecipe(PathBuf, Box<Recipe>),
    /// Write what was found in tables.
    WriteReport(PathBuf, Vec<Shared<Checked>>),
}

/// Work for an import that is under way.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// List what folders hold.
    List(Vec<PathBuf>),
    /// Read a file.
    Read(Box<Reading>),
    /// Make imports of tables.
    Draft(Box<Drafting>),
}

/// A file to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Whose.
    pub entry: u64,
    /// The number of the request.
    pub asked: u64,
    /// The file.
    pub path: PathBuf,
    /// Which of its tables; all of them where none is said.
    pub part: Option<Part>,
    /// What the user answered.
    pub answers: Answers,
    /// Recipes of the user's, beside those of the program.
    pub recipes: Vec<Recipe>,
    /// What it is read against.
    pub base: Shared<Bundle>,
}

/// Tables to become imports, in order: each knows the names that those before it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Drafting {
    /// The number of the request.
    pub asked: u64,
    /// The tables.
    pub tables: Vec<Draftable>,
    /// The project they would join.
    pub project: Shared<ProjectFile>,
    /// What it stands on.
    pub base: Shared<Bundle>,
}

/// A table to become an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Draftable {
    /// Whose.
    pub entry: u64,
    /// The table.
    pub checked: Shared<Checked>,
    /// SHA-256 of its file.
    pub sha256: String,
    /// How it was read.
    pub recipe: Option<Recipe>,
    /// Who published it, and what becomes an indicator.
    pub terms: Terms,
}

/// What came of it.
#[derive(Debug)]
pub struct IntakeReport {
    /// The import it was done for.
    pub of: Ticket,
    /// What.
    pub outcome: Outcome,
}

/// What came of work for an import.
#[derive(Debug)]
pub enum Outcome {
    /// The files of the folders and the files themselves.
    Listed(Vec<PathBuf>),
    /// A file was read.
    Read(ReadReport),
    /// Tables have become imports, or why not.
    Drafted {
        /// The number of the request.
        asked: u64,
        /// What each entry would become.
        drafts: Vec<(u64, Draft)>,
        /// Ids of indicators whose variables have no date in common.
        dateless: Vec<String>,
    },
}

/// A file that was read.
#[derive(Debug)]
pub struct ReadReport {
    /// Whose.
    pub entry: u64,
    /// The number of the request.
    pub asked: u64,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its tables, with the recipe that each was read by.
    pub tables: Vec<(Arc<Checked>, Option<Recipe>)>,
    /// Tables without a territory, which the user may name.
    pub unread: Vec<(Part, Preview)>,
    /// Why it cannot be read.
    pub refusal: Option<Arc<SourceError>>,
}

impl IntakeJob {
    /// Does it, and tells what came of it in that language.
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

/// Writes a file, and tells what came of it.
fn written(path: PathBuf, bytes: Result<Vec<u8>, String>, lang: Lang) -> IntakeAction {
    let written = bytes.and_then(|bytes| write_atomic(&path, &bytes).map_err(|fault| lang.io_error(&fault)));
    let written = written.map_err(|cause| not_written(lang, &path, &cause));
    IntakeAction::Written(path, written)
}

/// The files, and of folders those in them that may be data. Parts of a shapefile are read along with it.
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
        // A folder without any is told as a folder.
        if inside.is_empty() {
            inside.push(path.clone());
        }
        files.extend(inside);
    }
    let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let is_own = |path: &&PathBuf| !is_part_of_another(path, &all);
    files.iter().filter(is_own).cloned().collect()
}

/// Reads a file, unless nobody waits for it any longer.
fn read(reading: &Reading, of: &Ticket) -> Outcome {
    let Reading { path, part, answers, base, .. } = reading;
    let mut report = ReadReport {
        entry: reading.entry,
        asked: reading.asked,
        sha256: String::new(),
        tables: Vec::new(),
        unread: Vec::new(),
        refusal: None,
    };
    if of.is_given_up() {
        return Outcome::Read(report);
    }
    let mut importer = Importer::new(&base.atlas.territories);
    // The last added comes first.
    reading.recipes.iter().rev().for_each(|recipe| importer.add_recipe(recipe.clone()));
    let checked = match part {
        Some(part) => importer.check_part(path, part, answers),
        None => importer.check_with(path, answers),
    };
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
    // What cannot be read a second time was not read the first.
    report.sha256 = fs::read(path).map(|bytes| digest(&bytes)).unwrap_or_default();
    match checked {
        Ok(tables) => {
            let with_recipe = |checked: Checked| {
                let recipe = recipe_of(&checked);
                (Arc::new(checked), recipe)
            };
            report.tables = tables.into_iter().map(with_recipe).collect();
        }
        Err(refusal) => {
            if matches!(refusal.problem, Problem::NoTerritory) {
                report.unread = importer.look(path).unwrap_or_default();
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
        let wanted = |all: &Vec<super::Candidate>| {
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
    let text = fs::read_to_string(path).map_err(|fault| not_read(lang, path, &lang.io_error(&fault)))?;
    recipe::read(&text).map_err(|at| texts::cli_bad_recipe(lang, file_name(path), at.row, at.written))
}
