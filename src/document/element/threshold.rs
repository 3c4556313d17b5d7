//! A threshold: a standard that somebody set, drawn as a line.

use serde::{Deserialize, Serialize};

use crate::document::bounds::OutOfBounds;
use crate::document::page::PageSpec;

/// A value of the indicator, and its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    pub value: f64,
    /// What its office calls it.
    pub name: String,
}

impl Threshold {
    /// Checks that it can be drawn.
    ///
    /// # Errors
    /// A name too long.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        let letters = self.name.chars().count();
        if letters > PageSpec::MOST_LETTERS { Err(OutOfBounds::Letters(letters)) } else { Ok(()) }
    }
}
