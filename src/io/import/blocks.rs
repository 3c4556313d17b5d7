//! Several tables on one sheet: one below the other, each with a header after an empty row, or side by side with an
//! empty column between them. Each is read separately, as is a layer's table of values.

use std::ops::Range;

use crate::io::source::{Content, RawTable};

use super::exported;
use super::words::heads_territory;

/// How many rows of a sheet are examined for the columns that separate tables.
const LOOKED_AT: usize = 2_000;

/// The contents of a file, with each of several tables on a sheet as its own content.
pub(crate) fn parted(contents: Vec<Content>) -> Vec<Content> {
    let mut all = Vec::with_capacity(contents.len());
    for content in contents {
        match content {
            Content::Table(table) => all.extend(tables(table).into_iter().map(Content::Table)),
            Content::Shapes(shapes) => {
                let values = exported::values(&shapes).map(Content::Table);
                all.push(Content::Shapes(shapes));
                all.extend(values);
            }
            unread @ Content::Unread(_) => all.push(unread),
        }
    }
    all
}

fn tables(table: RawTable) -> Vec<RawTable> {
    let rows = blocks(&table);
    let mut found: Vec<(Range<usize>, Option<Range<usize>>)> = Vec::new();
    for block in rows {
        match beside(&table, &block).as_slice() {
            [] | [_] => found.push((block, None)),
            several => found.extend(several.iter().map(|columns| (block.clone(), Some(columns.clone())))),
        }
    }
    if found.len() < 2 {
        return vec![table];
    }
    let part = |(rows, columns): (Range<usize>, Option<Range<usize>>)| {
        let width = (rows.clone()).map(|row| table.width(row)).max().unwrap_or_default();
        let mut part = table.part(rows.clone(), columns.clone().unwrap_or(0..width));
        part.sheet = Some(label(&table, &rows, columns.as_ref()));
        part.notes.is_one_of_several = true;
        part
    };
    found.into_iter().map(part).collect()
}

/// The label of one of several tables: its sheet and its position there.
fn label(table: &RawTable, rows: &Range<usize>, columns: Option<&Range<usize>>) -> String {
    let numbers = [rows.start, rows.end.saturating_sub(1)].map(|row| table.number(row));
    let mut place = format!("{}–{}", numbers[0], numbers[1]);
    if let Some(columns) = columns {
        let letters = [columns.start, columns.end - 1].map(column_letters);
        place = format!("{}{}:{}{}", letters[0], numbers[0], letters[1], numbers[1]);
    }
    table.sheet.as_ref().map_or(place.clone(), |sheet| format!("{sheet} {place}"))
}

/// The letters of a column, as in spreadsheets.
fn column_letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", column_letters(column / 26 - 1)) }
}

/// The rows of each table: a table begins where, after an empty row, there is a header with the words of a territory,
/// with or without a title above it.
fn blocks(table: &RawTable) -> Vec<Range<usize>> {
    let is_head = |row: usize| {
        let cells = || table.row(row).filter(|cell| !cell.is_empty());
        cells().count() > 1
            && cells().any(heads_territory)
            && !cells().any(|cell| cell.parse::<f64>().is_ok())
    };
    let mut starts: Vec<usize> = Vec::new();
    let (mut has_head, mut run) = (false, 0);
    for row in 0..table.len() {
        let is_first = row == 0 || table.number(row) > table.number(row - 1) + 1;
        if is_first {
            run = row;
        }
        // Data may continue below an empty row; a new header starts a new table.
        if row - run < 3 && is_head(row) && (run > 0 || !has_head) {
            starts.push(if has_head { run } else { 0 });
            has_head = true;
            run = row;
        }
    }
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([table.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The columns of each table, where several stand side by side under one header.
fn beside(table: &RawTable, rows: &Range<usize>) -> Vec<Range<usize>> {
    let looked_at = rows.start..rows.end.min(rows.start + LOOKED_AT);
    let width = looked_at.clone().map(|row| table.width(row)).max().unwrap_or_default();
    let is_empty = |column: &usize| looked_at.clone().all(|row| table.cell(row, *column).is_empty());
    let gaps: Vec<usize> = (1..width).filter(is_empty).collect();
    if gaps.is_empty() {
        return Vec::new();
    }
    let mut columns: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for gap in gaps.into_iter().chain([width]) {
        if gap > start {
            columns.push(start..gap);
        }
        start = gap + 1;
    }
    let heads = |columns: &Range<usize>| {
        let within = looked_at.clone().take(10);
        columns.len() > 1
            && within
                .into_iter()
                .any(|row| columns.clone().any(|column| heads_territory(table.cell(row, column))))
    };
    // An empty column inside a table does not separate anything.
    if columns.iter().all(heads) { columns } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(lines: &[(u32, &str)]) -> Vec<Vec<String>> {
        let mut table = RawTable::new("a.csv", None);
        for (number, line) in lines {
            table.push(*number, line.split(';')).unwrap();
        }
        let rows = |table: &RawTable| {
            (0..table.len()).map(|row| table.row(row).collect::<Vec<_>>().join(";")).collect()
        };
        tables(table).iter().map(rows).collect()
    }

    #[test]
    fn each_table_of_a_sheet_is_by_itself() {
        let below =
            parts(&[(1, "Comune;Utenti"), (2, "Milano;1"), (4, "Spesa"), (5, "Comune;Spesa"), (6, "Lodi;2")]);
        assert_eq!(below, [vec!["Comune;Utenti", "Milano;1"], vec!["Spesa", "Comune;Spesa", "Lodi;2"]]);
        let beside = parts(&[(1, "Comune;Utenti;;Comune;Spesa"), (2, "Milano;1;;Lodi;2")]);
        assert_eq!(beside.len(), 2);
        assert_eq!(beside[1], [";;;Comune;Spesa", ";;;Lodi;2"]);
        // Data after an empty row, and an empty column, belong to one table.
        assert_eq!(parts(&[(1, "Comune;Utenti"), (2, "Milano;1"), (4, "Lodi;2")]).len(), 1);
        assert_eq!(parts(&[(1, "Comune;;Utenti"), (2, "Milano;;1")]).len(), 1);
        assert_eq!(parts(&[(1, "Titolo"), (3, "Comune;Utenti"), (4, "Lodi;2")]).len(), 1);
    }
}
