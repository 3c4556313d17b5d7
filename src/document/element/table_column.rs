//! A column of a table, in ids.

use serde::{Deserialize, Serialize};

use crate::data::Reference;

/// A column: an indicator, computed or as published, at a date or in a year, or its change up to then.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TableColumn {
    /// Id of the indicator.
    pub indicator: String,
    /// Reference date or, for an indicator as published, the year where it has years.
    #[serde(rename = "date")]
    pub at: Reference,
    /// What a difference starts from; `None` for the value itself.
    #[serde(default)]
    pub from: Option<Reference>,
}

impl TableColumn {
    /// The most columns in a table.
    pub(crate) const MOST: usize = 500;

    /// The values of an indicator at a date, or in a year.
    pub fn value(indicator: impl Into<String>, at: impl Into<Reference>) -> Self {
        Self { indicator: indicator.into(), at: at.into(), from: None }
    }
}
