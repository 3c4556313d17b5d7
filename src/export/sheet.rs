//! Workbooks as files, and a sheet as clipboard text.

use std::path::Path;

use crate::base::decimal;
use crate::scene::{Cell, Sheet, Workbook};

use super::error::ExportError;
use super::table::quoted_for;
use super::xlsx::xlsx;

/// A file format for workbooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFormat {
    /// Text; only the first sheet.
    Csv,
    /// Office Open XML, every sheet.
    Xlsx,
}

impl SheetFormat {
    /// Every format, the default first.
    pub const ALL: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// The usual extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format for a file name, by its extension.
    pub(crate) fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// The workbook as a file.
///
/// # Errors
/// [`ExportError::Xlsx`] for a sheet of more than 1,048,576 rows or 16,384 columns, or one whose name Excel rejects.
pub fn file(workbook: &Workbook, format: SheetFormat) -> Result<Vec<u8>, ExportError> {
    match format {
        SheetFormat::Csv => Ok(csv(workbook).into_bytes()),
        SheetFormat::Xlsx => xlsx(workbook),
    }
}

/// The first sheet as text with CR LF line ends and full precision, separated by semicolons where the decimal mark is
/// a comma and by commas otherwise. It begins with a byte order mark, which tells Excel that it is UTF-8.
pub fn csv(workbook: &Workbook) -> String {
    let separator = if workbook.decimal_comma { ';' } else { ',' };
    let number = |value: f64, _| point_or_comma(value.to_string(), workbook.decimal_comma);
    let mut out = String::from('\u{feff}');
    if let Some(sheet) = workbook.sheets.first() {
        out.push_str(&lines(sheet, separator, number));
    }
    out
}

/// A sheet as text to paste into a spreadsheet: separated by tabs, numbers with their displayed decimals and no
/// thousands separators.
pub fn clipboard(sheet: &Sheet, decimal_comma: bool) -> String {
    lines(sheet, '\t', |value, decimals| point_or_comma(decimal::fixed(value, decimals), decimal_comma))
}

fn lines(sheet: &Sheet, separator: char, number: impl Fn(f64, usize) -> String) -> String {
    let mut out = String::new();
    let mut line = |fields: Vec<String>| {
        out.push_str(&fields.join(&separator.to_string()));
        out.push_str("\r\n");
    };
    line(sheet.head.iter().map(|head| quoted_for(head, separator)).collect());
    for row in &sheet.rows {
        let field = |cell: &Cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => quoted_for(text, separator),
            Cell::Number { value, decimals } => number(*value, *decimals),
        };
        line(row.iter().map(field).collect());
    }
    if !sheet.notes.is_empty() {
        line(Vec::new());
    }
    sheet.notes.iter().for_each(|note| line(vec![quoted_for(note, separator)]));
    out
}

fn point_or_comma(number: String, comma: bool) -> String {
    if comma { number.replace('.', ",") } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workbook(decimal_comma: bool) -> Workbook {
        let number = |value| Cell::Number { value, decimals: 1 };
        let rows = vec![
            vec![Cell::text("015146"), number(-1234.56), Cell::Empty],
            vec![Cell::text("=1+1"), number(0.0), Cell::text("a;b\t\"c\"")],
        ];
        let head = ["Codice", "Valore, oggi", "Note"].map(str::to_owned).to_vec();
        let sheet =
            Sheet { name: "Valori".into(), head, widths: vec![9.0; 3], rows, frozen: 1, notes: Vec::new() };
        Workbook { title: "Prova".into(), decimal_comma, sheets: vec![sheet] }
    }

    #[test]
    fn csv_is_what_excel_reads_in_each_language() {
        let italian =
            "\u{feff}Codice;Valore, oggi;Note\r\n015146;-1234,56;\r\n'=1+1;0;\"a;b\t\"\"c\"\"\"\r\n";
        assert_eq!(csv(&workbook(true)), italian);
        let english =
            "\u{feff}Codice,\"Valore, oggi\",Note\r\n015146,-1234.56,\r\n'=1+1,0,\"a;b\t\"\"c\"\"\"\r\n";
        assert_eq!(csv(&workbook(false)), english);
    }

    #[test]
    fn clipboard_text_is_rounded_and_separated_by_tabs() {
        let text = clipboard(&workbook(true).sheets[0], true);
        assert_eq!(text.lines().nth(1), Some("015146\t-1234,6\t"));
        assert_eq!(text.lines().nth(2), Some("'=1+1\t0,0\t\"a;b\t\"\"c\"\"\""));
    }

    #[test]
    fn the_extension_is_the_format() {
        assert_eq!(SheetFormat::of_path(Path::new("a.XLSX")), Some(SheetFormat::Xlsx));
        assert_eq!(SheetFormat::of_path(Path::new("a.xls")), None);
    }
}
