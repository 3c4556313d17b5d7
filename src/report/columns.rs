//! How wide the columns of a table are, and in which size its text is set.
//!
//! Numbers and words are not broken: each column has at least the width of the longest, and what is left follows the
//! shares that the table asks for.

use crate::figure::table::Aligned;
use crate::scene::{Weight, text};

use super::block::{Align, Column, Table};

/// The sizes of text that are tried, in points.
const SIZES: [f64; 5] = [8.5, 8.0, 7.5, 7.0, 6.5];
/// The largest one of a table that is looked up.
const COMPACT: f64 = 7.0;
/// The room for the names of rows beside numbers, in type sizes: narrower, each would take many lines.
const NAMES: f64 = 19.0;
/// The room left and right of a cell, in points.
const INSET: f64 = 8.0;

/// The columns of a table, as wide as they are set.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// The size of the text, in points.
    pub size: f64,
    /// In points.
    pub widths: Vec<f64>,
    /// How each column aligns its numbers; `None` for words.
    pub aligned: Vec<Option<Aligned>>,
}

impl Columns {
    /// In the largest size in which everything fits into `room`, or the smallest.
    pub fn of(table: &Table, decimal_mark: char, room: f64) -> Self {
        let aligned = table.aligned(decimal_mark);
        let least = least(table, &aligned);
        let needed = |size: f64| least.iter().map(|least| least * size + INSET).collect::<Vec<_>>();
        let largest = if table.is_compact { COMPACT } else { SIZES[0] };
        let fits = |size: &&f64| **size <= largest && needed(**size).iter().sum::<f64>() <= room;
        let size = *SIZES.iter().find(fits).unwrap_or(&SIZES[SIZES.len() - 1]);
        let shares: Vec<f64> = table.all_columns().iter().map(|column| column.width.max(0.0)).collect();
        Self { size, widths: shared(needed(size), shares, room), aligned }
    }
}

/// The width that each column cannot do without, in type sizes.
fn least(table: &Table, aligned: &[Option<Aligned>]) -> Vec<f64> {
    let mut least: Vec<f64> =
        aligned.iter().map(|column| column.as_ref().map_or(0.0, Aligned::width)).collect();
    // A number stays on one line with what follows it: "174,0 (2019)".
    for (i, _) in table.all_columns().iter().enumerate().filter(|(_, column)| is_of_numbers(column)) {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(i));
        let widest = cells.map(|cell| text::width(cell.words(), 1.0, Weight::SemiBold)).fold(0.0, f64::max);
        least[i] = least[i].max(widest);
    }
    for row in &table.rows {
        for (i, cell) in row.cells.iter().enumerate().filter(|(i, _)| aligned[*i].is_none()) {
            least[i] = least[i].max(longest_word(cell.words()));
        }
    }
    if table.all_columns().iter().any(is_of_numbers)
        && let Some(first) = least.first_mut()
    {
        *first = first.max(names(table));
    }
    for row in &table.header {
        let mut first = 0;
        for cell in row {
            let span = cell.span.max(1);
            let columns = &mut least[first..first + span];
            let lacking = longest_word(&cell.text) - columns.iter().sum::<f64>();
            if lacking > 0.0 {
                columns.iter_mut().for_each(|width| *width += lacking / span as f64);
            }
            first += span;
        }
    }
    least
}

/// The width of the longest name of a row, up to what names are given.
fn names(table: &Table) -> f64 {
    let first = table.rows.iter().filter_map(|row| row.cells.first());
    let longest = first.map(|cell| text::width(cell.words(), 1.0, Weight::SemiBold)).fold(0.0, f64::max);
    longest.min(NAMES)
}

fn is_of_numbers(column: &Column) -> bool {
    column.align == Align::End
}

/// The width of the longest word, in type sizes.
fn longest_word(words: &str) -> f64 {
    let words = words.split(|c: char| c.is_whitespace() && c != text::NO_BREAK);
    words.map(|word| text::width(word, 1.0, Weight::SemiBold)).fold(0.0, f64::max)
}

/// Shares out the room: a column whose share is too small has what it needs, and the others share the rest.
fn shared(needed: Vec<f64>, shares: Vec<f64>, room: f64) -> Vec<f64> {
    let mut widths = needed.clone();
    let mut is_fixed = vec![false; needed.len()];
    loop {
        let sum = |of: &[f64], fixed: bool| {
            of.iter().zip(&is_fixed).filter(|(_, is)| **is == fixed).map(|(x, _)| x).sum::<f64>()
        };
        let (rest, all) = (room - sum(&needed, true), sum(&shares, false));
        let mut is_settled = true;
        let mut fixed = is_fixed.clone();
        for (i, share) in shares.iter().enumerate().filter(|(i, _)| !is_fixed[*i]) {
            widths[i] = if all > 0.0 { rest * share / all } else { needed[i] };
            if widths[i] < needed[i] {
                (widths[i], fixed[i], is_settled) = (needed[i], true, false);
            }
        }
        is_fixed = fixed;
        if is_settled {
            return widths;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_never_narrower_than_what_it_needs() {
        assert_eq!(shared(vec![10.0, 10.0], vec![1.0, 3.0], 100.0), [25.0, 75.0]);
        assert_eq!(shared(vec![40.0, 10.0, 10.0], vec![1.0, 1.0, 3.0], 100.0), [40.0, 15.0, 45.0]);
        // Where there is too little room for all.
        assert_eq!(shared(vec![70.0, 70.0], vec![1.0, 1.0], 100.0), [70.0, 70.0]);
        assert_eq!(shared(vec![10.0], vec![0.0], 100.0), [10.0]);
    }
}
