//! Where the header of a table ends and its rows begin, detected from the shape of the table: the header is the first
//! row whose cells are all words, unlike those below it. A row is not taken for the header just because the next one
//! names a territory.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::base::Typed;
use crate::io::numbers::{absence, alone, limits};
use crate::io::source::RawTable;

use super::period;
use super::words;

/// The header must be within this many rows.
const HEADER_WITHIN: usize = 60;
/// How many rows below are examined to see what a column contains.
const BELOW: usize = 200;
/// The greatest number of rows of a header.
const MOST_ROWS: usize = 4;

/// Where the parts of a table are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The rows of the header; empty where there is none.
    pub header: Range<usize>,
    /// A row below the header with the units of the columns.
    pub units: Option<usize>,
    /// The first row of data.
    pub first: usize,
}

/// Finds the header; `is_place` says whether a cell names a territory, which a header never does.
pub fn shape(table: &RawTable, is_place: &dyn Fn(&str) -> bool) -> Shape {
    let looked_at = table.len().min(HEADER_WITHIN);
    let fullest = (0..table.len().min(BELOW)).map(|row| filled(table, row)).max().unwrap_or_default();
    // A title has one cell, or two above a table with many.
    let is_wide_enough = |row: usize| filled(table, row) * 3 >= fullest && filled(table, row) > 0;
    let candidate = |row: &usize| is_wide_enough(*row) && !table.row(*row).any(is_place);
    let named = (0..looked_at).filter(candidate).find(|row| names_territory(table, *row));
    let found = named.or_else(|| (0..looked_at).filter(candidate).find(|row| is_unlike_below(table, *row)));
    let Some(head) = found else { return Shape { header: 0..0, units: None, first: 0 } };
    let numeric = numeric_below(table, head + 1);
    let start = above(table, head);
    let (mut end, mut units, mut first) = (head + 1, None, head + 1);
    while first < looked_at && first - start < MOST_ROWS && first + 1 < table.len() {
        if table.row(first).any(is_place) {
            break;
        }
        if table.row(first).eq(table.row(head)) {
            // The header again.
        } else if is_units(table, first, &numeric) && tells_apart(table, head, first) {
            // A number and a percentage under one year are two columns.
            end = first + 1;
        } else if is_units(table, first, &numeric) {
            units = units.or(Some(first));
        } else if numbers_columns(table, first) {
        } else if units.is_none() && goes_on(table, head, first, &numeric) {
            end = first + 1;
        } else {
            break;
        }
        first += 1;
    }
    Shape { header: start..end, units, first }
}

/// The row of units right below a header, if there is one, and the first row of data.
pub(crate) fn units_below(table: &RawTable, end: usize) -> (Option<usize>, usize) {
    let numeric = numeric_below(table, end);
    let is_units = end + 1 < table.len() && is_units(table, end, &numeric);
    if is_units { (Some(end), end + 1) } else { (None, end) }
}

/// Rows with more cells than the header in a file separated by commas: decimal commas separate cells too.
pub(crate) fn broken_rows(table: &RawTable, header: Range<usize>, first: usize) -> Vec<usize> {
    let Some(head) = header.last().filter(|_| table.notes.delimiter == Some(',')) else { return Vec::new() };
    let width = table.width(head);
    if (0..width).any(|column| table.cell(head, column).is_empty()) {
        return Vec::new();
    }
    let digits = |row: usize, column: usize| {
        let cell = table.cell(row, column);
        !cell.is_empty() && cell.len() < 7 && cell.bytes().all(|b| b.is_ascii_digit())
    };
    let is_broken = |row: &usize| {
        let cells = table.width(*row);
        cells > width && (1..cells).any(|column| digits(*row, column - 1) && digits(*row, column))
    };
    (first..table.len()).filter(is_broken).collect()
}

fn filled(table: &RawTable, row: usize) -> usize {
    table.row(row).filter(|cell| !cell.is_empty()).count()
}

fn is_number(cell: &str) -> bool {
    !matches!(alone(cell), Typed::NoNumber)
}

/// Whether a cell may be in a header: words, a period, a class. A mark for a missing value is data.
fn is_label(cell: &str) -> bool {
    (absence(cell).is_none() && !is_number(cell)) || period::read(cell, &period::Reading::default()).is_some()
}

/// Whether a row has the words that head a column of territories, and no numbers except years and consecutive
/// classes.
fn names_territory(table: &RawTable, row: usize) -> bool {
    if !table.row(row).any(words::heads_territory) {
        return false;
    }
    // "Sotto i 18" is a class in a header, and a withheld number in a row.
    let is_class = |cell: &str| limits(cell, true).is_some();
    let numbers = table.row(row).filter(|cell| !cell.is_empty() && !is_label(cell) && !is_class(cell));
    let numbers: Vec<Option<u32>> = numbers.map(|cell| cell.parse().ok()).collect();
    // Ages are in order: 0, 1, 2 and so on.
    numbers.iter().all(Option::is_some) && numbers.is_sorted_by(|a, b| a < b)
}

/// A row of words over a column of numbers.
fn is_unlike_below(table: &RawTable, row: usize) -> bool {
    let labels = |row: usize| table.row(row).filter(|cell| !cell.is_empty()).all(is_label);
    if filled(table, row) < 2 || !labels(row) || table.row(row).all(|cell| cell.is_empty() || is_number(cell))
    {
        return false;
    }
    let numeric = numeric_below(table, row + 1);
    let over = |column: &usize| !is_number(table.cell(row, *column)) && !table.cell(row, *column).is_empty();
    if numeric.iter().any(|is_numeric| *is_numeric) {
        return (0..numeric.len()).filter(|column| numeric[*column]).any(|column| over(&column));
    }
    // In a table of words alone the first row is the header, if no other row shares its cells.
    let cells: FxHashSet<&str> = table.row(row).filter(|cell| !cell.is_empty()).collect();
    let below = row + 1..table.len().min(row + 1 + BELOW);
    !below.clone().any(|other| table.row(other).any(|cell| cells.contains(cell))) && !below.is_empty()
}

/// For each column, whether most of its cells from that row on are numbers or periods.
fn numeric_below(table: &RawTable, first: usize) -> Vec<bool> {
    let rows = first..table.len().min(first + BELOW);
    let width = rows.clone().map(|row| table.width(row)).max().unwrap_or_default();
    let is_numeric = |column: usize| {
        let (mut numbers, mut others) = (0, 0);
        for row in rows.clone() {
            let cell = table.cell(row, column);
            match absence(cell) {
                Some(_) => {}
                None if is_number(cell) || period::read(cell, &period::Reading::default()).is_some() => {
                    numbers += 1;
                }
                None => others += 1,
            }
        }
        numbers > others
    };
    (0..width).map(is_numeric).collect()
}

/// Whether a row below the first row of a header continues it: only words above numbers, and nothing beside them that
/// could be the name of a territory under its header.
fn goes_on(table: &RawTable, head: usize, row: usize, numeric: &[bool]) -> bool {
    let of_numbers = |column: &usize| numeric.get(*column).copied().unwrap_or(false);
    let there = |column: &usize| !table.cell(row, *column).is_empty();
    let columns = || (0..table.width(row)).filter(there);
    let over_numbers = columns().filter(of_numbers).count();
    let beside = || columns().filter(|column| !of_numbers(column));
    over_numbers > 0
        && columns().filter(of_numbers).all(|column| is_label(table.cell(row, column)))
        && (beside().any(|column| words::heads_territory(table.cell(row, column)))
            || beside().all(|column| table.cell(head, column).is_empty()))
}

/// Whether a row of units has one under an empty cell of the header, whose name is that of the column before.
fn tells_apart(table: &RawTable, head: usize, row: usize) -> bool {
    (1..table.width(row))
        .any(|column| !table.cell(row, column).is_empty() && table.cell(head, column).is_empty())
}

/// Whether a row contains units: only words for units over columns of numbers.
fn is_units(table: &RawTable, row: usize, numeric: &[bool]) -> bool {
    let over: Vec<&str> = (0..table.width(row))
        .filter(|column| numeric.get(*column).copied().unwrap_or(false))
        .map(|column| table.cell(row, column))
        .filter(|cell| !cell.is_empty())
        .collect();
    !over.is_empty()
        && over.iter().all(|cell| words::is_unit(cell))
        && table.row(row).all(|cell| !is_number(cell))
}

/// A row that numbers the columns: (1), (2), (3), or a, b, c.
fn numbers_columns(table: &RawTable, row: usize) -> bool {
    let bare = |cell: &str| cell.trim_matches(['(', ')', '[', ']', '.', ' ']).to_lowercase();
    let cells: Vec<String> = table.row(row).filter(|cell| !cell.is_empty()).map(bare).collect();
    let counts = cells.iter().enumerate().all(|(i, cell)| cell.parse() == Ok(i + 1));
    let letters = cells.iter().enumerate().all(|(i, cell)| {
        let first = char::from(b'a' + (i % 26) as u8);
        cell.starts_with(first) && (cell.len() == 1 || cell[1..].trim_start().starts_with('='))
    });
    cells.len() > 2 && (counts || letters)
}

/// The first row of a header whose last row is known: rows right above it group its columns.
fn above(table: &RawTable, head: usize) -> usize {
    let mut start = head;
    while start > 0 && head + 1 - start < MOST_ROWS - 1 {
        let (row, below) = (start - 1, start);
        let is_next = table.number(below) <= table.number(row) + 1;
        let cells: Vec<(usize, &str)> =
            table.row(row).enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
        // A title is alone at the beginning of its row.
        let is_title = matches!(cells.as_slice(), [(column, cell)] if *column == 0 || cell.len() > 60);
        let names: FxHashSet<&str> = table.row(below).collect();
        let width = table.width(below).max(table.width(row));
        // Units below a row of names are not all there is to a header.
        let has_units = table.row(below).any(|cell| !cell.is_empty() && words::is_unit(cell));
        let is_whole = filled(table, below) == width && names.len() == width && !has_units;
        let says_when = table.row(below).any(period::is_year);
        let is_label = cells.iter().all(|(_, cell)| is_label(cell));
        if cells.is_empty() || is_title || !is_next || !is_label || (is_whole && !says_when) {
            break;
        }
        start -= 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Range<usize>, Option<usize>, usize) {
        let mut table = RawTable::new("a.csv", None);
        for (i, line) in text.lines().enumerate() {
            table.push(i as u32 + 1, line.split(';')).unwrap();
        }
        let places = ["Milano", "Lodi", "015146", "098031"];
        let Shape { header, units, first } = shape(&table, &|cell| places.contains(&cell));
        (header, units, first)
    }

    #[test]
    fn the_header_is_the_first_row_of_words_over_numbers() {
        for (text, header, first) in [
            ("Comune;Utenti\nMilano;1\nLodi;2\n", 0..1, 1),
            // The first row of data is not recognised, or is of another territory.
            ("comune;utenti\nComune di Abbiategrasso;7\nLodi;2\n", 0..1, 1),
            ("comune;utenti\nAltro;7\nLodi;2\n", 0..1, 1),
            ("comune;utenti\n;7\nLodi;2\n", 0..1, 1),
            ("comune;utenti\nAltro;n.d.\nLodi;2\n", 0..1, 1),
            ("sede;posti\nAlbino;88\nAlmenno;72\nMilano;1\n", 0..1, 1),
            ("dove;chi\nAlbino;x\nMilano;y\n", 0..1, 1),
            // Titles, and a header of two rows.
            ("Utenti al 31/12/2023;\n;\nComune;Utenti\nMilano;1\n", 2..3, 3),
            (
                ";;2022;;2023;\nCodice;Comune;maschi;femmine;maschi;femmine\n015146;Milano;1;2;3;4\n098031;Lodi;1;2;3;4\n",
                0..2,
                2,
            ),
            ("Comune;Utenti;;Spesa;\n;maschi;femmine;propria;altra\nMilano;1;2;3;4\nLodi;1;2;3;4\n", 0..2, 2),
            (";Utenti;Utenti\nComune;2021;2022\nMilano;1;2\n", 0..2, 2),
            (";utenti;media;\nPaese;sede;sede;note\nMilano;1;2;x\nLodi;1;2;y\n", 0..2, 2),
            ("Comune;2018;2019\nMilano;1;2\nLodi;3;4\n", 0..1, 1),
            ("Comune;0;1;2;3\nMilano;1;2;5;4\nLodi;3;4;7;9\n", 0..1, 1),
            ("Comune;under 18;18-64;over 65\nMilano;1;2;5\nLodi;3;4;7\n", 0..1, 1),
            // A row that numbers the columns.
            ("Comune;Utenti;Spesa\n(1);(2);(3)\nMilano;1;2\nLodi;3;4\n", 0..1, 2),
            // No header.
            ("015146;Milano;1\n098031;Lodi;2\n", 0..0, 0),
            ("Comune di Abbiategrasso;7\nLodi;2\n", 0..0, 0),
        ] {
            let (found, _, data) = of(text);
            assert_eq!((found, data), (header, first), "{text}");
        }
    }

    #[test]
    fn units_below_the_header_are_kept_apart() {
        assert_eq!(of("Comune;Utenti;Spesa\n;n.;euro\nMilano;1;2\nLodi;3;4\n"), (0..1, Some(1), 2));
        assert_eq!(of("Comune;Utenti;Quota\n;(numero);(%)\nMilano;1;2\nLodi;3;4\n"), (0..1, Some(1), 2));
    }
}
