//! The memory of the import page.

/// The memory of the import page while the program runs.
#[derive(Default)]
pub struct IntakeMemory {
    /// The table that the other fields refer to.
    pub table: Option<u64>,
    /// Whether the date of the file is being changed.
    pub changes_date: bool,
    /// The date or year being typed.
    pub date: String,
    /// The date at which things are counted, being typed.
    pub open_at: String,
    /// The text being searched in a list.
    pub search: String,
    /// The indicator whose form is open.
    pub indicator: Option<String>,
    /// How far the page was scrolled.
    pub scrolled: Option<f32>,
}
