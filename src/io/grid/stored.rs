//! A grid as stored in a file: its rows are identified by the codes of their territories, so that they stay correct
//! when the list of territories changes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::{Fields, Territories, Unfit, Why};
use crate::io::recipe::Measure;

use super::{Grid, Period};

/// A grid with its rows by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stored {
    name: String,
    unit: String,
    measure: Measure,
    level: Level,
    source: String,
    note: String,
    periods: Vec<Period>,
    /// The typed texts, by territory and column.
    rows: BTreeMap<Code, BTreeMap<usize, String>>,
}

impl Grid {
    /// The grid in stored form.
    pub fn stored(&self, territories: &Territories) -> Stored {
        let units = territories.units(self.level());
        let row = |(row, cells): (&usize, &BTreeMap<usize, String>)| {
            Some((units.get(*row)?.code.clone(), cells.clone())).filter(|(_, cells)| !cells.is_empty())
        };
        Stored {
            name: self.name.clone(),
            unit: self.unit.clone(),
            measure: self.measure,
            level: self.level(),
            source: self.source.clone(),
            note: self.note.clone(),
            periods: self.periods.clone(),
            rows: self.cells.iter().filter_map(row).collect(),
        }
    }
}

impl Stored {
    /// Checks what was read.
    ///
    /// # Errors
    /// The first field of which nothing can be made.
    pub fn check(&self) -> Result<(), Unfit> {
        /// The most periods: a month for each of eighty years.
        const PERIODS: usize = 1_000;
        const LETTERS: usize = 10_000;
        let mut fields = Fields::of(&self.name);
        for (field, text) in
            [("name", &self.name), ("unit", &self.unit), ("source", &self.source), ("note", &self.note)]
        {
            fields.text(field, text, LETTERS);
        }
        fields.count("periods", self.periods.len(), PERIODS);
        let exists = |period: &Period| {
            Period::new(period.periodicity(), period.year(), period.number()) == Some(*period)
        };
        fields.require("periods", self.periods.iter().all(exists), Why::Unknown);
        for text in self.rows.values().flat_map(BTreeMap::values) {
            fields.text("rows", text, LETTERS);
        }
        fields.end()
    }

    /// The grid for a territory.
    ///
    /// # Errors
    /// The first code that is not that of a territory.
    pub fn grid(self, territories: &Territories) -> Result<Grid, Code> {
        let row = |(code, cells): (Code, BTreeMap<usize, String>)| {
            territories.position(self.level, &code).map(|row| (row, cells)).ok_or(code)
        };
        Ok(Grid {
            cells: self.rows.into_iter().map(row).collect::<Result<_, _>>()?,
            name: self.name,
            unit: self.unit,
            measure: self.measure,
            level: Some(self.level),
            source: self.source,
            note: self.note,
            periods: self.periods,
        })
    }
}
