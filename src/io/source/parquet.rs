//! Parquet tables, with numbers written out as text as in any other file.

use std::io::Cursor;

use polars::prelude::{AnyValue, ArrowDataType, DataFrame, ParquetReader, PolarsResult, SerReader};

use super::error::{Expected, Problem, SourceError};
use super::limits::{Limit, MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
use super::pages;
use super::parquet_types::{self, Stored};
use super::raw_table::{RawTable, number_text};
use crate::base::panics;

/// The four bytes at the beginning and end of a Parquet file.
pub(crate) const MAGIC: &[u8] = b"PAR1";

/// Reads a table; the names of its columns are the first row.
///
/// # Errors
/// Not Parquet, damaged, or over a limit.
pub fn read(file: &str, bytes: &[u8]) -> Result<RawTable, SourceError> {
    let (frame, left_out, stored) = read_columns(file, bytes)?;
    let mut table = RawTable::new(file, None);
    let over = |limit| SourceError::new(file, Problem::TooLarge(limit));
    table.push(1, frame.get_column_names().into_iter().map(|name| name.as_str())).map_err(over)?;
    let mut line = vec![String::new(); frame.width()];
    let mut unreadable = left_out * frame.height();
    let of_name = |name: &str| stored.iter().find(|(of, _)| of == name).map(|(_, stored)| *stored);
    let stored: Vec<Option<Stored>> = frame.columns().iter().map(|column| of_name(column.name())).collect();
    for i in 0..frame.height() {
        for ((text, column), stored) in line.iter_mut().zip(frame.columns()).zip(&stored) {
            let value = column.get(i).unwrap_or(AnyValue::Null);
            let written = match (stored, value.extract::<i64>()) {
                (Some(stored), Some(number)) => stored.text(number),
                _ => text_of(&value),
            };
            *text = written.unwrap_or_else(|| {
                unreadable += 1;
                String::new()
            });
        }
        table.push(i as u32 + 2, line.iter().map(String::as_str)).map_err(over)?;
    }
    table.notes.unreadable_cells = unreadable;
    Ok(table)
}

/// The table with its columns in their own types.
///
/// # Errors
/// Not Parquet, damaged, or over a limit.
pub(crate) fn read_frame(file: &str, bytes: &[u8]) -> Result<DataFrame, SourceError> {
    Ok(read_columns(file, bytes)?.0)
}

/// The readable columns, how many are not, and what the numbers of some stand for.
fn read_columns(file: &str, bytes: &[u8]) -> Result<Columns, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    if !is_whole(bytes) {
        return Err(error(Problem::NotA(Expected::Parquet)));
    }
    if !pages::are_honest(bytes) {
        return Err(error(Problem::Damaged));
    }
    // In places the crate trusts the footer, and false data there cause a panic.
    let read = |bytes: &[u8]| {
        let frame = panics::caught(|| frame(bytes));
        frame
            .map_err(|_| error(Problem::Damaged))?
            .map_err(|_| error(Problem::Damaged))?
            .map_err(|limit| error(Problem::TooLarge(limit)))
    };
    let (frame, left_out) = read(bytes)?;
    match parquet_types::without_types(bytes).filter(|_| left_out > 0) {
        Some((bytes, stored)) => read(&bytes).map(|(frame, left_out)| (frame, left_out, stored)),
        None => Ok((frame, left_out, Vec::new())),
    }
}

/// A table, how many of its columns cannot be read, and what the numbers of columns stand for.
type Columns = (DataFrame, usize, Vec<(String, Stored)>);

/// Magic bytes at both ends, and a footer that fits in between.
fn is_whole(bytes: &[u8]) -> bool {
    let Some(body) = bytes.strip_prefix(MAGIC).and_then(|rest| rest.strip_suffix(MAGIC)) else {
        return false;
    };
    let Some((_, length)) = body.split_last_chunk::<4>() else { return false };
    u32::from_le_bytes(*length) as usize <= body.len() - 4
}

/// The frame and the number of columns left out, or the limit it would exceed. Nested values and other types are not
/// compiled in: reading them would make the whole file fail.
fn frame(bytes: &[u8]) -> PolarsResult<Result<(DataFrame, usize), Limit>> {
    let mut reader = ParquetReader::new(Cursor::new(bytes));
    let (rows, schema) = (reader.num_rows()?, reader.schema()?);
    let columns = schema.len();
    let passed = [
        (rows > MAX_ROWS, Limit::Rows),
        (columns > MAX_COLUMNS, Limit::Columns),
        (rows.saturating_mul(columns) > MAX_CELLS, Limit::Cells),
    ];
    if let Some((_, limit)) = passed.into_iter().find(|(over, _)| *over) {
        return Ok(Err(limit));
    }
    let readable: Vec<usize> = schema
        .iter_values()
        .enumerate()
        .filter(|(_, field)| is_plain(field.dtype()))
        .map(|(i, _)| i)
        .collect();
    let left_out = columns - readable.len();
    let frame = reader.with_projection(Some(readable)).finish()?;
    Ok(Ok((frame, left_out)))
}

/// Whether a type is text, boolean or a number.
fn is_plain(kind: &ArrowDataType) -> bool {
    use ArrowDataType as A;
    matches!(
        kind,
        A::Utf8
            | A::LargeUtf8
            | A::Utf8View
            | A::Boolean
            | A::Int32
            | A::Int64
            | A::UInt32
            | A::UInt64
            | A::Float32
            | A::Float64
            | A::Null
    )
}

/// `None` for anything but text and numbers.
fn text_of(value: &AnyValue) -> Option<String> {
    Some(match value {
        AnyValue::Null => String::new(),
        AnyValue::String(text) => (*text).to_owned(),
        AnyValue::StringOwned(text) => text.to_string(),
        AnyValue::Boolean(truth) => truth.to_string(),
        AnyValue::Int32(n) => n.to_string(),
        AnyValue::Int64(n) => n.to_string(),
        AnyValue::UInt32(n) => n.to_string(),
        AnyValue::UInt64(n) => n.to_string(),
        AnyValue::Float32(x) if x.is_nan() => String::new(),
        AnyValue::Float64(x) if x.is_nan() => String::new(),
        // With its own digits, not those of the nearest double.
        AnyValue::Float32(x) => number_text(x.to_string().parse().unwrap_or(f64::from(*x))),
        AnyValue::Float64(x) => number_text(*x),
        _ => return None,
    })
}
