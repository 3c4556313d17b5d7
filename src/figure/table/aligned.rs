//! Numbers aligned on their decimal mark, whatever marks follow them.

use crate::scene::{Weight, text};

use super::grid::Grid;

/// How the numbers of a column are aligned, in type sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    /// The widest parts: before the decimal mark, from it on, and the marks that follow.
    whole: f64,
    fraction: f64,
    marks: f64,
    /// The widest text that is no number.
    words: f64,
    decimal_mark: char,
}

impl Aligned {
    /// That of a column.
    pub fn of(grid: &Grid, column: usize) -> Self {
        let cells = grid.lines.iter().filter_map(|line| line.cells.get(column));
        Self::of_cells(cells.map(|cell| cell.text.as_str()), grid.decimal_mark)
    }

    /// That of a column with these cells.
    pub fn of_cells<'a>(cells: impl Iterator<Item = &'a str>, decimal_mark: char) -> Self {
        let mut widest = Self { whole: 0.0, fraction: 0.0, marks: 0.0, words: 0.0, decimal_mark };
        for cell in cells {
            let width = |text: &str| text::width(text, 1.0, Weight::SemiBold);
            match number_parts(cell, decimal_mark) {
                Some([whole, fraction, marks]) => {
                    widest.whole = widest.whole.max(width(whole));
                    widest.fraction = widest.fraction.max(width(fraction));
                    widest.marks = widest.marks.max(width(marks));
                }
                None => widest.words = widest.words.max(width(cell)),
            }
        }
        widest
    }

    /// The width of the column.
    pub fn width(&self) -> f64 {
        (self.whole + self.fraction + self.marks).max(self.words)
    }

    /// The right edge of a cell whose column ends at `right`: what is missing is written where numbers end.
    pub fn end(&self, cell: &str, right: f64, size: f64, weight: Weight) -> f64 {
        right - size * self.room_after(cell, weight)
    }

    /// The room between a cell and the right edge of its column, in type sizes.
    pub fn room_after(&self, cell: &str, weight: Weight) -> f64 {
        match number_parts(cell, self.decimal_mark) {
            Some([_, fraction, marks]) => {
                let width = |text: &str| text::width(text, 1.0, weight);
                self.marks - width(marks) + self.fraction - width(fraction)
            }
            None if self.words + self.marks <= self.width() => self.marks,
            None => 0.0,
        }
    }
}

/// A number in three parts: before the decimal mark, from it on, and what follows the number. `None` for words.
fn number_parts(text: &str, decimal_mark: char) -> Option<[&str; 3]> {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | '−' | '-');
    let end = text.find(|c| !is_of_number(c)).unwrap_or(text.len());
    let (number, marks) = text.split_at(end);
    if !number.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let at = number.rfind(decimal_mark).unwrap_or(number.len());
    let (whole, fraction) = number.split_at(at);
    Some([whole, fraction, marks])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_its_whole_part_its_fraction_and_its_marks() {
        let parts = |text: &str| number_parts(text, ',').map(|parts| parts.map(str::to_owned));
        let of = |parts: [&str; 3]| Some(parts.map(str::to_owned));
        assert_eq!(parts("1.477,5 (s)"), of(["1.477", ",5", " (s)"]));
        assert_eq!(parts("+0,25*"), of(["+0", ",25", "*"]));
        assert_eq!(parts("3.484.592"), of(["3.484.592", "", ""]));
        assert_eq!(parts("ris. tra 1 e 3"), None);
        assert_eq!(parts("–"), None);
        assert_eq!(parts(""), None);
    }
}
