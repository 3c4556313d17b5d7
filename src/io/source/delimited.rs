//! Delimited text: the delimiter, and the cells.

use super::error::{Problem, SourceError};
use super::quotes;
use super::raw_table::RawTable;
use super::text::decode;

/// Possible delimiters, the most likely first on a tie.
const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// Lines examined to find the delimiter.
const SAMPLE: usize = 200;

/// Reads delimited text.
///
/// # Errors
/// Empty, a web page, not text, or over a limit.
pub fn read(file: &str, bytes: &[u8]) -> Result<RawTable, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let decoded = decode(bytes).map_err(error)?;
    if decoded.text.trim().is_empty() {
        return Err(error(Problem::Empty));
    }
    if is_html(&decoded.text) {
        return Err(error(Problem::Html));
    }
    let mut table = RawTable::new(file, None);
    table.notes.guessed_encoding = decoded.guessed;
    let mut text = decoded.text;
    if let Some(plain) = quotes::unwrapped(&text) {
        (text, table.notes.is_unwrapped) = (plain.into(), true);
    }
    let delimiter = delimiter(&text);
    if let Some((mended, lines)) = quotes::closed(&text, delimiter) {
        (text, table.notes.unclosed_quotes) = (mended.into(), lines);
    }
    table.notes.delimiter = Some(char::from(delimiter));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    loop {
        // The reader skips blank lines, and the LF of a CRLF, without saying so.
        let at = reader.position();
        let rest = text.as_bytes().get(at.byte() as usize..).unwrap_or_default();
        let ends = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| **b == b'\n').count();
        let row = at.line() + ends as u64;
        let at = |problem| SourceError { row: Some(row), ..error(problem) };
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(table),
            Err(_) => return Err(at(Problem::Damaged)),
        }
        let pushed = table.push(u32::try_from(row).unwrap_or(u32::MAX), record.iter());
        pushed.map_err(|limit| at(Problem::TooLarge(limit)))?;
    }
}

/// Whether text is a web page, or a table cut from one.
pub fn is_html(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(512).collect::<String>().to_lowercase();
    head.starts_with('<')
        && ["<html", "<!doctype html", "<table", "<body", "<head", "<div"]
            .iter()
            .any(|tag| head.contains(tag))
}

/// The character that splits the most lines into the same number of cells, more than one. Characters within quotes
/// are ignored.
fn delimiter(text: &str) -> u8 {
    let mut counts = [const { Vec::new() }; DELIMITERS.len()];
    let (mut line, mut quoted, mut lines) = ([0_u32; DELIMITERS.len()], false, 0);
    for byte in text.bytes().chain([b'\n']) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                for (counts, count) in counts.iter_mut().zip(&mut line) {
                    counts.push(std::mem::take(count));
                }
                lines += 1;
                if lines == SAMPLE {
                    break;
                }
            }
            _ if quoted => {}
            byte => {
                if let Some(at) = DELIMITERS.iter().position(|d| *d == byte) {
                    line[at] += 1;
                }
            }
        }
    }
    // After an unclosed quote nothing can be counted, and the comma is assumed.
    let consistent = |counts: &[u32]| {
        let mut sorted: Vec<u32> = counts.iter().copied().filter(|n| *n > 0).collect();
        sorted.sort_unstable();
        sorted.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0])).max().unwrap_or_default()
    };
    let best = (0..DELIMITERS.len()).rev().max_by_key(|&i| consistent(&counts[i])).unwrap_or(2);
    if consistent(&counts[best]).0 == 0 { b',' } else { DELIMITERS[best] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let table = read("a.csv", text.as_bytes()).unwrap();
        (0..table.len()).map(|row| table.row(row).map(str::to_owned).collect()).collect()
    }

    #[test]
    fn the_delimiter_is_the_one_that_parts_lines_alike() {
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
    fn rows_have_the_numbers_of_the_file() {
        let table = read("a.csv", b"a;b\r\n\r\n\"x\ny\";2\r\n3;4\r\n").unwrap();
        let numbers: Vec<u32> = (0..table.len()).map(|row| table.number(row)).collect();
        assert_eq!(numbers, [1, 3, 5]);
    }

    #[test]
    fn what_is_no_table_is_refused_by_name() {
        let code = |bytes: &[u8]| read("a.csv", bytes).unwrap_err().code();
        assert_eq!(code(b""), "empty");
        assert_eq!(code(b"\xef\xbb\xbf \r\n"), "empty");
        assert_eq!(code(b"  <!DOCTYPE html><title>404</title>"), "html");
        assert_eq!(code("a;".repeat(200_000).as_bytes()), "too_many_columns");
    }
}
