//! Residents by sex and single year of age, as an age pyramid needs them.

use std::collections::BTreeSet;

use crate::base::Date;

use super::atlas::Atlas;
use super::dataset::Dataset;
use super::grain::Grain;
use super::indicator::Indicator;
use super::quality::Quality;
use super::sums::Sums;
use super::term::{Term, When};
use super::value::{Absence, Value};

/// The prefixes of the variables of the two sexes, which are numbered by age.
const SEXES: [&str; 2] = ["m_", "f_"];

/// Males and females.
pub type BySex<T> = [T; 2];

/// Residents by single age and sex at one date; the last age includes all above it.
pub struct ByAge<'a> {
    grain: Grain<'a>,
    sexes: BySex<Vec<Sums>>,
    /// Ids of the datasets the counts come from, sorted.
    pub datasets: Vec<String>,
}

impl ByAge<'_> {
    /// The residents of a group of Comuni: for each age, males and females.
    pub fn of(&self, comuni: &[usize]) -> Vec<BySex<Value>> {
        let parts = self.grain.parts(comuni);
        let of = |sex: &Vec<Sums>, age: usize| match &parts {
            Some(parts) => sex[age].of(parts),
            None => Err(Absence::NotApplicable),
        };
        let [males, females] = &self.sexes;
        (0..males.len()).map(|age| [of(males, age), of(females, age)]).collect()
    }

    /// The status of the least certain of its counts.
    pub fn quality(&self, comuni: &[usize]) -> Quality {
        let Some(parts) = self.grain.parts(comuni) else { return Quality::Final };
        let sums = self.sexes.iter().flatten();
        sums.flat_map(|sums| parts.iter().map(|&unit| sums.quality(unit))).max().unwrap_or_default()
    }
}

impl Indicator {
    /// How many single ages its denominator is made of, if it counts all residents by age and sex, at its own date.
    pub fn ages(&self) -> Option<usize> {
        let is_plain =
            |term: &Term| term.when() == When::NOW && term.variables().all(|(_, weight)| weight == 1.0);
        if !self.denominator.iter().all(is_plain) {
            return None;
        }
        let mut there: Vec<&str> =
            self.denominator.iter().flat_map(|term| term.variables().map(|(name, _)| name)).collect();
        let count = there.len() / SEXES.len();
        let mut wanted: Vec<String> =
            SEXES.iter().flat_map(|sex| (0..count).map(move |age| format!("{sex}{age}"))).collect();
        there.sort_unstable();
        wanted.sort_unstable();
        (count > 1 && there == wanted).then_some(count)
    }
}

impl Atlas {
    /// The indicator by whose denominator residents are counted by age; `None` where no data have single ages.
    pub fn indicator_by_age(&self) -> Option<&Indicator> {
        self.catalogue
            .indicators()
            .iter()
            .find(|known| known.ages().is_some() && !self.dates_by_age(known).is_empty())
    }

    /// The dates at which all single ages are given, ascending.
    pub fn dates_by_age(&self, indicator: &Indicator) -> Vec<Date> {
        let Some(ages) = indicator.ages() else { return Vec::new() };
        let is_given = |name: &str, date: Date| self.datasets.iter().any(|dataset| dataset.gives(name, date));
        let all = |date: &Date| {
            SEXES.iter().all(|sex| (0..ages).all(|age| is_given(&format!("{sex}{age}"), *date)))
        };
        let first = format!("{}0", SEXES[0]);
        let dates: BTreeSet<Date> = self
            .datasets
            .iter()
            .filter(|dataset: &&Dataset| dataset.has(&first))
            .flat_map(|dataset| dataset.dates_of(&first).flatten())
            .collect();
        dates.into_iter().filter(all).collect()
    }

    /// The indicator whose denominator counts residents by age, and the last date at which all single ages are given.
    pub fn latest_by_age(&self) -> Option<(&Indicator, Date)> {
        let indicator = self.indicator_by_age()?;
        Some((indicator, *self.dates_by_age(indicator).last()?))
    }

    /// The residents by age and sex at a date; `None` where not all single ages are given there.
    pub fn by_age(&self, indicator: &Indicator, date: Date) -> Option<ByAge<'_>> {
        let ages = indicator.ages()?;
        let grain = self.grain(indicator.denominator.iter());
        let mut datasets = BTreeSet::new();
        let mut sex = |prefix: &str| {
            let age = |age: usize| {
                let term = [Term::of(&format!("{prefix}{age}"))];
                self.sum_terms(&term, date, grain, &mut datasets)
            };
            (0..ages).map(age).collect::<Option<Vec<Sums>>>()
        };
        let sexes = [sex(SEXES[0])?, sex(SEXES[1])?];
        Some(ByAge { grain, sexes, datasets: datasets.into_iter().map(str::to_owned).collect() })
    }
}
