//! The manifest of a project file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::data::{Fields, Unfit, Why};
use crate::io::source::limits::MAX_ENTRIES;

/// The current version of the format. Later ones are refused, all earlier ones are read.
pub const VERSION: u32 = 5;

/// The parts of a file by name, without the manifest.
pub type Parts = BTreeMap<String, Vec<u8>>;

/// The part with the work.
pub(crate) const WORK: &str = "project.json";

/// The name of the manifest in the file.
pub const NAME: &str = "manifest.json";

/// The list of the contents of a project file.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// Version of this format; first, so that it can be read on its own.
    pub atlante_project: u32,
    /// The program that wrote it.
    pub program: String,
    /// Ids of the imports, in order.
    pub imports: Vec<String>,
    /// Every other part of the file.
    pub parts: Vec<Part>,
    /// Set in recovery files of unsaved work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovered: Option<Recovered>,
}

impl Manifest {
    /// Checks that nothing is listed twice: a list of few bytes could ask for one import thousands of times.
    ///
    /// # Errors
    /// What is listed twice, or how many imports would be too many.
    pub fn check(&self) -> Result<(), Unfit> {
        let mut fields = Fields::of("");
        fields.count("imports", self.imports.len(), MAX_ENTRIES);
        fields.count("parts", self.parts.len(), MAX_ENTRIES);
        self.imports.iter().for_each(|id| fields.id("imports", id));
        let mut imports = FxHashSet::default();
        fields.require("imports", self.imports.iter().all(|id| imports.insert(id)), Why::Twice);
        let mut parts = FxHashSet::default();
        fields.require("parts", self.parts.iter().all(|part| parts.insert(&part.name)), Why::Twice);
        fields.end()
    }
}

/// A part of the file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Part {
    /// Its name in the file.
    pub name: String,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}

/// Which project a recovery file belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recovered {
    /// Its file; `None` if it was never saved.
    pub path: Option<PathBuf>,
}
