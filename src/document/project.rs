//! What a project keeps of the work done in it. Its data are beside, in files of their own (`io::project`).

use serde::{Deserialize, Serialize};

use super::work::Document;

/// What a project is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectKind {
    /// The work of an office.
    #[default]
    Project,
    /// Data and indicators for the projects of others, which is never written again.
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

/// A pack that a project stands on. It is looked for beside the project, so that both can be moved together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackRef {
    /// Name of its file, without a folder.
    pub file: String,
    /// SHA-256 of the file when it was attached.
    pub sha256: String,
}

/// The work of a project: what is seen, what is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Project {
    pub name: String,
    /// What it is for.
    pub kind: ProjectKind,
    /// The work in sight, with the figures and sets kept.
    pub document: Document,
    /// Notes of whoever works on it.
    pub notes: String,
    /// Packs that it stands on, the later over the earlier.
    pub packs: Vec<PackRef>,
}

impl Project {
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
