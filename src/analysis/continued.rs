//! The series of a unit, continued.

use crate::base::{Date, Level};
use crate::data::{Atlas, AtlasError, Method, Query};
use crate::stats::StatsError;
use crate::stats::forecast::{Holt, damped_holt};

use super::run::{Run, runs};

/// An unbroken series and where it may go.
#[derive(Clone, Debug, PartialEq)]
pub struct Continued {
    pub run: Run,
    pub holt: Holt,
    /// The tables its values come from.
    pub datasets: Vec<String>,
}

/// Why there is none.
#[derive(Debug, PartialEq)]
pub enum NotContinued {
    Atlas(AtlasError),
    Series(StatsError),
}

impl Continued {
    /// Damped Holt smoothing of the series of a unit up to its last break, so many years ahead, but no further than half the
    /// length of what is known.
    ///
    /// # Errors
    /// An unknown indicator, or a series that is too short.
    pub fn new(
        atlas: &Atlas,
        indicator: &str,
        level: Level,
        unit: usize,
        years: usize,
    ) -> Result<Self, NotContinued> {
        let known = atlas.indicator(indicator).map_err(NotContinued::Atlas)?;
        let too_few = |n| NotContinued::Series(StatsError::TooFew { n, needed: Holt::FEWEST });
        let date = atlas.dates(known).last().copied().ok_or_else(|| too_few(0))?;
        let query = Query { indicator: indicator.to_owned(), date, level, method: Method::Pooled };
        let mut all = runs(atlas, &query).map_err(NotContinued::Atlas)?;
        if unit >= all.len() {
            return Err(too_few(0));
        }
        let run = all.swap_remove(unit);
        let floor = (!known.may_be_negative()).then_some(0.0);
        let horizon = Self::horizon(run.values.len(), years);
        let holt = damped_holt(&run.values, horizon, floor).map_err(NotContinued::Series)?;
        let datasets = atlas.compute(&query).map_err(NotContinued::Atlas)?.datasets;
        Ok(Self { run, holt, datasets })
    }

    /// No further than half the length of what is known.
    pub fn horizon(points: usize, years: usize) -> usize {
        years.min(points / 2).max(1)
    }

    /// What is known, then what is forecast with its interval, each with its date.
    pub fn points(&self) -> Vec<(Date, f64, Option<[f64; 2]>)> {
        let known = self.run.dates.iter().zip(&self.run.values).map(|(date, value)| (*date, *value, None));
        let last = self.run.dates.last().copied();
        let ahead = (1..).zip(self.holt.values.iter().zip(&self.holt.intervals));
        let future = ahead.filter_map(|(years, (value, of))| {
            Some((last?.plus_years(years), *value, Some([of.lower, of.upper])))
        });
        known.chain(future).collect()
    }
}
