//! The memory of the page for manual entry.

/// The memory of the page for manual entry while the program runs.
#[derive(Default)]
pub struct ManualEntryMemory {
    /// The cell with the focus: row and column.
    pub at: Option<(usize, usize)>,
}
