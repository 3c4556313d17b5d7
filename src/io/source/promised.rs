//! How many cells the reader crate would allocate, counted before it is called: it reads the sheets of an XLS or ODS
//! as rectangles and trusts their declared size.

use super::compound::{long, short, workbook};
use super::limits::MAX_CELL;

/// The most records of all sheets of an XLS: many may claim to begin in the same place.
const MOST_RECORDS: usize = 50_000_000;

/// The cells that the crate would allocate for the sheets of an XLS: for each sheet the declared rectangle, and that
/// of its actual cells. `None` if the file contradicts itself.
pub(crate) fn of_xls(bytes: &[u8]) -> Option<usize> {
    let stream = workbook(bytes)?;
    let (mut cells, mut left) = (0_usize, MOST_RECORDS);
    let globals = records(&stream, 0);
    for (_, bound) in globals.filter(|(kind, _)| *kind == 0x0085) {
        let mut depth = 0;
        let (mut rows, mut columns) = (0, 0);
        for (kind, record) in records(&stream, long(bound, 0)? as usize) {
            left = left.checked_sub(1)?;
            match kind {
                0x0809 => depth += 1,
                0x000a if depth <= 1 => break,
                0x000a => depth -= 1,
                0x0200 => cells = cells.checked_add(dimensions(record)?)?,
                // Formula, packed numbers, rich text, shared text, number, text, boolean, packed number.
                0x0006 | 0x00bd | 0x00d6 | 0x00fd | 0x0203 | 0x0204 | 0x0205 | 0x027e => {
                    let column = if kind == 0x00bd { record.len().checked_sub(2)? } else { 2 };
                    rows = rows.max(short(record, 0)? + 1);
                    columns = columns.max(short(record, column)? + 1);
                }
                _ => {}
            }
        }
        cells = cells.checked_add(rows * columns)?;
    }
    Some(cells)
}

/// The records of a stream from a position on: type and contents.
pub(super) fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = (usize, &[u8])> {
    std::iter::from_fn(move || {
        let (kind, length) = (short(stream, at)?, short(stream, at + 2)?);
        let record = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, record))
    })
}

/// The number of cells in the declared rectangle of a sheet.
fn dimensions(record: &[u8]) -> Option<usize> {
    let (first_row, last_row, columns) = if record.len() == 10 {
        (short(record, 0)?, short(record, 2)?, 4)
    } else {
        (long(record, 0)? as usize, long(record, 4)? as usize, 8)
    };
    let (first, last) = (short(record, columns)?, short(record, columns + 2)?);
    // A first column beyond the last of the format is read as zero.
    let first = if first > 0xff || last < first { 0 } else { first };
    if last_row == 0 || last == 0 {
        return Some(0);
    }
    last_row.checked_sub(first_row)?.checked_mul(last.checked_sub(first)?)
}

/// The cells that the crate would allocate for the sheets of an ODS, according to its content: repeated rows and
/// cells count as often as they are repeated, up to the last non-empty one. `None` if an element is not closed, for
/// whose end the crate would search for ever, or if spaces are repeated excessively.
pub(crate) fn of_ods(content: &[u8]) -> Option<usize> {
    let mut open: Vec<&[u8]> = Vec::new();
    let mut sheets = 0_usize;
    // For the sheet: actual rows, rows up to the last non-empty one, the widest row, and cells before rows are
    // repeated.
    let (mut rows, mut reach, mut widest, mut cells) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut repeats, mut width, mut filled) = (1_usize, 0_usize, 0_usize);
    let mut rest = content;
    while let Some(at) = rest.iter().position(|b| *b == b'<') {
        let tag = tag(&rest[at + 1..])?;
        rest = &rest[at + 1 + tag.len()..];
        let is_closed = tag.ends_with(b"/");
        let name = tag.split(|b| b.is_ascii_whitespace()).next().unwrap_or_default();
        let name = if is_closed { name.strip_suffix(b"/").unwrap_or(name) } else { name };
        if let Some(closes) = name.strip_prefix(b"/") {
            if open.pop()? != closes {
                return None;
            }
        } else if !is_closed && name != b"?xml" {
            open.push(name);
        }
        match name {
            b"table:table-row" => {
                (repeats, width, filled) = (repeated(tag, b"table:number-rows-repeated"), 0, 0);
            }
            b"table:table-cell" | b"table:covered-table-cell" => {
                width = width.saturating_add(repeated(tag, b"table:number-columns-repeated"));
                // A cell with neither a value nor contents is skipped.
                let has = |name: &[u8]| tag.windows(name.len()).any(|window| window == name);
                if !is_closed || has(b"value") || has(b"formula") {
                    filled = width;
                }
            }
            b"text:s" if repeated(tag, b"text:c") > MAX_CELL => return None,
            b"/table:table-row" => {
                rows = rows.saturating_add(repeats);
                if filled > 0 {
                    (reach, widest) = (rows, widest.max(filled));
                }
                cells = cells.saturating_add(filled);
            }
            b"/table:table" => {
                sheets = sheets.saturating_add(reach.saturating_mul(widest).saturating_add(cells));
                (rows, reach, widest, cells) = (0, 0, 0, 0);
            }
            // Comments and the like could hide tags from this count that the crate would see.
            _ if name.starts_with(b"!") || (name.starts_with(b"?") && name != b"?xml") => return None,
            _ => {}
        }
    }
    open.is_empty().then_some(sheets)
}

/// The contents of a tag up to its `>`, respecting quotes; `None` if it does not end or another one begins inside.
pub(super) fn tag(text: &[u8]) -> Option<&[u8]> {
    let mut quote = None;
    for (i, byte) in text.iter().enumerate() {
        match byte {
            b'<' => return None,
            b'>' if quote.is_none() => return Some(&text[..i]),
            b'"' | b'\'' if quote.is_none() => quote = Some(*byte),
            byte if quote == Some(*byte) => quote = None,
            _ => {}
        }
    }
    None
}

/// How often a row or cell is repeated; unlimited if that is not written in plain digits.
pub(super) fn repeated(tag: &[u8], name: &[u8]) -> usize {
    let mut most = None;
    for at in (0..tag.len()).filter(|at| tag[*at..].starts_with(name)) {
        let value = tag[at + name.len()..].trim_ascii_start();
        let value = value.strip_prefix(b"=").unwrap_or(value).trim_ascii_start();
        let digits = value.split(|b| matches!(b, b'"' | b'\'')).nth(1).unwrap_or_default();
        let number = std::str::from_utf8(digits).ok().and_then(|text| text.parse().ok());
        most = most.max(Some(number.unwrap_or(usize::MAX)));
    }
    most.unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_repeated_counts_up_to_the_last_that_has_anything() {
        let cell = |attributes: &str| format!("<table:table-cell {attributes}/>");
        let row = |attributes: &str, cells: &str| {
            format!("<table:table-row {attributes}>{cells}</table:table-row>")
        };
        let of = |rows: &str| of_ods(format!("<table:table>{rows}</table:table>").as_bytes());
        let number = cell("office:value=\"1\"");
        let two = row("", &format!("{number}{number}"));
        let rest =
            row("table:number-rows-repeated=\"1000000\"", &cell("table:number-columns-repeated=\"16000\""));
        assert_eq!(of(&two), Some(2 + 2));
        assert_eq!(of(&format!("{two}{rest}")), Some(4), "nothing follows");
        assert_eq!(of(&format!("{rest}{two}")), Some(2 * 1_000_001 + 2));
        let many = cell("office:value=\"1\" table:number-columns-repeated = '16000'");
        assert_eq!(of(&row("table:number-rows-repeated=\"&#49;0\"", &many)), Some(usize::MAX));
    }

    #[test]
    fn what_does_not_end_is_refused() {
        for content in [
            "<table:table><table:table-row></table:table-row>",
            "<table:table></tale:table>",
            "<table:table a=\"</table:table>\">",
            "<table:table><!-- </table:table> -->",
            "<table:table><text:s text:c=\"4000000000\"/></table:table>",
        ] {
            assert_eq!(of_ods(content.as_bytes()), None, "{content}");
        }
        assert_eq!(of_ods(b"<?xml version=\"1.0\"?><a b='>'><c/></a>"), Some(0));
    }
}
