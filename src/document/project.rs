//! What a project keeps of the work done in it. Its data are stored beside it, in files of their own (`io::project`).

use serde::{Deserialize, Serialize};

use super::work::Document;

/// What a project is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectKind {
    /// The work of an office.
    #[default]
    Project,
    /// Data and indicators that other projects build on; the program never writes it again.
    Pack,
}

impl ProjectKind {
    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Pack => "pack",
        }
    }
}

/// A pack that a project depends on. It is looked for beside the project, so that both can be moved together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackRef {
    /// Name of its file, without the folder.
    pub file: String,
    /// SHA-256 of the file when it was attached.
    pub sha256: String,
}

/// The work in a project: the current views and what is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Project {
    pub name: String,
    pub kind: ProjectKind,
    /// The current work, with the figures and sets kept.
    pub document: Document,
    /// Notes by its authors.
    pub notes: String,
    /// The packs it depends on; later ones take precedence.
    pub packs: Vec<PackRef>,
}

impl Project {
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
