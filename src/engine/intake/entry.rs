//! A table to import: how it was read, what was answered, what it would become.

use std::path::PathBuf;
use std::sync::Arc;

use crate::data::Indicator;
use crate::engine::failure::file_name;
use crate::io::import::{
    Answers, Checked, CheckedContent, CheckedTable, Finding, Part, Preview, Rows, Severity, Status,
};
use crate::io::numbers::NumberFormat;
use crate::io::project::{Import, IntakeError};
use crate::io::recipe::{GENERIC, Recipe};
use crate::io::source::SourceError;

use super::answer::{Answer, Candidate, Terms};

/// The number in a cell with this decimal mark; `None` if it is not a number.
pub fn read_as(cell: &str, decimal: char) -> Option<f64> {
    let format = NumberFormat { decimal: Some(decimal), ..NumberFormat::default() };
    format.read(cell)?.ok()
}

/// The status of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is being read.
    Reading,
    /// It can be imported.
    Fine,
    /// It can be imported, but something is left out or may be wrong.
    Warnings,
    /// The user must decide something first.
    ToDecide,
    /// It was read and contains nothing to import.
    Nothing,
    /// It cannot be read.
    Refused,
    /// The user excluded it.
    LeftOut,
}

/// What a table would become, or why nothing.
pub type Draft = Result<Arc<Import>, Arc<IntakeError>>;

/// A table to import, or a file that is not read yet or cannot be.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number within this import.
    pub id: u64,
    pub path: PathBuf,
    /// Which table of the file; `None` before it is read.
    pub part: Option<Part>,
    /// The user's answers.
    pub answers: Answers,
    /// Who published it, and what becomes an indicator.
    pub terms: Terms,
    /// Whether the user excluded it.
    pub is_left_out: bool,
    /// The last result of reading it.
    pub checked: Option<Arc<Checked>>,
    /// Why it cannot be read with these answers, or at all.
    pub refusal: Option<Arc<SourceError>>,
    /// What it would become, or why nothing.
    pub draft: Option<Draft>,
    /// SHA-256 of the file.
    pub(super) sha256: String,
    /// The recipe it was read with.
    pub(super) recipe: Option<Recipe>,
    /// Its first rows, if no territory was found in it.
    pub(super) unread: Option<Preview>,
    /// The number of the last request to read it, and of the last answered one.
    pub(super) asked: u64,
    pub(super) answered: u64,
}

impl Entry {
    pub(super) fn new(id: u64, path: PathBuf, asked: u64) -> Self {
        Self {
            id,
            path,
            part: None,
            answers: Answers::default(),
            terms: Terms::default(),
            is_left_out: false,
            checked: None,
            refusal: None,
            draft: None,
            sha256: String::new(),
            recipe: None,
            unread: None,
            asked,
            answered: 0,
        }
    }

    /// The name of the file, and of the sheet if it has one.
    pub fn name(&self) -> (String, Option<&str>) {
        match &self.part {
            Some(part) => (part.file.clone(), part.sheet.as_deref()),
            None => (file_name(&self.path), None),
        }
    }

    /// The table, if it was read.
    pub fn table(&self) -> Option<&CheckedTable> {
        match &self.checked.as_deref()?.content {
            CheckedContent::Table(table) => Some(table),
            CheckedContent::Boundaries { .. } => None,
        }
    }

    /// Whether its source is known to the program or to one of the user's recipes.
    pub fn is_known(&self) -> bool {
        self.table().is_some_and(|table| table.recipe != GENERIC)
    }

    /// The findings on it, most severe first.
    pub fn findings(&self) -> &[Finding] {
        self.checked.as_deref().map_or(&[], |checked| &checked.findings)
    }

    /// How many findings require a decision.
    pub fn to_decide(&self) -> usize {
        self.findings().iter().filter(|finding| finding.severity == Severity::Choice).count()
    }

    /// Its first rows.
    pub fn preview(&self) -> Option<&Preview> {
        self.table().map(|table| &table.preview).or(self.unread.as_ref())
    }

    /// Whether it is being read or waiting to be.
    pub(crate) fn is_reading(&self) -> bool {
        self.asked != self.answered
    }

    /// The import it would become.
    pub fn import(&self) -> Option<&Arc<Import>> {
        self.draft.as_ref()?.as_ref().ok()
    }

    /// How it stands.
    pub fn standing(&self) -> Standing {
        if self.is_left_out {
            return Standing::LeftOut;
        }
        if self.is_reading() {
            return Standing::Reading;
        }
        let (None, Some(checked)) = (&self.refusal, &self.checked) else { return Standing::Refused };
        let why = self.draft.as_ref().and_then(|draft| draft.as_ref().err());
        match (why.map(|why| &**why), checked.status()) {
            (Some(IntakeError::NoVariable { .. }), _) | (_, Status::NeedsChoice) => Standing::ToDecide,
            _ if self.to_decide() > 0 => Standing::ToDecide,
            (Some(_), _) => Standing::Nothing,
            (_, Status::Warnings) => Standing::Warnings,
            (_, Status::Ok) => Standing::Fine,
        }
    }

    /// Records an answer, which replaces an earlier one to the same question.
    pub(super) fn answer(&mut self, answer: Answer) {
        let answers = &mut self.answers;
        match answer {
            Answer::Decimal(decimal) => answers.decimal = Some(decimal),
            Answer::Date(when) => answers.date = when,
            Answer::Place(name, Some(code)) => {
                answers.names.insert(name, code);
            }
            Answer::Place(name, None) => {
                answers.names.remove(&name);
            }
            Answer::Column(name, role) => {
                answers.columns.insert(name, role);
            }
            Answer::Rows(rows) => answers.rows = Some(rows),
            Answer::Combine(column, combine) => {
                // Choosing how a column of many rows is combined implies that the rows are things.
                let told = answers.rows.filter(|rows| *rows != Rows::Single);
                answers.rows = told.or(Some(Rows::Added));
                match combine {
                    Some(combine) => answers.combine.insert(column, combine),
                    None => answers.combine.remove(&column),
                };
            }
            Answer::Keep(column, Some(cell)) => {
                answers.keep.insert(column, [cell].into());
            }
            Answer::Keep(column, None) => {
                answers.keep.remove(&column);
            }
            Answer::OpenAt(at) => {
                answers.at = at;
                if at.is_none() {
                    answers.accepted.insert("open_at".to_owned());
                }
            }
            Answer::SkipHidden(skip) => answers.skip_hidden = Some(skip),
            Answer::AbsentZero(zero) => answers.absent_zero = Some(zero),
            Answer::YearDay(day) => answers.day = Some(day),
            Answer::MonthFirst(is_first) => answers.month_first = Some(is_first),
            Answer::Crs(crs) => answers.crs = Some(crs),
            Answer::Layer(layer) => answers.layer = Some(layer),
            Answer::Accept(code) => {
                answers.accepted.insert(code.to_owned());
            }
            Answer::Forget => *answers = Answers::default(),
        }
    }

    /// The proposed indicators as candidates.
    pub fn candidates(&self) -> Vec<Candidate> {
        if let Some(selected) = &self.terms.indicators {
            return selected.clone();
        }
        let proposed = self.import().map(|import| import.indicators.as_slice()).unwrap_or_default();
        let candidate = |indicator: &Indicator| Candidate { indicator: indicator.clone(), is_wanted: true };
        proposed.iter().map(candidate).collect()
    }
}
