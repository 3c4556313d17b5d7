//! A dataset: observed variables, with one value per reference date and Comune, or unit of another level, and their source.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, OnceLock};

use polars::prelude::{Column, DataFrame, IntoColumn, NamedFrom, PolarsError, Series};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};

use super::indicator::Bilingual;
use super::quality::Quality;
use super::territory::Territories;
use super::value::{Absence, Bounds, Value, parse_cell};

/// A remark on the dataset or on one of its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The date it concerns; `None` for the whole dataset.
    pub date: Option<Date>,
    /// Whether the series breaks just before that date, so that values before and after are not comparable.
    #[serde(default, rename = "break")]
    pub is_break: bool,
    /// Of a break, the date from which values compare again with those before it: only what lies between is off the
    /// series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Whether every figure must show it, because it would mislead without it.
    #[serde(default, rename = "printed")]
    pub in_footer: bool,
    /// The status the source gives to the values of that date.
    #[serde(default, skip_serializing_if = "Quality::is_final")]
    pub quality: Quality,
    pub text: Bilingual,
}

impl Note {
    /// One on the whole dataset that every figure must show.
    pub(crate) fn in_every_figure(text: Bilingual) -> Self {
        Self { date: None, is_break: false, until: None, in_footer: true, quality: Quality::Final, text }
    }

    /// Whether the values of two dates are not comparable because of it.
    pub(crate) fn parts(&self, one: Date, other: Date) -> bool {
        self.is_break && self.covers(one) != self.covers(other)
    }

    /// Whether a date is on the far side of the break.
    pub(crate) fn covers(&self, date: Date) -> bool {
        self.date.is_some_and(|from| from <= date) && self.until.is_none_or(|until| date < until)
    }
}

/// The description of a dataset: where it comes from and how to read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatasetMeta {
    pub id: String,
    /// File name, beside the list of datasets.
    pub file: String,
    /// Whether it has a `date` column; if not, its values hold at every date.
    pub dated: bool,
    /// The level its values are of. They can be summed upward, and say nothing of what lies below.
    #[serde(default, skip_serializing_if = "is_comuni")]
    pub level: Level,
    pub title: Bilingual,
    pub source: Bilingual,
    /// Licence, as the source states it.
    pub licence: String,
    /// Where this copy comes from.
    pub retrieved_from: String,
    /// Columns that are not numbers.
    #[serde(default)]
    pub text_columns: Vec<String>,
    /// Variables whose withheld cells share what is left: those of one Comune are together at most so much more than their least as
    /// each could be alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_over: Vec<Vec<String>>,
    /// Counts of persons below this must be withheld before they are published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withhold_below: Option<u32>,
    #[serde(default, rename = "note")]
    pub notes: Vec<Note>,
}

fn is_comuni(level: &Level) -> bool {
    *level == Level::Comuni
}

/// The variables of a dataset at one date: a frame of numbers, with one row per unit of its level, in the order of the
/// official territories, the reasons for missing values other than plain "missing", and the status of single values.
#[derive(Clone, Debug)]
pub struct Slice {
    frame: DataFrame,
    absences: FxHashMap<(String, usize), Absence>,
    bounds: FxHashMap<(String, usize), (f64, f64)>,
    qualities: FxHashMap<String, BTreeMap<usize, Quality>>,
}

/// Slices by date; a single `None` for an undated dataset.
type Slices = BTreeMap<Option<Date>, Slice>;

/// A dataset. Its outline is known at once; its values may be read when they are first needed.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// Where it comes from.
    pub meta: DatasetMeta,
    outline: Arc<Outline>,
    values: Values,
}

/// Which variables a table has at which dates.
#[derive(Clone, Debug, Default)]
pub struct Outline(BTreeMap<Option<Date>, FxHashSet<String>>);

#[derive(Clone, Debug)]
enum Values {
    Here(Slices),
    Later(Arc<Later>),
}

/// Slices that are read once, when first needed.
struct Later {
    slices: OnceLock<Slices>,
    read: Box<dyn Fn() -> Dataset + Send + Sync>,
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Later").field(&self.slices.get().is_some()).finish()
    }
}

impl Outline {
    /// Records that a variable has values at a date.
    pub fn add(&mut self, date: Option<Date>, variable: &str) {
        let variables = self.0.entry(date).or_default();
        if !variables.contains(variable) {
            variables.insert(variable.to_owned());
        }
    }

    fn of(slices: &Slices) -> Self {
        let variables = |slice: &Slice| slice.variables().map(str::to_owned).collect();
        Self(slices.iter().map(|(date, slice)| (*date, variables(slice))).collect())
    }
}

/// Why a table is not a dataset of this territory.
#[derive(Debug, thiserror::Error)]
pub enum DatasetError {
    /// A required column is missing.
    #[error("{file}: the column '{column}' is missing")]
    NoColumn { file: String, column: &'static str },
    /// A code is not one of ours.
    #[error("{file}, row {row}: the code '{code}' is no Comune of this territory")]
    UnknownCode {
        file: String,
        /// Row, counting the header as 1.
        row: usize,
        code: String,
    },
    /// A date cannot be read.
    #[error("{file}, row {row}: '{text}' is not a date written YYYY-MM-DD")]
    BadDate {
        file: String,
        /// Row, counting the header as 1.
        row: usize,
        text: String,
    },
    /// A Comune has two rows for one date.
    #[error("{file}, row {row}: a second row for '{code}' at the same date")]
    DuplicateRow {
        file: String,
        /// Row, counting the header as 1.
        row: usize,
        code: String,
    },
    /// A cell is neither a number nor a known mark for a missing value.
    #[error(
        "{file}, row {row}, column '{column}': '{text}' is neither a number nor a mark of absence (empty, ':', 'c', 'z')"
    )]
    BadCell {
        file: String,
        /// Row, counting the header as 1.
        row: usize,
        column: String,
        text: String,
    },
    /// An error of the data frame library.
    #[error("{file}: {source}")]
    Frame { file: String, source: PolarsError },
}

impl Slice {
    /// From variables, each with one value per Comune.
    fn new(columns: Vec<(String, Vec<Value>)>) -> Result<Self, PolarsError> {
        let height = columns.first().map_or(0, |(_, values)| values.len());
        let mut absences = FxHashMap::default();
        let mut series = Vec::with_capacity(columns.len());
        for (name, values) in columns {
            for (comune, value) in values.iter().enumerate() {
                if let Err(reason) = value
                    && *reason != Absence::Missing
                {
                    absences.insert((name.clone(), comune), *reason);
                }
            }
            let numbers: Vec<Option<f64>> = values.into_iter().map(Result::ok).collect();
            series.push(Series::new(name.into(), numbers).into_column());
        }
        Ok(Self {
            frame: DataFrame::new(height, series)?,
            absences,
            bounds: FxHashMap::default(),
            qualities: FxHashMap::default(),
        })
    }

    /// The variable as a column of numbers, null where missing.
    pub fn column(&self, variable: &str) -> Option<&Column> {
        self.frame.column(variable).ok()
    }

    /// Why the value of this Comune is missing.
    pub fn absence(&self, variable: &str, comune: usize) -> Absence {
        // The key is only built for missing cells, which are few.
        self.absences.get(&(variable.to_owned(), comune)).copied().unwrap_or(Absence::Missing)
    }

    /// The limits of the missing value of this Comune, if known.
    pub fn bounds(&self, variable: &str, comune: usize) -> Bounds {
        if self.bounds.is_empty() { None } else { self.bounds.get(&(variable.to_owned(), comune)).copied() }
    }

    /// The Comuni whose missing value has limits, ascending.
    pub fn bounded(&self, variable: &str) -> Vec<(usize, (f64, f64))> {
        let own = self.bounds.iter().filter(|((name, _), _)| name == variable);
        let mut bounded: Vec<_> = own.map(|((_, comune), bounds)| (*comune, *bounds)).collect();
        bounded.sort_unstable_by_key(|(comune, _)| *comune);
        bounded
    }

    /// The status of the value of this Comune, if the source gives one to single values.
    pub fn quality(&self, variable: &str, comune: usize) -> Quality {
        let marked = self.qualities.get(variable).and_then(|marked| marked.get(&comune));
        marked.copied().unwrap_or_default()
    }

    /// The Comuni with a value that is not final, ascending.
    pub fn marked(&self, variable: &str) -> impl Iterator<Item = (usize, Quality)> {
        self.qualities.get(variable).into_iter().flatten().map(|(comune, quality)| (*comune, *quality))
    }

    /// The variable as one value per Comune; `None` if it does not have the variable.
    pub fn values(&self, variable: &str) -> Option<Vec<Value>> {
        let column = self.column(variable)?.f64().ok()?;
        let value = |i| column.get(i).ok_or_else(|| self.absence(variable, i));
        Some((0..column.len()).map(value).collect())
    }

    /// The names of the variables.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.frame.get_column_names().into_iter().map(|name| name.as_str())
    }
}

impl Dataset {
    /// Parses a table of text — `code`, `date` if dated, then the variables — for the territory.
    ///
    /// A missing value is marked as by Eurostat: empty or `:` (missing), `c` (suppressed) or `z` (not applicable). A
    /// Comune without a row for a date is missing at that date.
    pub fn from_text(
        meta: DatasetMeta,
        text: &DataFrame,
        territories: &Territories,
    ) -> Result<Self, DatasetError> {
        let file = || meta.file.clone();
        let frame_error = |source| DatasetError::Frame { file: meta.file.clone(), source };
        let column = |name: &'static str| {
            text.column(name)
                .and_then(Column::str)
                .map_err(|_| DatasetError::NoColumn { file: file(), column: name })
        };

        // The slot of each row: the slice of its date and the position of its Comune.
        let codes = column("code")?;
        let dates = meta.dated.then(|| column("date")).transpose()?;
        let mut places: BTreeMap<Option<Date>, Vec<Option<usize>>> = BTreeMap::new();
        for i in 0..text.height() {
            let row = i + 2;
            let code = codes.get(i).unwrap_or_default();
            let comune = territories
                .position(Level::Comuni, &Code::from(code))
                .ok_or_else(|| DatasetError::UnknownCode { file: file(), row, code: code.to_owned() })?;
            let date = match dates {
                None => None,
                Some(dates) => {
                    let text = dates.get(i).unwrap_or_default();
                    let bad = |_| DatasetError::BadDate { file: file(), row, text: text.to_owned() };
                    Some(text.parse::<Date>().map_err(bad)?)
                }
            };
            let rows = places.entry(date).or_insert_with(|| vec![None; territories.comuni().len()]);
            if rows[comune].replace(i).is_some() {
                return Err(DatasetError::DuplicateRow { file: file(), row, code: code.to_owned() });
            }
        }

        let mut slices = BTreeMap::new();
        for (date, rows) in places {
            let mut columns = Vec::with_capacity(text.width());
            let mut bounds = FxHashMap::default();
            for source in text.columns() {
                let name = source.name().as_str();
                if name == "code" || name == "date" || meta.text_columns.iter().any(|c| c == name) {
                    continue;
                }
                let cells = source.str().map_err(frame_error)?;
                let mut values = Vec::with_capacity(rows.len());
                let mut is_there = false;
                for (comune, row) in rows.iter().enumerate() {
                    let cell = row.and_then(|i| cells.get(i)).unwrap_or_default();
                    is_there |= !cell.trim().is_empty();
                    let (value, own) = parse_cell(cell).ok_or_else(|| DatasetError::BadCell {
                        file: file(),
                        row: row.map_or(0, |i| i + 2),
                        column: name.to_owned(),
                        text: cell.to_owned(),
                    })?;
                    if let Some(own) = own {
                        bounds.insert((name.to_owned(), comune), own);
                    }
                    values.push(value);
                }
                // A table of several dates may have a column that is empty at some of them.
                if is_there {
                    columns.push((name.to_owned(), values));
                }
            }
            let slice = Slice::new(columns).map_err(frame_error)?;
            slices.insert(date, Slice { bounds, ..slice });
        }
        Ok(Self::here(meta, slices))
    }

    /// From parsed values: for each date, variables with one value per Comune, in the order of the territories.
    ///
    /// # Errors
    /// [`DatasetError::Frame`], if two variables of a date have the same name or differ in length.
    pub fn from_values(
        meta: DatasetMeta,
        dates: impl IntoIterator<Item = (Option<Date>, Vec<(String, Vec<Value>)>)>,
    ) -> Result<Self, DatasetError> {
        let slice = |(date, columns)| Ok((date, Slice::new(columns)?));
        let slices = dates.into_iter().map(slice).collect::<Result<_, _>>();
        let slices = slices.map_err(|source| DatasetError::Frame { file: meta.file.clone(), source })?;
        Ok(Self::here(meta, slices))
    }

    /// A dataset with this outline, whose values are read when first needed.
    pub fn later(
        meta: DatasetMeta,
        outline: Outline,
        read: impl Fn() -> Self + Send + Sync + 'static,
    ) -> Self {
        let later = Later { slices: OnceLock::new(), read: Box::new(read) };
        Self { meta, outline: Arc::new(outline), values: Values::Later(Arc::new(later)) }
    }

    fn here(meta: DatasetMeta, slices: Slices) -> Self {
        Self { meta, outline: Arc::new(Outline::of(&slices)), values: Values::Here(slices) }
    }

    fn values(&self) -> &Slices {
        match &self.values {
            Values::Here(slices) => slices,
            Values::Later(later) => later.slices.get_or_init(|| match (later.read)().values {
                Values::Here(slices) => slices,
                Values::Later(_) => Slices::new(),
            }),
        }
    }

    /// Marks the value of a Comune at a date as not final. Missing values are not marked.
    pub fn mark(&mut self, date: Option<Date>, variable: &str, comune: usize, quality: Quality) {
        if let Values::Here(slices) = &mut self.values
            && let Some(slice) = slices.get_mut(&date)
            && slice.column(variable).and_then(|column| column.f64().ok()?.get(comune)).is_some()
            && !quality.is_final()
        {
            slice.qualities.entry(variable.to_owned()).or_default().insert(comune, quality);
        }
    }

    /// Sets the limits of a missing value of a Comune at a date. A value that is present has none.
    pub fn bound(&mut self, date: Option<Date>, variable: &str, comune: usize, bounds: Bounds) {
        if let Values::Here(slices) = &mut self.values
            && let Some(slice) = slices.get_mut(&date)
            && let Some(bounds) = bounds
            && slice.column(variable).is_some_and(|column| {
                column.f64().is_ok_and(|column| comune < column.len() && column.get(comune).is_none())
            })
        {
            slice.bounds.insert((variable.to_owned(), comune), bounds);
        }
    }

    /// The status the source gives to all its values at a date.
    pub(crate) fn quality_at(&self, date: Date) -> Quality {
        let of_date = self.meta.notes.iter().filter(|note| note.date.is_none_or(|own| own == date));
        of_date.map(|note| note.quality).max().unwrap_or_default()
    }

    /// The dates for which it has values; a single `None` if it is undated.
    pub fn dates(&self) -> impl Iterator<Item = Option<Date>> + '_ {
        self.outline.0.keys().copied()
    }

    /// Its variables, at any date.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        let names: BTreeSet<&str> = self.outline.0.values().flatten().map(String::as_str).collect();
        names.into_iter()
    }

    /// The dates for which it has the variable; a single `None` if it is undated.
    pub(crate) fn dates_of(&self, variable: &str) -> impl Iterator<Item = Option<Date>> {
        let having = self.outline.0.iter().filter(move |(_, names)| names.contains(variable));
        having.map(|(date, _)| *date)
    }

    /// The names of its variables at a date; `None` if it has nothing then.
    pub(super) fn names_at(&self, date: Date) -> Option<&FxHashSet<String>> {
        self.outline.0.get(&self.key(date))
    }

    /// Whether it has the variable at a date.
    pub fn gives(&self, variable: &str, date: Date) -> bool {
        self.names_at(date).is_some_and(|names| names.contains(variable))
    }

    fn key(&self, date: Date) -> Option<Date> {
        self.meta.dated.then_some(date)
    }

    /// Its slices in chronological order.
    pub fn slices(&self) -> impl Iterator<Item = (Option<Date>, &Slice)> {
        self.values().iter().map(|(date, slice)| (*date, slice))
    }

    /// The slice valid at a date.
    pub fn at(&self, date: Date) -> Option<&Slice> {
        self.values().get(&self.key(date))
    }

    /// Whether it has the variable at any date.
    pub fn has(&self, variable: &str) -> bool {
        self.outline.0.values().any(|names| names.contains(variable))
    }
}
