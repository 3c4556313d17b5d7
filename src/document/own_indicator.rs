//! An indicator that the user has typed as a formula.

use serde::{Deserialize, Serialize};

use crate::data::Bilingual;

use super::bounds::{Many, OutOfBounds, names};

/// An indicator as it was typed. What it becomes depends on the data, and is worked out anew with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnIndicator {
    /// Id among all indicators.
    pub id: String,
    pub name: Bilingual,
    pub formula: String,
    /// Decimals of its values; the usual ones for what it is when `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
}

impl OwnIndicator {
    /// The most of them in a project.
    pub(crate) fn most() -> usize {
        Many::Indicators.most()
    }

    /// Checks what was read.
    ///
    /// # Errors
    /// Too many of them, or a text that is too long.
    pub(super) fn check(all: &[Self]) -> Result<(), OutOfBounds> {
        Many::Indicators.check(all.len())?;
        names(
            all.iter()
                .flat_map(|own| [&own.id, &own.name.it, &own.name.en, &own.formula])
                .map(String::as_str),
        )
    }
}
