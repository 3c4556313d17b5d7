//! The values of an import as a Parquet table that any program can read: one row per Comune, or unit of its level, and one column per
//! variable and date (`utenti@2023-01-01`; `utenti` if it holds at every date), empty where a value is missing. The
//! reasons are stored beside it.

use std::collections::BTreeMap;

use polars::prelude::{
    Column, DataFrame, IntoColumn, NamedFrom, ParquetCompression, ParquetWriter, PolarsError, Series,
    StatisticsOptions,
};

use crate::base::{Code, Date};
use crate::data::{Absence, Dataset, DatasetMeta, Quality, Territories, Unfit, Value, Why};
use crate::io::budget::Budget;
use crate::io::source::parquet;

use super::error::Fault;

/// For each column, the Comuni whose value is missing for a reason other than plain "missing".
pub(crate) type Absences = BTreeMap<String, BTreeMap<Code, Absence>>;

/// For each column, the Comuni with a value that is not final.
pub(crate) type Qualities = BTreeMap<String, BTreeMap<Code, Quality>>;

/// For each column, the limits of missing values.
pub(crate) type Limits = BTreeMap<String, BTreeMap<Code, (f64, f64)>>;

/// The column with the codes of Comuni.
const CODE: &str = "code";

/// The name of the column of a variable at a date.
fn column_name(variable: &str, date: Option<Date>) -> String {
    date.map_or_else(|| variable.to_owned(), |date| format!("{variable}@{date}"))
}

/// The values of a dataset that are not final.
pub(crate) fn qualities(dataset: &Dataset, territories: &Territories) -> Qualities {
    let (level, mut qualities) = (dataset.meta.level, Qualities::new());
    for (date, slice) in dataset.slices() {
        for variable in slice.variables() {
            for (unit, quality) in slice.marked(variable) {
                let code = territories.units(level)[unit].code.clone();
                qualities.entry(column_name(variable, date)).or_default().insert(code, quality);
            }
        }
    }
    qualities
}

/// The limits of the missing values of a dataset.
pub(crate) fn limits(dataset: &Dataset, territories: &Territories) -> Limits {
    let (level, mut limits) = (dataset.meta.level, Limits::new());
    for (date, slice) in dataset.slices() {
        for variable in slice.variables() {
            for (unit, own) in slice.bounded(variable) {
                let code = territories.units(level)[unit].code.clone();
                limits.entry(column_name(variable, date)).or_default().insert(code, own);
            }
        }
    }
    limits
}

/// The table of a dataset, with the reasons for its missing values.
pub fn write(dataset: &Dataset, territories: &Territories) -> Result<(Vec<u8>, Absences), Fault> {
    let units = territories.units(dataset.meta.level);
    let codes: Vec<&str> = units.iter().map(|unit| unit.code.as_str()).collect();
    let mut columns = vec![Series::new(CODE.into(), codes).into_column()];
    let mut absences = Absences::new();
    for (date, slice) in dataset.slices() {
        for variable in slice.variables() {
            let Some(values) = slice.values(variable) else { continue };
            let name = column_name(variable, date);
            for (unit, value) in units.iter().zip(&values) {
                if let Err(reason @ (Absence::Suppressed | Absence::NotApplicable)) = value {
                    absences.entry(name.clone()).or_default().insert(unit.code.clone(), *reason);
                }
            }
            let numbers: Vec<Option<f64>> = values.into_iter().map(Result::ok).collect();
            columns.push(Series::new(name.into(), numbers).into_column());
        }
    }
    Ok((parquet_of(units.len(), columns)?, absences))
}

/// Columns of equal height as a Parquet table; the same columns give the same bytes.
pub(crate) fn parquet_of(height: usize, columns: Vec<Column>) -> Result<Vec<u8>, Fault> {
    let mut frame = DataFrame::new(height, columns).map_err(damaged)?;
    let mut bytes = Vec::new();
    // The surrounding archive compresses it; with a single thread the columns come in a fixed order.
    ParquetWriter::new(&mut bytes)
        .with_compression(ParquetCompression::Uncompressed)
        .with_statistics(StatisticsOptions::empty())
        .set_parallel(false)
        .finish(&mut frame)
        .map_err(damaged)?;
    Ok(bytes)
}

/// The fault for data that cannot be parsed.
pub fn damaged(_: PolarsError) -> Fault {
    Fault::Damaged
}

/// The dataset from a table, the reasons for its missing values and the quality of the others.
pub fn read(
    meta: DatasetMeta,
    part: &str,
    bytes: &[u8],
    (absences, qualities, limits): (&Absences, &Qualities, &Limits),
    territories: &Territories,
    budget: &mut Budget,
) -> Result<Dataset, Fault> {
    let (level, units) = (meta.level, territories.units(meta.level));
    let damaged_part = || Fault::DamagedPart(part.to_owned());
    let frame = parquet::read_frame(&meta.file, bytes).map_err(|_| damaged_part())?;
    budget.spend(frame.width().saturating_mul(frame.height().max(units.len())))?;
    let codes = frame.column(CODE).and_then(Column::str).map_err(damaged)?;
    let place = |code: Option<&str>| {
        let code = code.unwrap_or_default();
        let place = territories.position(level, &Code::from(code));
        place.ok_or_else(|| Fault::OtherTerritory(code.to_owned()))
    };
    let places: Vec<usize> = codes.iter().map(place).collect::<Result<_, _>>()?;
    let mut seen = vec![false; units.len()];
    if places.iter().any(|place| std::mem::replace(&mut seen[*place], true)) {
        // Of two rows for one unit nobody says which holds.
        return Err(damaged_part());
    }
    let mut dates: BTreeMap<Option<Date>, Vec<(String, Vec<Value>)>> = BTreeMap::new();
    let mut marks: Vec<(Option<Date>, String, usize, Quality)> = Vec::new();
    let mut bounds = Vec::new();
    for column in frame.columns().iter().filter(|column| column.name() != CODE) {
        let name = column.name().as_str();
        let (variable, date) = match name.rsplit_once('@') {
            Some((variable, date)) => {
                let date = date.parse::<Date>().map_err(|_| damaged_part())?;
                (variable, Some(date))
            }
            None => (name, None),
        };
        let reasons = absences.get(name);
        let mut values: Vec<Value> = vec![Err(Absence::Missing); units.len()];
        for (place, number) in places.iter().zip(column.f64().map_err(damaged)?.iter()) {
            if number.is_some_and(|number| !number.is_finite()) {
                let unfit = Unfit { of: meta.id.clone(), field: name.to_owned(), why: Why::NotFinite };
                return Err(Fault::Unfit(part.to_owned(), unfit));
            }
            values[*place] = number.ok_or_else(|| {
                let code = &units[*place].code;
                reasons.and_then(|reasons| reasons.get(code)).copied().unwrap_or(Absence::Missing)
            });
        }
        for (code, quality) in qualities.get(name).into_iter().flatten() {
            if let Some(place) = territories.position(level, code) {
                marks.push((date, variable.to_owned(), place, *quality));
            }
        }
        for (code, own) in limits.get(name).into_iter().flatten() {
            if let Some(place) = territories.position(level, code) {
                if !(own.0.is_finite() && own.1.is_finite() && own.0 <= own.1) {
                    return Err(damaged_part());
                }
                bounds.push((date, variable.to_owned(), place, *own));
            }
        }
        dates.entry(date).or_default().push((variable.to_owned(), values));
    }
    let mut dataset = Dataset::from_values(meta, dates).map_err(|_| damaged_part())?;
    for (date, variable, place, quality) in marks {
        dataset.mark(date, &variable, place, quality);
    }
    for (date, variable, place, own) in bounds {
        dataset.bound(date, &variable, place, Some(own));
    }
    Ok(dataset)
}
