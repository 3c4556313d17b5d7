//! A computed table: one indicator, at one reference date, for the units of one level.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};

use super::{Method, Quality};

/// Why a value is not there. Four different things — these three and zero — that are drawn and written
/// differently, always.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// It has no meaning here: a rate over nobody, an ASST for Milano.
    NotApplicable,
    /// Nobody has published it, or it did not reach us.
    Missing,
    /// The source has withheld it to protect the persons counted.
    Suppressed,
}

impl Absence {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Missing, Self::Suppressed, Self::NotApplicable];

    /// The name used in JSON and CSV.
    pub fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Suppressed => "suppressed",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// A number, or the reason why there is none.
pub type Value = Result<f64, Absence>;

/// The value of one unit, with the sums it was computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Code of the unit.
    pub code: Code,
    /// Name of the unit.
    pub name: String,
    /// The indicator's value.
    pub value: Value,
    /// ΣN over the unit's Comuni, before the multiplier.
    pub numerator: Value,
    /// ΣD over the unit's Comuni; `None` for an indicator without denominator.
    pub denominator: Option<Value>,
    /// How far the source stands by it.
    pub quality: Quality,
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
