//! The kinds of map: what of the indicator is shown.

use serde::{Deserialize, Serialize};

use crate::base::Date;

/// What of the indicator a map shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapKind {
    /// Its value at the map's date.
    #[default]
    Value,
    /// The difference between its value at the map's date and that at an earlier one.
    Change {
        /// The earlier date.
        from: Date,
    },
    /// Its value together with that of another, each in three classes.
    Two {
        /// Id of the other indicator.
        second: String,
    },
}

impl MapKind {
    /// Whether both are of one sort, whatever the date or the second indicator.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}
