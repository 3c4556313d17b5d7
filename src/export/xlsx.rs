//! XLSX: numbers as numbers with their format, everything else as text.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook as Book, XlsxError};

use crate::scene::{Cell, Sheet, Workbook};

use super::error::ExportError;

/// Columns at least this wide, in digits, wrap their text.
const WRAPPED_FROM: f64 = 40.0;

/// All sheets, with bold headers that stay visible. The creation date is fixed to 1970, so that the same workbook
/// gives the same bytes.
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>, ExportError> {
    let mut book = Book::new();
    let epoch = ExcelDateTime::from_ymd(1970, 1, 1)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(&workbook.title)
            .set_author("Atlante Sociale")
            .set_creation_datetime(&epoch),
    );
    for sheet in &workbook.sheets {
        write(&mut book, sheet)?;
    }
    let mut bytes = book.save_to_buffer()?;
    made_on_unix(&mut bytes);
    Ok(bytes)
}

/// Writes the same system into every entry of the archive's directory (APPNOTE of ZIP, 4.4.2): the library writes the one it runs on,
/// and the same workbook would be another file on Windows.
fn made_on_unix(archive: &mut [u8]) {
    const ENTRY: &[u8] = b"PK\x01\x02";
    const UNIX: u8 = 3;
    let number = |archive: &[u8], at: usize, bytes: usize| {
        let bytes = archive.get(at..at + bytes)?;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    };
    // The end of the directory, without a comment, takes the last 22 bytes and says where the directory begins.
    let end = archive.len().saturating_sub(22);
    let Some(mut at) = number(archive, end + 16, 4) else { return };
    while archive.get(at..at + 4) == Some(ENTRY) {
        archive[at + 5] = UNIX;
        let lengths: Option<usize> =
            [28, 30, 32].into_iter().map(|field| number(archive, at + field, 2)).sum();
        let Some(lengths) = lengths else { return };
        at += 46 + lengths;
    }
}

fn write(book: &mut Book, sheet: &Sheet) -> Result<(), XlsxError> {
    let page = book.add_worksheet();
    page.set_name(&sheet.name)?;
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    let wrapped = text.clone().set_text_wrap();
    let number = |decimals: usize| {
        let format =
            if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(decimals)) };
        Format::new().set_num_format(format).set_align(FormatAlign::Top)
    };
    let column = |i: usize| u16::try_from(i).map_err(|_| XlsxError::RowColumnLimitError);
    for (i, name) in sheet.head.iter().enumerate() {
        page.write_string_with_format(0, column(i)?, name, &head)?;
        page.set_column_width(column(i)?, sheet.widths.get(i).copied().unwrap_or(WRAPPED_FROM / 2.0))?;
    }
    for (i, cells) in sheet.rows.iter().enumerate() {
        let row = u32::try_from(i + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        for (j, cell) in cells.iter().enumerate() {
            match cell {
                Cell::Empty => {}
                Cell::Text(content) => {
                    let is_wide = sheet.widths.get(j).is_some_and(|width| *width >= WRAPPED_FROM);
                    let format = if is_wide { &wrapped } else { &text };
                    page.write_string_with_format(row, column(j)?, content, format)?;
                }
                Cell::Number { value, decimals } => {
                    page.write_number_with_format(row, column(j)?, *value, &number(*decimals))?;
                }
            }
        }
    }
    for (i, note) in sheet.notes.iter().enumerate() {
        // After the header, the rows and an empty line.
        let row = u32::try_from(sheet.rows.len() + 2 + i).map_err(|_| XlsxError::RowColumnLimitError)?;
        page.write_string_with_format(row, 0, note, &text)?;
    }
    page.set_freeze_panes(1, column(sheet.frozen)?)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_names_one_system_wherever_it_was_made() {
        let (name, head) = ("Valori".to_owned(), vec!["Comune".to_owned()]);
        let sheet = Sheet { name, head, widths: vec![20.0], rows: Vec::new(), frozen: 0, notes: Vec::new() };
        let made =
            xlsx(&Workbook { title: String::new(), decimal_comma: true, sheets: vec![sheet] }).unwrap();
        let entry = |at: &usize| made[*at..].starts_with(b"PK\x01\x02");
        let mut on_windows = made.clone();
        let entries: Vec<usize> = (0..made.len()).filter(entry).collect();
        assert!(entries.len() > 5);
        entries.iter().for_each(|at| on_windows[at + 5] = 0);
        assert_ne!(on_windows, made);
        made_on_unix(&mut on_windows);
        assert_eq!(on_windows, made);
    }
}
