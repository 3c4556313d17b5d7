//! The plain numbers of a large table, which nearly all its cells are: read by several threads, a batch of rows at a time.

use rayon::prelude::{IndexedParallelIterator, ParallelIterator, ParallelSliceMut};

use crate::io::numbers::digits;
use crate::io::source::RawTable;

use super::columns::{Plan, ValuePlan};

/// The cells of a table from which on several threads read them, and those of a batch.
const MANY: usize = 1 << 18;
const BATCH: usize = 1 << 20;
/// The rows that a thread reads in one go.
const ROWS: usize = 256;

/// The plain numbers of a batch of rows.
#[derive(Debug, Default)]
pub(super) struct Plain {
    /// For each column of values, its column in the table if its digits mean nothing but a number.
    columns: Vec<Option<usize>>,
    first: usize,
    last: usize,
    numbers: Vec<f64>,
    is_large: bool,
}

impl Plain {
    /// None is read yet. `may_be` says of which columns of values there may be any.
    pub(super) fn of(table: &RawTable, plan: &Plan, may_be: impl Fn(usize, &ValuePlan) -> bool) -> Self {
        let is_read = |planned: &ValuePlan| {
            planned.decimals.is_none() && planned.format.is_some() && !planned.measure.has_steps()
        };
        let columns = plan.values.iter().enumerate();
        let columns =
            columns.map(|(i, planned)| (is_read(planned) && may_be(i, planned)).then_some(planned.column));
        let columns: Vec<Option<usize>> = columns.collect();
        let is_large = (table.len() - plan.first.min(table.len())).saturating_mul(columns.len()) > MANY;
        Self { columns, is_large, ..Self::default() }
    }

    /// The plain number in a row, for the column of values at this position.
    pub(super) fn get(&self, table: &RawTable, row: usize, i: usize) -> Option<f64> {
        if (self.first..self.last).contains(&row) {
            let number = self.numbers[(row - self.first) * self.columns.len() + i];
            return (!number.is_nan()).then_some(number);
        }
        digits(table.cell(row, self.columns[i]?))
    }

    /// Reads on, if this row is beyond what was read.
    pub(super) fn reach(&mut self, table: &RawTable, row: usize) {
        if !self.is_large || (self.first..self.last).contains(&row) {
            return;
        }
        let width = self.columns.len();
        self.first = row;
        self.last = table.len().min(row + (BATCH / width).max(ROWS));
        self.numbers.resize((self.last - row) * width, f64::NAN);
        let columns = &self.columns;
        self.numbers.par_chunks_mut(ROWS * width).enumerate().for_each(|(part, numbers)| {
            for (at, numbers) in numbers.chunks_mut(width).enumerate() {
                let cells = table.line(row + part * ROWS + at);
                for (number, column) in numbers.iter_mut().zip(columns) {
                    *number = column.and_then(|column| digits(cells.cell(column))).unwrap_or(f64::NAN);
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_has_what_the_cells_say() {
        let mut table = RawTable::new("a.csv", None);
        let rows = BATCH / 2 + 1_000;
        for row in 0..rows {
            let cells = [row.to_string(), if row % 3 == 0 { "x".to_owned() } else { (row * 2).to_string() }];
            table.push(row as u32 + 1, cells.iter().map(String::as_str)).unwrap();
        }
        let columns = vec![Some(1), None];
        let mut large = Plain { columns: columns.clone(), is_large: true, ..Plain::default() };
        let small = Plain { columns, ..Plain::default() };
        for row in 0..rows {
            large.reach(&table, row);
            for i in 0..2 {
                assert_eq!(large.get(&table, row, i), small.get(&table, row, i), "{row}");
            }
        }
        assert_eq!(large.get(&table, 1, 0), Some(2.0));
    }
}
