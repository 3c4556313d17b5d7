//! What a file would be imported as.

use std::sync::Arc;

use crate::base::{Code, Date, Level};
use crate::data::{AreaTable, Bilingual, Dataset, Quality};
use crate::i18n::{Lang, Text, number, texts as t};
use crate::io::recipe::{Combine, Measure, Per, Recipe, ValueColumn};
use crate::io::shapes::{Crs, Shapes};

use super::finding::Finding;
use super::preview::Preview;
use super::severity::Severity;

/// Whether a file can be imported, and at what cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing to decide and nothing lost.
    Ok,
    /// Something is left out or may be wrong.
    Warnings,
    /// Something can be read in more than one way; one way is proposed.
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

    pub fn text(self) -> Text {
        match self {
            Self::Ok => t::STATUS_OK,
            Self::Warnings => t::STATUS_WARNINGS,
            Self::NeedsChoice => t::STATUS_CHOICE,
        }
    }
}

/// What a table or boundaries would be imported as.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Name of the file.
    pub file: String,
    /// Sheet, if it is in a workbook.
    pub sheet: Option<String>,
    /// What the file contains.
    pub content: CheckedContent,
    /// The findings, most severe first.
    pub findings: Vec<Finding>,
}

/// The contents of a file after reading.
#[derive(Clone, Debug)]
pub enum CheckedContent {
    Table(Box<CheckedTable>),
    /// Boundaries: the number of shapes, how many can be drawn, our Comuni among them, and the attribute that names
    /// them.
    Boundaries {
        features: usize,
        /// The number with a polygon.
        drawable: usize,
        /// How many Comuni of the atlas.
        comuni: usize,
        /// The attribute with the codes.
        code: Option<String>,
        /// Reference system, as stated or chosen.
        crs: Crs,
        shapes: Arc<Shapes>,
    },
}

/// A table, read.
#[derive(Clone, Debug)]
pub struct CheckedTable {
    /// Id of the recipe it was read with.
    pub recipe: String,
    /// What the table is about.
    pub title: Bilingual,
    /// The level of its territories: Comuni or Ambiti.
    pub level: Level,
    /// The number of non-empty rows, and of rows that gave values.
    pub rows: RowCounts,
    /// The number of our territories with rows in it.
    pub territories: usize,
    /// The territories of its level without rows.
    pub missing: Vec<Code>,
    /// Texts that stand for unknown territories, with their number of rows: the hundred most frequent.
    pub unmatched: Vec<(String, usize)>,
    /// The total number of different unknown names.
    pub unmatched_names: usize,
    /// Dates, in order; empty if the values hold at every date.
    pub dates: Vec<Date>,
    /// Variables, in file order.
    pub variables: Vec<CheckedVariable>,
    /// The values, of the units of its level; `None` for a list without values.
    pub dataset: Option<Dataset>,
    /// The values of areas larger than ours, Lombardia and Italia.
    pub areas: Option<AreaTable>,
    /// A recipe that reads such a table exactly as it was read now, including the answers.
    pub mapping: Recipe,
    pub preview: Preview,
    /// Whether the rows of a territory are added up.
    pub adds_rows: bool,
    /// The columns of the dates between which a thing is there, where there are any.
    pub life: Vec<String>,
    /// Columns of words by which rows may be split or kept.
    pub categories: Vec<Category>,
}

/// A column of words that may distinguish rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    pub column: String,
    /// Its distinct cells, sorted; empty where there are too many to choose from.
    pub members: Vec<String>,
}

/// How the rows of a table were used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// Non-empty rows below the header.
    pub read: usize,
    /// Rows that gave values.
    pub taken: usize,
    /// Rows about other Comuni.
    pub outside: usize,
    /// Rows about larger areas, and totals over all territories.
    pub larger: usize,
    /// Rows about unknown territories.
    pub unmatched: usize,
    pub footnotes: usize,
    /// Rows without a readable date.
    pub undated: usize,
    /// Totals over a dimension, which are compared but not added.
    pub totals: usize,
    /// Rows hidden in the workbook and left out.
    pub hidden: usize,
    /// Rows without any of the selected cells.
    pub not_kept: usize,
    /// Rows of things that are not there at the date.
    pub not_there: usize,
}

impl RowCounts {
    pub fn text(&self, lang: Lang) -> String {
        let counts = [self.read, self.taken, self.outside, self.larger, self.unmatched];
        let [read, taken, outside, larger, unmatched] = counts.map(|n| number(lang, n as f64, 0));
        t::check_rows(lang, read, taken, outside, larger, unmatched)
    }
}

/// A variable, read.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedVariable {
    pub id: String,
    pub name: String,
    pub unit: String,
    /// How it may be used.
    pub measure: Measure,
    /// Name of its column; empty if rows are counted.
    pub column: String,
    /// How the rows of a territory are combined.
    pub combine: Combine,
    /// What it is related to, and how it may be used for groups.
    pub uses: Uses,
    /// The number of values present, over all dates.
    pub present: usize,
    /// The sum of those of the latest date, whatever the measure: for comparison with another program.
    pub sum: f64,
    /// That date, where there are several.
    pub summed_at: Option<Date>,
}

/// What a variable is related to, and what its numbers stand for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Uses {
    /// What the value of a group is weighted with, where it is a rate: a denominator, or a column of the file.
    pub weight: Option<String>,
    /// What a count is also divided by.
    pub per: Option<Per>,
    /// The status of its values, if the file does not tell it of each.
    pub quality: Quality,
    /// Names of its steps or categories, in their order.
    pub steps: Vec<String>,
    /// What its withheld cells lie within, where only a mark stands in them.
    pub withheld: Option<String>,
    /// Whether each value is of a whole year, and dated by its last day.
    pub is_of_year: bool,
}

impl From<&ValueColumn> for Uses {
    fn from(spec: &ValueColumn) -> Self {
        let ValueColumn { weight, per, quality, steps, withheld, .. } = spec.clone();
        Self { weight, per, quality, steps, withheld, is_of_year: false }
    }
}

/// Which table of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its file; inside an archive, preceded by the archive's name.
    pub file: String,
    pub sheet: Option<String>,
}

impl Checked {
    pub fn part(&self) -> Part {
        Part { file: self.file.clone(), sheet: self.sheet.clone() }
    }

    /// Whether the user is still to say which date its values are of.
    pub fn is_undated(&self) -> bool {
        self.findings.iter().any(|finding| finding.is_of_date() && finding.severity == Severity::Choice)
    }

    /// Whether it can be imported.
    pub fn status(&self) -> Status {
        // The question about the date has no weight here: it leaves no doubt about what the values are.
        let weights = self.findings.iter().filter(|finding| !finding.is_of_date());
        match weights.map(|finding| finding.severity).max() {
            Some(Severity::Choice) => Status::NeedsChoice,
            Some(Severity::Warning) => Status::Warnings,
            Some(Severity::Note) | None => Status::Ok,
        }
    }
}
