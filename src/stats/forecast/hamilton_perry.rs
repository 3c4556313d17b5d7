//! The Hamilton–Perry method: a population by age and sex, from two of its age distributions.

use std::ops::Range;

/// Residents by age group; males, then females.
pub type ByAgeSex = [Vec<f64>; 2];

/// Why a population cannot be carried forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ForecastError {
    /// The age groups of two distributions, or of the two sexes, do not agree.
    #[error("the age groups differ")]
    AgesDiffer,
    /// A count is negative or not finite.
    #[error("a count is a number, not below zero")]
    NotACount,
    /// There are no women of the ages that children are related to.
    #[error("there are no women of child-bearing age")]
    NoWomen,
}

/// How age groups move between two dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// By how many groups everybody moves up from one date to the next: the years between the dates over the years of a
    /// group.
    pub shift: usize,
    /// For each of the youngest groups, born in the meantime, the groups of the women they are related to.
    pub women: Vec<Range<usize>>,
}

impl Steps {
    /// Single years of age and dates a year apart; newborns related to women aged 15 to 49.
    pub fn yearly() -> Self {
        Self { shift: 1, women: vec![Range { start: 15, end: 50 }] }
    }
}

/// The ratios by which a population is carried forward.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratios {
    pub steps: Steps,
    /// The cohort change ratio of each age group reached; those of the youngest groups are unused, and 1.
    pub cohort: ByAgeSex,
    /// The child–woman ratio of each of the youngest groups.
    pub children: ByAgeSex,
}

fn check(population: &ByAgeSex, groups: usize) -> Result<(), ForecastError> {
    if population.iter().any(|sex| sex.len() != groups) {
        return Err(ForecastError::AgesDiffer);
    }
    match population.iter().flatten().all(|x| x.is_finite() && *x >= 0.0) {
        true => Ok(()),
        false => Err(ForecastError::NotACount),
    }
}

impl Ratios {
    /// The ratios between two age distributions.
    ///
    /// CCRₐ = Pₐ(later)/Pₐ₋ₛ(earlier); for the open group, P of the last group over the earlier P of the last s + 1;
    /// child–woman ratio: children over the women of the stated groups, both later. Migration and mortality are in the
    /// ratios together. C. H. Hamilton, J. Perry, "A short method for projecting population by age from one decennial census
    /// to another", *Social Forces* 41(2), 1962; S. K. Smith, J. Tayman, D. A. Swanson, *A Practitioner's Guide to State and
    /// Local Population Projections*, 2013, 7.
    ///
    /// Where nobody was of the earlier age the ratio is 1: there is nobody to carry forward. O(groups).
    ///
    /// # Errors
    ///
    /// See [`ForecastError`].
    pub fn between(earlier: &ByAgeSex, later: &ByAgeSex, steps: Steps) -> Result<Self, ForecastError> {
        let groups = earlier[0].len();
        let shift = steps.shift;
        check(earlier, groups)?;
        check(later, groups)?;
        let fits = shift > 0
            && groups > 2 * shift
            && steps.women.len() == shift
            && steps.women.iter().all(|women| women.end <= groups && !women.is_empty());
        if !fits {
            return Err(ForecastError::AgesDiffer);
        }
        let ratio = |now: f64, before: f64| if before > 0.0 { now / before } else { 1.0 };
        let cohort = [0, 1].map(|sex| {
            let (earlier, later) = (&earlier[sex], &later[sex]);
            (0..groups)
                .map(|age| match age {
                    age if age < shift => 1.0,
                    age if age + 1 == groups => ratio(later[age], earlier[groups - 1 - shift..].iter().sum()),
                    age => ratio(later[age], earlier[age - shift]),
                })
                .collect()
        });
        let mut children = [Vec::new(), Vec::new()];
        for (group, women) in steps.women.iter().enumerate() {
            let women: f64 = later[1][women.clone()].iter().sum();
            if women <= 0.0 {
                return Err(ForecastError::NoWomen);
            }
            for (sex, ratios) in children.iter_mut().enumerate() {
                ratios.push(later[sex][group] / women);
            }
        }
        Ok(Self { steps, cohort, children })
    }

    /// The population after one step.
    ///
    /// # Errors
    ///
    /// A population with other age groups, or with counts that are none.
    pub fn next(&self, population: &ByAgeSex) -> Result<ByAgeSex, ForecastError> {
        let groups = self.cohort[0].len();
        let shift = self.steps.shift;
        check(population, groups)?;
        let mut next = [0, 1].map(|sex| {
            let (before, ratios) = (&population[sex], &self.cohort[sex]);
            (0..groups)
                .map(|age| match age {
                    age if age < shift => 0.0,
                    age if age + 1 == groups => {
                        ratios[age] * before[groups - 1 - shift..].iter().sum::<f64>()
                    }
                    age => ratios[age] * before[age - shift],
                })
                .collect::<Vec<f64>>()
        });
        for (group, women) in self.steps.women.iter().enumerate() {
            let women: f64 = next[1][women.clone()].iter().sum();
            for (sex, next) in next.iter_mut().enumerate() {
                next[group] = self.children[sex][group] * women;
            }
        }
        Ok(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    /// Arguments: shift, groups, then males and females of both dates; results: males and females after two steps. The
    /// women are those of the groups 3 up to 9 or, for a second group of children, 4 up to 10.
    #[test]
    fn as_the_method_in_numpy() {
        for (arguments, theirs) in reference::rows("hamilton_perry") {
            let (shift, groups) = (arguments[0] as usize, arguments[1] as usize);
            let part = |i: usize| arguments[2 + i * groups..2 + (i + 1) * groups].to_vec();
            let (earlier, later) = ([part(0), part(1)], [part(2), part(3)]);
            let steps = Steps { shift, women: (0..shift).map(|group| 3 + group..9 + group).collect() };
            let ratios = Ratios::between(&earlier, &later, steps).unwrap();
            let once = ratios.next(&later).unwrap();
            let twice = ratios.next(&once).unwrap();
            reference::all_near(&twice.concat(), &theirs, 1e-12);
        }
    }

    /// The example of M. E. Hauer, "Population projections for U.S. counties by age, sex, and race controlled to shared socioeconomic
    /// pathway", *Scientific Data* 6:190005, 2019 (github.com/mathewhauer/county_projections_official, SCRIPTS/093-lexisplotexample.R):
    /// of 100 aged 5–9 in 2010, 125 are aged 10–14 in 2015; of 90 aged 5–9 in 2015, (125/100)·90 = 112.5 are aged 10–14 in 2020.
    #[test]
    fn as_the_worked_example_of_hauer() {
        let ages = |from_5: f64, from_10: f64| vec![100.0, from_5, from_10, 80.0, 60.0];
        let (earlier, later) =
            ([ages(100.0, 50.0), ages(100.0, 50.0)], [ages(90.0, 125.0), ages(90.0, 125.0)]);
        let steps = Steps { shift: 1, women: vec![Range { start: 3, end: 4 }] };
        let ratios = Ratios::between(&earlier, &later, steps).unwrap();
        assert_eq!(ratios.cohort.each_ref().map(|sex| sex[2]), [1.25; 2]);
        let next = ratios.next(&later).unwrap();
        assert_eq!(next.each_ref().map(|sex| sex[2]), [112.5; 2]);
    }

    #[test]
    fn the_later_distribution_is_met_again() {
        let ages = |k: f64| -> Vec<f64> { (0..101).map(|age| 1000.0 - k * f64::from(age)).collect() };
        let (earlier, later) = ([ages(8.0), ages(7.0)], [ages(8.5), ages(6.0)]);
        let ratios = Ratios::between(&earlier, &later, Steps::yearly()).unwrap();
        let again = ratios.next(&earlier).unwrap();
        reference::all_near(&again.concat(), &later.concat(), 1e-12);
    }

    #[test]
    fn what_cannot_be_carried_forward() {
        let yearly = |a: &ByAgeSex, b: &ByAgeSex| Ratios::between(a, b, Steps::yearly());
        let sound = [vec![10.0; 101], vec![10.0; 101]];
        let short = [vec![10.0; 100], vec![10.0; 101]];
        assert_eq!(yearly(&sound, &short), Err(ForecastError::AgesDiffer));
        let negative = [vec![10.0; 101], vec![-1.0; 101]];
        assert_eq!(yearly(&negative, &sound), Err(ForecastError::NotACount));
        let no_women = [vec![10.0; 101], vec![0.0; 101]];
        assert_eq!(yearly(&sound, &no_women), Err(ForecastError::NoWomen));
        let ratios = yearly(&sound, &sound).unwrap();
        assert_eq!(ratios.next(&short), Err(ForecastError::AgesDiffer));
    }

    #[test]
    fn an_age_that_nobody_had_keeps_nobody() {
        let mut earlier = [vec![10.0; 101], vec![10.0; 101]];
        earlier[0][98] = 0.0;
        let ratios = Ratios::between(&earlier, &earlier, Steps::yearly()).unwrap();
        assert_eq!((ratios.cohort[0][99], ratios.cohort[0][98]), (1.0, 0.0));
    }
}
