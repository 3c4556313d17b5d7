//! Tables in parts, each below a line with its title: "Anno 2022" and its Comuni, "Anno 2023" and the same Comuni. The title
//! becomes a cell of each row below it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::io::matching::{Matcher, is_subtotal, is_total};
use crate::io::source::RawTable;

use super::period::{self, Reading};
use super::words::heads_territory;

/// In how many rows a header is looked for, and how many titles are read.
const HEADERS: usize = 20;
const MOST: usize = 200;
/// The longest title.
const LONGEST: usize = 60;
/// The least Comuni that the parts have in common.
const LEAST: usize = 2;

/// The table without the lines of titles and with a column of them, and the titles; `None` where no Comune is in two parts.
pub(crate) fn sectioned(table: &RawTable, matcher: &Matcher) -> Option<(RawTable, Vec<String>)> {
    let (header, column) = (0..table.len().min(HEADERS)).find_map(|row| {
        let column = (0..table.width(row)).find(|column| heads_territory(table.cell(row, *column)))?;
        (table.row(row).filter(|cell| !cell.is_empty()).count() > 1).then_some((row, column))
    })?;
    let is_place = |cell: &str| {
        matcher.by_name(cell).is_ours()
            || matcher.by_code(cell).is_ours()
            || matcher.by_ambito(cell).is_ours()
    };
    let title = |row: usize| {
        let mut filled = table.row(row).filter(|cell| !cell.is_empty());
        let only = filled.next().filter(|_| filled.next().is_none())?;
        let is_note = ["fonte", "nota", "note", "source", "(", "*", "n.b"]
            .iter()
            .any(|start| only.to_lowercase().starts_with(start));
        let is_title =
            only.len() <= LONGEST && !is_note && !is_total(only) && !is_subtotal(only) && !is_place(only);
        is_title.then_some(only)
    };
    let (mut titles, mut parts): (Vec<&str>, FxHashMap<&str, FxHashSet<usize>>) = Default::default();
    for row in header + 1..table.len() {
        if let Some(title) = title(row) {
            titles.push(title);
        } else if is_place(table.cell(row, column)) {
            // Rows above the first title belong to none.
            let part = titles.len().checked_sub(1)?;
            parts.entry(table.cell(row, column)).or_default().insert(part);
        }
        if titles.len() > MOST {
            return None;
        }
    }
    let repeated = parts.values().filter(|parts| parts.len() > 1).count();
    let headed: FxHashSet<usize> = parts.into_values().flatten().collect();
    // A title without rows of ours is a note.
    let is_part = |at: usize| headed.contains(&at);
    if repeated < LEAST || headed.len() < 2 {
        return None;
    }
    let reading = Reading { is_dated: true, ..Reading::default() };
    let said: Vec<&str> = (0..titles.len()).filter(|at| is_part(*at)).map(|at| titles[at]).collect();
    let are_dates = said.iter().all(|title| period::read(title, &reading).is_some());
    let name = if are_dates { "Periodo" } else { "Parte della tabella" };
    let width = (0..table.len()).map(|row| table.width(row)).max()?;
    let mut whole = table.part(0..0, 0..0);
    let mut seen = 0;
    for row in 0..table.len() {
        let is_title = row > header && title(row).is_some();
        seen += usize::from(is_title);
        if is_title && is_part(seen - 1) {
            continue;
        }
        let own = match row {
            _ if row == header => name,
            _ if row < header || is_title || table.row(row).all(str::is_empty) => "",
            _ => seen.checked_sub(1).and_then(|at| titles.get(at)).copied().unwrap_or_default(),
        };
        let cells =
            (0..width).map(|column| if column < table.width(row) { table.cell(row, column) } else { "" });
        whole.push(table.number(row), cells.chain([own])).ok()?;
    }
    Some((whole, said.into_iter().map(str::to_owned).collect()))
}
