//! Tables with a Comune in each column: turned, so that each has a row.

use rustc_hash::FxHashSet;

use crate::io::matching::{Matcher, Place};
use crate::io::source::RawTable;

/// In how many rows a header is looked for.
const HEADERS: usize = 20;
/// The least Comuni in a header, and the most rows below it: they become columns.
const LEAST: usize = 3;
const MOST_ROWS: usize = 2_000;

/// The header of the Comuni once they have a column.
const COMUNE: &str = "Comune";

/// The table turned, from its header on; `None` unless its columns are Comuni and its rows are not.
pub(crate) fn turned(table: &RawTable, matcher: &Matcher) -> Option<RawTable> {
    if table.len() > MOST_ROWS {
        return None;
    }
    let place = |cell: &str| Some(matcher.by_name(cell)).filter(|place| place.is_ours());
    let named = |row: usize| -> FxHashSet<Place> { table.row(row).filter_map(place).collect() };
    let headers = (0..table.len().min(HEADERS)).map(|row| (named(row).len(), row));
    let (count, header) = headers.max_by_key(|(count, row)| (*count, usize::MAX - row))?;
    let filled = table.row(header).filter(|cell| !cell.is_empty()).count();
    if count < LEAST || 2 * count < filled {
        return None;
    }
    let width = table.width(header);
    let is_of_rows = (0..width).any(|column| {
        let below = (header + 1..table.len()).filter_map(|row| place(table.cell(row, column)));
        2 * below.collect::<FxHashSet<Place>>().len() > count
    });
    let rows: Vec<usize> =
        (header..table.len()).filter(|row| table.row(*row).any(|cell| !cell.is_empty())).collect();
    if is_of_rows || rows.len() < 2 {
        return None;
    }
    let mut turned = RawTable::new(&table.file, table.sheet.as_deref());
    turned.notes.is_turned = true;
    turned.notes.delimiter = table.notes.delimiter;
    turned.notes.guessed_encoding = table.notes.guessed_encoding;
    for column in 0..width {
        let cells = rows.iter().map(|row| table.cell(*row, column));
        // What heads the rows becomes the header of the Comuni.
        let corner = (column == 0).then_some(COMUNE);
        let skipped = usize::from(corner.is_some());
        turned.push(column as u32 + 1, corner.into_iter().chain(cells.skip(skipped))).ok()?;
    }
    Some(turned)
}
