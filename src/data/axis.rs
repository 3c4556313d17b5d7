//! The values of an indicator, computed or as published, for the points of a scatterplot: the units of a level or, if one of the
//! indicators compared is as published, the areas of that level that it has values of. A computed one has values for those of them
//! that are units of ours, and for areas beyond the territory whose variables are known.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::base::{Date, Level};

use super::aggregate::Method;
use super::area::Area;
use super::atlas::{Atlas, AtlasError, Query};
use super::indicator::Indicator;
use super::quality::Quality;
use super::reference::Reference;
use super::table::{Row, Table};
use super::value::{Absence, Value};

/// Fewer areas than these make no scatterplot.
const LEAST_AREAS: usize = 3;

/// The values of one indicator for the points.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub indicator: String,
    /// What the values refer to: a date or, for one as published, a year.
    pub at: Reference,
    /// Ids of the datasets behind computed values, sorted.
    pub datasets: Vec<String>,
    /// One row a point.
    pub rows: Vec<Row>,
}

impl From<Table> for Axis {
    fn from(table: Table) -> Self {
        let Table { indicator, date, datasets, rows, .. } = table;
        Self { indicator, at: date.into(), datasets, rows }
    }
}

fn row(area: &Area, value: Value, quality: Quality) -> Row {
    Row {
        code: area.code.clone(),
        name: area.name.clone(),
        value,
        numerator: Err(Absence::Missing),
        denominator: None,
        quality,
        bounds: None,
        hidden: 0,
        lacking: None,
    }
}

impl Atlas {
    /// The indicator with this id, computed or as published; one as published has no sums.
    ///
    /// # Errors
    /// An unknown id.
    pub fn any_indicator(&self, id: &str) -> Result<Cow<'_, Indicator>, AtlasError> {
        match self.published(id) {
            None => self.indicator(id).map(Cow::Borrowed),
            Some(published) => Ok(Cow::Owned(published.into())),
        }
    }

    /// What of an indicator is nearest to a date; a year that the date lies in is nearest of all. Of a computed one that is set beside
    /// areas, a date at which those beyond the territory have values too.
    pub(crate) fn nearest_reference(&self, id: &str, wanted: Date, of_areas: bool) -> Option<Reference> {
        if let Some(indicator) = self.catalogue.get(id) {
            let beyond = self.beyond.as_deref().filter(|_| of_areas);
            let there = beyond.and_then(|beyond| beyond.nearest_date(indicator, wanted));
            let there = there.filter(|date| self.holds_at(indicator, *date));
            return there.or_else(|| self.nearest_date(indicator, wanted)).map(Reference::Date);
        }
        let references = self.references(id).unwrap_or_default().into_iter();
        references.min_by_key(|at| {
            let years = (i64::from(at.year()) - i64::from(wanted.year())).abs();
            let days = (at.day_on_axis().day_number() - wanted.day_number()).abs();
            (years, days, at.day_on_axis() < wanted)
        })
    }

    /// The areas of a level that one of these indicators has published values of; `None` if none of them is as published.
    pub fn areas_compared(&self, ids: &[&str], level: Level) -> Option<Vec<&Area>> {
        let mut published = ids.iter().filter(|id| self.published(id).is_some()).peekable();
        published.peek()?;
        let mut found = BTreeSet::new();
        for id in published {
            found.extend(self.values_as_published(id).iter().filter(|v| v.value.is_ok()).map(|v| v.area));
        }
        let areas = found.into_iter().map(|area| &self.areas()[area]);
        Some(areas.filter(|area| area.kind.level() == Some(level)).collect())
    }

    /// The values of an indicator at its reference nearest to a date, for the units of a level or for these areas.
    ///
    /// # Errors
    /// An unknown indicator, or one without values.
    pub fn axis(
        &self,
        id: &str,
        wanted: Date,
        level: Level,
        method: Method,
        areas: Option<&[&Area]>,
    ) -> Result<Axis, AtlasError> {
        let caption = self.caption(id)?;
        let at = self.nearest_reference(caption.id, wanted, areas.is_some());
        let none =
            || AtlasError::NoSuchDate { indicator: id.to_owned(), date: wanted, available: Vec::new() };
        let at = at.ok_or_else(none)?;
        let Some(areas) = areas else {
            let date = at.date().ok_or_else(none)?;
            return Ok(self.compute(&Query { indicator: id.to_owned(), date, level, method })?.into());
        };
        let indicator = id.to_owned();
        let (Some(own), Reference::Date(date)) = (self.catalogue.get(id), at) else {
            let published = self.published_values(id)?;
            let rows = areas.iter().map(|area| {
                let row_of = published.iter().find(|row| row.area.code == area.code && row.reference == at);
                let (value, quality) =
                    row_of.map_or((Err(Absence::Missing), Quality::Final), |row| (row.value, row.quality));
                row(area, value, quality)
            });
            return Ok(Axis { indicator, at, datasets: Vec::new(), rows: rows.collect() });
        };
        let table =
            self.compute(&Query { indicator: indicator.clone(), date, level, method: Method::Pooled })?;
        let mut datasets: BTreeSet<&str> = BTreeSet::new();
        let beyond = self.beyond.as_deref().and_then(|beyond| {
            let per_area = beyond.per_unit(own, date, &mut datasets).ok()?;
            Some((beyond, per_area))
        });
        let rows = areas.iter().map(|area| {
            let ours = area.unit.as_ref().filter(|(of, _)| *of == level);
            if let Some((_, code)) = ours {
                let known = table.rows.iter().find(|row| row.code == *code);
                return known.map_or_else(|| row(area, Err(Absence::Missing), Quality::Final), Row::clone);
            }
            let found = beyond.as_ref().and_then(|(beyond, per_area)| {
                let at = beyond.territories.position(Level::Comuni, &area.code)?;
                Some((per_area.group(&[at], Method::Pooled).value, per_area.quality(&[at])))
            });
            let (value, quality) = found.unwrap_or((Err(Absence::Missing), Quality::Final));
            row(area, value, quality)
        });
        let rows: Vec<Row> = rows.collect();
        let mut all = table.datasets;
        all.extend(datasets.into_iter().map(str::to_owned));
        all.sort();
        all.dedup();
        Ok(Axis { indicator, at, datasets: all, rows })
    }

    /// Whether two indicators, one of them as published, have values of enough of the same areas of a level.
    pub(crate) fn compares_across(&self, x: &str, y: &str, wanted: Date, level: Level) -> bool {
        let Some(areas) = self.areas_compared(&[x, y], level) else { return true };
        let of = |id: &str| self.axis(id, wanted, level, Method::Pooled, Some(&areas));
        let (Ok(x), Ok(y)) = (of(x), of(y)) else { return false };
        let both = x.rows.iter().zip(&y.rows).filter(|(x, y)| x.value.is_ok() && y.value.is_ok());
        both.count() >= LEAST_AREAS
    }
}
