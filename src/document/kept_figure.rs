//! Figures that are kept with the work.

use serde::{Deserialize, Serialize};

use super::figure_spec::FigureSpec;

/// A figure kept with the work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptFigure {
    /// What it is called by among those kept: never given twice.
    pub id: u64,
    /// Name in the list, and of its file.
    pub name: String,
    /// The page.
    pub spec: FigureSpec,
    /// The paragraph beside it; made from the numbers when none is typed.
    #[serde(default)]
    pub reading: Option<String>,
}
