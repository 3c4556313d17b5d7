//! The status that the source gives to a value.

use serde::{Deserialize, Serialize};

/// Whether a value may still change. A value made from several others is as uncertain as the least certain of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// Not going to change.
    #[default]
    Final,
    /// Counted, but still to be revised.
    Provisional,
    /// Estimated by the source, not counted.
    Estimated,
    /// Of a group some of whose Comuni have no value.
    Partial,
}

impl Quality {
    /// Those that are marked, the least certain first.
    pub(crate) const MARKED: [Self; 3] = [Self::Partial, Self::Estimated, Self::Provisional];

    /// The name used in JSON, CSV and saved files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Provisional => "provisional",
            Self::Estimated => "estimated",
            Self::Partial => "partial",
        }
    }

    /// The status with this name.
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::MARKED.into_iter().chain([Self::Final]).find(|known| known.id() == id)
    }

    pub fn is_final(&self) -> bool {
        *self == Self::Final
    }
}
