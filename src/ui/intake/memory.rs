//! What the page remembers.

/// What the page remembers while the program runs.
#[derive(Default)]
pub struct IntakeMemory {
    /// The table that the rest is about.
    pub table: Option<u64>,
    /// Whether another date than the file's is being given.
    pub changes_date: bool,
    /// The day or year that is being typed.
    pub date: String,
    /// What is being searched in a list.
    pub search: String,
    /// The indicator whose form is open.
    pub indicator: Option<String>,
}
