//! The numbers behind a figure as a table of a report: where a reader can open them.

use crate::i18n::{self, Lang};
use crate::scene::{Cell, Workbook};

use super::block::{self, Align, Column, HeaderCell, Row, Table};

/// The most rows.
const MOST_ROWS: usize = 250;

/// The first sheet, under a caption.
pub fn behind(book: &Workbook, id: &str, caption: &str) -> Option<Table> {
    let sheet = book.sheets.first()?;
    let lang = if book.decimal_comma { Lang::It } else { Lang::En };
    let is_number =
        |column: usize| sheet.rows.iter().any(|row| matches!(row.get(column), Some(Cell::Number { .. })));
    let columns = (0..sheet.head.len()).map(|column| Column {
        width: sheet.widths.get(column).copied().unwrap_or(10.0),
        align: if is_number(column) { Align::Decimal } else { Align::Start },
    });
    let cell = |cell: &Cell| match cell {
        Cell::Empty => block::Cell::Empty,
        Cell::Text(text) => block::Cell::Text(text.clone()),
        Cell::Number { value, decimals } => block::Cell::Text(i18n::number(lang, *value, *decimals)),
    };
    let row = |cells: &Vec<Cell>| Row { cells: cells.iter().map(cell).collect(), strong: false };
    let head = sheet.head.iter().map(|text| HeaderCell { text: text.clone(), span: 1 });
    Some(Table {
        id: id.to_owned(),
        caption: caption.to_owned(),
        description: caption.to_owned(),
        columns: columns.collect(),
        header: vec![head.collect()],
        rows: sheet.rows.iter().take(MOST_ROWS).map(row).collect(),
        notes: Vec::new(),
        is_compact: false,
    })
}
