//! A value, or the reason why there is none.

use serde::{Deserialize, Serialize};

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

/// A number, a mark of absence, or neither.
pub(super) fn parse_cell(cell: &str) -> Option<Value> {
    match cell.trim() {
        "" | ":" => Some(Err(Absence::Missing)),
        "c" => Some(Err(Absence::Suppressed)),
        "z" => Some(Err(Absence::NotApplicable)),
        number => number.parse().ok().filter(|x: &f64| x.is_finite()).map(Ok),
    }
}
