//! The figure of the ranking as shown in the panel.

use std::sync::Arc;

use crate::figure::ranking::Places;
use crate::scene::Scene;

/// The figure with every row, for a panel of this width.
pub struct RowsLayout {
    /// Height of a row.
    pub row: f32,
    pub width: f32,
    pub scene: Arc<Scene>,
    pub places: Places,
}
