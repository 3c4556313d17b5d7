//! The formatting of the sheets of an XLS or ODS that matters for their values, as [`SheetMarks`]: the reader crate
//! gives only cells.

use super::compound::{long, short, workbook};
use super::limits::{MAX_COLUMNS, MAX_ROWS};
use super::promised::{records, repeated, tag};
use super::sheet_marks::SheetMarks;

/// The most records examined in the sheets of an XLS: many sheets may claim to begin in the same place.
const MOST_RECORDS: usize = 10_000_000;

/// The marks of each sheet of an XLS, in the order of the workbook. Layout: [MS-XLS].
pub(crate) fn of_xls(bytes: &[u8]) -> Vec<SheetMarks> {
    let Some(stream) = workbook(bytes) else { return Vec::new() };
    let (mut bounds, mut formats, mut styles) = (Vec::new(), Vec::new(), Vec::new());
    for (kind, record) in records(&stream, 0) {
        match kind {
            0x0085 => bounds.extend(long(record, 0)),
            0x041e if record.get(5..).is_some_and(|text| text.contains(&b'%')) => {
                formats.extend(short(record, 0));
            }
            0x00e0 => {
                let format = short(record, 2).unwrap_or_default();
                styles.push([9, 10].contains(&format) || formats.contains(&format));
            }
            0x000a => break,
            _ => {}
        }
    }
    let mut left = MOST_RECORDS;
    bounds.into_iter().map(|offset| of_xls_sheet(&stream, offset as usize, &styles, &mut left)).collect()
}

fn of_xls_sheet(stream: &[u8], offset: usize, is_percent: &[bool], left: &mut usize) -> SheetMarks {
    let mut marks = SheetMarks::default();
    let mut depth = 0;
    for (kind, record) in records(stream, offset) {
        *left = left.saturating_sub(1);
        if *left == 0 {
            break;
        }
        let at = |place: usize| short(record, place);
        match kind {
            0x0809 => depth += 1,
            0x000a if depth <= 1 => break,
            0x000a => depth -= 1,
            // A row: whether its height is zero.
            0x0208 if at(12).is_some_and(|flags| flags & 0x20 != 0) => {
                marks.hidden_rows.extend(at(0).map(|row| row as u32));
            }
            // Columns.
            0x007d if at(8).is_some_and(|flags| flags & 1 != 0) => {
                if let (Some(first), Some(last)) = (at(0), at(2)) {
                    marks.hidden_columns.push((first as u32, last as u32));
                }
            }
            0x009b => marks.is_filtered = true,
            0x00e5 => {
                let ranges = record.get(2..).unwrap_or_default().chunks_exact(8);
                let of =
                    |range: &[u8]| [0, 4, 2, 6].map(|place| short(range, place).unwrap_or_default() as u32);
                // First row and column, last row and column.
                marks.merged.extend(ranges.map(of).filter(|[row, _, last, _]| last > row));
            }
            // Formula, number, packed number; several packed numbers.
            0x0006 | 0x0203 | 0x027e | 0x00bd => {
                let (Some(row), Some(first)) = (at(0), at(2)) else { continue };
                let count = if kind == 0x00bd { record.len().saturating_sub(6) / 6 } else { 1 };
                for i in 0..count {
                    let style = at(4 + 6 * i).and_then(|style| is_percent.get(style));
                    if style == Some(&true) {
                        marks.percent_as_shown(row as u32, (first + i) as u32);
                    }
                }
            }
            _ => {}
        }
    }
    marks
}

/// The marks of each sheet of an ODS, in the order of its content.
pub(crate) fn of_ods(content: &[u8]) -> Vec<SheetMarks> {
    let mut all: Vec<SheetMarks> = Vec::new();
    let (mut row, mut column, mut columns) = (0_usize, 0_usize, 0_usize);
    let (mut repeats, mut is_hidden, mut is_filled) = (1, false, false);
    let mut rest = content;
    while let Some(at) = rest.iter().position(|b| *b == b'<') {
        let Some(found) = tag(&rest[at + 1..]) else { break };
        rest = &rest[at + 1 + found.len()..];
        let name = found.split(|b| b.is_ascii_whitespace() || *b == b'/').find(|name| !name.is_empty());
        let is_end = found.starts_with(b"/");
        let has = |text: &[u8]| found.windows(text.len()).any(|window| window == text);
        let is_collapsed = || has(b"visibility=\"collapse\"") || has(b"visibility=\"filter\"");
        match name.unwrap_or_default() {
            b"table:table" if !is_end => {
                all.push(SheetMarks::default());
                (row, columns) = (0, 0);
            }
            b"table:table-column" => {
                let Some(marks) = all.last_mut() else { continue };
                let next = columns.saturating_add(repeated(found, b"table:number-columns-repeated"));
                if is_collapsed() && columns < MAX_COLUMNS {
                    marks.hidden_columns.push((columns as u32, next.min(MAX_COLUMNS) as u32 - 1));
                }
                columns = next;
            }
            b"table:table-row" if !is_end => {
                repeats = repeated(found, b"table:number-rows-repeated");
                (column, is_hidden, is_filled) = (0, is_collapsed(), false);
                let marks = all.last_mut().filter(|_| has(b"visibility=\"filter\""));
                marks.into_iter().for_each(|marks| marks.is_filtered = true);
            }
            b"table:table-row" => {
                let last = row.saturating_add(repeats);
                if let Some(marks) = all.last_mut().filter(|_| is_hidden && is_filled) {
                    marks.hidden_rows.extend((row..last.min(MAX_ROWS)).map(|row| row as u32));
                }
                row = last;
            }
            b"table:table-cell" | b"table:covered-table-cell" if !is_end => {
                let across = repeated(found, b"table:number-columns-repeated");
                is_filled |= has(b"office:value") || has(b"calcext:value-type");
                let down = repeated(found, b"table:number-rows-spanned");
                if let Some(marks) = all.last_mut().filter(|_| row < MAX_ROWS && column < MAX_COLUMNS) {
                    let (row, column) = (row as u32, column as u32);
                    if down > 1 {
                        let last = row.saturating_add(down.min(MAX_ROWS) as u32 - 1);
                        marks.merged.push([row, column, last, column]);
                    }
                    if has(b"office:value-type=\"percentage\"") && repeats < MAX_ROWS {
                        for row in row..row + repeats as u32 {
                            (0..across.min(MAX_COLUMNS) as u32)
                                .for_each(|i| marks.percent_as_shown(row, column + i));
                        }
                    }
                }
                column = column.saturating_add(across);
            }
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_of_an_ods_are_told() {
        let cell = |text: &str| {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        };
        let content = [
            "<table:table table:name=\"a\"><table:table-column/>",
            "<table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/>",
            "<table:table-row>",
            &cell("x"),
            "</table:table-row><table:table-row table:visibility=\"filter\" table:number-rows-repeated=\"2\">",
            &cell("y"),
            "</table:table-row><table:table-row><table:table-cell office:value-type=\"percentage\" office:value=\"0.5\" table:number-rows-spanned=\"2\"/></table:table-row>",
            "<table:table-row table:visibility=\"collapse\" table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>",
            "</table:table><table:table table:name=\"b\"></table:table>",
        ]
        .concat();
        let marks = of_ods(content.as_bytes());
        assert_eq!(marks.len(), 2);
        assert_eq!((marks[0].hidden_rows.as_slice(), marks[0].is_filtered), (&[1, 2][..], true));
        assert_eq!(marks[0].hidden_columns, [(1, 2)]);
        assert!(marks[0].is_percent(3, 0) && !marks[0].is_percent(1, 0));
        assert_eq!(marks[0].merged, [[3, 0, 4, 0]]);
        assert_eq!(marks[1], SheetMarks::default());
    }

    #[test]
    fn what_is_no_workbook_says_nothing() {
        assert!(of_xls(b"").is_empty() && of_xls(&[0xd0; 600]).is_empty());
        for content in ["", "<table:table-row>", "<table:table><table:table-cell a", "<table:table-column/>"]
        {
            assert!(of_ods(content.as_bytes()).iter().all(|marks| *marks == SheetMarks::default()));
        }
        let endless = "<table:table><table:table-row table:number-rows-repeated=\"x\"><table:table-cell office:value-type=\"percentage\" table:number-columns-repeated=\"x\" table:number-rows-spanned=\"x\"/></table:table-row><table:table-row/>";
        assert_eq!(of_ods(endless.as_bytes()).len(), 1);
    }
}
