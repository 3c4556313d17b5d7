//! What a number is compared with: a value of the atlas, a cell of a printed table, or what is said and reckoned of them.

use crate::data::{Occurrence, Subject};
use crate::io::PrintedCell;

use super::change::Change;
use super::need::Requirement;
use super::note::NotedNumber;

/// What may be the number.
#[derive(Clone, Copy)]
pub enum Candidate<'a> {
    /// A value of the atlas.
    Value(Occurrence<'a>),
    /// A cell of a printed table.
    Cell(PrintedCell<'a>),
    /// A number in a note on a printed table.
    Note(NotedNumber<'a>),
    /// What a printed standard requires.
    Need(Requirement<'a>),
    /// A change between two dates.
    Change(Change<'a>),
}

/// What a candidate is one value of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key<'a> {
    /// The indicator or variable of that id.
    Id(&'a str),
    /// A table by its name, and what it counts.
    Measure(&'a str, &'a str),
}

impl<'a> Candidate<'a> {
    pub fn value(&self) -> f64 {
        match self {
            Self::Value(occurrence) => occurrence.value,
            Self::Cell(cell) => cell.value,
            Self::Note(note) => note.value,
            Self::Need(need) => need.value,
            Self::Change(change) => change.value(),
        }
    }

    /// The unit in Italian; empty where it is not known.
    pub fn unit(&self) -> &'a str {
        match *self {
            Self::Value(Occurrence { subject: Subject::Indicator(indicator), .. }) => &indicator.unit.it,
            Self::Value(Occurrence { subject: Subject::Published(published), .. }) => &published.unit.it,
            Self::Value(Occurrence { subject: Subject::Variable(..), .. }) => "",
            Self::Cell(cell) => cell.unit,
            Self::Note(_) => "",
            Self::Need(need) => &need.standard.what.it,
            Self::Change(Change { is_relative: true, .. }) => "%",
            Self::Change(Change { after, .. }) => Self::Value(after).unit(),
        }
    }

    /// The decimals it is usually printed with.
    pub fn decimals(&self) -> usize {
        match self {
            Self::Value(Occurrence { subject: Subject::Indicator(indicator), .. }) => indicator.decimals,
            Self::Value(Occurrence { subject: Subject::Published(published), .. }) => published.decimals,
            Self::Value(Occurrence { subject: Subject::Variable(..), .. }) => 0,
            Self::Cell(cell) => cell.decimals,
            Self::Note(note) => note.decimals,
            Self::Need(need) => need.decimals(),
            Self::Change(Change { is_relative: true, .. }) => 1,
            Self::Change(Change { after, .. }) => Self::Value(*after).decimals(),
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
            Self::Note(note) => Key::Measure("", note.id),
            Self::Need(need) => Key::Measure("", &need.standard.id),
            Self::Change(Change { after, .. }) => Self::Value(after).key(),
        }
    }
}
