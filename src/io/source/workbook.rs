//! Workbooks: XLSX, XLS and ODS, one table per sheet, with formulas by their saved values.
//!
//! The reader crate is protected from input it does not limit itself: XML is scanned before it is parsed, cells of
//! XLSX are read one by one and never as a rectangle, and a panic in the older formats becomes an error.

use std::collections::{BTreeSet, VecDeque};
use std::io::{Cursor, Read, Seek, Write};

use calamine::{Data, DataRef, Ods, Reader, SheetType, SheetVisible, Xls, Xlsx, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::archive;
use super::error::{Expected, Problem, SourceError};
use super::limits::{Limit, MAX_COLUMNS, MAX_WHOLE_CELLS};
use super::raw_table::{Notes, RawTable, number_text};
use super::sheet_marks::{SheetMarks, columns_styled, percent_styles, sheet_parts, thousands_styles};
use super::{older_marks, promised};
use crate::base::{Numeral, panics};
use crate::data::Bilingual;
use crate::i18n::Lang;

/// A longer tag is an attack: attributes are compared pairwise.
const MAX_TAG: usize = 16 << 10;
/// The maximum nesting of elements; spreadsheets use about ten levels.
const MAX_DEPTH: usize = 100;

/// Reads the non-empty worksheets of an XLSX.
///
/// # Errors
/// Damaged, locked, missing a sheet it lists, or over a limit.
pub(crate) fn read_xlsx(file: &str, bytes: &[u8]) -> Result<Vec<RawTable>, SourceError> {
    let panicked = |_| Err(SourceError::new(file, Problem::Damaged));
    panics::caught(|| xlsx(file, bytes)).unwrap_or_else(panicked)
}

fn xlsx(file: &str, bytes: &[u8]) -> Result<Vec<RawTable>, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    // Exactly what was scanned is parsed, and nothing else.
    let (parts, said) = sound_parts(file, bytes)?;
    let sheets = sheet_parts(&said.workbook, &said.relationships);
    let styles = percent_styles(&said.styles);
    let in_thousands = thousands_styles(&said.styles);
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(parts.as_slice())).map_err(|fault| error(problem_of(&fault)))?;
    let (mut tables, mut unread) = (Vec::new(), Vec::new());
    for sheet in worksheets(&workbook) {
        let mut table = RawTable::new(file, Some(&sheet));
        let part = sheets.get(&sheet).and_then(|name| archive::one(&parts, name));
        let marks = part.as_ref().map(|part| SheetMarks::of_sheet(part, &styles)).unwrap_or_default();
        table.notes.thousands = part.map(|part| columns_styled(&part, &in_thousands)).unwrap_or_default();
        if let Err((row, problem)) = read_cells(&mut workbook, &sheet, &marks, &mut table) {
            let fault = SourceError { sheet: Some(sheet.clone()), row, ..error(problem) };
            // A sheet that is too large is no reason to refuse the others.
            if !matches!(fault.problem, Problem::TooLarge(Limit::Columns | Limit::Rows)) {
                return Err(fault);
            }
            unread.push(fault);
            continue;
        }
        table.notes.is_hidden_sheet = is_hidden(&workbook, &sheet);
        tables.push(table);
    }
    tables.retain(|table| !table.is_empty());
    if tables.is_empty()
        && let Some(fault) = unread.pop()
    {
        return Err(fault);
    }
    let why: Vec<Bilingual> = unread.iter().map(|fault| Lang::both(|lang| fault.text(lang))).collect();
    tables.iter_mut().for_each(|table| table.notes.unread_sheets.clone_from(&why));
    finished(file, tables)
}

/// Reads the non-empty sheets of an XLS.
///
/// # Errors
/// As [`read_xlsx`].
pub(crate) fn read_xls(file: &str, bytes: &[u8]) -> Result<Vec<RawTable>, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let cells = promised::of_xls(bytes).ok_or_else(|| {
        // A newer workbook with a password is a compound file with this stream in it.
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = bytes.windows(locked.len()).any(|window| window == locked);
        error(if is_locked { Problem::Password } else { Problem::Damaged })
    })?;
    if cells > MAX_WHOLE_CELLS {
        return Err(error(Problem::TooLarge(Limit::WholeCells)));
    }
    whole(file, &older_marks::of_xls(bytes), || {
        Xls::new(Cursor::new(bytes)).map_err(|fault| match fault {
            calamine::XlsError::Password => Problem::Password,
            _ => Problem::Damaged,
        })
    })
}

/// Reads the non-empty sheets of an ODS.
///
/// # Errors
/// As [`read_xlsx`].
pub(crate) fn read_ods(file: &str, bytes: &[u8]) -> Result<Vec<RawTable>, SourceError> {
    let mut marks = Vec::new();
    archive::each(
        file,
        bytes,
        |name| name.ends_with(".xml"),
        |name, part| {
            look_over(file, name, &part)?;
            let cells = if name == "content.xml" { promised::of_ods(&part) } else { Some(0) };
            let error = |problem| Err(SourceError::new(file, problem));
            match cells {
                None => error(Problem::DamagedPart(name.to_owned())),
                Some(cells) if cells > MAX_WHOLE_CELLS => error(Problem::TooLarge(Limit::WholeCells)),
                Some(_) => {
                    if name == "content.xml" {
                        marks = older_marks::of_ods(&part);
                    }
                    Ok(())
                }
            }
        },
    )?;
    whole(file, &marks, || {
        Ods::new(Cursor::new(bytes)).map_err(|fault| match fault {
            calamine::OdsError::Password => Problem::Password,
            _ => Problem::Damaged,
        })
    })
}

/// An archive with only the required parts of an XLSX, unpacked and scanned.
fn sound_parts(file: &str, bytes: &[u8]) -> Result<(Vec<u8>, Said), SourceError> {
    let mut said = Said::default();
    let mut parts = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let damaged = || SourceError::new(file, Problem::Damaged);
    let is_part = |name: &str| name.ends_with(".xml") || name.ends_with(".rels");
    archive::each(file, bytes, is_part, |name, mut part| {
        look_over(file, name, &part)?;
        blank_dimension(&mut part);
        match name {
            "xl/workbook.xml" => said.workbook.clone_from(&part),
            "xl/_rels/workbook.xml.rels" => said.relationships.clone_from(&part),
            "xl/styles.xml" => said.styles.clone_from(&part),
            _ => {}
        }
        parts.start_file(name, stored).map_err(|_| damaged())?;
        parts.write_all(&part).map_err(|_| damaged())
    })?;
    let parts = parts.finish().map(Cursor::into_inner).map_err(|_| damaged())?;
    // Without its list of sheets it is some other archive, not an empty workbook.
    if said.workbook.is_empty() {
        return Err(SourceError::new(file, Problem::NotA(Expected::Workbook)));
    }
    Ok((parts, said))
}

/// Which part each sheet is, and which cell styles are percentages.
#[derive(Default)]
struct Said {
    workbook: Vec<u8>,
    relationships: Vec<u8>,
    styles: Vec<u8>,
}

/// Blanks the declared extent of a sheet: it is not needed, and an error in it would make the sheet fail.
fn blank_dimension(part: &mut [u8]) {
    let head = part.len().min(MAX_TAG);
    let Some(start) = part[..head].windows(11).position(|w| w == b"<dimension ") else { return };
    let Some(end) = part[start..].iter().position(|b| *b == b'>').map(|at| start + at) else { return };
    if part[end - 1] == b'/' {
        part[start..=end].fill(b' ');
    }
}

fn problem_of(fault: &XlsxError) -> Problem {
    match fault {
        XlsxError::Password => Problem::Password,
        XlsxError::WorksheetNotFound(_) => Problem::NoSheet,
        XlsxError::FileNotFound(_) => Problem::NotA(Expected::Workbook),
        _ => Problem::Damaged,
    }
}

fn worksheets<R: Reader<T>, T: Read + Seek>(workbook: &R) -> Vec<String> {
    let sheets = workbook.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect()
}

fn is_hidden<R: Reader<T>, T: Read + Seek>(workbook: &R, sheet: &str) -> bool {
    let mut sheets = workbook.sheets_metadata().iter();
    sheets.any(|known| known.name == sheet && known.visible != SheetVisible::Visible)
}

/// An error if all sheets are empty.
fn finished(file: &str, mut tables: Vec<RawTable>) -> Result<Vec<RawTable>, SourceError> {
    tables.retain(|table| !table.is_empty());
    if tables.is_empty() { Err(SourceError::new(file, Problem::Empty)) } else { Ok(tables) }
}

/// The cells of one sheet, as a stream. An error comes with its row.
fn read_cells(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    marks: &SheetMarks,
    table: &mut RawTable,
) -> Result<(), (Option<u64>, Problem)> {
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|fault| (None, problem_of(&fault)))?;
    let (mut row, mut line) = (0, Vec::<String>::new());
    let mut unreadable = 0;
    let mut merged = Merged::of(marks);
    loop {
        let here = Some(u64::from(row) + 1);
        let cell = match cells.next_cell() {
            Ok(Some(cell)) => cell,
            Ok(None) => break,
            // A cell with a dangling reference: the stream continues after it.
            Err(XlsxError::Unexpected(_) | XlsxError::ParseFloat(_) | XlsxError::CellError(_))
                if unreadable < MAX_COLUMNS =>
            {
                unreadable += 1;
                continue;
            }
            Err(fault) => return Err((here, problem_of(&fault))),
        };
        let (at, column) = cell.get_position();
        if column as usize >= MAX_COLUMNS {
            return Err((Some(u64::from(at) + 1), Problem::TooLarge(Limit::Columns)));
        }
        if at < row {
            return Err((here, Problem::Damaged));
        }
        if at > row {
            merged.fill(row, &mut line, &mut table.notes);
            push(table, row, &mut line)?;
            row = at;
        }
        let text = match cell.get_value() {
            DataRef::SharedString(text) => typed_text(text),
            DataRef::Float(number) if marks.is_percent(at, column) => {
                note_percent(&mut table.notes, column as usize);
                percent_text(*number)
            }
            DataRef::DateTime(time) if !time.is_datetime() => {
                note_duration(&mut table.notes, column as usize);
                hours_text(time.as_f64())
            }
            value => text_of(&Data::from(value.clone()), &mut unreadable),
        };
        line.resize(line.len().max(column as usize + 1), String::new());
        line[column as usize] = text;
    }
    merged.fill(row, &mut line, &mut table.notes);
    push(table, row, &mut line)?;
    table.notes.unreadable_cells += unreadable;
    note_hidden(marks, table);
    Ok(())
}

/// Notes hidden rows and columns that are not empty, and formulas without a value.
fn note_hidden(marks: &SheetMarks, table: &mut RawTable) {
    let numbers: BTreeSet<u32> = (0..table.len()).map(|at| table.number(at)).collect();
    let hidden = marks.hidden_rows.iter().map(|row| row + 1).filter(|row| numbers.contains(row));
    let hidden: Vec<u32> = hidden.collect();
    let width = (0..table.len()).map(|row| table.width(row)).max().unwrap_or_default();
    let columns = marks.hidden_columns.iter();
    let columns = columns.flat_map(|(first, last)| *first as usize..(*last as usize + 1).min(width));
    table.notes.hidden_columns = columns.collect();
    table.notes.hidden_rows = hidden;
    table.notes.is_filtered = marks.is_filtered;
    table.notes.valueless =
        marks.valueless.iter().map(|(column, count)| (*column as usize, *count)).collect();
}

/// Texts of cells merged over several rows, which the file stores only in the first row.
struct Merged {
    /// First row, column, last row; in the order of their first rows.
    waiting: VecDeque<[u32; 3]>,
    open: Vec<([u32; 3], String)>,
}

impl Merged {
    fn of(marks: &SheetMarks) -> Self {
        let mut waiting: Vec<[u32; 3]> =
            marks.merged.iter().map(|[row, column, last, _]| [*row, *column, *last]).collect();
        waiting.sort_unstable();
        Self { waiting: waiting.into(), open: Vec::new() }
    }

    /// Writes the texts merged over a row into it. A number is only noted, since it is not known which row it belongs
    /// to.
    fn fill(&mut self, row: u32, line: &mut Vec<String>, notes: &mut Notes) {
        self.open.retain(|([_, _, last], _)| row <= *last);
        let is_filled = line.iter().any(|cell| !cell.is_empty());
        for ([_, column, _], text) in self.open.iter().filter(|_| is_filled) {
            let column = *column as usize;
            line.resize(line.len().max(column + 1), String::new());
            if line[column].is_empty() {
                line[column].clone_from(text);
            }
        }
        while self.waiting.front().is_some_and(|[first, _, _]| *first <= row) {
            let Some(range) = self.waiting.pop_front() else { break };
            let text = line.get(range[1] as usize).filter(|text| range[0] == row && !text.is_empty());
            match text {
                Some(text) if text.parse::<f64>().is_ok() => notes.merged_numbers += 1,
                Some(text) => self.open.push((range, text.clone())),
                None => {}
            }
        }
    }
}

/// Notes a column formatted as a percentage.
fn note_percent(notes: &mut Notes, column: usize) {
    if !notes.percent.contains(&column) {
        notes.percent.push(column);
    }
}

/// Notes a column formatted as hours and minutes.
fn note_duration(notes: &mut Notes, column: usize) {
    if !notes.durations.contains(&column) {
        notes.durations.push(column);
    }
}

/// A time, kept in days, in hours to the second.
fn hours_text(days: f64) -> String {
    const HOURS: f64 = 24.0;
    const EXACT: f64 = 10_000.0;
    number_text((days * HOURS * EXACT).round() / EXACT)
}

/// A number formatted as a percentage, as displayed: 0.1607 is 16.07.
fn percent_text(number: f64) -> String {
    // Rounds off the error of the multiplication.
    let text = format!("{:.10}", number * 100.0);
    text.parse().map_or(text, number_text)
}

/// Adds a row unless it is empty, and clears it.
fn push(table: &mut RawTable, row: u32, line: &mut Vec<String>) -> Result<(), (Option<u64>, Problem)> {
    if line.iter().any(|cell| !cell.is_empty()) {
        table
            .push(row + 1, line.iter().map(String::as_str))
            .map_err(|limit| (Some(u64::from(row) + 1), Problem::TooLarge(limit)))?;
    }
    line.clear();
    Ok(())
}

/// The sheets of a format whose reader returns rectangles.
fn whole<'a, R: Reader<Cursor<&'a [u8]>>>(
    file: &str,
    marks: &[SheetMarks],
    open: impl FnOnce() -> Result<R, Problem>,
) -> Result<Vec<RawTable>, SourceError> {
    let read = || -> Result<Vec<RawTable>, SourceError> {
        let error = |problem| SourceError::new(file, problem);
        let mut workbook = open().map_err(error)?;
        let mut tables = Vec::new();
        let all: Vec<String> = workbook.sheets_metadata().iter().map(|sheet| sheet.name.clone()).collect();
        for sheet in worksheets(&workbook) {
            let at = |row, problem| SourceError { sheet: Some(sheet.clone()), row, ..error(problem) };
            let place = all.iter().position(|name| *name == sheet);
            let marks = place.and_then(|place| marks.get(place)).cloned().unwrap_or_default();
            let mut merged = Merged::of(&marks);
            let range = workbook.worksheet_range(&sheet).map_err(|_| at(None, Problem::NoSheet))?;
            let mut table = RawTable::new(file, Some(&sheet));
            let (first_row, first_column) = range.start().unwrap_or_default();
            let mut unreadable = 0;
            for (i, cells) in range.rows().enumerate() {
                let row = first_row + i as u32;
                let mut line = vec![String::new(); (first_column as usize).min(MAX_COLUMNS)];
                for cell in cells {
                    let column = line.len();
                    line.push(match cell {
                        Data::Float(number) if marks.is_percent(row, column as u32) => {
                            note_percent(&mut table.notes, column);
                            percent_text(*number)
                        }
                        Data::DateTime(time) if !time.is_datetime() => {
                            note_duration(&mut table.notes, column);
                            hours_text(time.as_f64())
                        }
                        cell => text_of(cell, &mut unreadable),
                    });
                }
                merged.fill(row, &mut line, &mut table.notes);
                push(&mut table, row, &mut line).map_err(|(row, problem)| at(row, problem))?;
            }
            table.notes.unreadable_cells = unreadable;
            note_hidden(&marks, &mut table);
            table.notes.is_hidden_sheet = is_hidden(&workbook, &sheet);
            tables.push(table);
        }
        finished(file, tables)
    };
    let panicked = |_| Err(SourceError::new(file, Problem::Damaged));
    panics::caught(read).unwrap_or_else(panicked)
}

/// A text of a sheet. Numbers of a sheet have no marks of their own; one that was typed as text with a decimal comma is
/// written like them, so that it does not contradict them.
fn typed_text(text: &str) -> String {
    let core = text.trim().trim_end_matches('%').trim_end();
    match core.contains(',').then(|| Numeral::read(core)).flatten() {
        Some(Numeral::Decimal(',', number)) => text.replacen(core, &number_text(number), 1),
        _ => text.to_owned(),
    }
}

fn text_of(value: &Data, unreadable: &mut usize) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => typed_text(text),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(duration) => duration.as_f64().to_string(),
        Data::Error(_) => {
            *unreadable += 1;
            String::new()
        }
    }
}

/// Whether the reference of a cell or a row, if the tag has one, lies within a sheet. The reader crate counts rows in 32
/// bits, so that a larger number would become a smaller one.
fn is_in_a_sheet(tag: &[u8]) -> bool {
    /// The rows and columns of a sheet.
    const ROWS: u32 = 1_048_576;
    const LETTERS: usize = 3;
    let is_placed = [&b"<c "[..], b"<row ", b"<x:c ", b"<x:row "].iter().any(|name| tag.starts_with(name));
    if !is_placed {
        return true;
    }
    let Some(at) = tag.windows(4).position(|part| part[..3] == *b" r=" && matches!(part[3], b'"' | b'\''))
    else {
        return true;
    };
    let reference = tag[at + 4..].split(|b| matches!(b, b'"' | b'\'')).next().unwrap_or_default();
    let letters = reference.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let digits = std::str::from_utf8(&reference[letters..]).unwrap_or_default();
    let is_sound = digits.is_empty() || digits.parse::<u32>().is_ok_and(|row| row <= ROWS);
    letters <= LETTERS && is_sound
}

/// Refuses XML that would overwhelm a parser: tags with thousands of attributes, extreme nesting, and a string count
/// larger than its part, for which the crate would reserve memory.
fn look_over(file: &str, part: &str, xml: &[u8]) -> Result<(), SourceError> {
    let refuse = || Err(SourceError::new(file, Problem::DamagedPart(part.to_owned())));
    let mut depth = 0_usize;
    let mut rest = xml;
    while let Some(at) = rest.iter().position(|b| *b == b'<') {
        let tag = &rest[at..];
        let Some(end) = tag.iter().take(MAX_TAG).position(|b| *b == b'>') else { return refuse() };
        if !is_in_a_sheet(&tag[..end]) {
            return refuse();
        }
        match tag[1] {
            b'/' => depth = depth.saturating_sub(1),
            b'?' | b'!' => {}
            _ if tag[end - 1] == b'/' => {}
            _ => depth += 1,
        }
        if depth > MAX_DEPTH || tag.starts_with(b"<!DOCTYPE") || tag.starts_with(b"<!ENTITY") {
            return refuse();
        }
        let name = tag[1..end].split(|b| b.is_ascii_whitespace()).next().unwrap_or_default();
        if name.ends_with(b"sst") {
            let text = String::from_utf8_lossy(&tag[..end]);
            // `count` is the number of uses and sets no limit; `uniqueCount` is the number of strings that memory is
            // allocated for.
            let unique = text.split("uniqueCount=").nth(1).and_then(|text| text.split(['"', '\'']).nth(1));
            if unique.is_some_and(|n| n.parse::<usize>().unwrap_or(usize::MAX) > xml.len()) {
                return refuse();
            }
        }
        rest = &tag[end..];
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_outside_any_sheet_is_refused() {
        for sound in [
            "<c r=\"A1\"",
            "<c r='XFD1048576' s=\"1\"",
            "<row r=\"1048576\"",
            "<c ",
            "<cols r=\"9999999\"",
            "<row r=\"\"",
        ] {
            assert!(is_in_a_sheet(sound.as_bytes()), "{sound}");
        }
        for beyond in [
            "<c r=\"A4294967298\"",
            "<row r=\"18446744073709551618\"",
            "<c s=\"1\" r='ABCD1'",
            "<c r=\"A1048577\"",
            "<row r=\"1x\"",
        ] {
            assert!(!is_in_a_sheet(beyond.as_bytes()), "{beyond}");
        }
    }
}
