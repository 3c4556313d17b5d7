//! Where a text stops being readable.

use std::fmt;

/// The row of a file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// Row number, from 1.
    pub row: usize,
    pub written: String,
}

impl Misread {
    /// Describes what is at that byte.
    pub fn at(text: &str, place: usize) -> Self {
        let before = text.as_bytes().iter().take(place).filter(|byte| **byte == b'\n').count();
        let written = text.lines().nth(before).unwrap_or_default().trim().to_owned();
        Self { row: before + 1, written }
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}: '{}'", self.row, self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_from_one() {
        let text = "a = 1\n  b = è\nc = 3\n";
        for (place, row, written) in [(0, 1, "a = 1"), (6, 2, "b = è"), (16, 3, "c = 3"), (99, 4, "")] {
            assert_eq!(Misread::at(text, place), Misread { row, written: written.to_owned() });
        }
    }
}
