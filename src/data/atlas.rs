//! The atlas: the territory, the datasets and the catalogue, and the values computed from the three.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Code, Date, Level, decimal};

use super::aggregate::{self, Method};
use super::area::{Area, Areas};
use super::catalogue::Catalogue;
use super::dataset::{Dataset, Slice};
use super::indicator::Indicator;
use super::published::{PublishedIndicator, PublishedRow, PublishedValue, Reference};
use super::quality::Quality;
use super::table::{Row, Table};
use super::term::Term;
use super::territory::Territories;
use super::value::{Absence, Value};

/// Everything known, immutable once loaded.
#[derive(Clone, Debug)]
pub struct Atlas {
    /// The Comuni and their groups.
    pub territories: Territories,
    /// The indicators.
    pub catalogue: Catalogue,
    /// The observed variables. Where two datasets have the same variable, date and Comune, the
    /// later one counts.
    pub datasets: Vec<Dataset>,
    /// The areas known by values only.
    pub(crate) areas: Areas,
    /// What was published, by id of its indicator.
    pub(crate) printed: BTreeMap<String, Vec<PublishedValue>>,
}

/// What table to compute.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    /// Id of the indicator.
    pub indicator: String,
    /// Reference date.
    pub date: Date,
    /// Level of the units.
    pub level: Level,
    /// How a group's value is made.
    pub method: Method,
}

/// A table cannot be computed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum AtlasError {
    /// No such indicator.
    #[error("unknown indicator '{id}'")]
    UnknownIndicator {
        /// What was asked.
        id: String,
        /// The ids nearest to it.
        nearest: Vec<String>,
    },
    /// The indicator has published values of areas: nothing to compute for Comuni and their groups.
    #[error("the indicator '{id}' has published values only, of areas without polygons")]
    OnlyPublished {
        /// What was asked.
        id: String,
    },
    /// The indicator has no values at that date.
    #[error("the indicator '{indicator}' has no values at {date}")]
    NoSuchDate {
        /// The indicator.
        indicator: String,
        /// What was asked.
        date: Date,
        /// The dates it has values at.
        available: Vec<Date>,
    },
    /// The indicator, computed or as published, has no values for that date or year.
    #[error("the indicator '{indicator}' has no values for {reference}")]
    NoSuchReference {
        /// The indicator.
        indicator: String,
        /// What was asked.
        reference: Reference,
        /// What it has values for.
        available: Vec<Reference>,
    },
}

/// Numerator and denominator of an indicator for every Comune at one date.
struct PerComune<'a> {
    indicator: &'a Indicator,
    numerator: Sums,
    denominator: Option<Sums>,
}

/// A sum of variables for every Comune, before the decimals of the weights, and how far the sources stand by what it is
/// made of.
///
/// 0.043 times each of many counts is as many roundings: the counts are taken 43 times, which is exact, and what a group
/// sums up to is divided by a thousand once.
struct Sums {
    values: Vec<Value>,
    unit: f64,
    qualities: Vec<Quality>,
}

impl Sums {
    fn of(&self, members: &[usize]) -> Value {
        let sum = aggregate::sum(members.iter().map(|&i| self.values[i]))?;
        Ok(sum / self.unit)
    }
}

impl PerComune<'_> {
    /// The value of a group of Comuni, with the sums it stands on.
    fn group(&self, members: &[usize], method: Method) -> (Value, Value, Option<Value>) {
        let pooled = |members: &[usize]| {
            let numerator = self.numerator.of(members);
            let denominator = self.denominator.as_ref().map(|side| side.of(members));
            (aggregate::ratio(numerator, denominator, self.indicator.multiplier), numerator, denominator)
        };
        let (value, numerator, denominator) = pooled(members);
        if !self.indicator.adds_up && members.len() > 1 && method == Method::Pooled {
            let none = Err(Absence::NotApplicable);
            return (none, none, denominator.map(|_| none));
        }
        let value = match method {
            Method::Pooled => value,
            _ => aggregate::of_members(members.iter().map(|&i| pooled(&[i]).0), method),
        };
        (value, numerator, denominator)
    }

    /// How far the sources stand by it: as far as by the least certain of what it is made of.
    fn quality(&self, members: &[usize]) -> Quality {
        let sums = std::iter::once(&self.numerator).chain(&self.denominator);
        sums.flat_map(|sums| members.iter().map(|&i| sums.qualities[i])).max().unwrap_or_default()
    }
}

/// The values of one variable, a Comune each.
enum Observed<'a> {
    /// One table without gaps, as most are: read as it lies in memory, many times faster.
    Whole(&'a [f64]),
    /// One or several with gaps.
    Gaps(Vec<Value>),
}

impl Observed<'_> {
    fn at(&self, comune: usize) -> Value {
        match self {
            Self::Whole(values) => Ok(values[comune]),
            Self::Gaps(values) => values[comune],
        }
    }
}

impl Atlas {
    /// The indicator of that id, or an error that names the nearest ones.
    pub fn indicator(&self, id: &str) -> Result<&Indicator, AtlasError> {
        self.catalogue.get(id).ok_or_else(|| match self.published(id) {
            Some(_) => AtlasError::OnlyPublished { id: id.to_owned() },
            None => self.unknown(id),
        })
    }

    /// The same with every indicator printed with so many decimals.
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

    /// The indicators carried as published, in the order they are shown.
    pub fn published_indicators(&self) -> &[PublishedIndicator] {
        self.catalogue.published()
    }

    /// The published indicator of that id.
    pub fn published(&self, id: &str) -> Option<&PublishedIndicator> {
        self.catalogue.published().iter().find(|published| published.id == id)
    }

    /// The areas known by values only, in the order they are listed.
    pub fn areas(&self) -> &[Area] {
        self.areas.all()
    }

    /// The area of that code.
    pub fn area(&self, code: &Code) -> Option<&Area> {
        self.areas.get(code)
    }

    /// The area that a published table prints under that name.
    pub fn area_named(&self, name: &str) -> Option<&Area> {
        self.areas.named(name)
    }

    /// What was published of an indicator, in the order of the areas and then of time.
    ///
    /// # Errors
    /// An id that is no published indicator's.
    pub fn published_values(&self, id: &str) -> Result<Vec<PublishedRow<'_>>, AtlasError> {
        let values = self.printed.get(id).ok_or_else(|| self.unknown(id))?;
        let row = |v: &PublishedValue| PublishedRow {
            area: &self.areas.all()[v.area],
            reference: v.reference,
            value: v.value,
            quality: v.quality,
        };
        Ok(values.iter().map(row).collect())
    }

    /// The values of an indicator as published, in the order of the areas and then of time; of any other none.
    pub(super) fn printed_values(&self, id: &str) -> &[PublishedValue] {
        self.printed.get(id).map_or(&[], Vec::as_slice)
    }

    /// The published indicators that have a row for an area.
    pub fn published_of(&self, area: &Code) -> Vec<&PublishedIndicator> {
        let position = self.areas().iter().position(|known| known.code == *area);
        let has = |p: &&PublishedIndicator| {
            self.printed.get(&p.id).is_some_and(|values| values.iter().any(|v| Some(v.area) == position))
        };
        self.published_indicators().iter().filter(has).collect()
    }

    /// What was published beside a computed indicator, for the areas where the two compare: the values a
    /// benchmark line is drawn at.
    pub fn benchmarks(&self, indicator: &str) -> Vec<(&PublishedIndicator, Vec<PublishedRow<'_>>)> {
        let beside =
            |p: &&PublishedIndicator| p.counterpart.as_ref().is_some_and(|c| c.indicator == indicator);
        let rows = |p: &PublishedIndicator| {
            let rows = self.published_values(&p.id).unwrap_or_default();
            rows.into_iter().filter(|row| p.compares_for(row.area)).collect()
        };
        self.published_indicators().iter().filter(beside).map(|p| (p, rows(p))).collect()
    }

    /// The dates at which every variable of the indicator is there, ascending. What holds at every date is there
    /// whenever anything else is.
    pub fn dates(&self, indicator: &Indicator) -> Vec<Date> {
        let mut common: Option<BTreeSet<Date>> = None;
        for term in indicator.numerator.iter().chain(&indicator.denominator) {
            for (variable, _) in term.variables() {
                let having = || self.datasets.iter().filter(|d| d.has(variable));
                if having().any(|d| !d.meta.dated) {
                    continue;
                }
                let dates =
                    having().flat_map(Dataset::dates).flatten().map(|d| d.plus_years(term.years_back()));
                common = Some(match common {
                    None => dates.collect(),
                    Some(common) => {
                        let dates: BTreeSet<Date> = dates.collect();
                        common.intersection(&dates).copied().collect()
                    }
                });
            }
        }
        let known =
            |term: &Term| term.variables().all(|(variable, _)| self.datasets.iter().any(|d| d.has(variable)));
        if common.is_none() && indicator.numerator.iter().chain(&indicator.denominator).all(known) {
            common = Some(self.datasets.iter().flat_map(Dataset::dates).flatten().collect());
        }
        common.unwrap_or_default().into_iter().collect()
    }

    /// The date nearest to `wanted` at which the indicator has values, by year; of two as near, the later.
    pub fn nearest_date(&self, indicator: &Indicator, wanted: Date) -> Option<Date> {
        let distance = |date: &Date| {
            let other_day = *date != wanted;
            (date.year().abs_diff(wanted.year()), other_day, *date < wanted)
        };
        self.dates(indicator).into_iter().min_by_key(distance)
    }

    /// The values of an indicator for the units of a level.
    ///
    /// # Errors
    /// An unknown indicator, or a date it has no values at.
    pub fn compute(&self, query: &Query) -> Result<Table, AtlasError> {
        let indicator = self.indicator(&query.indicator)?;
        let mut datasets = BTreeSet::new();
        let per_comune = self.per_comune(indicator, query.date, &mut datasets)?;
        let row = |unit: &super::Unit| {
            let (value, numerator, denominator) = per_comune.group(&unit.members, query.method);
            let quality = if value.is_ok() { per_comune.quality(&unit.members) } else { Quality::Final };
            let (code, name) = (unit.code.clone(), unit.name.clone());
            Row { code, name, value, numerator, denominator, quality }
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

    /// The value of an indicator for any group of Comuni, given by their positions.
    ///
    /// # Errors
    /// An unknown indicator, or a date it has no values at.
    pub fn value_of(
        &self,
        indicator: &str,
        date: Date,
        members: &[usize],
        method: Method,
    ) -> Result<Value, AtlasError> {
        let indicator = self.indicator(indicator)?;
        Ok(self.per_comune(indicator, date, &mut BTreeSet::new())?.group(members, method).0)
    }

    /// How far the sources stand by that value.
    ///
    /// # Errors
    /// As those of [`value_of`](Self::value_of).
    pub fn quality_of(&self, indicator: &str, date: Date, members: &[usize]) -> Result<Quality, AtlasError> {
        let indicator = self.indicator(indicator)?;
        Ok(self.per_comune(indicator, date, &mut BTreeSet::new())?.quality(members))
    }

    /// The sum of one observed variable over a group of Comuni; `None` where no dataset has it at that date.
    pub fn observed(&self, variable: &str, date: Date, members: &[usize]) -> Option<Value> {
        let term = Term::of(variable);
        let side = self.sum_terms(std::slice::from_ref(&term), date, &mut BTreeSet::new())?;
        Some(side.of(members))
    }

    fn per_comune<'a>(
        &'a self,
        indicator: &'a Indicator,
        date: Date,
        datasets: &mut BTreeSet<&'a str>,
    ) -> Result<PerComune<'a>, AtlasError> {
        let mut side = |terms: &[Term]| {
            self.sum_terms(terms, date, datasets).ok_or_else(|| AtlasError::NoSuchDate {
                indicator: indicator.id.clone(),
                date,
                available: self.dates(indicator),
            })
        };
        let numerator = side(&indicator.numerator)?;
        let denominator =
            if indicator.denominator.is_empty() { None } else { Some(side(&indicator.denominator)?) };
        Ok(PerComune { indicator, numerator, denominator })
    }

    /// Σ weight·variable for every Comune; `None` when a variable is not there at its date.
    fn sum_terms<'a>(&'a self, terms: &[Term], date: Date, datasets: &mut BTreeSet<&'a str>) -> Option<Sums> {
        let n = self.territories.comuni().len();
        let unit = 10_f64.powi(terms.iter().map(Term::decimals).max().unwrap_or(0) as i32);
        let mut qualities = vec![Quality::Final; n];
        let mut addends: Vec<(f64, Observed<'a>)> = Vec::new();
        for term in terms {
            let date = date.plus_years(-term.years_back());
            for (variable, weight) in term.variables() {
                let weight = if unit == 1.0 { weight } else { (weight * unit).round() };
                addends.push((weight, self.values_of(variable, date, datasets, &mut qualities)?));
            }
        }
        let mut sums = vec![0.0; n];
        let mut absent: Vec<Option<Absence>> = vec![None; n];
        for (weight, observed) in &addends {
            match observed {
                Observed::Whole(values) => {
                    for (sum, x) in sums.iter_mut().zip(*values) {
                        *sum += weight * x;
                    }
                }
                Observed::Gaps(values) => {
                    for (i, value) in values.iter().enumerate() {
                        match value {
                            Ok(x) => sums[i] += weight * x,
                            Err(reason) => absent[i] = absent[i].max(Some(*reason)),
                        }
                    }
                }
            }
        }
        // Whole numbers add up exactly; of others the noise is taken out.
        if addends.len() > 1 {
            for (i, sum) in sums.iter_mut().enumerate().filter(|(_, sum)| sum.fract() != 0.0) {
                let present =
                    addends.iter().filter_map(|(weight, observed)| Some(weight * observed.at(i).ok()?));
                *sum = decimal::sum(present);
            }
        }
        let values = sums.into_iter().zip(absent).map(|(sum, absent)| absent.map_or(Ok(sum), Err)).collect();
        Some(Sums { values, unit, qualities })
    }

    /// The values of one variable at a date, and in `qualities` how far the sources stand by them; `None` where no
    /// dataset has it then.
    fn values_of<'a>(
        &'a self,
        variable: &str,
        date: Date,
        datasets: &mut BTreeSet<&'a str>,
        qualities: &mut [Quality],
    ) -> Option<Observed<'a>> {
        let mut columns = Vec::new();
        for (dataset, slice) in self.slices_with(variable, date) {
            datasets.insert(&dataset.meta.id);
            columns.push((slice.column(variable)?.f64().ok()?, slice, dataset.quality_at(date)));
        }
        columns.first()?;
        if let [(column, slice, quality)] = columns.as_slice()
            && let Ok(values) = column.cont_slice()
        {
            if !quality.is_final() {
                qualities.iter_mut().for_each(|own| *own = (*own).max(*quality));
            }
            for (comune, quality) in slice.marked(variable) {
                qualities[comune] = qualities[comune].max(quality);
            }
            return Some(Observed::Whole(values));
        }
        let value = |(i, own): (usize, &mut Quality)| {
            let mut values = columns.iter().map(|(column, slice, quality)| {
                let value = column.get(i).ok_or_else(|| slice.absence(variable, i));
                (value, (*quality).max(slice.quality(variable, i)))
            });
            // What a later dataset withholds, an earlier one must not tell.
            let (value, quality) = values.find(|(value, _)| *value != Err(Absence::Missing))?;
            if value.is_ok() {
                *own = (*own).max(quality);
            }
            Some(value)
        };
        let values = qualities.iter_mut().enumerate().map(|at| value(at).unwrap_or(Err(Absence::Missing)));
        Some(Observed::Gaps(values.collect()))
    }

    /// The slices that have a variable at a date, the latest dataset first: where it has no value for a
    /// Comune, an earlier one may.
    fn slices_with<'a, 'v>(
        &'a self,
        variable: &'v str,
        date: Date,
    ) -> impl Iterator<Item = (&'a Dataset, &'a Slice)> + use<'a, 'v> {
        self.datasets.iter().rev().filter_map(move |dataset| {
            let slice = dataset.at(date)?;
            slice.column(variable)?;
            Some((dataset, slice))
        })
    }
}
