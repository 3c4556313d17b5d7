//! Indicators as published: values of areas taken over from a source, not computed from Comuni. Each is declared in
//! `assets/catalogue/published.toml`; no code knows one by name.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::{Column, DataFrame};
use serde::Deserialize;

use crate::base::{Code, Date};

use super::area::{Area, Areas};
use super::indicator::{Bilingual, Indicator, Kind, Measured, Polarity, Suffix};
use super::quality::Quality;
use super::reference::Reference;
use super::value::{Absence, Value, parse_cell};

/// What the years of a table refer to: `"year"`, or a day of each year as `"MM-DD"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Timing {
    /// The whole calendar year.
    Year,
    /// A day of that year.
    Day {
        /// Month, from 1.
        month: u8,
        /// Day of the month, from 1.
        day: u8,
    },
}

impl Timing {
    /// What the year of a table stands for, as it is written there: one, or several taken as one.
    fn reference(self, year: &str) -> Option<Reference> {
        match (self, Reference::try_from(year.to_owned()).ok()?) {
            (Self::Year, at @ (Reference::Year(_) | Reference::Years(..))) => Some(at),
            (Self::Day { month, day }, Reference::Year(year)) => {
                Date::new(year, month, day).map(Reference::Date)
            }
            _ => None,
        }
    }
}

impl TryFrom<String> for Timing {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text == "year" {
            return Ok(Self::Year);
        }
        // Parsing it in a year without 29 February tells whether the day exists in every year.
        let date = format!("2001-{text}").parse::<Date>();
        let date = date.map_err(|_| format!("'{text}' is neither 'year' nor a day written MM-DD"))?;
        Ok(Self::Day { month: date.month(), day: date.day() })
    }
}

/// The cells of an indicator in its dataset: the rows of one table and measure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cells {
    /// The table or chart, by its name in the dataset.
    pub table: String,
    /// The measure, as published.
    pub measure: String,
    /// Where the rows of the printed table are no territories: the territory it is all of. What follows the measure after
    /// a colon is the heading of a row, and the total is that territory's own.
    #[serde(default)]
    pub rows_of: Option<String>,
    /// Areas listed in the table with a dash for every year: they have a row, but no value.
    #[serde(default)]
    pub dashes: Vec<String>,
    /// Whether its values do not compare with those of the indicator's other cells, because they have another base.
    #[serde(default)]
    pub is_apart: bool,
}

/// The computed indicator that a published one can be shown beside.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counterpart {
    pub indicator: String,
    /// Codes of areas whose published values are not comparable with computed ones; the definition says why.
    #[serde(default)]
    pub not_for: Vec<Code>,
}

/// The published indicators that print the least and the greatest of what one prints the mean of.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedRange {
    /// Id of the one with the least.
    pub min: String,
    /// Id of the one with the greatest, where it is printed.
    #[serde(default)]
    pub max: Option<String>,
}

/// What must be known of one cell: its source prints something else in another place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellNote {
    /// The area, by name or alias.
    pub area: String,
    /// The year that its value is of.
    pub year: i16,
    /// What must be known.
    pub text: Bilingual,
    /// Whether the source itself shows that the value cannot be right, so that nothing is worked out from it.
    #[serde(default)]
    pub is_misprint: bool,
    /// The last of its years that does not compare with the later ones.
    #[serde(default)]
    pub parts_after: Option<i16>,
}

/// An indicator as published, and what a reader must know of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedIndicator {
    /// Stable id, Italian snake_case.
    pub id: String,
    pub name: Bilingual,
    /// Name short enough for an axis or a column.
    pub short: Bilingual,
    /// Id of its theme.
    pub theme: String,
    /// What the number counts, in full.
    pub unit: Bilingual,
    /// What is written after the number.
    pub suffix: Suffix,
    /// Decimals in the source.
    pub decimals: usize,
    /// Whether more is good, bad or neither.
    pub polarity: Polarity,
    /// The kind of number.
    pub kind: Kind,
    /// How the source defines it, and its pitfalls.
    pub definition: Bilingual,
    /// The note always shown with it, because a figure would mislead without it.
    pub note: Option<Bilingual>,
    pub source: Bilingual,
    /// Licence of the data.
    pub licence: String,
    /// Id of the published dataset that contains it.
    pub dataset: String,
    /// Its cells in that dataset.
    pub cells: Vec<Cells>,
    /// What its rows are, where they are no territories: "Types of lead body".
    #[serde(default)]
    pub rows: Option<Bilingual>,
    /// Where it is a mean, the least and the greatest that the source prints beside it.
    #[serde(default)]
    pub range: Option<PublishedRange>,
    /// What must be known of single cells.
    #[serde(default, rename = "cell_note")]
    pub cell_notes: Vec<CellNote>,
    /// What the years of those tables refer to.
    pub reference: Timing,
    /// The computed indicator it can be shown beside.
    pub counterpart: Option<Counterpart>,
    /// Whether it measures a need or spending, if the catalogue says so.
    #[serde(default)]
    pub measures: Option<Measured>,
}

/// The same as a computed indicator of which no sums are known, for texts and statistics that do not need them.
impl From<&PublishedIndicator> for Indicator {
    fn from(published: &PublishedIndicator) -> Self {
        let PublishedIndicator { id, name, short, theme, unit, suffix, source, licence, .. } =
            published.clone();
        Self {
            id,
            name,
            short,
            theme,
            unit,
            suffix,
            decimals: published.decimals,
            polarity: published.polarity,
            kind: published.kind,
            definition: published.definition.clone(),
            source,
            licence,
            measures: published.measures,
            ..Self::default()
        }
    }
}

impl PublishedIndicator {
    /// Whether its source shows that its value for an area, told by its name, cannot be right.
    pub(crate) fn is_misprint(&self, is_it: impl Fn(&str) -> bool, year: i16) -> bool {
        self.cell_notes.iter().any(|note| note.is_misprint && note.year == year && is_it(&note.area))
    }

    /// Whether its value for that area is comparable with those of the computed counterpart.
    pub fn compares_for(&self, area: &Area) -> bool {
        self.counterpart.as_ref().is_some_and(|c| !c.not_for.contains(&area.code))
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct PublishedValue {
    /// Position of the area in [`Areas::all`].
    pub area: usize,
    /// What it refers to.
    pub reference: Reference,
    pub value: Value,
    /// The status the source gives to it.
    pub quality: Quality,
    /// The tables that contain it, as positions in [`PublishedIndicator::cells`].
    pub tables: Vec<usize>,
    /// What must be known of it, as a position in [`PublishedIndicator::cell_notes`].
    pub note: Option<usize>,
}

/// A published value with its area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedRow<'a> {
    pub area: &'a Area,
    /// What the value refers to.
    pub reference: Reference,
    pub value: Value,
    /// The status the source gives to it.
    pub quality: Quality,
    /// What must be known of it.
    pub note: Option<&'a Bilingual>,
    /// Whether it does not compare with the values of the indicator's other cells.
    pub is_apart: bool,
    /// The last year of its area that does not compare with it.
    pub parts_after: Option<i16>,
}

/// Why an indicator cannot be read from its published table.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum PublishedError {
    /// The dataset does not exist, or is not one as published.
    #[error("'{indicator}' is read from '{dataset}', which is no published dataset")]
    NoDataset { indicator: String, dataset: String },
    /// A column is missing.
    #[error("{file}: the column '{column}' is missing, and '{indicator}' is read from it")]
    NoColumn { file: String, column: &'static str, indicator: String },
    /// No row has this table and measure.
    #[error("{file}: no row has the table '{table}' and the measure '{measure}' of '{indicator}'")]
    NoCells { file: String, indicator: String, table: String, measure: String },
    /// A territory is not a known area.
    #[error("{file}, row {row}: '{territory}' is no area of aree.csv, by name or alias")]
    UnknownArea {
        file: String,
        /// Row, counting the header as 1.
        row: usize,
        territory: String,
    },
    /// A territory listed with a dash or with a note is no area we know.
    #[error("'{indicator}': '{territory}' is no area of aree.csv, by name or alias")]
    UnknownDash { indicator: String, territory: String },
    /// A note is of a cell that is not there.
    #[error("'{indicator}' has a note on '{territory}' in {year}, where it has no value")]
    NoteOnNothing { indicator: String, territory: String, year: i16 },
    /// The least or the greatest of a mean is no published indicator.
    #[error("the range of '{indicator}' names '{unknown}', which is not published")]
    BadRange { indicator: String, unknown: String },
    /// A year or a value cannot be read.
    #[error("{file}, row {row}, column '{column}': '{text}' cannot be read")]
    BadCell {
        file: String,
        /// Row, counting the header as 1.
        row: usize,
        column: &'static str,
        text: String,
    },
    /// One area has two values for the same reference.
    #[error("{file}, row {row}: '{territory}' already has another value of '{indicator}' for {reference}")]
    TwoValues {
        file: String,
        /// Row, counting the header as 1.
        row: usize,
        territory: String,
        indicator: String,
        reference: Reference,
    },
    /// A published and a computed indicator share an id.
    #[error("'{0}' is the id of both a computed and a published indicator")]
    TwoIndicators(String),
    /// The counterpart is not a computed indicator, or it excludes an unknown area.
    #[error("the counterpart of '{indicator}' names '{unknown}', which does not exist")]
    BadCounterpart {
        indicator: String,
        /// The name that does not exist.
        unknown: String,
    },
}

/// Reads the values of an indicator from its table, by area and then by time.
///
/// An area that a table has for some years and not for others gets missing values: a gap in a series must not look
/// like its end.
pub fn read_published(
    indicator: &PublishedIndicator,
    file: &str,
    table: &DataFrame,
    areas: &Areas,
) -> Result<Vec<PublishedValue>, PublishedError> {
    let column = |name: &'static str| {
        table.column(name).and_then(Column::str).map_err(|_| PublishedError::NoColumn {
            file: file.to_owned(),
            column: name,
            indicator: indicator.id.clone(),
        })
    };
    let [tables, measures] = [column("table")?, column("measure")?];
    let [territories, years, values] = [column("territory")?, column("year")?, column("value")?];
    let mut found: BTreeMap<(usize, Reference), (Value, Vec<usize>)> = BTreeMap::new();
    let mut gaps: BTreeSet<(usize, Reference)> = BTreeSet::new();
    for (position, cells) in indicator.cells.iter().enumerate() {
        let (mut with, mut at) = (BTreeSet::new(), BTreeSet::new());
        for i in 0..table.height() {
            if tables.get(i) != Some(&cells.table) {
                continue;
            }
            let (measure, printed_of) =
                (measures.get(i).unwrap_or_default(), territories.get(i).unwrap_or_default());
            let Some(territory) = cells.row_of(measure, printed_of) else { continue };
            let (file, row) = (|| file.to_owned(), i + 2);
            let bad = |column, text: &str| PublishedError::BadCell {
                file: file(),
                row,
                column,
                text: text.to_owned(),
            };
            let area = areas.position_named(territory).ok_or_else(|| PublishedError::UnknownArea {
                file: file(),
                row,
                territory: territory.to_owned(),
            })?;
            let year = years.get(i).unwrap_or_default();
            let reference = indicator.reference.reference(year).ok_or_else(|| bad("year", year))?;
            let cell = values.get(i).unwrap_or_default();
            let (value, _) = parse_cell(cell).ok_or_else(|| bad("value", cell))?;
            let (published, tables) = found.entry((area, reference)).or_insert_with(|| (value, Vec::new()));
            if !tables.contains(&position) {
                tables.push(position);
            }
            if *published != value {
                return Err(PublishedError::TwoValues {
                    file: file(),
                    row,
                    territory: territory.to_owned(),
                    indicator: indicator.id.clone(),
                    reference,
                });
            }
            with.insert(area);
            at.insert(reference);
        }
        if with.is_empty() {
            return Err(PublishedError::NoCells {
                file: file.to_owned(),
                indicator: indicator.id.clone(),
                table: cells.table.clone(),
                measure: cells.measure.clone(),
            });
        }
        for territory in &cells.dashes {
            let area = areas.position_named(territory).ok_or_else(|| PublishedError::UnknownDash {
                indicator: indicator.id.clone(),
                territory: territory.clone(),
            })?;
            with.insert(area);
        }
        gaps.extend(with.iter().flat_map(|area| at.iter().map(|reference| (*area, *reference))));
    }
    // After all tables, because one may contain what another leaves out.
    for place in gaps {
        found.entry(place).or_insert_with(|| (Err(Absence::Missing), Vec::new()));
    }
    let mut notes: BTreeMap<(usize, Reference), usize> = BTreeMap::new();
    for (position, note) in indicator.cell_notes.iter().enumerate() {
        let (territory, year) = (note.area.clone(), note.year);
        let area = areas.position_named(&note.area).ok_or_else(|| PublishedError::UnknownDash {
            indicator: indicator.id.clone(),
            territory: territory.clone(),
        })?;
        let place = found.keys().find(|(known, at)| *known == area && at.year() == year);
        let place = *place.ok_or_else(|| PublishedError::NoteOnNothing {
            indicator: indicator.id.clone(),
            territory,
            year,
        })?;
        notes.insert(place, position);
    }
    let value = |((area, reference), (value, tables))| {
        let (quality, note) = (Quality::Final, notes.get(&(area, reference)).copied());
        PublishedValue { area, reference, value, quality, tables, note }
    };
    Ok(found.into_iter().map(value).collect())
}

impl Cells {
    /// The name of the row that a measure of a territory stands in; none where it is of another indicator.
    pub fn row_of<'a>(&self, measure: &'a str, territory: &'a str) -> Option<&'a str> {
        /// What the row is called that the others add up to.
        const TOTAL: &str = "Totale";
        let Some(of) = &self.rows_of else { return (measure == self.measure).then_some(territory) };
        let heading = measure.strip_prefix(&self.measure)?.strip_prefix(": ").filter(|_| territory == of)?;
        Some(if heading == TOTAL { territory } else { heading })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_a_period_and_a_day_a_date() {
        let timing = |text: &str| Timing::try_from(text.to_owned());
        let year = timing("year").unwrap().reference("2018").unwrap();
        assert_eq!((year.year(), year.date(), year.to_string()), (2018, None, "2018".to_owned()));
        assert_eq!(year.day_on_axis(), Date::new(2018, 7, 1).unwrap());
        let years = timing("year").unwrap().reference("2016-2018").unwrap();
        assert_eq!((years, years.year(), years.date()), (Reference::Years(2016, 2018), 2018, None));
        assert_eq!(years.day_on_axis(), Date::new(2017, 7, 1).unwrap());
        for reference in [year, years, Reference::Date(Date::new(2018, 12, 31).unwrap())] {
            assert_eq!(Reference::try_from(String::from(reference)), Ok(reference));
        }
        let day = timing("12-31").unwrap().reference("2019").unwrap();
        assert_eq!((day.year(), day.date()), (2019, Date::new(2019, 12, 31)));
        for text in ["", "31/12", "13-01", "02-29", "2019-12-31"] {
            assert!(timing(text).is_err(), "{text}");
        }
    }
}
