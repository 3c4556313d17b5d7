//! The composer's part of the session.

use std::path::PathBuf;
use std::sync::Arc;

use crate::document::{KeptFigure, Place};

/// The composer's part of the session; the kept figures and the open one belong to the document.
#[derive(Clone, Debug, Default)]
pub struct Composer {
    /// The selected element of the page.
    pub at: Place,
    /// How many figures of how many are written, while that is going on.
    pub progress: Option<(usize, usize)>,
    /// The folder they are written to.
    pub(super) folder: PathBuf,
    /// The last id given to a figure.
    pub(super) last_id: u64,
}

impl Composer {
    /// The initial state for a document with these figures.
    pub fn with(figures: &[Arc<KeptFigure>]) -> Self {
        let last_id = figures.iter().map(|figure| figure.id).max().unwrap_or(0);
        Self { last_id, ..Self::default() }
    }
}
