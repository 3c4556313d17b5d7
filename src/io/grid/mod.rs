//! Manual entry of local figures, typed or pasted: one variable, with a row for each territory and a column for each
//! period.
//!
//! Invariant: cells keep what was typed. Those that are not numbers are reported by row and column, and count as
//! missing until they are corrected.

mod paste;
mod period;
mod stored;

use std::collections::BTreeMap;

use crate::base::{Date, Level, Readings, Typed};
use crate::data::{
    Absence, Bilingual, Dataset, DatasetError, DatasetMeta, Note, Quality, Territories, Value,
};
use crate::i18n::{Lang, field_number, texts as t};

use super::numbers::{Evidence, absence, alone};
use super::recipe::{Measure, slug};

pub use paste::Pasted;
pub use period::{Period, Periodicity};
pub use stored::Stored;

/// The recipe id of manually entered figures.
pub const RECIPE: &str = "griglia";

/// Figures of one variable.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Name of the variable.
    pub name: String,
    pub unit: String,
    /// How it may be used.
    pub measure: Measure,
    /// The level whose units are the rows, in order; Comuni if `None`.
    pub level: Option<Level>,
    /// Who counted.
    pub source: String,
    /// What a reader must know.
    pub note: String,
    /// The columns, in chronological order.
    periods: Vec<Period>,
    /// The typed texts, by row and column.
    cells: BTreeMap<usize, BTreeMap<usize, String>>,
}

/// A cell that is not a number, or is ambiguous.
#[derive(Clone, Debug, PartialEq)]
pub struct CellFault {
    pub row: usize,
    pub column: usize,
    pub place: String,
    pub period: Period,
    pub typed: String,
    /// How it reads on its own: not at all, or as two numbers.
    pub read: Typed,
}

impl CellFault {
    pub fn text(&self, lang: Lang) -> String {
        let (place, period, typed) = (&self.place, self.period.label(lang), &self.typed);
        match self.read {
            Typed::Ambiguous(Readings { decimals, thousands }) => {
                let [thousands, decimals] = [thousands, decimals].map(|number| field_number(lang, number));
                t::grid_ambiguous(lang, place, period, typed, thousands, decimals)
            }
            Typed::Sure(_) | Typed::NoNumber => t::grid_fault(lang, place, period, typed),
        }
    }
}

#[derive(Debug)]
pub struct GridRead {
    /// Its values, if there are any.
    pub dataset: Option<Dataset>,
    /// Cells that are not numbers or are ambiguous, by row.
    pub faults: Vec<CellFault>,
}

/// The most columns: ten years of months.
pub(crate) const MAX_PERIODS: usize = 120;

impl Grid {
    /// An empty grid with a single period.
    pub fn new(level: Level, first: Period) -> Self {
        Self { level: Some(level), periods: vec![first], ..Self::default() }
    }

    /// The level of the rows.
    pub fn level(&self) -> Level {
        self.level.unwrap_or(Level::Comuni)
    }

    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// Adds the period after the last one; false if there is no more room.
    pub fn add_period(&mut self) -> bool {
        let next = self.periods.last().and_then(|last| last.next());
        match next.filter(|_| self.periods.len() < MAX_PERIODS) {
            Some(next) => self.periods.push(next),
            None => return false,
        }
        true
    }

    /// Changes the first period: the existing columns, with their contents, follow one another from it.
    pub(crate) fn begin_at(&mut self, first: Period) {
        let columns = std::iter::successors(Some(first), |period| period.next());
        self.periods = columns.take(self.periods.len().max(1)).collect();
    }

    /// The text typed in a cell.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.cells.get(&row).and_then(|cells| cells.get(&column)).map_or("", String::as_str)
    }

    /// Sets the text of a cell; only spaces empties it.
    pub fn set(&mut self, row: usize, column: usize, typed: &str) {
        let cells = self.cells.entry(row).or_default();
        match typed.trim() {
            "" => cells.remove(&column),
            typed => cells.insert(column, typed.to_owned()),
        };
    }

    /// Parses the cells. The number format is decided from all of them; if that leaves it open or they contradict
    /// each other, an ambiguous cell is a fault, except for counts, which have no decimals.
    ///
    /// # Errors
    /// [`DatasetError::Frame`], which does not occur for a grid over the units of a level.
    pub fn read(&self, territories: &Territories) -> Result<GridRead, DatasetError> {
        let units = territories.units(self.level());
        let mut evidence = Evidence::default();
        self.cells.values().flat_map(BTreeMap::values).for_each(|cell| evidence.add(cell));
        let settled = evidence.format().filter(|format| !format.is_ambiguous);
        let is_whole = self.measure.is_whole();
        let read = |cell: &str| match (settled, absence(cell)) {
            (Some(format), _) => format.read(cell).ok_or(Typed::NoNumber),
            (None, Some(absence)) => Ok(Err(absence)),
            (None, None) => match alone(cell) {
                Typed::Sure(number) => Ok(Ok(number)),
                Typed::Ambiguous(readings) if is_whole => Ok(Ok(readings.thousands)),
                open => Err(open),
            },
        };
        let mut faults = Vec::new();
        let mut columns: BTreeMap<Date, Vec<Value>> = BTreeMap::new();
        for (row, unit) in units.iter().enumerate() {
            for (column, period) in self.periods.iter().enumerate() {
                let Some(date) = period.date() else { continue };
                let typed = self.cell(row, column);
                let value = read(typed).unwrap_or_else(|read| {
                    let (place, typed) = (unit.name.clone(), typed.to_owned());
                    faults.push(CellFault { row, column, place, period: *period, typed, read });
                    Err(Absence::Missing)
                });
                columns.entry(date).or_default().push(value);
            }
        }
        // An empty period is left out.
        columns.retain(|_, values| values.iter().any(|value| *value != Err(Absence::Missing)));
        let dataset = if columns.is_empty() { None } else { Some(self.dataset(columns)?) };
        Ok(GridRead { dataset, faults })
    }

    /// Rows with anything in them.
    pub(crate) fn filled_rows(&self) -> usize {
        self.cells.values().filter(|cells| !cells.is_empty()).count()
    }

    /// The id of its variable.
    pub fn id(&self) -> String {
        let id = slug(&self.name);
        if id.is_empty() { "griglia".to_owned() } else { id }
    }

    /// The description of its values.
    pub fn meta(&self) -> DatasetMeta {
        let note = Note {
            date: None,
            is_break: false,
            until: None,
            in_footer: false,
            quality: Quality::Final,
            text: both(&self.note),
        };
        DatasetMeta {
            id: self.id(),
            file: self.name.clone(),
            dated: true,
            level: self.level(),
            title: both(&self.name),
            source: both(&self.source),
            licence: String::new(),
            retrieved_from: String::new(),
            text_columns: Vec::new(),
            left_over: Vec::new(),
            withhold_below: None,
            notes: if self.note.is_empty() { Vec::new() } else { vec![note] },
        }
    }

    fn dataset(&self, columns: BTreeMap<Date, Vec<Value>>) -> Result<Dataset, DatasetError> {
        let slice = |(date, values)| (Some(date), vec![(self.id(), values)]);
        Dataset::from_values(self.meta(), columns.into_iter().map(slice))
    }
}

fn both(text: &str) -> Bilingual {
    Bilingual { it: text.to_owned(), en: text.to_owned() }
}
