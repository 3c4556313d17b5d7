//! What a project keeps of the work done in it. Its data are beside, in files of their own (`io::project`).

use serde::{Deserialize, Serialize};

use crate::data::NamedSet;

use super::kept_figure::KeptFigure;
use super::map_spec::MapSpec;
use super::scatter_spec::ScatterView;
use super::table_spec::{TableColumn, TableView};

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
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: ProjectKind,
    /// The map; none for a project that was never open in the window.
    pub map: Option<MapSpec>,
    /// How the scatterplot shows its points.
    pub scatter: ScatterView,
    /// Columns of the table beside the map's own.
    pub columns: Vec<TableColumn>,
    /// How the table is looked at.
    pub table: TableView,
    /// Figures, in the order of the gallery.
    pub figures: Vec<KeptFigure>,
    /// Choices of territories kept under a name.
    pub sets: Vec<NamedSet>,
    /// Notes of whoever works on it.
    pub notes: String,
    /// Packs that it stands on, the later over the earlier.
    pub packs: Vec<PackRef>,
}

impl Project {
    /// An empty one.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
