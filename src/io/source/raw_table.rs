//! A table as in a file: cells of text, with the number of the row each came from.

use std::ops::Range;

use crate::data::Bilingual;

use super::limits::{Limit, MAX_CELL, MAX_COLUMNS, MAX_ROWS, MAX_TABLE};

/// A table of text, ragged as the file is.
///
/// All cells are stored one after the other in a single string, with one byte between those of a row, so that a table of a million
/// rows needs three allocations instead of five million and a line of a file is copied as it stands; and the end of a cell is a
/// distance from the beginning of its row, which in nearly every row fits two bytes.
#[derive(Clone, Debug)]
pub struct RawTable {
    /// Name of the file; inside an archive, preceded by the archive's name.
    pub file: String,
    /// The sheet of a workbook, and which of several tables on it.
    pub sheet: Option<String>,
    /// What had to be done to read the cells.
    pub notes: Box<Notes>,
    /// What stands between the cells of a row.
    separator: u8,
    text: String,
    /// End of each cell, from the beginning of its row.
    ends: Vec<u16>,
    /// The ends in the rows that are too long for these, by row, in order.
    long_ends: Vec<(u32, Vec<u32>)>,
    rows: Vec<Row>,
}

/// Where a row ends.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// The number of cells up to its end.
    cells: u32,
    /// The length of the text up to its end.
    text: u32,
    /// Its number in the file.
    number: u32,
}

/// What had to be done to read the cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The encoding, if it is not declared and not UTF-8: a guess, but a good one.
    pub guessed_encoding: Option<&'static str>,
    /// The number of cells longer than 2,000 characters, which were truncated.
    pub cut_cells: usize,
    /// The number of cells whose control or direction characters were replaced by U+FFFD.
    pub control_cells: usize,
    /// The number of cells without a readable value: a formula error, a dangling reference.
    pub unreadable_cells: usize,
    /// Cells with the sign of a letter that was lost before: `Cant\u{fffd}`.
    pub lost_cells: usize,
    /// Rows hidden in the workbook, by number, ascending.
    pub hidden_rows: Vec<u32>,
    /// Why other sheets of the workbook cannot be read.
    pub unread_sheets: Vec<Bilingual>,
    /// Whether the whole sheet is hidden in the workbook.
    pub is_hidden_sheet: bool,
    /// Columns hidden in the workbook.
    pub hidden_columns: Vec<usize>,
    /// Whether a filter hides them.
    pub is_filtered: bool,
    /// Columns of formulas that were saved without a value, and how many.
    pub valueless: Vec<(usize, usize)>,
    /// Columns formatted as percentages, whose values are read as such.
    pub percent: Vec<usize>,
    /// Columns whose numbers are shown as hours and minutes, and read as hours.
    pub durations: Vec<usize>,
    /// Columns whose numbers are shown in thousands or millions.
    pub thousands: Vec<usize>,
    /// Cells merged over several rows that hold a number: it is not known which row it belongs to.
    pub merged_numbers: usize,
    /// Whether each line as a whole was within quotes.
    pub is_unwrapped: bool,
    /// Whether its columns are of fixed width, with blanks between.
    pub is_fixed_width: bool,
    /// Lines with a quote that is never closed.
    pub unclosed_quotes: Vec<u32>,
    /// Lines of rows with text after a closing quote, which is read as part of the cell.
    pub after_quotes: Vec<u32>,
    /// Whether it is one of several tables of a sheet.
    pub is_one_of_several: bool,
    /// The character that separates the cells; `None` for a workbook.
    pub delimiter: Option<char>,
    /// Whether its rows were columns in the file.
    pub is_turned: bool,
    /// Whether it comes from JSON, whose numbers in quotes have a decimal point.
    pub is_json: bool,
    /// What the file itself states of its values.
    pub stated: Option<Box<Stated>>,
}

/// What a file states of its values, all of one variable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    pub source: String,
    pub licence: String,
    pub name: String,
    pub unit: String,
}

/// A number from a format with typed numbers, as text with a single reading: `1.234` gets an extra zero, because it
/// could be over a thousand.
pub(crate) fn number_text(number: f64) -> String {
    let text = number.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals == 3 { text + "0" } else { text }
}

/// The longest row whose ends fit two bytes.
const LINE: usize = u16::MAX as usize;

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    text: &'a str,
    ends: &'a [u16],
    /// The ends of its cells, where the text is too long for those.
    long: Option<&'a [u32]>,
}

impl<'a> Line<'a> {
    /// A cell, trimmed; empty if the row is shorter.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        let end = |column: usize| match self.long {
            Some(ends) => ends.get(column).map(|end| *end as usize),
            None => self.ends.get(column).map(|end| usize::from(*end)),
        };
        let Some(to) = end(column) else { return "" };
        let from = column.checked_sub(1).and_then(end).map_or(0, |before| before + 1);
        let cell = &self.text[from..to];
        // Nearly all cells begin and end with a letter or digit, which is faster to check than trimming.
        let is_plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
        if is_plain(cell.as_bytes().first()) && is_plain(cell.as_bytes().last()) { cell } else { cell.trim() }
    }
}

/// A control character, or one that changes the direction of the surrounding text.
fn is_unseen(c: char) -> bool {
    let allowed = matches!(c, '\t' | '\n' | '\r');
    let direction = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (c.is_control() && !allowed) || direction
}

impl RawTable {
    /// An empty table.
    pub fn new(file: &str, sheet: Option<&str>) -> Self {
        Self { file: file.to_owned(), sheet: sheet.map(str::to_owned), ..Self::parted_by(b';') }
    }

    /// An empty table for lines whose cells are parted by this ASCII character.
    pub(super) fn parted_by(separator: u8) -> Self {
        debug_assert!(separator.is_ascii());
        Self {
            file: String::new(),
            sheet: None,
            notes: Box::default(),
            separator,
            text: String::new(),
            ends: Vec::new(),
            long_ends: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Says what stands between the cells of its rows, before there are any.
    pub(super) fn set_separator(&mut self, separator: u8) {
        debug_assert!(separator.is_ascii() && self.ends.is_empty());
        self.separator = separator;
    }

    /// Adds a row with its number in the file, counted from 1.
    ///
    /// # Errors
    /// The limit that the table would exceed.
    pub fn push<'a>(&mut self, number: u32, cells: impl IntoIterator<Item = &'a str>) -> Result<(), Limit> {
        for cell in cells {
            self.add_cell(cell)?;
        }
        self.end_row(number)
    }

    /// Adds a cell to the row that [`end_row`](Self::end_row) will end.
    pub(super) fn add_cell(&mut self, cell: &str) -> Result<(), Limit> {
        let last = self.rows.last();
        let (before, start) = last.map_or((0, 0), |row| (row.cells as usize, row.text as usize));
        self.part_cell(before);
        self.push_cell(cell);
        self.end_cell(start);
        if self.ends.len() - before > MAX_COLUMNS { Err(Limit::Columns) } else { Ok(()) }
    }

    /// Adds the cells of the line at the beginning of a text to the row that [`end_row`](Self::end_row) will end, if it has no quotes
    /// and nothing to be replaced or cut, as nearly all lines: returns where it ends. Adds nothing to others.
    pub(super) fn add_plain(&mut self, text: &str) -> Option<usize> {
        let cells = self.ends.len();
        let bytes = text.as_bytes();
        let mut begun = 0;
        let mut last = None;
        for (eight, at) in bytes[..bytes.len().min(LINE)].chunks(8).zip((0..).step_by(8)) {
            let Marks { separators, stops } = Marks::of(eight, self.separator);
            // Those before the first stop.
            let mut separators = separators & (stops & stops.wrapping_neg()).wrapping_sub(1);
            while separators != 0 {
                let end = at + separators.trailing_zeros() as usize / 8;
                if end - begun > MAX_CELL {
                    self.ends.truncate(cells);
                    return None;
                }
                // A line is short enough.
                self.ends.push(end as u16);
                begun = end + 1;
                separators &= separators - 1;
            }
            if stops != 0 {
                last = Some(at + stops.trailing_zeros() as usize / 8);
                break;
            }
        }
        let end = last.unwrap_or(bytes.len());
        let is_ended = match bytes.get(end) {
            None | Some(b'\n') => true,
            Some(b'\r') => bytes.get(end + 1) == Some(&b'\n'),
            Some(_) => false,
        };
        let line = text.get(..end).filter(|_| {
            is_ended && end <= LINE && end - begun <= MAX_CELL && self.ends.len() - cells < MAX_COLUMNS
        });
        let Some(line) = line else {
            self.ends.truncate(cells);
            return None;
        };
        self.ends.push(end as u16);
        self.text.push_str(line);
        Some(end)
    }

    /// Adds all rows of another table, whose numbers begin after `lines`; returns whether there was room for them.
    pub(super) fn append(&mut self, part: &Self, lines: u64) -> bool {
        let (cells, text) = (self.ends.len() + part.ends.len(), self.text.len() + part.text.len());
        let rows = self.rows.len() + part.rows.len();
        if rows > MAX_ROWS || text + cells * size_of::<u16>() + rows * size_of::<Row>() > MAX_TABLE {
            return false;
        }
        let (cells, text, rows) = (self.ends.len() as u32, self.text.len() as u32, self.rows.len() as u32);
        let lines = u32::try_from(lines).unwrap_or(u32::MAX);
        self.text.push_str(&part.text);
        self.ends.extend_from_slice(&part.ends);
        self.long_ends.extend(part.long_ends.iter().map(|(row, ends)| (row + rows, ends.clone())));
        self.rows.extend(part.rows.iter().map(|row| Row {
            cells: row.cells + cells,
            text: row.text + text,
            number: row.number.saturating_add(lines),
        }));
        self.notes.cut_cells += part.notes.cut_cells;
        self.notes.control_cells += part.notes.control_cells;
        self.notes.lost_cells += part.notes.lost_cells;
        self.notes.after_quotes.extend(part.notes.after_quotes.iter().map(|row| row.saturating_add(lines)));
        true
    }

    /// Ends a cell of the row whose text begins there.
    fn end_cell(&mut self, start: usize) {
        let end = self.text.len() - start;
        let row = self.rows.len() as u32;
        if let Some((_, ends)) = self.long_ends.last_mut().filter(|(last, _)| *last == row) {
            ends.push(end as u32);
        } else if end > usize::from(u16::MAX) {
            let before = self.rows.last().map_or(0, |row| row.cells as usize);
            let ends = self.ends[before..].iter().map(|end| u32::from(*end)).chain([end as u32]);
            self.long_ends.push((row, ends.collect()));
        }
        self.ends.push(u16::try_from(end).unwrap_or(u16::MAX));
    }

    /// Ends a row with its number in the file.
    pub(super) fn end_row(&mut self, number: u32) -> Result<(), Limit> {
        if self.rows.len() >= MAX_ROWS {
            return Err(Limit::Rows);
        }
        let used = self.text.len() + self.ends.len() * size_of::<u16>() + self.rows.len() * size_of::<Row>();
        if used > MAX_TABLE {
            return Err(Limit::Memory);
        }
        self.rows.push(Row { cells: self.ends.len() as u32, text: self.text.len() as u32, number });
        Ok(())
    }

    /// Parts the next cell from the one before it, in a row that begins after so many cells.
    fn part_cell(&mut self, before: usize) {
        if self.ends.len() > before {
            self.text.push(char::from(self.separator));
        }
    }

    fn push_cell(&mut self, cell: &str) {
        // Text that a spreadsheet is to keep as it is: ="015146".
        let cell = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell);
        let cut = (cell.len() > MAX_CELL).then(|| cell.char_indices().nth(MAX_CELL)).flatten();
        let cell = cut.map_or(cell, |(at, _)| &cell[..at]);
        self.notes.cut_cells += usize::from(cut.is_some());
        // Almost every cell is plain ASCII, so bytes are checked before characters.
        let plain = cell.bytes().all(|b| (b' '..0x7f).contains(&b));
        if !plain && cell.contains('\u{fffd}') {
            self.notes.lost_cells += 1;
        }
        if !plain && cell.contains(is_unseen) {
            self.notes.control_cells += 1;
            self.text.extend(cell.chars().map(|c| if is_unseen(c) { '\u{fffd}' } else { c }));
        } else {
            self.text.push_str(cell);
        }
    }

    /// A part of the table, by rows and columns; the other columns stay, empty, so that each keeps its position.
    pub fn part(&self, rows: Range<usize>, columns: Range<usize>) -> Self {
        let mut part = Self::new(&self.file, self.sheet.as_deref());
        part.notes = self.notes.clone();
        for row in rows {
            let (start, before) = (part.text.len(), part.ends.len());
            for column in 0..self.width(row).min(columns.end) {
                part.part_cell(before);
                if columns.contains(&column) {
                    part.text.push_str(self.cell(row, column));
                }
                part.end_cell(start);
            }
            // A part is no larger than the whole.
            part.end_row(self.number(row)).unwrap_or_default();
        }
        part
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The number of cells in a row.
    pub fn width(&self, row: usize) -> usize {
        let (start, end) = self.span(row);
        end - start
    }

    /// The number of a row in the file.
    pub fn number(&self, row: usize) -> u32 {
        self.rows[row].number
    }

    /// A cell, trimmed; empty if the row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.line(row).cell(column)
    }

    /// A row, to read many of its cells.
    pub(crate) fn line(&self, row: usize) -> Line<'_> {
        let (text, ends) = self.whole(row);
        let is_long = ends.last() == Some(&u16::MAX);
        let long = is_long.then(|| self.long_ends.binary_search_by_key(&(row as u32), |(row, _)| *row).ok());
        Line { text, ends, long: long.flatten().map(|at| self.long_ends[at].1.as_slice()) }
    }

    /// The cells of a row, trimmed.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.width(row)).map(move |column| self.cell(row, column))
    }

    /// The text of a row and where its cells end in it: equal for rows that are copies of each other.
    pub(crate) fn whole(&self, row: usize) -> (&str, &[u16]) {
        let (start, end) = self.span(row);
        let from = if row == 0 { 0 } else { self.rows[row - 1].text as usize };
        (&self.text[from..self.rows[row].text as usize], &self.ends[start..end])
    }

    fn span(&self, row: usize) -> (usize, usize) {
        let start = if row == 0 { 0 } else { self.rows[row - 1].cells };
        (start as usize, self.rows[row].cells as usize)
    }
}

/// What is to be seen of eight bytes, a bit for each: its highest.
struct Marks {
    separators: u64,
    /// Ends of lines and whatever needs a closer look.
    stops: u64,
}

impl Marks {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    const HIGH: u64 = !Self::LOW;

    /// Of up to eight bytes; those that are not there stop nothing.
    fn of(bytes: &[u8], separator: u8) -> Self {
        let each = |byte: u8| u64::from(byte) * 0x0101_0101_0101_0101;
        let mut eight = [b' '; 8];
        eight[..bytes.len()].copy_from_slice(bytes);
        let word = u64::from_le_bytes(eight);
        let same = |byte: u8| {
            let other = word ^ each(byte);
            !(((other & Self::LOW) + Self::LOW) | other | Self::LOW)
        };
        let separators = same(separator);
        let ascii = !word & Self::HIGH;
        // Adding 0x60 to a byte below 0x20 does not reach its highest bit.
        let controls = !((word & Self::LOW) + each(0x60)) & ascii;
        let mut stops = (controls | same(0x7f) | same(b'"')) & !separators;
        if ascii != Self::HIGH {
            // Beyond ASCII only the accented letters, which begin with 0xc3, are plain; what continues them is below 0xc0.
            let begins = word & (word << 1) & Self::HIGH;
            stops |= begins & !same(0xc3);
        }
        Self { separators, stops }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_again_whatever_the_raggedness() {
        let mut table = RawTable::new("a.csv", None);
        table.push(1, ["a", "b"]).unwrap();
        table.push(2, []).unwrap();
        table.push(5, [" c ", "", "d\u{202e}x"]).unwrap();
        assert_eq!((table.len(), table.width(1), table.width(2)), (3, 0, 3));
        assert_eq!(
            [table.cell(0, 1), table.cell(1, 0), table.cell(2, 0), table.cell(2, 9)],
            ["b", "", "c", ""]
        );
        assert_eq!(table.cell(2, 2), "d\u{fffd}x");
        assert_eq!((table.number(2), table.notes.control_cells), (5, 1));
    }

    #[test]
    fn cells_of_rows_longer_than_their_ends_are_found() {
        let mut table = RawTable::new("a.csv", None);
        let cell = |i: usize| format!("{i:01900}");
        let long: Vec<String> = (0..80).map(cell).collect();
        table.push(1, ["a", "b"]).unwrap();
        table.push(2, long.iter().map(String::as_str)).unwrap();
        table.push(3, ["c", "d"]).unwrap();
        for (column, text) in long.iter().enumerate() {
            assert_eq!(table.cell(1, column), text, "{column}");
        }
        assert_eq!((table.cell(0, 1), table.cell(2, 0), table.cell(2, 1)), ("b", "c", "d"));
        assert_eq!(table.part(1..3, 79..80).cell(0, 79), long[79]);
    }

    #[test]
    fn a_long_cell_is_cut_and_a_wide_row_refused() {
        let mut table = RawTable::new("a.csv", None);
        table.push(1, ["à".repeat(MAX_CELL + 5).as_str()]).unwrap();
        assert_eq!((table.cell(0, 0).chars().count(), table.notes.cut_cells), (MAX_CELL, 1));
        assert_eq!(table.push(2, std::iter::repeat_n("", MAX_COLUMNS + 1)), Err(Limit::Columns));
    }
}
