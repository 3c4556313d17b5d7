//! Tables from CSV, with every cell kept as text: a code that became a number would lose its leading zeros.

use std::io;

use polars::prelude::{DataFrame, IntoColumn, PolarsError, PolarsResult, StringChunkedBuilder};

use crate::base::{Numeral, Readings};
use crate::data::{DatasetMeta, Outline};

/// Reads a comma-separated UTF-8 table with a header, all columns as text.
pub(crate) fn read_csv(text: &[u8]) -> PolarsResult<DataFrame> {
    read_separated(text, b',')
}

/// Which variables an embedded table has at which dates: those with a non-empty cell. Its fields are codes, dates and
/// numbers, so no field contains a comma.
pub fn outline(meta: &DatasetMeta, text: &str) -> Outline {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let first = if meta.dated { 2 } else { 1 };
    let is_text = |name: &&str| meta.text_columns.iter().any(|column| column == name);
    // For each date, the columns without a non-empty cell so far: few after the first rows.
    let mut dates: Vec<(&str, Vec<usize>)> = Vec::new();
    let mut outline = Outline::default();
    for line in lines {
        let text = if meta.dated { line.split(',').nth(1).unwrap_or_default() } else { "" };
        let at = dates.iter().position(|(date, _)| *date == text).unwrap_or_else(|| {
            let unmet = (first..header.len()).filter(|column| !is_text(&header[*column]));
            dates.push((text, unmet.collect()));
            dates.len() - 1
        });
        let unmet = &mut dates[at].1;
        if unmet.is_empty() {
            continue;
        }
        for (column, cell) in line.split(',').enumerate() {
            if let Some(place) = unmet.iter().position(|own| *own == column)
                && !cell.is_empty()
            {
                outline.add(text.parse().ok(), header[column]);
                unmet.swap_remove(place);
            }
        }
    }
    outline
}

/// Our tables are small, and polars would divide each among its threads, which takes longer than reading it.
fn read_separated(text: &[u8], separator: u8) -> PolarsResult<DataFrame> {
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text);
    let header = reader.headers().map_err(io::Error::from)?.clone();
    if header.is_empty() {
        return Err(PolarsError::NoData("the table is empty".into()));
    }
    let rows = text.iter().filter(|byte| **byte == b'\n').count();
    let column = |name: &str| StringChunkedBuilder::new(name.into(), rows);
    let mut columns: Vec<_> = header.iter().map(column).collect();
    let (mut record, mut height) = (csv::StringRecord::new(), 0);
    while reader.read_record(&mut record).map_err(io::Error::from)? {
        height += 1;
        if record.len() > columns.len() {
            return Err(PolarsError::ShapeMismatch("a row has more cells than the header".into()));
        }
        for (i, column) in columns.iter_mut().enumerate() {
            column.append_option(record.get(i).filter(|cell| !cell.is_empty()));
        }
    }
    DataFrame::new(height, columns.into_iter().map(|column| column.finish().into_column()).collect())
}

/// Why a column of numbers cannot be read from a CSV.
#[derive(Debug, thiserror::Error)]
pub enum NumberColumnError {
    #[error("the file is empty")]
    Empty,
    #[error(transparent)]
    Table(#[from] PolarsError),
    #[error("there is no column '{column}'; the columns are: {}", available.join(", "))]
    NoColumn {
        column: String,
        /// The existing columns.
        available: Vec<String>,
    },
    /// A cell is not a number.
    #[error("row {row}: '{text}' is not a number")]
    NotANumber {
        /// Row of the file, from 1.
        row: usize,
        text: String,
    },
    /// A number that can be read in two ways, and no other in the column tells which.
    #[error("row {row}: '{text}' can be read in two ways")]
    Ambiguous { row: usize, text: String, readings: Readings },
}

/// The decimal mark of a column, by the first number that can be read in one way only; `None` if there is no such number.
fn decimal_mark(texts: &[&str]) -> Option<char> {
    texts.iter().find_map(|text| match Numeral::read(text)? {
        Numeral::Decimal(mark, _) => Some(mark),
        Numeral::Grouped('.', _) => Some(','),
        Numeral::Grouped(..) => Some('.'),
        Numeral::Plain(_) | Numeral::Either(..) => None,
    })
}

/// Reads a column of numbers from a CSV whose fields are separated by commas, semicolons or tabs, whichever is most
/// frequent in its header. With semicolons and tabs the decimal mark is that of the numbers themselves; where none of them shows
/// it, as with 1.234 alone, the column is refused. Empty cells, `NA` and `NaN` are
/// missing; lines above the header that start with `# ` are comments.
pub fn number_column(bytes: &[u8], column: &str) -> Result<Vec<Option<f64>>, NumberColumnError> {
    let Cells { texts, separator, comments } = Cells::read(bytes, column)?;
    let texts: Vec<&str> = texts.iter().map(|text| text.trim()).collect();
    let mark = if separator == b',' { Some('.') } else { decimal_mark(&texts) };
    let parse = |(i, text): (usize, &str)| {
        if text.is_empty() || text.eq_ignore_ascii_case("na") || text.eq_ignore_ascii_case("nan") {
            return Ok(None);
        }
        let row = comments + i + 2;
        let not_a_number = || NumberColumnError::NotANumber { row, text: text.to_owned() };
        match (Numeral::read(text), mark) {
            (Some(Numeral::Either(_, readings)), None) => {
                Err(NumberColumnError::Ambiguous { row, text: text.to_owned(), readings })
            }
            (Some(Numeral::Either(sign, readings)), Some(mark)) => {
                Ok(Some(if sign == mark { readings.decimals } else { readings.thousands }))
            }
            (Some(Numeral::Decimal(sign, _)), _) if separator == b',' && sign != '.' => Err(not_a_number()),
            (Some(Numeral::Plain(number) | Numeral::Decimal(_, number) | Numeral::Grouped(_, number)), _) => {
                Ok(Some(number))
            }
            (None, _) => text.parse().map(Some).map_err(|_| not_a_number()),
        }
    };
    texts.into_iter().enumerate().map(parse).collect()
}

/// Reads a column of texts from the same kind of CSV: codes stay as they are written.
pub fn text_column(bytes: &[u8], column: &str) -> Result<Vec<String>, NumberColumnError> {
    let Cells { texts, .. } = Cells::read(bytes, column)?;
    Ok(texts.iter().map(|text| text.trim().to_owned()).collect())
}

/// The cells of a column.
struct Cells {
    texts: Vec<String>,
    separator: u8,
    /// Lines above the header.
    comments: usize,
}

impl Cells {
    fn read(bytes: &[u8], column: &str) -> Result<Self, NumberColumnError> {
        let mut bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut comments = 0;
        while bytes.starts_with(b"# ") {
            let end = bytes.iter().position(|b| *b == b'\n').map_or(bytes.len(), |newline| newline + 1);
            bytes = &bytes[end..];
            comments += 1;
        }
        if bytes.trim_ascii().is_empty() {
            return Err(NumberColumnError::Empty);
        }
        let header = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
        let count = |separator: u8| header.iter().filter(|b| **b == separator).count();
        let separator = [b'\t', b';', b','].into_iter().max_by_key(|s| count(*s)).unwrap_or(b',');
        let table = read_separated(bytes, separator)?;
        let cells = table.column(column).map_err(|_| NumberColumnError::NoColumn {
            column: column.to_owned(),
            available: table.get_column_names().into_iter().map(ToString::to_string).collect(),
        })?;
        let texts = cells.str()?.iter().map(|cell| cell.unwrap_or_default().to_owned()).collect();
        Ok(Self { texts, separator, comments })
    }
}
