//! A project in one file, `.atlante`: a zip of the work (`project.json`), of each import (where it comes from, its values as
//! Parquet, its indicators, its recipe, the grid it was typed into) and of a manifest with the digest of every part.
//!
//! Invariant: the same project gives the same bytes, and what is opened is what was saved, part by part, or nothing.

mod areas;
mod boundaries;
mod error;
mod file;
mod intake;
mod lock;
mod manifest;
mod migrate;
mod packs;
mod values;

use serde::{Deserialize, Serialize};

use crate::base::Date;
use crate::data::{AreaTable, Dataset, Indicator};
use crate::document::{Project, ProjectKind};

use super::grid::Grid;
use super::recipe::{Measure, Recipe};

pub use boundaries::Boundaries;
pub use error::{Fault, ProjectError};
pub use intake::{Choices, IntakeError, THEME, take_in, take_in_grid, theme};
pub use lock::{Access, Lock};
pub use manifest::{Recovered, VERSION};
pub use packs::attached;

/// The extension of projects and packs.
pub const EXTENSION: &str = "atlante";

/// A project and all it holds.
#[derive(Clone, Debug, Default)]
pub struct ProjectFile {
    pub work: Project,
    /// What was imported, the later over the earlier.
    pub imports: Vec<Import>,
    /// The project it would save, where it is what was kept of work that was not saved.
    pub recovered: Option<Recovered>,
}

/// A table that was imported.
#[derive(Clone, Debug)]
pub struct Import {
    /// Where it is from.
    pub origin: Origin,
    /// Its values of Comuni, none in a table by Ambito; the id is the import's.
    pub dataset: Dataset,
    /// Its values of areas themselves: Ambiti, Lombardia, Italia.
    pub areas: Option<AreaTable>,
    /// The indicators made of it.
    pub indicators: Vec<Indicator>,
    /// How it was read.
    pub recipe: Option<Recipe>,
    /// The cells as they were typed, where it was filled by hand.
    pub grid: Option<Grid>,
    /// The boundaries it brings, where it is a file of these.
    pub boundaries: Option<Boundaries>,
}

/// Where an import is from, and what came in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// Name of the file, without its folder; of one in an archive with the archive's before it.
    pub file: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
    /// Id of the recipe that read it.
    pub recipe: String,
    /// Rows with anything in them, below the header.
    pub rows_read: usize,
    /// Rows that gave values.
    pub rows_taken: usize,
    /// Reference dates, as they were confirmed; none where the values hold at every date.
    pub dates: Vec<Date>,
    pub variables: Vec<Variable>,
}

/// A variable that was imported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variable {
    pub id: String,
    /// Name, as the file or the recipe has it.
    pub name: String,
    pub unit: String,
    /// What may be done with it.
    pub measure: Measure,
}

impl Import {
    /// What it is called by in its project.
    pub fn id(&self) -> &str {
        &self.dataset.meta.id
    }

    /// The ids of the indicators it brings: those made of its variables, then those of areas.
    pub fn indicator_ids(&self) -> Vec<String> {
        let made = self.indicators.iter().map(|indicator| indicator.id.clone());
        let areas = self.areas.iter();
        let of_areas = areas.flat_map(|table| table.variables.iter().map(|v| table.indicator_id(v)));
        made.chain(of_areas).collect()
    }
}

impl ProjectFile {
    pub fn new(name: impl Into<String>) -> Self {
        Self { work: Project::new(name), ..Self::default() }
    }

    /// Its data and indicators as a pack: the work of its office stays out.
    #[must_use]
    pub fn packed(&self) -> Self {
        let name = self.work.name.clone();
        let work = Project { kind: ProjectKind::Pack, ..Project::new(name) };
        Self { work, imports: self.imports.clone(), recovered: None }
    }

    /// Takes an import in, in place of the same file imported before.
    pub fn add(&mut self, import: Import) {
        match self.imports.iter_mut().find(|known| known.id() == import.id()) {
            Some(known) => *known = import,
            None => self.imports.push(import),
        }
    }

    /// Takes an import out; says whether it was there.
    pub fn remove(&mut self, id: &str) -> bool {
        let before = self.imports.len();
        self.imports.retain(|import| import.id() != id);
        self.imports.len() < before
    }
}
