//! How far the source stands by a value that is there.

use serde::{Deserialize, Serialize};

/// Whether a value may still change. What is made of several values is as uncertain as the least certain of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// The source's last word.
    #[default]
    Final,
    /// Counted, and still to be revised.
    Provisional,
    /// Worked out by the source, not counted.
    Estimated,
}

impl Quality {
    /// Those that are told, the least certain first.
    pub const MARKED: [Self; 2] = [Self::Estimated, Self::Provisional];

    /// The name used in JSON, CSV and saved files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Provisional => "provisional",
            Self::Estimated => "estimated",
        }
    }

    /// Whether there is nothing to tell.
    pub fn is_final(&self) -> bool {
        *self == Self::Final
    }
}
