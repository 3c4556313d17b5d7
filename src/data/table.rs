//! A computed table: one indicator, at one reference date, for the units of one level.

use crate::base::{Code, Date, Level};

use super::aggregate::Method;
use super::quality::Quality;
use super::value::{Bounds, Value};

/// The value of one unit, with the sums it was computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Code of the unit.
    pub code: Code,
    /// Name of the unit.
    pub name: String,
    pub value: Value,
    /// ΣN over the unit's Comuni, before the multiplier.
    pub numerator: Value,
    /// ΣD over the unit's Comuni; `None` for an indicator without denominator.
    pub denominator: Option<Value>,
    /// How far the source stands by it.
    pub quality: Quality,
    /// Between what it lies, where not all it is made of is known and what is withheld has bounds. A value that is there all the
    /// same is printed alike at both ends.
    pub bounds: Bounds,
    /// How many of its Comuni have no value of their own.
    pub hidden: usize,
}

/// One indicator at one reference date for all the units of a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Id of the indicator.
    pub indicator: String,
    /// The date the values refer to.
    pub date: Date,
    /// The level of the units.
    pub level: Level,
    /// How a group's value was made from its Comuni.
    pub method: Method,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
    /// One row a unit, in the order of the level's units.
    pub rows: Vec<Row>,
}

impl Table {
    /// The values that are there.
    pub fn present(&self) -> impl Iterator<Item = f64> + '_ {
        self.rows.iter().filter_map(|row| row.value.ok())
    }
}
