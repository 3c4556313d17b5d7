//! Tables in which the name of a Comune stands only in the first of its rows, as in merged cells saved as text: filled down.

use crate::io::matching::Matcher;
use crate::io::source::RawTable;

use super::words::heads_territory;

/// In how many rows a header is looked for.
const HEADERS: usize = 20;
/// The least Comuni with rows below their own.
const LEAST: usize = 3;

/// The table with the name in every row, and the header of its column; `None` where rows without one are not alike.
pub(crate) fn filled(table: &RawTable, matcher: &Matcher) -> Option<(RawTable, String)> {
    let (header, column) = (0..table.len().min(HEADERS)).find_map(|row| {
        let column = (0..table.width(row)).find(|column| heads_territory(table.cell(row, *column)))?;
        (table.row(row).filter(|cell| !cell.is_empty()).count() > 2).then_some((row, column))
    })?;
    let is_ours = |cell: &str| matcher.by_name(cell).is_ours() || matcher.by_code(cell).is_ours();
    // A row that is like the one above but for the name: as many cells, and something before its numbers.
    let is_below = |row: usize| {
        let has_word = table.row(row).any(|cell| cell.starts_with(char::is_alphabetic));
        let has_number = table.row(row).any(|cell| cell.starts_with(|c: char| c.is_ascii_digit()));
        let is_total = table
            .row(row)
            .any(|cell| crate::io::matching::is_total(cell) || crate::io::matching::is_subtotal(cell));
        has_word && has_number && !is_total
    };
    let mut runs: Vec<usize> = Vec::new();
    for row in header + 1..table.len() {
        let cell = table.cell(row, column);
        if table.row(row).all(str::is_empty) {
            continue;
        }
        match (cell.is_empty(), runs.last_mut()) {
            (true, Some(run)) if is_below(row) => *run += 1,
            (true, _) => return None,
            (false, _) => runs.push(1),
        }
    }
    let usual = *runs.first()?;
    // The rows of each Comune are the same categories, so there are as many.
    if usual < 2 || runs.len() < LEAST || runs.iter().any(|run| *run != usual) {
        return None;
    }
    let named = (header + 1..table.len()).filter(|row| is_ours(table.cell(*row, column)));
    if named.take(LEAST).count() < LEAST {
        return None;
    }
    let mut whole = table.part(0..header + 1, 0..usize::MAX);
    let mut name = String::new();
    for row in header + 1..table.len() {
        let own = table.cell(row, column);
        if !own.is_empty() {
            own.clone_into(&mut name);
        }
        let cells = table.row(row).enumerate();
        whole
            .push(table.number(row), cells.map(|(at, cell)| if at == column { &name } else { cell }))
            .ok()?;
    }
    Some((whole, table.cell(header, column).to_owned()))
}
