//! The atlas: the territory, the datasets and the catalogue, and the values computed from them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{Code, Date, Level};

use super::aggregate::Method;
use super::area::{Area, Areas};
use super::catalogue::Catalogue;
use super::dataset::Dataset;
use super::hypothesis::Hypothesis;
use super::indicator::{Bilingual, Indicator};
use super::published::{PublishedIndicator, PublishedRow, PublishedValue};
use super::quality::Quality;
use super::reference::Reference;
use super::table::{Row, Table};
use super::term::Term;
use super::territory::Territories;
use super::value::{Absence, Value};

/// All data, immutable once loaded.
#[derive(Clone, Debug)]
pub struct Atlas {
    /// The Comuni and their groups.
    pub territories: Territories,
    pub catalogue: Catalogue,
    /// The observed variables. Where two datasets have the same variable, date and Comune, the later one takes
    /// precedence.
    pub datasets: Vec<Dataset>,
    /// The areas known only by published values.
    pub(crate) areas: Areas,
    /// The published values, by id of their indicator.
    pub(crate) as_published: BTreeMap<String, Vec<PublishedValue>>,
    /// Areas beyond the territory whose variables are known: an atlas in which each is a unit.
    pub(crate) beyond: Option<Arc<Atlas>>,
    /// What the Ambiti would be, where they are not the official ones.
    pub(crate) hypothesis: Option<Arc<Hypothesis>>,
    /// Whether the territory is another one than that of the program's observations, which are not used on it.
    pub(crate) is_elsewhere: bool,
}

impl Atlas {
    /// Territories of which nothing is known.
    pub(crate) fn without_data(territories: Territories) -> Self {
        Self {
            territories,
            catalogue: Catalogue::default(),
            datasets: Vec::new(),
            areas: Areas::default(),
            as_published: BTreeMap::new(),
            beyond: None,
            hypothesis: None,
            is_elsewhere: false,
        }
    }
}

/// Days of a month, on average.
const MONTH: f64 = 30.44;

/// Which table to compute.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    /// Id of the indicator.
    pub indicator: String,
    pub date: Date,
    /// Level of the units.
    pub level: Level,
    /// How the value of a group is computed.
    pub method: Method,
}

/// Why a table cannot be computed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum AtlasError {
    #[error("unknown indicator '{id}'")]
    UnknownIndicator {
        id: String,
        /// The most similar ids.
        nearest: Vec<String>,
    },
    /// The indicator only has published values of areas: there is nothing to compute for Comuni and their groups.
    #[error("the indicator '{id}' has published values only, of areas without polygons")]
    OnlyPublished { id: String },
    /// The indicator has no values at this date.
    #[error("the indicator '{indicator}' has no values at {date}")]
    NoSuchDate {
        indicator: String,
        date: Date,
        /// What it has values of: days, or whole years where it counts over them.
        available: Vec<Reference>,
    },
    /// The indicator has no values on these boundaries, which are not those of the program's data.
    #[error("the indicator '{indicator}' has no values on these boundaries")]
    Elsewhere { indicator: String },
    /// The indicator has values of Comuni at this date, but not the weight that its means are made with.
    #[error("the indicator '{indicator}' has no weight at {date}: {}", weight.en)]
    NoWeight { indicator: String, date: Date, weight: Bilingual },
    /// The indicator, computed or as published, has no values for this date or year.
    #[error("the indicator '{indicator}' has no values for {reference}")]
    NoSuchReference {
        indicator: String,
        reference: Reference,
        /// The references for which it has values.
        available: Vec<Reference>,
    },
}

impl Atlas {
    /// The indicator with this id, or an error with the most similar ids.
    pub fn indicator(&self, id: &str) -> Result<&Indicator, AtlasError> {
        self.catalogue.get(id).ok_or_else(|| match self.published(id) {
            Some(_) => AtlasError::OnlyPublished { id: id.to_owned() },
            None => self.unknown(id),
        })
    }

    /// Why an indicator has no value at all, where its values exist but on other boundaries.
    pub(crate) fn elsewhere(&self, indicator: &Indicator) -> Option<AtlasError> {
        let is_it = self.is_elsewhere && self.dates(indicator).is_empty();
        is_it.then(|| AtlasError::Elsewhere { indicator: indicator.id.clone() })
    }

    /// The same atlas with this many decimals for every indicator.
    #[must_use]
    pub fn with_decimals(&self, decimals: usize) -> Self {
        let mut atlas = self.clone();
        atlas.catalogue.set_decimals(decimals);
        atlas
    }

    fn unknown(&self, id: &str) -> AtlasError {
        AtlasError::UnknownIndicator {
            id: id.to_owned(),
            nearest: self.catalogue.nearest(id).into_iter().map(str::to_owned).collect(),
        }
    }

    /// The indicators as published, in display order.
    pub fn published_indicators(&self) -> &[PublishedIndicator] {
        self.catalogue.published()
    }

    /// The indicator as published with this id.
    pub fn published(&self, id: &str) -> Option<&PublishedIndicator> {
        self.catalogue.published().iter().find(|published| published.id == id)
    }

    /// The areas known only by published values, in the order they are listed.
    pub fn areas(&self) -> &[Area] {
        self.areas.all()
    }

    /// The area with this code.
    pub fn area(&self, code: &Code) -> Option<&Area> {
        self.areas.get(code)
    }

    /// The area that published tables call by this name.
    pub fn area_named(&self, name: &str) -> Option<&Area> {
        self.areas.named(name)
    }

    /// The published values of an indicator, by area and then by time.
    ///
    /// # Errors
    /// An id that is not that of an indicator as published.
    pub fn published_values(&self, id: &str) -> Result<Vec<PublishedRow<'_>>, AtlasError> {
        let values = self.as_published.get(id).ok_or_else(|| self.unknown(id))?;
        let own = self.published(id);
        let cells = |table: usize| own.and_then(|own| own.cells.get(table));
        let is_apart = |table: usize| cells(table).is_some_and(|cells| cells.is_apart);
        let row = |v: &PublishedValue| {
            let note = v.note.and_then(|note| own?.cell_notes.get(note));
            PublishedRow {
                area: &self.areas.all()[v.area],
                reference: v.reference,
                value: v.value,
                quality: v.quality,
                note: note.map(|note| &note.text),
                is_apart: v.tables.iter().any(|table| is_apart(*table)),
                parts_after: note.and_then(|note| note.parts_after),
            }
        };
        Ok(values.iter().map(row).collect())
    }

    /// The values of an indicator as published, by area and then by time; empty for any other.
    pub(super) fn values_as_published(&self, id: &str) -> &[PublishedValue] {
        self.as_published.get(id).map_or(&[], Vec::as_slice)
    }

    /// The indicators as published that have a row for an area.
    pub fn published_of(&self, area: &Code) -> Vec<&PublishedIndicator> {
        let position = self.areas().iter().position(|known| known.code == *area);
        let has = |p: &&PublishedIndicator| {
            self.as_published.get(&p.id).is_some_and(|values| values.iter().any(|v| Some(v.area) == position))
        };
        self.published_indicators().iter().filter(has).collect()
    }

    /// The published values comparable with a computed indicator, for the areas where that holds: the values of
    /// benchmark lines.
    pub fn benchmarks(&self, indicator: &str) -> Vec<(&PublishedIndicator, Vec<PublishedRow<'_>>)> {
        let beside =
            |p: &&PublishedIndicator| p.counterpart.as_ref().is_some_and(|c| c.indicator == indicator);
        let rows = |p: &PublishedIndicator| {
            let rows = self.published_values(&p.id).unwrap_or_default();
            rows.into_iter().filter(|row| p.compares_for(row.area)).collect()
        };
        self.published_indicators().iter().filter(beside).map(|p| (p, rows(p))).collect()
    }

    /// The date nearest to `wanted`, by year, for which the indicator has values; the later one on a tie.
    pub(crate) fn nearest_date(&self, indicator: &Indicator, wanted: Date) -> Option<Date> {
        let distance = |date: &Date| {
            let days = (date.day_number() - wanted.day_number()).abs();
            let months = (days as f64 / MONTH).round() as i64;
            (months, if months == 0 { days } else { 0 }, *date < wanted)
        };
        self.dates(indicator).into_iter().min_by_key(distance)
    }

    /// The date at which an indicator is set beside another of `date`: that date itself or, since what is counted at the end of a
    /// year is what the next begins with, a day before or after it.
    pub fn date_beside(&self, indicator: &Indicator, date: Date) -> Option<Date> {
        [0, 1, -1].map(|days| date.plus_days(days)).into_iter().find(|near| self.holds_at(indicator, *near))
    }

    /// The values of an indicator for the units of a level.
    ///
    /// # Errors
    /// An unknown indicator, or a date for which it has no values.
    pub fn compute(&self, query: &Query) -> Result<Table, AtlasError> {
        let indicator = self.indicator(&query.indicator)?;
        let mut datasets = BTreeSet::new();
        let per_unit = self.per_unit(indicator, query.date, &mut datasets)?;
        let row = |unit: &super::Unit| {
            let made = per_unit.group(&unit.members, query.method);
            let is_partial = query.method == Method::Partial;
            let holds = indicator.holds_for_groups() && unit.members.len() > 1 && query.method.is_of_group();
            let lacking = if holds && (is_partial || made.value == Err(Absence::Missing)) {
                per_unit.lacking_of(&unit.members)
            } else {
                None
            };
            let quality = match (&made.value, &lacking) {
                (Err(_), _) => Quality::Final,
                (Ok(_), Some(_)) => Quality::Partial,
                (Ok(_), None) => per_unit.quality(&unit.members),
            };
            Row {
                code: unit.code.clone(),
                name: unit.name.clone(),
                value: made.value,
                numerator: made.numerator,
                denominator: made.denominator,
                quality,
                bounds: made.bounds,
                hidden: made.hidden,
                lacking,
            }
        };
        Ok(Table {
            indicator: query.indicator.clone(),
            date: query.date,
            level: query.level,
            method: query.method,
            datasets: datasets.into_iter().map(str::to_owned).collect(),
            rows: self.territories.units(query.level).iter().map(row).collect(),
        })
    }

    /// For an indicator with steps or categories, the weight in each of them for each unit of a level: for example
    /// the residents in each decile. `None` for other indicators.
    ///
    /// # Errors
    /// An unknown indicator, or a date for which it has no values.
    pub fn by_step(&self, query: &Query) -> Result<Option<Vec<Vec<Value>>>, AtlasError> {
        let indicator = self.indicator(&query.indicator)?;
        if !indicator.kind.has_steps() {
            return Ok(None);
        }
        let per_unit = self.per_unit(indicator, query.date, &mut BTreeSet::new())?;
        let units = self.territories.units(query.level).iter();
        Ok(units.map(|unit| per_unit.by_step(&unit.members)).collect())
    }

    /// The value of an indicator for any group of Comuni, given by their positions.
    ///
    /// # Errors
    /// An unknown indicator, or a date for which it has no values.
    pub fn value_of(
        &self,
        indicator: &str,
        date: Date,
        members: &[usize],
        method: Method,
    ) -> Result<Value, AtlasError> {
        let indicator = self.indicator(indicator)?;
        Ok(self.per_unit(indicator, date, &mut BTreeSet::new())?.group(members, method).value)
    }

    /// The status the sources give to that value.
    ///
    /// # Errors
    /// As those of [`value_of`](Self::value_of).
    pub(crate) fn quality_of(
        &self,
        indicator: &str,
        date: Date,
        members: &[usize],
    ) -> Result<Quality, AtlasError> {
        let indicator = self.indicator(indicator)?;
        Ok(self.per_unit(indicator, date, &mut BTreeSet::new())?.quality(members))
    }

    /// The sum of an observed variable over a group of Comuni; `None` where no dataset has it at that date.
    pub fn observed(&self, variable: &str, date: Date, members: &[usize]) -> Option<Value> {
        self.sum_of(&[Term::of(variable)], date, members)
    }

    /// The sum of terms in each Comune; `None` where no dataset has their variables at that date.
    pub(crate) fn sum_in_each(&self, terms: &[Term], date: Date) -> Option<Vec<Value>> {
        let grain = self.grain(terms.iter());
        let sums = self.sum_terms(terms, date, grain, &mut BTreeSet::new())?;
        let of = |comune: usize| match grain.parts(&[comune]) {
            Some(parts) => sums.of(&parts),
            None => Err(Absence::NotApplicable),
        };
        Some((0..self.territories.comuni().len()).map(of).collect())
    }

    /// The sum of terms over a group of Comuni; `None` where no dataset has their variables at that date.
    pub(crate) fn sum_of(&self, terms: &[Term], date: Date, members: &[usize]) -> Option<Value> {
        let grain = self.grain(terms.iter());
        let sums = self.sum_terms(terms, date, grain, &mut BTreeSet::new())?;
        Some(grain.parts(members).map_or(Err(Absence::NotApplicable), |parts| sums.of(&parts)))
    }
}
