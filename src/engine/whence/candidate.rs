//! What is looked at: a value of the atlas, or a cell of a printed table.

use crate::data::{Occurrence, Subject};
use crate::io::PrintedCell;

/// Something that was looked at: a value of the atlas or a cell of a printed table.
#[derive(Clone, Copy)]
pub enum Candidate<'a> {
    /// A value of the atlas.
    Value(Occurrence<'a>),
    /// A cell.
    Cell(PrintedCell<'a>),
}

/// What a candidate is one value of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key<'a> {
    /// The indicator or variable of that id.
    Id(&'a str),
    /// What a table counts: its name, and what is counted.
    Measure(&'a str, &'a str),
}

impl<'a> Candidate<'a> {
    /// Its number.
    pub fn value(&self) -> f64 {
        match self {
            Self::Value(occurrence) => occurrence.value,
            Self::Cell(cell) => cell.value,
        }
    }

    /// Its unit in Italian; of a variable nobody says it.
    pub fn unit(&self) -> &'a str {
        match *self {
            Self::Value(Occurrence { subject: Subject::Indicator(indicator), .. }) => &indicator.unit.it,
            Self::Value(Occurrence { subject: Subject::Published(published), .. }) => &published.unit.it,
            Self::Value(Occurrence { subject: Subject::Variable(..), .. }) => "",
            Self::Cell(cell) => cell.unit,
        }
    }

    /// Decimals it is usually printed with.
    pub fn decimals(&self) -> usize {
        match self {
            Self::Value(Occurrence { subject: Subject::Indicator(indicator), .. }) => indicator.decimals,
            Self::Value(Occurrence { subject: Subject::Published(published), .. }) => published.decimals,
            Self::Value(Occurrence { subject: Subject::Variable(..), .. }) => 0,
            Self::Cell(cell) => cell.decimals,
        }
    }

    /// What it is one value of.
    pub fn key(&self) -> Key<'a> {
        match *self {
            Self::Value(Occurrence { subject, .. }) => Key::Id(match subject {
                Subject::Indicator(indicator) => &indicator.id,
                Subject::Published(published) => &published.id,
                Subject::Variable(name, _) => name,
            }),
            Self::Cell(cell) => Key::Measure(cell.table, cell.measure),
        }
    }
}
