//! Reading a user's file to the end: what it is, how it would come in, and what there is to say of it. Nothing is
//! changed anywhere.

mod answers;
pub mod areas;
mod boundaries;
mod checks;
mod date;
mod finding;
mod gather;
mod mapping;
mod merge;
mod plan;
mod preview;
mod report;
mod roles;
mod table;

use std::path::Path;
use std::sync::Arc;

use polars::prelude::Column;

use crate::base::{Code, Date, Level};
use crate::data::{AreaTable, Bilingual, Dataset, Territories};
use crate::i18n::{Lang, Text, number, texts as t};

use super::matching::{Matcher, Merged};
use super::observations::read_csv;
use super::recipe::{self, Measure, Recipe};
use super::shapes::{Crs, Shapes};
use super::source::{self, Content, Problem, SourceError};

pub use answers::{Answers, Meaning, Role, When};
pub use finding::{About, Finding, Kind, Weight};
pub use preview::{Fate, Preview, PreviewColumn, PreviewRow};
pub use report::report;

/// Whether a file would come in, and at what price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing to decide and nothing lost.
    Ok,
    /// Something is left out, or may be wrong.
    Warnings,
    /// Something can be read in more than one way: a reading is proposed.
    NeedsChoice,
}

impl Status {
    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warnings => "warnings",
            Self::NeedsChoice => "needs_choice",
        }
    }

    /// In words.
    pub fn text(self) -> Text {
        match self {
            Self::Ok => t::STATUS_OK,
            Self::Warnings => t::STATUS_WARNINGS,
            Self::NeedsChoice => t::STATUS_CHOICE,
        }
    }
}

/// What a table or boundaries would come in as.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Name of the file.
    pub file: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// What it is.
    pub content: CheckedContent,
    /// What there is to say of it, the gravest first.
    pub findings: Vec<Finding>,
}

/// What a file holds, read.
#[derive(Clone, Debug)]
pub enum CheckedContent {
    /// A table.
    Table(Box<CheckedTable>),
    /// Boundaries: how many shapes, how many of them can be drawn, the Comuni of ours among them, and the
    /// attribute that names them.
    Boundaries {
        /// Features.
        features: usize,
        /// Those with a polygon.
        drawable: usize,
        /// Comuni of ours.
        comuni: usize,
        /// The attribute with their codes.
        code: Option<String>,
        /// Reference system, as it is said or was chosen.
        crs: Crs,
        /// The shapes.
        shapes: Arc<Shapes>,
    },
}

/// A table, read.
#[derive(Clone, Debug)]
pub struct CheckedTable {
    /// Id of the recipe that read it.
    pub recipe: String,
    /// What it is.
    pub title: Bilingual,
    /// The level its territories are of: Comuni or Ambiti.
    pub level: Level,
    /// Rows with anything in them, and rows that gave values.
    pub rows: RowCounts,
    /// Territories of ours that it has rows for.
    pub territories: usize,
    /// Those of its level that it has none for.
    pub missing: Vec<Code>,
    /// What stands for territories nobody knows, and in how many rows: the most frequent hundred.
    pub unmatched: Vec<(String, usize)>,
    /// Dates, in order; none where the values hold at every date.
    pub dates: Vec<Date>,
    /// Variables, in the order of the file.
    pub variables: Vec<CheckedVariable>,
    /// The values; none for a list without any, and for values of Ambiti, which stay as given.
    pub dataset: Option<Dataset>,
    /// The values of areas themselves: of Ambiti in a table by Ambito, of Lombardia and Italia beside others.
    pub areas: Option<AreaTable>,
    /// The recipe that reads such a table as it was read now, answers and all.
    pub mapping: Recipe,
    /// Its first rows.
    pub preview: Preview,
}

/// How the rows of a table were used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// Rows with anything in them, below the header.
    pub read: usize,
    /// Rows that gave values.
    pub taken: usize,
    /// Of other Comuni.
    pub outside: usize,
    /// Of larger areas and totals over all.
    pub larger: usize,
    /// Of territories nobody knows.
    pub unmatched: usize,
    /// Notes.
    pub footnotes: usize,
    /// Without a date that can be read.
    pub undated: usize,
    /// Totals over a dimension, compared and not added.
    pub totals: usize,
}

impl RowCounts {
    /// In words.
    pub fn text(&self, lang: Lang) -> String {
        let counts = [self.read, self.taken, self.outside, self.larger, self.unmatched];
        let [read, taken, outside, larger, unmatched] = counts.map(|n| number(lang, n as f64, 0));
        t::check_rows(lang, read, taken, outside, larger, unmatched)
    }
}

/// A variable, read.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedVariable {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// What may be done with it.
    pub measure: Measure,
    /// Name of the column it is from; empty where rows are counted.
    pub column: String,
    /// Values that are there, over all dates.
    pub present: usize,
    /// Their sum, whatever the measure: to compare with another program.
    pub sum: f64,
}

/// Which table of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its file: within an archive, with the archive's name before it.
    pub file: String,
    /// Its sheet.
    pub sheet: Option<String>,
}

impl Checked {
    /// Which table of its file it is.
    pub fn part(&self) -> Part {
        Part { file: self.file.clone(), sheet: self.sheet.clone() }
    }

    /// Whether it would come in.
    pub fn status(&self) -> Status {
        match self.findings.iter().map(|finding| finding.weight).max() {
            Some(Weight::Choice) => Status::NeedsChoice,
            Some(Weight::Warning) => Status::Warnings,
            Some(Weight::Note) | None => Status::Ok,
        }
    }
}

/// Reads files against a territory.
#[derive(Debug)]
pub struct Importer<'a> {
    territories: &'a Territories,
    matcher: Matcher,
    recipes: Vec<Recipe>,
}

impl<'a> Importer<'a> {
    /// With the recipes of the program, and the codes and mergers that it carries.
    pub fn new(territories: &'a Territories) -> Self {
        Self { matcher: matcher(territories), recipes: recipe::embedded(), territories }
    }

    /// Adds a recipe of the user's, which comes before those of the program.
    pub fn add_recipe(&mut self, recipe: Recipe) {
        self.recipes.retain(|known| known.id != recipe.id);
        self.recipes.insert(0, recipe);
    }

    /// Keeps that recipe alone, beside the one for any table; says whether there is one of that id.
    pub fn keep_recipe(&mut self, id: &str) -> bool {
        self.recipes.retain(|recipe| recipe.id == id || recipe.id == recipe::GENERIC);
        self.recipe(id).is_some()
    }

    /// The recipe of that id.
    pub fn recipe(&self, id: &str) -> Option<&Recipe> {
        self.recipes.iter().find(|recipe| recipe.id == id)
    }

    /// Reads a file: each sheet that has territories, each shapefile of an archive.
    ///
    /// # Errors
    /// It cannot be read, or names no territory.
    pub fn check(&self, path: &Path) -> Result<Vec<Checked>, SourceError> {
        self.check_with(path, &Answers::default())
    }

    /// The same with what the user decided about it.
    ///
    /// # Errors
    /// As [`check`](Self::check), and answers that do not fit the file.
    pub fn check_with(&self, path: &Path, answers: &Answers) -> Result<Vec<Checked>, SourceError> {
        self.check_contents(source::open(path)?, answers)
    }

    /// The same of one of its tables: the others are as if they were not there.
    ///
    /// # Errors
    /// As [`check_with`](Self::check_with).
    pub fn check_part(
        &self,
        path: &Path,
        part: &Part,
        answers: &Answers,
    ) -> Result<Vec<Checked>, SourceError> {
        let mut contents = source::open(path)?;
        contents.retain(|content| match content {
            Content::Table(table) => (&table.file, &table.sheet) == (&part.file, &part.sheet),
            Content::Shapes(shapes) => shapes.file == part.file,
        });
        self.check_contents(contents, answers)
    }

    /// The first rows of the tables of a file in which no territory was found, so that the user may say where they are.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn look(&self, path: &Path) -> Result<Vec<(Part, Preview)>, SourceError> {
        let table = |content| match content {
            Content::Table(table) => {
                let part = Part { file: table.file.clone(), sheet: table.sheet.clone() };
                Some((part, preview::raw(&table)))
            }
            Content::Shapes(_) => None,
        };
        Ok(source::open(path)?.into_iter().filter_map(table).collect())
    }

    /// The same of a file in memory.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub fn check_bytes(&self, file: &str, bytes: Vec<u8>) -> Result<Vec<Checked>, SourceError> {
        self.check_bytes_with(file, bytes, &Answers::default())
    }

    /// The same with what the user decided about it.
    ///
    /// # Errors
    /// As [`check_with`](Self::check_with).
    pub fn check_bytes_with(
        &self,
        file: &str,
        bytes: Vec<u8>,
        answers: &Answers,
    ) -> Result<Vec<Checked>, SourceError> {
        self.check_contents(source::read_bytes(file, bytes)?, answers)
    }

    fn check_contents(
        &self,
        mut contents: Vec<Content>,
        answers: &Answers,
    ) -> Result<Vec<Checked>, SourceError> {
        if let Some(sheet) = &answers.sheet {
            let is_it = |content: &Content| {
                let name = match content {
                    Content::Table(table) => table.sheet.as_deref(),
                    Content::Shapes(_) => None,
                };
                name.is_some_and(|name| name.trim().to_lowercase() == sheet.trim().to_lowercase())
            };
            let file = contents.first().map(|content| match content {
                Content::Table(table) => table.file.clone(),
                Content::Shapes(shapes) => shapes.file.clone(),
            });
            contents.retain(is_it);
            if contents.is_empty() {
                let file = file.unwrap_or_default();
                return Err(SourceError::new(&file, Problem::NoSuchSheet(sheet.clone())));
            }
        }
        let mut checked = Vec::new();
        let mut nameless = None;
        for content in contents {
            match content {
                Content::Shapes(shapes) => checked.push(boundaries::check(shapes, &self.matcher, answers)),
                Content::Table(table) => {
                    let read = table::check(&table, &self.recipes, &self.matcher, self.territories, answers);
                    let error = |problem| SourceError {
                        sheet: table.sheet.clone(),
                        ..SourceError::new(&table.file, problem)
                    };
                    match read.map_err(error)? {
                        Some(one) => checked.push(one),
                        None => {
                            nameless = nameless.or(Some(error(Problem::NoTerritory)));
                        }
                    }
                }
            }
        }
        // Beside a sheet that a recipe knows, what only looks like a table is a summary of it.
        let is_generic =
            |one: &Checked| matches!(&one.content, CheckedContent::Table(t) if t.recipe == recipe::GENERIC);
        if checked.iter().any(|one| !is_generic(one)) {
            checked.retain(|one| !is_generic(one));
        }
        match nameless {
            Some(error) if checked.is_empty() => Err(error),
            _ => Ok(checked),
        }
    }
}

/// Finds the territories that files name, by the codes and mergers that the program carries.
pub fn matcher(territories: &Territories) -> Matcher {
    let cadastral =
        pairs(include_bytes!("../../../sample_data/superficie.csv"), ["code", "codice_catastale"]);
    let cadastral: Vec<_> =
        cadastral.into_iter().map(|[code, cadastral]| (Code::from(code), cadastral)).collect();
    let merged =
        pairs(include_bytes!("../../../maps/comuni_fusioni.csv"), ["old_code", "old_name", "code", "date"]);
    let merged = merged.into_iter().filter_map(|[old_code, name, code, date]| {
        let into = territories.position(Level::Comuni, &Code::from(code))?;
        Some(Merged { code: Code::from(old_code), name, into, since: date.parse().ok()? })
    });
    Matcher::new(territories, &cadastral, merged.collect())
}

/// Columns of an embedded table.
fn pairs<const N: usize>(bytes: &[u8], names: [&str; N]) -> Vec<[String; N]> {
    let table = read_csv(bytes).expect("an embedded table, tested");
    let columns =
        names.map(|name| table.column(name).and_then(Column::str).expect("an embedded table, tested"));
    (0..table.height()).map(|i| columns.map(|column| column.get(i).unwrap_or_default().to_owned())).collect()
}
