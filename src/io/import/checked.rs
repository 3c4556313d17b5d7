//! What a file would come in as.

use std::sync::Arc;

use crate::base::{Code, Date, Level};
use crate::data::{AreaTable, Bilingual, Dataset};
use crate::i18n::{Lang, Text, number, texts as t};
use crate::io::recipe::{Combine, Measure, Recipe};
use crate::io::shapes::{Crs, Shapes};

use super::finding::{Finding, Kind, Weight};
use super::preview::Preview;

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
    /// How many different such names there are in all.
    pub unmatched_names: usize,
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
    /// Whether the rows of a territory are added up.
    pub adds_rows: bool,
    /// Columns of words, by which rows may be split or kept.
    pub categories: Vec<Category>,
}

/// A column of words that may part rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The column.
    pub column: String,
    /// Its different cells, sorted; none where there are too many to choose from.
    pub members: Vec<String>,
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
    /// Not shown by the workbook, and left out.
    pub hidden: usize,
    /// Without any of the cells that are asked for.
    pub not_kept: usize,
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
    /// What is made of the rows of a territory.
    pub combine: Combine,
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
        // The date is asked for when values come in: it leaves no doubt about what they are.
        let told = self.findings.iter().filter(|finding| finding.kind != Kind::NoDate);
        match told.map(|finding| finding.weight).max() {
            Some(Weight::Choice) => Status::NeedsChoice,
            Some(Weight::Warning) => Status::Warnings,
            Some(Weight::Note) | None => Status::Ok,
        }
    }
}
