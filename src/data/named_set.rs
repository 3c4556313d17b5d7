//! A choice of territories that is kept, and found again by its name.

use serde::{Deserialize, Serialize};

use crate::base::Code;

/// A choice of territories kept under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedSet {
    pub name: String,
    /// Codes of its territories.
    pub codes: Vec<Code>,
}

impl NamedSet {
    /// The set of that name, case and spaces around it aside.
    pub fn find<'a>(sets: &'a [Self], name: &str) -> Option<&'a Self> {
        let wanted = name.trim().to_lowercase();
        sets.iter().find(|set| set.name.to_lowercase() == wanted)
    }
}
