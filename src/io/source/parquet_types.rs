//! The columns of a Parquet file whose types the reader crate is built without: days, moments, decimals, categories, short whole
//! numbers. All are stored as plain numbers and texts, and only the footer says what they are. Without what it says they can be
//! read, and what it said tells how they are written out.

use polars_parquet_format::thrift::protocol::{TCompactInputProtocol, TCompactOutputProtocol};
use polars_parquet_format::{ConvertedType, FileMetaData, LogicalType, SchemaElement, TimeUnit, Type};

use super::limits::MAX_BYTES;
use super::raw_table::number_text;
use crate::base::Date;

/// What the numbers of a column stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stored {
    /// Days since 1 January 1970.
    Day,
    /// So many of these parts of a second since then.
    Moment { per_second: i64 },
    /// Numbers without the point before so many last digits.
    Decimal { scale: u32 },
}

impl Stored {
    /// A number of the column as text, like that of any other file.
    pub(super) fn text(self, number: i64) -> Option<String> {
        const DAY: i64 = 86_400;
        match self {
            Self::Day => Some(Date::of_day_number(number)?.to_string()),
            Self::Moment { per_second } => {
                let seconds = number.div_euclid(per_second);
                let day = Date::of_day_number(seconds.div_euclid(DAY))?;
                let time = seconds.rem_euclid(DAY);
                let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
                Some(if time == 0 {
                    day.to_string()
                } else {
                    format!("{day} {hour:02}:{minute:02}:{second:02}")
                })
            }
            Self::Decimal { scale } => {
                Some(number_text(number as f64 / 10_f64.powi(i32::try_from(scale).ok()?)))
            }
        }
    }
}

/// How the values of named columns are stored.
pub(super) type StoredTypes = Vec<(String, Stored)>;

/// The file without what its footer says of such columns, and that; `None` if its footer cannot be read.
pub(super) fn without_types(bytes: &[u8]) -> Option<(Vec<u8>, StoredTypes)> {
    let (body, tail) = bytes.split_last_chunk::<8>()?;
    let length = u32::from_le_bytes([tail[0], tail[1], tail[2], tail[3]]) as usize;
    let start = body.len().checked_sub(length)?;
    let mut footer = body.get(start..)?;
    let mut protocol = TCompactInputProtocol::new(&mut footer, MAX_BYTES);
    let mut file = FileMetaData::read_from_in_protocol(&mut protocol).ok()?;
    // The types that the writer had in memory, which would come before those of the file.
    file.key_value_metadata = None;
    let stored =
        file.schema.iter_mut().filter_map(|column| Some((column.name.clone(), plain(column)?))).collect();
    let mut written = Vec::with_capacity(length);
    file.write_to_out_protocol(&mut TCompactOutputProtocol::new(&mut written)).ok()?;
    let length = u32::try_from(written.len()).ok()?;
    let mut all = body.get(..start)?.to_vec();
    all.extend(written);
    all.extend(length.to_le_bytes());
    all.extend(&tail[4..]);
    Some((all, stored))
}

/// Takes the type of numbers off a column; returns what they stand for.
fn plain(column: &mut SchemaElement) -> Option<Stored> {
    let is_whole = [Some(Type::INT32), Some(Type::INT64)].contains(&column.type_);
    let scale = || column.scale.and_then(|scale| u32::try_from(scale).ok());
    let stored = match (&column.logical_type, column.converted_type) {
        _ if !is_whole => return None,
        (Some(LogicalType::DATE(_)), _) | (None, Some(ConvertedType::DATE)) => Some(Stored::Day),
        (Some(LogicalType::TIMESTAMP(moment)), _) => Some(Stored::Moment {
            per_second: match moment.unit {
                TimeUnit::MILLIS(_) => 1_000,
                TimeUnit::MICROS(_) => 1_000_000,
                TimeUnit::NANOS(_) => 1_000_000_000,
            },
        }),
        (None, Some(ConvertedType::TIMESTAMP_MILLIS)) => Some(Stored::Moment { per_second: 1_000 }),
        (None, Some(ConvertedType::TIMESTAMP_MICROS)) => Some(Stored::Moment { per_second: 1_000_000 }),
        (Some(LogicalType::DECIMAL(_)), _) | (None, Some(ConvertedType::DECIMAL)) => {
            Some(Stored::Decimal { scale: scale()? })
        }
        (Some(LogicalType::INTEGER(of)), _) if of.bit_width < 32 => None,
        _ => return None,
    };
    (column.logical_type, column.converted_type, column.scale, column.precision) = (None, None, None, None);
    stored
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days and seconds are those of Python's `datetime`.
    #[test]
    fn what_is_stored_is_written_as_in_any_file() {
        assert_eq!(Stored::Day.text(19_722).as_deref(), Some("2023-12-31"));
        let moment = Stored::Moment { per_second: 1_000_000 };
        assert_eq!(moment.text(1_703_980_800_000_000).as_deref(), Some("2023-12-31"));
        assert_eq!(
            moment.text(1_703_980_800_000_000 + 3_661_000_000).as_deref(),
            Some("2023-12-31 01:01:01")
        );
        assert_eq!(Stored::Decimal { scale: 2 }.text(1_250).as_deref(), Some("12.5"));
        assert_eq!(Stored::Day.text(i64::MAX), None);
    }
}
