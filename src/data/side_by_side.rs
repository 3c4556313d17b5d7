//! Several indicators side by side, computed and as published: which rows there are, which overall rows follow them,
//! and the value of each. Used by tables of indicators.

use crate::base::{Code, Level};

use super::aggregate::Method;
use super::area::{Area, AreaKind};
use super::atlas::{Atlas, AtlasError};
use super::indicator::Bilingual;
use super::published::PublishedRow;
use super::quality::Quality;
use super::reference::Reference;
use super::value::{Absence, Bounds, Value};

/// A unit of a level or an area with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub code: Code,
    pub name: String,
}

/// The rows of several indicators side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideBySide {
    /// Level of the rows; `None` where areas of several kinds are mixed.
    pub level: Option<Level>,
    /// The units of a level or, if every indicator is as published, the areas with values.
    pub rows: Vec<Place>,
    /// The areas that the rows are part of: the ATS, then larger areas with a value.
    pub overall_rows: Vec<Place>,
    /// Whether every indicator is as published.
    pub as_published: bool,
}

/// A value with its status.
pub type Graded = (Value, Quality);

/// What is known of a value beside how far the source stands by it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Detail {
    /// Between what it lies, where not all it is made of is known.
    pub bounds: Bounds,
    /// What must be known of it alone.
    pub note: Option<Bilingual>,
    /// The year after which its source counts another area: values before and after do not compare.
    pub parts_after: Option<i16>,
}

/// The values of one indicator in these rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    pub rows: Vec<Graded>,
    /// What else is known of them, one a row, then one an overall row.
    pub details: Vec<Detail>,
    /// One for each overall row.
    pub overall_rows: Vec<Graded>,
    /// For each overall row, the published table of its value, if that contains none of the rows.
    pub overall_tables: Vec<Option<String>>,
    /// Ids of the datasets behind computed values, sorted.
    pub datasets: Vec<String>,
}

/// The areas of a published table, divided into rows and overall rows.
pub(super) struct Parts<'a> {
    /// Level of the rows; `None` if they are of several kinds.
    pub level: Option<Level>,
    /// The areas of that level or, if there are fewer than two, all areas, from the largest.
    pub rows: Vec<&'a Area>,
    /// Areas beyond all levels that are not rows: the region, then the country.
    pub overall_rows: Vec<&'a Area>,
}

impl<'a> Parts<'a> {
    pub fn of(mut areas: Vec<&'a Area>, level: Level) -> Self {
        let of_level = |area: &&Area| area.kind.level() == Some(level);
        let is_heading = |area: &&Area| area.kind == AreaKind::Heading;
        if areas.iter().copied().filter(is_heading).count() > 1
            && areas.iter().copied().filter(of_level).count() < 2
        {
            let (rows, mut overall_rows): (Vec<&Area>, Vec<&Area>) = areas.into_iter().partition(is_heading);
            overall_rows.sort_by_key(|area| std::cmp::Reverse(area.kind));
            return Self { level: None, rows, overall_rows };
        }
        if areas.iter().copied().filter(of_level).count() < 2 {
            areas.sort_by_key(|area| area.kind);
            return Self { level: None, rows: areas, overall_rows: Vec::new() };
        }
        let mut overall_rows: Vec<&Area> =
            areas.iter().copied().filter(|area| area.kind.level().is_none()).collect();
        overall_rows.sort_by_key(|area| std::cmp::Reverse(area.kind));
        areas.retain(of_level);
        Self { level: Some(level), rows: areas, overall_rows }
    }
}

impl Atlas {
    /// The rows of indicators at these references: the units of a level or, if all indicators are as published, the
    /// areas of that level, or all areas with a value if there are fewer than two of those.
    ///
    /// # Errors
    /// An unknown indicator.
    pub fn side_by_side(
        &self,
        columns: &[(&str, Reference)],
        level: Level,
    ) -> Result<SideBySide, AtlasError> {
        let mut published: Vec<PublishedRow<'_>> = Vec::new();
        let mut as_published = !columns.is_empty();
        for (id, at) in columns {
            as_published &= self.caption(id)?.as_published;
            published.extend(self.published_at(id, *at)?);
        }
        let has_row = |area: &&Area| published.iter().any(|row| row.area.code == area.code);
        let areas: Vec<&Area> = self.areas().iter().filter(has_row).collect();
        let of_area = |area: &&Area| Place { code: area.code.clone(), name: area.name.clone() };
        if as_published {
            let Parts { level, rows, overall_rows } = Parts::of(areas, level);
            let [rows, overall_rows] = [rows, overall_rows].map(|areas| areas.iter().map(of_area).collect());
            return Ok(SideBySide { level, rows, overall_rows, as_published });
        }
        let of_unit = |unit: &super::Unit| Place { code: unit.code.clone(), name: unit.name.clone() };
        let mut overall_rows = Vec::new();
        if level != Level::Ats {
            overall_rows.extend(self.territories.units(Level::Ats).iter().map(of_unit));
        }
        for kind in [AreaKind::Region, AreaKind::Italy] {
            overall_rows.extend(areas.iter().filter(|area| area.kind == kind).map(of_area));
        }
        let rows = self.territories.units(level).iter().map(of_unit).collect();
        Ok(SideBySide { level: Some(level), rows, overall_rows, as_published })
    }

    /// The values of an indicator in these rows. A computed one also has values for areas larger than the ATS, if
    /// comparable ones were published.
    ///
    /// # Errors
    /// An unknown indicator, or a reference for which it has no values.
    pub fn beside(
        &self,
        places: &SideBySide,
        id: &str,
        at: Reference,
        method: Method,
    ) -> Result<Beside, AtlasError> {
        let published = self.published_at(id, at)?;
        let value = |place: &Place| {
            let row = published.iter().find(|row| row.area.code == place.code);
            row.map_or((Err(Absence::Missing), Quality::Final), |row| (row.value, row.quality))
        };
        let mut overall_rows: Vec<Graded> = places.overall_rows.iter().map(value).collect();
        let noted = |place: &Place| {
            let row = published.iter().find(|row| row.area.code == place.code);
            let note = row.and_then(|row| row.note).cloned();
            Detail { bounds: None, note, parts_after: row.and_then(|row| row.parts_after) }
        };
        let level = places.level.unwrap_or(Level::Comuni);
        let listing = self.listing(id, at, level, method)?;
        if self.published(id).is_some() {
            let rows = places.rows.iter().map(value).collect();
            let areas: Vec<&Area> = places.rows.iter().filter_map(|place| self.area(&place.code)).collect();
            let table = |place: &Place| self.other_table(id, at, &areas, self.area(&place.code)?);
            let overall_tables = places.overall_rows.iter().map(table).collect();
            let details = places.rows.iter().chain(&places.overall_rows).map(noted).collect();
            return Ok(Beside { rows, details, overall_rows, overall_tables, datasets: Vec::new() });
        }
        for (place, value) in places.overall_rows.iter().zip(&mut overall_rows) {
            if let Some(overall) = listing.overall.as_ref().filter(|overall| overall.code == place.code) {
                *value = (overall.value, overall.quality);
            }
        }
        let rows = listing.rows.iter().map(|row| (row.value, row.quality)).collect();
        let bounds =
            listing.rows.iter().map(|row| Detail { bounds: row.bounds, note: None, parts_after: None });
        let details = bounds.chain(places.overall_rows.iter().map(noted)).collect();
        let overall_tables = vec![None; overall_rows.len()];
        Ok(Beside { rows, details, overall_rows, overall_tables, datasets: listing.datasets })
    }

    /// The published values of an indicator as published or, for areas larger than the ATS, of the counterpart of a
    /// computed one.
    fn published_at(&self, id: &str, at: Reference) -> Result<Vec<PublishedRow<'_>>, AtlasError> {
        let mut rows = match self.published(id) {
            Some(_) => self.published_values(id)?,
            None => {
                let beside = self.benchmarks(id).into_iter().flat_map(|(_, rows)| rows);
                beside.filter(|row| row.area.kind.level().is_none()).collect()
            }
        };
        rows.retain(|row| row.reference == at);
        Ok(rows)
    }
}
