//! A threshold: a standard set by the user and drawn as a line.

use serde::{Deserialize, Serialize};

use crate::document::bounds::OutOfBounds;
use crate::document::page::PageSpec;

/// A value of the indicator, and its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    pub value: f64,
    pub name: String,
}

impl Threshold {
    /// Checks that it can be drawn.
    ///
    /// # Errors
    /// The name is too long.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        let letters = self.name.chars().count();
        if letters > PageSpec::MOST_LETTERS { Err(OutOfBounds::Letters(letters)) } else { Ok(()) }
    }
}
