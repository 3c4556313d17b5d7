//! A project in one file, `.atlante`: a zip of the work (`project.json`), of each import (its origin, its values as
//! Parquet, its indicators, its recipe, the grid it was typed into) and of a manifest with the digest of every part.
//!
//! Invariant: the same project gives the same bytes, and opening gives exactly what was saved, part by part, or
//! fails.

mod areas;
mod boundaries;
mod check;
mod error;
mod file;
mod former_areas;
mod intake;
mod lock;
mod manifest;
mod migrate;
mod packs;
mod values;

use serde::{Deserialize, Serialize};

use crate::base::Date;
use crate::data::{AreaTable, Dataset, Indicator, Reference};
use crate::document::{Project, ProjectKind};

use super::grid::Grid;
use super::recipe::{Measure, Recipe};

pub use boundaries::Boundaries;
pub use error::{Fault, ProjectError};
pub use file::read;
pub use former_areas::left_text;
pub use intake::{
    Choices, IntakeError, KeptResult, THEME, can_be_related, rate_of_id, related, take_in, take_in_grid,
    take_in_result, theme,
};
pub use lock::{Access, Lock};
pub use manifest::{Recovered, VERSION};
pub use packs::attached;

/// The file extension of projects and packs.
pub(crate) const EXTENSION: &str = "atlante";

/// A project with all its contents.
#[derive(Clone, Debug, Default)]
pub struct ProjectFile {
    pub work: Project,
    /// The imports; later ones take precedence.
    pub imports: Vec<Import>,
    /// The project it belongs to, if it is a recovery file of unsaved work.
    pub recovered: Option<Recovered>,
}

/// A table that was imported.
#[derive(Clone, Debug)]
pub struct Import {
    pub origin: Origin,
    /// Its values of Comuni, empty for a table by Ambito; its id is that of the import.
    pub dataset: Dataset,
    /// Its values of areas themselves: Ambiti, Lombardia, Italia.
    pub areas: Option<AreaTable>,
    /// The indicators made from it.
    pub indicators: Vec<Indicator>,
    /// How it was read.
    pub recipe: Option<Recipe>,
    /// The cells as typed, if it was entered manually.
    pub grid: Option<Grid>,
    /// The boundaries, if it is a file of boundaries.
    pub boundaries: Option<Boundaries>,
}

/// The origin of an import, and what was imported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// Name of the file, without its folder; inside an archive, preceded by the archive's name.
    pub file: String,
    /// Sheet, if it is in a workbook.
    pub sheet: Option<String>,
    /// SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
    /// Id of the recipe it was read with.
    pub recipe: String,
    /// Non-empty rows below the header.
    pub rows_read: usize,
    /// Rows that gave values.
    pub rows_taken: usize,
    /// Reference dates, as confirmed; empty if the values hold at every date.
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
    /// How it may be used.
    pub measure: Measure,
}

impl Import {
    /// Its id in the project.
    pub fn id(&self) -> &str {
        &self.dataset.meta.id
    }

    /// What its values refer to: its dates or, where all its indicators count over them, whole years.
    pub fn references(&self) -> Vec<Reference> {
        let mut periods = self.indicators.iter().map(|indicator| indicator.period);
        let period = periods.next().filter(|first| periods.all(|other| other == *first)).unwrap_or_default();
        self.origin.dates.iter().map(|date| period.ending(*date)).collect()
    }

    /// The ids of its indicators: those made from its variables, then those of areas.
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

    /// Its data and indicators as a pack, without the work of its office.
    #[must_use]
    pub fn packed(&self) -> Self {
        let name = self.work.name.clone();
        let work = Project { kind: ProjectKind::Pack, ..Project::new(name) };
        Self { work, imports: self.imports.clone(), recovered: None }
    }

    /// Adds an import, replacing an earlier import of the same file.
    pub fn add(&mut self, import: Import) {
        match self.imports.iter_mut().find(|known| known.id() == import.id()) {
            Some(known) => *known = import,
            None => self.imports.push(import),
        }
    }

    /// Removes an import; returns whether it existed.
    pub fn remove(&mut self, id: &str) -> bool {
        let before = self.imports.len();
        self.imports.retain(|import| import.id() != id);
        self.imports.len() < before
    }
}
