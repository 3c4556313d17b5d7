//! Rows of a file that something is to be said of.

/// How many rows a finding keeps: all of them in any but the largest files.
pub const LINES: usize = 100_000;

/// Rows of a file: their number, and the first of them.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The numbers of the first [`LINES`].
    pub first: Vec<u32>,
    pub count: usize,
}

impl Rows {
    pub fn add(&mut self, row: u32) {
        if self.first.len() < LINES {
            self.first.push(row);
        }
        self.count += 1;
    }

    pub fn take_in(&mut self, others: &Self) {
        let room = LINES.saturating_sub(self.first.len());
        self.first.extend(others.first.iter().take(room));
        self.count += others.count;
    }
}
