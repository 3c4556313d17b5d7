//! A choice of territories that is kept.

use serde::{Deserialize, Serialize};

use crate::base::Code;

/// A choice of territories kept under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedSet {
    /// Its name.
    pub name: String,
    /// Codes of its territories.
    pub codes: Vec<Code>,
}
