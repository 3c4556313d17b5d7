//! The values of areas of an import as a Parquet table that any program can read: one row per value, with its
//! variable, area and reference, and the reason if it is missing.

use polars::prelude::{Column, IntoColumn, NamedFrom, Series, StringChunked};
use rustc_hash::FxHashMap;

use crate::base::Code;
use crate::data::{Absence, AreaKind, AreaTable, AreaValue, AreaVariable, Quality, Reference, Unfit, Why};
use crate::io::budget::Budget;
use crate::io::source::parquet;

use super::error::Fault;
use super::values::{damaged, parquet_of};

/// The text columns; the numbers are in `value`.
const COLUMNS: [&str; 6] = ["variable", "code", "name", "kind", "reference", "absence"];
const VALUE: &str = "value";
/// Older files do not have this column.
const QUALITY: &str = "quality";

/// A table without its values.
pub fn described(table: &AreaTable) -> AreaTable {
    let bare = |variable: &AreaVariable| AreaVariable { values: Vec::new(), ..variable.clone() };
    AreaTable { variables: table.variables.iter().map(bare).collect(), ..table.clone() }
}

/// The values of a table.
pub fn write(table: &AreaTable) -> Result<Vec<u8>, Fault> {
    let mut texts: [Vec<String>; 6] = Default::default();
    let mut numbers: Vec<Option<f64>> = Vec::new();
    let mut qualities: Vec<&str> = Vec::new();
    for variable in &table.variables {
        for value in &variable.values {
            let absence = value.value.err().map_or("", Absence::id);
            let row = [
                &variable.id,
                value.code.as_str(),
                &value.name,
                value.kind.id(),
                &value.reference.to_string(),
                absence,
            ];
            texts.iter_mut().zip(row).for_each(|(column, cell)| column.push(cell.to_owned()));
            numbers.push(value.value.ok());
            qualities.push(value.quality.id());
        }
    }
    let height = numbers.len();
    let text = |(name, cells): (&str, Vec<String>)| Series::new(name.into(), cells).into_column();
    let mut columns: Vec<Column> = COLUMNS.into_iter().zip(texts).map(text).collect();
    columns.push(Series::new(VALUE.into(), numbers).into_column());
    columns.push(Series::new(QUALITY.into(), qualities).into_column());
    parquet_of(height, columns)
}

/// The table with its values restored.
pub fn read(mut table: AreaTable, part: &str, bytes: &[u8], budget: &mut Budget) -> Result<AreaTable, Fault> {
    let frame = parquet::read_frame(&table.id, bytes).map_err(|_| Fault::DamagedPart(part.to_owned()))?;
    budget.spend(frame.width().saturating_mul(frame.height()))?;
    let indices: FxHashMap<String, usize> =
        table.variables.iter().enumerate().map(|(i, variable)| (variable.id.clone(), i)).collect();
    let mut texts: Vec<&StringChunked> = Vec::with_capacity(COLUMNS.len());
    for name in COLUMNS {
        texts.push(frame.column(name).and_then(Column::str).map_err(damaged)?);
    }
    let numbers = frame.column(VALUE).and_then(Column::f64).map_err(damaged)?;
    let qualities = frame.column(QUALITY).and_then(Column::str).ok();
    for i in 0..frame.height() {
        let cell = |column: usize| texts[column].get(i).unwrap_or_default();
        let unknown = |column: usize| Fault::DamagedPart(format!("{part}, {}", COLUMNS[column]));
        let variable = indices.get(cell(0)).and_then(|index| table.variables.get_mut(*index));
        let value = AreaValue {
            code: Code::from(cell(1)),
            name: cell(2).to_owned(),
            kind: AreaKind::from_id(cell(3)).ok_or_else(|| unknown(3))?,
            reference: Reference::try_from(cell(4).to_owned()).map_err(|_| unknown(4))?,
            // Projects of before have no such column.
            quality: match qualities.and_then(|column| column.get(i)) {
                Some(id) => {
                    Quality::from_id(id).ok_or_else(|| Fault::DamagedPart(format!("{part}, {QUALITY}")))?
                }
                None => Quality::Final,
            },
            value: match (numbers.get(i), cell(5)) {
                (Some(number), "") if number.is_finite() => Ok(number),
                (Some(_), "") => {
                    let unfit =
                        Unfit { of: table.id.clone(), field: cell(0).to_owned(), why: Why::NotFinite };
                    return Err(Fault::Unfit(part.to_owned(), unfit));
                }
                (_, reason) => {
                    let known = Absence::ALL.into_iter().find(|known| known.id() == reason);
                    Err(known.ok_or_else(|| unknown(5))?)
                }
            },
        };
        variable.ok_or_else(|| unknown(0))?.values.push(value);
    }
    Ok(table)
}
