//! Pasting a block of cells from a spreadsheet into the grid.

use std::collections::BTreeSet;

use crate::base::Level;
use crate::data::Territories;
use crate::io::matching::{Matcher, Place};

use super::Grid;

/// The outcome of pasting a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The number of cells filled.
    pub placed: usize,
    /// The number of cells beyond the edge of the grid.
    pub beyond: usize,
    /// Names in the first column that are not territories of the grid: their rows are left out.
    pub unmatched: Vec<String>,
}

impl Grid {
    /// Pastes a block as copied from a spreadsheet — cells separated by tabs, rows by line ends — at a cell. Missing
    /// columns are added as far as there is room.
    ///
    /// If at least half of the first column are names or codes of the grid's territories, they determine the rows, in
    /// any order; a row above them without such a name is a header and is skipped.
    pub fn paste(
        &mut self,
        (row, column): (usize, usize),
        block: &str,
        territories: &Territories,
        matcher: &Matcher,
    ) -> Pasted {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(b'\t')
            .from_reader(block.as_bytes());
        let lines: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
        let level = self.level();
        let place = |line: &csv::StringRecord| place(line.get(0).unwrap_or_default(), level, matcher);
        let named = lines.iter().filter(|line| place(line).is_some()).count();
        let is_named = named > 0 && named * 2 >= lines.len();
        let mut pasted = Pasted::default();
        let mut met = BTreeSet::new();
        for (i, line) in lines.iter().enumerate() {
            let (row, cells) = match place(line) {
                _ if !is_named => (row + i, 0),
                Some(row) => (row, 1),
                None if met.is_empty() => continue,
                None => {
                    pasted.unmatched.push(line.get(0).unwrap_or_default().trim().to_owned());
                    continue;
                }
            };
            met.insert(row);
            for (j, cell) in line.iter().skip(cells).enumerate() {
                let column = column + j;
                while column >= self.periods().len() && self.add_period() {}
                if row >= territories.units(level).len() || column >= self.periods().len() {
                    pasted.beyond += 1;
                    continue;
                }
                self.set(row, column, cell);
                pasted.placed += 1;
            }
        }
        pasted
    }
}

/// The row of the territory named in a cell.
fn place(cell: &str, level: Level, matcher: &Matcher) -> Option<usize> {
    let place = match level {
        Level::Comuni => [matcher.by_code(cell), matcher.by_name(cell)],
        _ => [matcher.by_group(level, cell), Place::Unknown],
    };
    place.into_iter().find_map(|place| match place {
        Place::Comune(i) if level == Level::Comuni => Some(i),
        Place::Group(of, i) if level == of => Some(i),
        _ => None,
    })
}
