//! What the page remembers.

/// What the page remembers while the program runs.
#[derive(Default)]
pub struct ManualEntryMemory {
    /// The cell that has the keyboard: row and column.
    pub at: Option<(usize, usize)>,
}
