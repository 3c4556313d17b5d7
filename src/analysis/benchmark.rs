//! What areas are compared with.

use serde::{Deserialize, Serialize};

use crate::base::{Date, Level};
use crate::data::{AreaKind, Atlas, Method, Reference};

/// What areas are compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Benchmark {
    /// The whole territory.
    #[default]
    Ats,
    /// For each area the ASST it lies in.
    Asst,
    /// The region, where a comparable value was published.
    Region,
    /// A typed value, in the unit of the indicator.
    Value(f64),
}

impl Benchmark {
    /// The name used in JSON and by the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ats => "ats",
            Self::Asst => "asst",
            Self::Region => "lombardia",
            Self::Value(_) => "value",
        }
    }

    /// The one of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Ats, Self::Asst, Self::Region].into_iter().find(|benchmark| benchmark.id() == id)
    }

    /// The level whose units it is made of.
    pub(super) fn level(self) -> Option<Level> {
        match self {
            Self::Ats => Some(Level::Ats),
            Self::Asst => Some(Level::Asst),
            Self::Region | Self::Value(_) => None,
        }
    }

    /// The value that all areas are compared with, if it is one for all.
    pub fn common(self, atlas: &Atlas, indicator: &str, date: Date) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::Asst => None,
            Self::Ats => {
                let [ats] = atlas.territories.units(Level::Ats) else { return None };
                atlas.value_of(indicator, date, &ats.members, Method::Pooled).ok()?.ok()
            }
            Self::Region => {
                let stated = atlas.indicator(indicator).ok()?.period.ending(date);
                let rows = atlas.benchmarks(indicator).into_iter().flat_map(|(_, rows)| rows);
                let is_it = |reference: Reference| reference == stated || reference == date.into();
                let mut found = rows
                    .filter(|row| row.area.kind == AreaKind::Region && !row.is_apart && is_it(row.reference));
                found.find_map(|row| row.value.ok())
            }
        }
    }
}
