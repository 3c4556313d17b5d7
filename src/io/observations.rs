//! Tables of observations from CSV, every cell kept as text: a code that became a number has lost its
//! leading zeros.

use std::io::Cursor;
use std::sync::Arc;

use polars::prelude::{CsvReadOptions, DataFrame, PolarsResult, SerReader};

/// Reads a comma-separated UTF-8 table with a header, all columns as text.
pub fn read_csv(text: &[u8]) -> PolarsResult<DataFrame> {
    CsvReadOptions::default()
        .with_has_header(true)
        .with_infer_schema_length(Some(0))
        .into_reader_with_file_handle(Cursor::new(Arc::<[u8]>::from(text)))
        .finish()
}
