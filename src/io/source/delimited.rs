//! Delimited text: the delimiter, and the cells.

use std::borrow::Cow;
use std::collections::VecDeque;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::error::{Problem, SourceError};
use super::limits::Limit;
use super::raw_table::RawTable;
use super::text::decode;
use super::{fixed, quotes, separator};

/// Bytes of a piece of a large file.
const PIECE: usize = 16 << 20;

/// Reads delimited text.
///
/// # Errors
/// Empty, a web page, not text, or over a limit.
pub fn read(file: &str, bytes: Vec<u8>) -> Result<RawTable, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let mut table = RawTable::new(file, None);
    let decoded = decode(&bytes).map_err(error)?;
    table.notes.guessed_encoding = decoded.guessed;
    let mut text = match decoded.text {
        Cow::Owned(text) => text,
        // The text is the file itself, perhaps after a byte order mark: it is not copied.
        Cow::Borrowed(text) => {
            let mark = bytes.len() - text.len();
            let mut text = String::from_utf8(bytes).map_err(|_| error(Problem::NotText))?;
            text.drain(..mark);
            text
        }
    };
    if text.trim().is_empty() {
        return Err(error(Problem::Empty));
    }
    if is_html(&text) {
        return Err(error(Problem::Html));
    }
    if let Some(plain) = quotes::unwrapped(&text) {
        (text, table.notes.is_unwrapped) = (plain, true);
    }
    let separator::Found { separator: delimiter, is_sure } = separator::find(&text);
    if let Some(rows) = (!is_sure).then(|| fixed::rows(&text)).flatten() {
        let row_error =
            |row: u32, limit| SourceError { row: Some(row.into()), ..error(Problem::TooLarge(limit)) };
        for (row, cells) in rows {
            table.push(row, cells).map_err(|limit| row_error(row, limit))?;
        }
        table.notes.is_fixed_width = true;
        return Ok(table);
    }
    if let Some((mended, lines)) = quotes::closed(&text, delimiter) {
        (text, table.notes.unclosed_quotes) = (mended, lines);
    }
    table.notes.delimiter = Some(char::from(delimiter));
    table.set_separator(delimiter);
    take_pieces(&mut table, pieces(text), delimiter)
        .map_err(|(row, limit)| SourceError { row: Some(row), ..error(Problem::TooLarge(limit)) })?;
    Ok(table)
}

/// Adds the rows of all pieces in their order, several of which are read at the same time.
fn take_pieces(
    table: &mut RawTable,
    mut pieces: impl Iterator<Item = String>,
    delimiter: u8,
) -> Result<(), (u64, Limit)> {
    let mut line = 1;
    loop {
        let group: Vec<String> = pieces.by_ref().take(rayon::current_num_threads().max(1)).collect();
        let [_, _, ..] = &group[..] else {
            return group.iter().try_for_each(|piece| take_rows(table, piece, delimiter, &mut line));
        };
        let read = |piece: &String| {
            let (mut part, mut lines) = (RawTable::parted_by(delimiter), 1);
            take_rows(&mut part, piece, delimiter, &mut lines).ok().map(|()| (part, lines - 1))
        };
        let parts: Vec<Option<(RawTable, u64)>> = group.par_iter().map(read).collect();
        for (piece, part) in group.iter().zip(parts) {
            match part {
                Some((part, lines)) if table.append(&part, line - 1) => line += lines,
                // Read again row by row, it names the row where a limit is.
                _ => take_rows(table, piece, delimiter, &mut line)?,
            }
        }
    }
}

/// The text in pieces of whole rows, so that the memory of each is given back once its rows are taken: a large table and
/// its file need not be held at the same time.
fn pieces(mut text: String) -> impl Iterator<Item = String> {
    let mut pieces = VecDeque::new();
    // A cell within quotes may have several lines.
    while text.len() > PIECE && !text.contains('"') {
        let Some(cut) = text.as_bytes()[..text.len() - PIECE].iter().rposition(|b| *b == b'\n') else {
            break;
        };
        pieces.push_front(text.split_off(cut + 1));
        text.shrink_to_fit();
    }
    pieces.push_front(text);
    std::iter::from_fn(move || pieces.pop_front())
}

/// Adds the rows of a piece of text, whose first line has that number. Blank lines are none. An error comes with its row.
fn take_rows(table: &mut RawTable, text: &str, delimiter: u8, line: &mut u64) -> Result<(), (u64, Limit)> {
    let bytes = text.as_bytes();
    let ends = |from: usize| {
        let ends_cell = |b: &u8| *b == delimiter || matches!(b, b'\n' | b'\r');
        bytes[from..].iter().position(ends_cell).map_or(bytes.len(), |length| from + length)
    };
    let (mut at, mut unquoted) = (0, String::new());
    while let Some(byte) = bytes.get(at) {
        if matches!(byte, b'\n' | b'\r') {
            *line += u64::from(*byte == b'\n');
            at += 1;
            continue;
        }
        let row = *line;
        if let Some(length) = table.add_plain(&text[at..]) {
            table.end_row(u32::try_from(row).unwrap_or(u32::MAX)).map_err(|limit| (row, limit))?;
            at += length;
            continue;
        }
        loop {
            let end = if bytes.get(at) == Some(&b'"') {
                unquoted.clear();
                at += 1;
                // Two quotes are one of the cell's own.
                while let Some(length) = bytes[at..].iter().position(|b| *b == b'"') {
                    unquoted.push_str(&text[at..at + length]);
                    at += length + 1;
                    if bytes.get(at) != Some(&b'"') {
                        break;
                    }
                    unquoted.push('"');
                    at += 1;
                }
                let end = ends(at);
                if !text[at..end].trim().is_empty() {
                    table.notes.after_quotes.push(u32::try_from(row).unwrap_or(u32::MAX));
                }
                unquoted.push_str(&text[at..end]);
                *line += unquoted.bytes().filter(|b| *b == b'\n').count() as u64;
                table.add_cell(&unquoted).map_err(|limit| (row, limit))?;
                end
            } else {
                let end = ends(at);
                table.add_cell(&text[at..end]).map_err(|limit| (row, limit))?;
                end
            };
            at = end;
            if bytes.get(at) != Some(&delimiter) {
                break;
            }
            at += 1;
        }
        table.end_row(u32::try_from(row).unwrap_or(u32::MAX)).map_err(|limit| (row, limit))?;
    }
    Ok(())
}

/// Whether text is a web page, or a table cut from one.
pub fn is_html(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(512).collect::<String>().to_lowercase();
    head.starts_with('<')
        && ["<html", "<!doctype html", "<table", "<body", "<head", "<div"]
            .iter()
            .any(|tag| head.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let table = read("a.csv", text.as_bytes().to_vec()).unwrap();
        (0..table.len()).map(|row| table.row(row).map(str::to_owned).collect()).collect()
    }

    #[test]
    fn cells_are_parted_at_the_delimiter() {
        for text in ["a;b\n1,5;2,5\n", "a\tb\n1,5\t2,5", "a,b\n\"1,5\",\"2,5\"\n", "a|b\n1,5|2,5"] {
            assert_eq!(cells(text), [["a", "b"], ["1,5", "2,5"]], "{text}");
        }
        // There may be a title with commas above, and a note below.
        let rows =
            cells("Popolazione, per età, 2023\ncodice;valore\n015146;1,5\n098031;2,5\nNota: uno, due, tre\n");
        assert_eq!(rows[2], ["015146", "1,5"]);
        assert_eq!(cells("one\ntwo\n"), [["one"], ["two"]]);
    }

    #[test]
    fn columns_of_fixed_width_are_read() {
        let text = "codice  comune   n\n015146  Milano  12\n\n098031  Lodi     7,5\n015182  Rho      4\n";
        let table = read("a.txt", text.into()).unwrap();
        let rows: Vec<Vec<&str>> = (0..table.len()).map(|row| table.row(row).collect()).collect();
        assert_eq!(rows[1..3], [["015146", "Milano", "12"], ["098031", "Lodi", "7,5"]]);
        assert!(table.notes.is_fixed_width && table.number(2) == 4 && table.notes.delimiter.is_none());
    }

    #[test]
    fn rows_have_the_numbers_of_the_file() {
        let table = read("a.csv", b"a;b\r\n\r\n\"x\ny\";2\r\n3;4\r\n".to_vec()).unwrap();
        let numbers: Vec<u32> = (0..table.len()).map(|row| table.number(row)).collect();
        assert_eq!(numbers, [1, 3, 5]);
    }

    #[test]
    fn cells_within_quotes_keep_what_parts_others() {
        let rows = cells("a;b;c\n\"x;y\";\"say \"\"hi\"\"\";\n\"p\nq\"r;2;\"\"\n");
        assert_eq!(rows[1..], [["x;y", "say \"hi\"", ""], ["p\nqr", "2", ""]]);
        assert_eq!(cells("a;b\n1;\n"), [["a", "b"], ["1", ""]]);
    }

    /// As Python's csv and spreadsheets read it; the rows are told.
    #[test]
    fn letters_after_a_closing_quote_stay_in_their_cell() {
        let text = "a;b;c\n\"x\"y;2;\"z\" \n\"p;1\nq\"r;2;3\n1;2;3\n1;2;3\n";
        let table = read("a.csv", text.as_bytes().to_vec()).unwrap();
        let rows: Vec<Vec<&str>> = (0..table.len()).map(|row| table.row(row).collect()).collect();
        assert_eq!(rows[1..3], [["xy", "2", "z"], ["p;1\nqr", "2", "3"]]);
        assert_eq!((table.notes.after_quotes, table.notes.unclosed_quotes), (vec![2, 3], vec![]));
        // A line that is a row by itself shows that its quote was left open.
        let table = read("a.csv", b"a;b;c\n\"p;1;2\n\"q\"r;2;3\n1;2;3\n1;2;3\n".to_vec()).unwrap();
        let rows: Vec<Vec<&str>> = (0..table.len()).map(|row| table.row(row).collect()).collect();
        assert_eq!(rows[1..3], [["p", "1", "2"], ["qr", "2", "3"]]);
        assert_eq!((table.notes.after_quotes, table.notes.unclosed_quotes), (vec![3], vec![2]));
    }

    /// The same table whether it is read in one go or in pieces at the same time.
    #[test]
    fn pieces_give_the_table_that_the_whole_gives() {
        let line = |i: usize| match i % 7 {
            0 => format!("{i};à;{}\r\n", "x".repeat(i % 3_000)),
            1 => "\n".to_owned(),
            2 => format!("{i};\u{202e};; \n"),
            _ => format!("{i};{};{}\n", i * 3, i % 5),
        };
        let lines: Vec<String> = (0..5_000).map(line).collect();
        let [mut whole, mut parted] = [(); 2].map(|()| RawTable::parted_by(b';'));
        take_rows(&mut whole, &lines.concat(), b';', &mut 1).unwrap();
        take_pieces(&mut parted, lines.chunks(37).map(<[String]>::concat), b';').unwrap();
        assert_eq!((whole.len(), &whole.notes), (parted.len(), &parted.notes));
        for row in 0..whole.len() {
            assert_eq!(whole.number(row), parted.number(row));
            assert!(whole.row(row).eq(parted.row(row)), "{row}");
        }
    }

    #[test]
    fn pieces_are_of_whole_rows() {
        let text = "015146;12345\n".repeat(3 * PIECE / 13);
        let all: Vec<String> = pieces(text.clone()).collect();
        assert!(all.len() > 2 && all.iter().all(|piece| piece.ends_with('\n')));
        assert_eq!(all.concat(), text);
    }

    #[test]
    fn what_is_no_table_is_refused_by_name() {
        let code = |bytes: &[u8]| read("a.csv", bytes.to_vec()).unwrap_err().code();
        assert_eq!(code(b""), "empty");
        assert_eq!(code(b"\xef\xbb\xbf \r\n"), "empty");
        assert_eq!(code(b"  <!DOCTYPE html><title>404</title>"), "html");
        assert_eq!(code("a;".repeat(200_000).as_bytes()), "too_many_columns");
    }
}
