//! The values of any indicator at one reference: computed for the units of a level, or as published for the areas of
//! a table. The common interface for whatever needs only names and values.

use std::collections::BTreeSet;

use crate::base::decimal::difference;
use crate::base::{Code, Level};

use super::aggregate::Method;
use super::area::{Area, AreaKind};
use super::atlas::{Atlas, AtlasError, Query};
use super::caption::Caption;
use super::indicator::Bilingual;
use super::published_table::most;
use super::quality::Quality;
use super::reference::Reference;
use super::side_by_side::Parts;
use super::value::{Absence, Bounds, Value};

/// The value of one unit or area.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub code: Code,
    pub name: String,
    pub value: Value,
    /// The status the sources give to it.
    pub quality: Quality,
    /// Between what it lies, where not all it is made of is known.
    pub bounds: Bounds,
    /// What must be known of it alone.
    pub note: Option<Bilingual>,
    /// The least and the greatest that its source prints beside it, where it is a mean.
    pub spread: Option<Spread>,
}

/// The least and the greatest of what a mean was made of, as published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The least.
    pub min: f64,
    /// The greatest, where it is printed.
    pub max: Option<f64>,
}

/// The values of an indicator at one reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Level of the rows; `None` where areas of several kinds are mixed.
    pub level: Option<Level>,
    /// One row per unit or area, in order.
    pub rows: Vec<Listed>,
    /// The area that the rows are part of: the ATS or, for published values, the region, if it has one and is not a
    /// row itself.
    pub overall: Option<Listed>,
    /// The published table of the overall value, if that contains none of the rows.
    pub overall_table: Option<String>,
    /// Ids of the datasets behind computed values, sorted.
    pub datasets: Vec<String>,
}

impl Atlas {
    /// The description of the indicator with this id, computed or as published.
    ///
    /// # Errors
    /// An unknown id.
    pub fn caption(&self, id: &str) -> Result<Caption<'_>, AtlasError> {
        match self.published(id) {
            Some(published) => Ok(published.into()),
            None => Ok(self.indicator(id)?.into()),
        }
    }

    /// The references for which an indicator has values, computed or as published, ascending.
    ///
    /// # Errors
    /// An unknown id.
    pub fn references(&self, id: &str) -> Result<Vec<Reference>, AtlasError> {
        if self.published(id).is_none() {
            return Ok(self.dates(self.indicator(id)?).into_iter().map(Reference::Date).collect());
        }
        let references: BTreeSet<Reference> =
            self.published_values(id)?.into_iter().map(|row| row.reference).collect();
        Ok(references.into_iter().collect())
    }

    /// The most common kind of area of a published indicator, the larger one on a tie; `None` if no kind occurs
    /// twice, because such a table mixes kinds of areas.
    pub fn listed_kind(&self, id: &str) -> Option<AreaKind> {
        let areas: BTreeSet<usize> = self.values_as_published(id).iter().map(|value| value.area).collect();
        most(areas.into_iter().map(|area| self.areas()[area].kind))
    }

    /// The level of [`listed_kind`](Self::listed_kind). A table that mixes kinds of areas has no level of its own, so
    /// any stands for all of them.
    pub(crate) fn listed_level(&self, id: &str) -> Level {
        self.listed_kind(id).and_then(AreaKind::level).unwrap_or(Level::Comuni)
    }

    /// The values at one reference. For a published indicator they are those of the areas of this level or, if there
    /// are fewer than two, of all its areas, from the largest.
    ///
    /// # Errors
    /// An unknown indicator, or a reference for which it has no values.
    pub fn listing(
        &self,
        id: &str,
        at: Reference,
        level: Level,
        method: Method,
    ) -> Result<Listing, AtlasError> {
        let available = self.references(id)?;
        if !available.contains(&at) {
            return Err(AtlasError::NoSuchReference { indicator: id.to_owned(), reference: at, available });
        }
        match at {
            Reference::Date(date) if self.published(id).is_none() => {
                let query = Query { indicator: id.to_owned(), date, level, method };
                let overall = Query { level: Level::Ats, method: Method::Pooled, ..query.clone() };
                let table = self.compute(&query)?;
                let listed = |row: super::Row| Listed {
                    code: row.code,
                    name: row.name,
                    value: row.value,
                    quality: row.quality,
                    bounds: row.bounds,
                    note: None,
                    spread: None,
                };
                Ok(Listing {
                    level: Some(level),
                    rows: table.rows.into_iter().map(listed).collect(),
                    overall: self.compute(&overall)?.rows.into_iter().next().map(listed),
                    overall_table: None,
                    datasets: table.datasets,
                })
            }
            _ => self.published_listing(id, at, level),
        }
    }

    fn published_listing(&self, id: &str, at: Reference, level: Level) -> Result<Listing, AtlasError> {
        let mut published = self.published_values(id)?;
        published.retain(|row| row.reference == at);
        let parts = Parts::of(published.iter().map(|row| row.area).collect(), level);
        let listed = |area: &&Area| {
            let row = published.iter().find(|row| row.area.code == area.code);
            Listed {
                code: area.code.clone(),
                name: area.name.clone(),
                value: row.map_or(Err(Absence::Missing), |row| row.value),
                quality: row.map_or(Quality::Final, |row| row.quality),
                bounds: None,
                note: row.and_then(|row| row.note).cloned(),
                spread: self.spread(id, at, &area.code),
            }
        };
        // Of rows that are no territories it is what they add up to.
        let is_overall = |area: &&&Area| area.kind == AreaKind::Region || parts.level.is_none();
        let region = parts.overall_rows.iter().find(is_overall);
        Ok(Listing {
            level: parts.level,
            rows: parts.rows.iter().map(listed).collect(),
            overall: region.map(listed),
            overall_table: region.and_then(|region| self.other_table(id, at, &parts.rows, region)),
            datasets: Vec::new(),
        })
    }

    /// The least and the greatest that are published beside the mean of an area.
    fn spread(&self, id: &str, at: Reference, area: &Code) -> Option<Spread> {
        let range = self.published(id)?.range.as_ref()?;
        let of = |id: &str| {
            let rows = self.published_values(id).ok()?;
            rows.into_iter().find(|row| row.reference == at && row.area.code == *area)?.value.ok()
        };
        Some(Spread { min: of(&range.min)?, max: range.max.as_deref().and_then(of) })
    }

    /// The published table of an area's value, if that table contains none of the rows: a value from another table
    /// may have a different base.
    pub(super) fn other_table(&self, id: &str, at: Reference, rows: &[&Area], area: &Area) -> Option<String> {
        let published = self.published(id)?;
        let tables = |area: &Area| -> &[usize] {
            let own = self.values_as_published(id).iter().find(|value| {
                value.reference == at && value.value.is_ok() && self.areas()[value.area].code == area.code
            });
            own.map_or(&[], |value| value.tables.as_slice())
        };
        let own = tables(area);
        let shared = rows.iter().any(|row| tables(row).iter().any(|table| own.contains(table)));
        let is_listed = rows.iter().any(|row| !tables(row).is_empty());
        // What the rows add up to has their base, wherever it is printed.
        let value_of = |code: &Code| {
            let mut values = self.values_as_published(id).iter();
            values.find(|value| value.reference == at && self.areas()[value.area].code == *code)?.value.ok()
        };
        let parts: Vec<f64> = rows.iter().filter_map(|row| value_of(&row.code)).collect();
        let is_sum = parts.len() > 1
            && value_of(&area.code).is_some_and(|total| difference(parts.iter().sum(), total) == 0.0);
        let table = *own.first().filter(|_| is_listed && !shared && !is_sum)?;
        Some(published.cells.get(table)?.table.clone())
    }
}
