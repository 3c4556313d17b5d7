//! A table that may come in: what it was read as, what was answered, what it would become.

use std::path::PathBuf;
use std::sync::Arc;

use crate::data::Indicator;
use crate::engine::failure::file_name;
use crate::io::import::{
    Answers, Checked, CheckedContent, CheckedTable, Finding, Part, Preview, Rows, Status, Weight,
};
use crate::io::numbers::NumberFormat;
use crate::io::project::{Import, IntakeError};
use crate::io::recipe::{GENERIC, Recipe};
use crate::io::source::SourceError;

use super::answer::{Answer, Candidate, Terms};

/// The number that a cell would be with that character before its decimals; none where it would be no number.
pub fn read_as(cell: &str, decimal: char) -> Option<f64> {
    let format = NumberFormat { decimal: Some(decimal), ..NumberFormat::default() };
    format.read(cell)?.ok()
}

/// How a table stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is being read.
    Reading,
    /// It comes in.
    Fine,
    /// It comes in, and something is left out or may be wrong.
    Warnings,
    /// Something is to be decided first.
    ToDecide,
    /// It was read and there is nothing to take in.
    Nothing,
    /// It cannot be read.
    Refused,
    /// The user leaves it out.
    LeftOut,
}

/// What a table would become, or why nothing.
pub type Draft = Result<Arc<Import>, Arc<IntakeError>>;

/// A table that may come in; a file that is not read yet, or cannot be.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number among those of this import.
    pub id: u64,
    /// The file.
    pub path: PathBuf,
    /// Which of its tables; none before it is read.
    pub part: Option<Part>,
    /// What the user answered.
    pub answers: Answers,
    /// Who published it, and what becomes an indicator.
    pub terms: Terms,
    /// Whether the user leaves it out.
    pub is_left_out: bool,
    /// What it was last read as.
    pub checked: Option<Arc<Checked>>,
    /// Why it cannot be read as it was answered, or at all.
    pub refusal: Option<Arc<SourceError>>,
    /// What it would become, or why nothing.
    pub draft: Option<Draft>,
    /// SHA-256 of the file.
    pub(super) sha256: String,
    /// How it was read.
    pub(super) recipe: Option<Recipe>,
    /// Its first rows, where no territory was found in it.
    pub(super) unread: Option<Preview>,
    /// The number of the last request to read it, and of the last that was answered.
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

    /// Name of the file, and of the sheet where it has one.
    pub fn name(&self) -> (String, Option<&str>) {
        match &self.part {
            Some(part) => (part.file.clone(), part.sheet.as_deref()),
            None => (file_name(&self.path), None),
        }
    }

    /// The table, where it is one that was read.
    pub fn table(&self) -> Option<&CheckedTable> {
        match &self.checked.as_deref()?.content {
            CheckedContent::Table(table) => Some(table),
            CheckedContent::Boundaries { .. } => None,
        }
    }

    /// Whether it is of a source that is known, by the program or by a recipe of the user's.
    pub fn is_known(&self) -> bool {
        self.table().is_some_and(|table| table.recipe != GENERIC)
    }

    /// What there is to say of it, the gravest first.
    pub fn findings(&self) -> &[Finding] {
        self.checked.as_deref().map_or(&[], |checked| &checked.findings)
    }

    /// How many findings ask for a decision.
    pub fn to_decide(&self) -> usize {
        self.findings().iter().filter(|finding| finding.weight == Weight::Choice).count()
    }

    /// Its first rows.
    pub fn preview(&self) -> Option<&Preview> {
        self.table().map(|table| &table.preview).or(self.unread.as_ref())
    }

    /// Whether it is being read, or waits for it.
    pub fn is_reading(&self) -> bool {
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

    /// Takes an answer down. The answers already given stay, but for the one on the same thing.
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
                // What is made of a column of many rows is made of things.
                answers.rows = Some(Rows::Added);
                answers.combine.insert(column, combine);
            }
            Answer::Keep(column, Some(cell)) => {
                answers.keep.insert(column, [cell].into());
            }
            Answer::Keep(column, None) => {
                answers.keep.remove(&column);
            }
            Answer::SkipHidden(skip) => answers.skip_hidden = Some(skip),
            Answer::Crs(crs) => answers.crs = Some(crs),
            Answer::Accept(code) => {
                answers.accepted.insert(code.to_owned());
            }
            Answer::Forget => *answers = Answers::default(),
        }
    }

    /// The proposed indicators, as the ones to choose from.
    pub fn candidates(&self) -> Vec<Candidate> {
        if let Some(selected) = &self.terms.indicators {
            return selected.clone();
        }
        let proposed = self.import().map(|import| import.indicators.as_slice()).unwrap_or_default();
        let candidate = |indicator: &Indicator| Candidate { indicator: indicator.clone(), is_wanted: true };
        proposed.iter().map(candidate).collect()
    }
}
