//! What all writers ask of a table: its columns, how their numbers are aligned, the words of a cell.

use crate::figure::table::Aligned;

use super::block::{Align, Cell, Column, Table};

impl Table {
    /// All its columns: one that its rows have and its list lacks is like the last of the list, with words.
    pub fn all_columns(&self) -> Vec<Column> {
        let spans = self.header.iter().map(|row| row.iter().map(|cell| cell.span.max(1)).sum::<usize>());
        let cells = self.rows.iter().map(|row| row.cells.len());
        let count = spans.chain(cells).max().unwrap_or(0).max(self.columns.len());
        let other =
            Column { width: self.columns.last().map_or(1.0, |column| column.width), align: Align::Start };
        (0..count).map(|i| self.columns.get(i).copied().unwrap_or(other)).collect()
    }

    /// How each column aligns its numbers; `None` for words.
    pub(super) fn aligned(&self, decimal_mark: char) -> Vec<Option<Aligned>> {
        let column = |(i, column): (usize, Column)| {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(i)).map(Cell::words);
            (column.align == Align::Decimal).then(|| Aligned::of_cells(cells, decimal_mark))
        };
        self.all_columns().into_iter().enumerate().map(column).collect()
    }
}

impl Cell {
    /// What stands in it; of a field, what asks for it.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Value(value) => &value.text,
            Self::Field(field) => &field.prompt,
            Self::Empty => "",
        }
    }

    /// Whether it names its row, as the first cell does unless it is a value.
    pub fn heads_row(&self, column: usize) -> bool {
        column == 0 && matches!(self, Self::Text(text) if !text.trim().is_empty())
    }
}
