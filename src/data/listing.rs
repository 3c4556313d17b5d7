//! The values of any indicator at one reference: computed for the units of a level, or as published for the
//! areas of a table. The one door for what needs names and values only.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Code, Level};

use super::aggregate::Method;
use super::area::AreaKind;
use super::atlas::{Atlas, AtlasError, Query};
use super::caption::Caption;
use super::published::{PublishedRow, Reference};
use super::table::Value;

/// The value of one unit or area.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Code.
    pub code: Code,
    /// Name.
    pub name: String,
    /// Value.
    pub value: Value,
}

/// The values of an indicator at one reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Level of the rows; none where areas of several kinds stand side by side.
    pub level: Option<Level>,
    /// One row a unit or area, in their order.
    pub rows: Vec<Listed>,
    /// What the rows are parts of: the ATS; of published values the region, where it is printed and is no row.
    pub whole: Option<Listed>,
    /// Ids of the datasets computed values come from, sorted.
    pub datasets: Vec<String>,
}

impl Atlas {
    /// What a figure says of the indicator of that id, computed or as published.
    ///
    /// # Errors
    /// An unknown id.
    pub fn caption(&self, id: &str) -> Result<Caption<'_>, AtlasError> {
        match self.published(id) {
            Some(published) => Ok(published.into()),
            None => Ok(self.indicator(id)?.into()),
        }
    }

    /// What an indicator has values for, computed or as published, ascending.
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

    /// The kind of area a published indicator has the most of, the larger of two; none where no kind has two:
    /// such a table sets areas of different kinds side by side.
    pub fn listed_kind(&self, id: &str) -> Option<AreaKind> {
        let mut areas: BTreeMap<AreaKind, BTreeSet<&Code>> = BTreeMap::new();
        for row in self.published_values(id).ok()? {
            areas.entry(row.area.kind).or_default().insert(&row.area.code);
        }
        areas.retain(|_, areas| areas.len() > 1);
        // From the largest kind: a table of eight ATS is first of all that, whatever else stands below it.
        areas.into_keys().next()
    }

    /// The level of [`listed_kind`](Self::listed_kind). A table of areas of many kinds has none of its own: any
    /// stands for all of them.
    pub fn listed_level(&self, id: &str) -> Level {
        self.listed_kind(id).and_then(AreaKind::level).unwrap_or(Level::Comuni)
    }

    /// The values at one reference. Of a published indicator: those of the areas of that level or, where it
    /// has fewer than two, of all its areas, from the largest.
    ///
    /// # Errors
    /// An unknown indicator, or a reference it has no values for.
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
                let whole = Query { level: Level::Ats, method: Method::Pooled, ..query.clone() };
                let table = self.compute(&query)?;
                let listed = |row: super::Row| Listed { code: row.code, name: row.name, value: row.value };
                Ok(Listing {
                    level: Some(level),
                    rows: table.rows.into_iter().map(listed).collect(),
                    whole: self.compute(&whole)?.rows.into_iter().next().map(listed),
                    datasets: table.datasets,
                })
            }
            _ => self.published_listing(id, at, level),
        }
    }

    fn published_listing(&self, id: &str, at: Reference, level: Level) -> Result<Listing, AtlasError> {
        let mut rows = self.published_values(id)?;
        rows.retain(|row| row.reference == at);
        let listed = |row: &PublishedRow<'_>| Listed {
            code: row.area.code.clone(),
            name: row.area.name.clone(),
            value: row.value,
        };
        let of_level = |row: &&PublishedRow<'_>| row.area.kind.level() == Some(level);
        if rows.iter().filter(of_level).count() < 2 {
            rows.sort_by_key(|row| row.area.kind);
            let rows = rows.iter().map(listed).collect();
            return Ok(Listing { level: None, rows, whole: None, datasets: Vec::new() });
        }
        let region = rows.iter().find(|row| row.area.kind == AreaKind::Region);
        Ok(Listing {
            level: Some(level),
            rows: rows.iter().filter(of_level).map(listed).collect(),
            whole: region.map(listed),
            datasets: Vec::new(),
        })
    }
}
