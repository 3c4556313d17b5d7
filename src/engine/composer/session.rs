//! What the composer knows of the session.

use std::sync::Arc;

use crate::document::{KeptFigure, Place};

/// What the composer knows of the session; the figures kept and the one in sight belong to the document.
#[derive(Clone, Debug, Default)]
pub struct Composer {
    /// The element marked on its page.
    pub at: Place,
    /// How many of many figures are written, while they are.
    pub progress: Option<(usize, usize)>,
    /// The last id given.
    pub(super) last_id: u64,
}

impl Composer {
    /// The composer as it opens, with the figures of another day.
    pub fn with(figures: &[Arc<KeptFigure>]) -> Self {
        let last_id = figures.iter().map(|kept| kept.id).max().unwrap_or(0);
        Self { last_id, ..Self::default() }
    }
}
