//! A computed table: one indicator, at one reference date, for the units of one level.

use crate::base::{Code, Date, Level};

use super::aggregate::Method;
use super::quality::Quality;
use super::value::{Bounds, Limited, Value};

/// The value of one unit, with the sums behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Code of the unit.
    pub code: Code,
    /// Name of the unit.
    pub name: String,
    pub value: Value,
    /// ΣN over the Comuni of the unit, before the multiplier.
    pub numerator: Value,
    /// ΣD over the Comuni of the unit; `None` for an indicator without denominator.
    pub denominator: Option<Value>,
    /// The status the sources give to it.
    pub quality: Quality,
    /// The limits between which it lies, if some of its parts are withheld and have limits. If it has a value all the
    /// same, both limits round to it.
    pub bounds: Bounds,
    /// How many of its Comuni have no value of their own.
    pub hidden: usize,
    /// The Comuni that nobody gives a value for, if that leaves the unit without one, or with a partial one.
    pub lacking: Option<Lacking>,
}

/// The Comuni of a unit that have no value, where others have one.
#[derive(Clone, Debug, PartialEq)]
pub struct Lacking {
    /// Their names, in the order of the level.
    pub names: Vec<String>,
    /// How many Comuni the unit has.
    pub of: usize,
    /// The value of the others.
    pub partial: Option<f64>,
}

/// One indicator at one reference date for all units of a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Id of the indicator.
    pub indicator: String,
    /// The date the values refer to.
    pub date: Date,
    /// The level of the units.
    pub level: Level,
    /// How the value of a group was computed from its Comuni.
    pub method: Method,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
    /// One row per unit, in the order of the level.
    pub rows: Vec<Row>,
}

impl Row {
    /// Its value, and between what it lies.
    pub fn limited(&self) -> Limited {
        (self.value, self.bounds)
    }
}

impl Table {
    /// The values that are present.
    pub fn present(&self) -> impl Iterator<Item = f64> + '_ {
        self.rows.iter().filter_map(|row| row.value.ok())
    }
}
