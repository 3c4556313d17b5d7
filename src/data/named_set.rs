//! A named selection of territories.

use serde::{Deserialize, Serialize};

use crate::base::Code;

/// A selection of territories saved under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedSet {
    pub name: String,
    /// Codes of its territories.
    pub codes: Vec<Code>,
}

impl NamedSet {
    /// The set with this name, ignoring case and surrounding spaces.
    pub fn find<'a>(sets: &'a [Self], name: &str) -> Option<&'a Self> {
        let wanted = name.trim().to_lowercase();
        sets.iter().find(|set| set.name.to_lowercase() == wanted)
    }
}
