//! What is read from a population by age, and how wrong its forecast would have been.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::{Date, Level};
use crate::data::{Atlas, Term};
use crate::stats::forecast::ByAgeSex;

/// A measure of a population by age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Growth {
    #[default]
    Residents,
    /// The residents from an age on, up to the one before the second; to the oldest without one.
    Ages(usize, Option<usize>),
    /// Those of 65 and over for every 100 up to 14.
    OldAge,
    /// Those up to 14 and of 65 and over for every 100 from 15 to 64.
    Dependency,
    /// The percentage of 65 and over.
    ShareOld,
}

/// The first age of those of working age, and of the old.
const ADULT: usize = 15;
const OLD: usize = 65;

impl Growth {
    /// Whose errors on known data are told of every forecast: all residents, the young, the old.
    pub(crate) const TRIED: [Self; 3] = [Self::Residents, Self::Ages(0, Some(ADULT)), Self::Ages(OLD, None)];

    /// Those that are shown, in their order.
    pub const SHOWN: [Self; 10] = [
        Self::Residents,
        Self::Ages(0, Some(3)),
        Self::Ages(0, Some(ADULT)),
        Self::Ages(ADULT, Some(OLD)),
        Self::Ages(OLD, None),
        Self::Ages(75, None),
        Self::Ages(80, None),
        Self::OldAge,
        Self::Dependency,
        Self::ShareOld,
    ];

    /// The name used in JSON and by the command line.
    pub fn id(self) -> String {
        match self {
            Self::Residents => "residents".to_owned(),
            Self::Ages(from, Some(to)) => format!("{from}-{}", to.saturating_sub(1)),
            Self::Ages(from, None) => format!("{from}+"),
            Self::OldAge => "old_age_index".to_owned(),
            Self::Dependency => "dependency_ratio".to_owned(),
            Self::ShareOld => "share_65+".to_owned(),
        }
    }

    /// The shown one of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::SHOWN.into_iter().find(|growth| growth.id() == id)
    }

    /// Whether it counts residents.
    pub fn is_count(self) -> bool {
        matches!(self, Self::Residents | Self::Ages(..))
    }

    /// Its value; `None` where nobody is in its denominator.
    pub fn of(self, residents: &ByAgeSex) -> Option<f64> {
        let sum = |from: usize, to: Option<usize>| -> f64 {
            residents
                .iter()
                .map(|sex| sex.iter().skip(from).take(to.map_or(usize::MAX, |to| to - from)).sum::<f64>())
                .sum()
        };
        let [young, adult, old] = [sum(0, Some(ADULT)), sum(ADULT, Some(OLD)), sum(OLD, None)];
        let ratio = |part: f64, whole: f64| (whole > 0.0).then(|| 100.0 * part / whole);
        match self {
            Self::Residents => Some(young + adult + old),
            Self::Ages(from, to) => Some(sum(from, to)),
            Self::OldAge => ratio(old, young),
            Self::Dependency => ratio(young + old, adult),
            Self::ShareOld => ratio(old, young + adult + old),
        }
    }

    /// The measure it is tried by: the later data have three classes of age alone, and a narrower group is as wrong as the
    /// class that holds it, or more.
    fn tried_by(self) -> usize {
        let all = [
            Self::Residents,
            CLASSES[0],
            CLASSES[1],
            CLASSES[2],
            Self::OldAge,
            Self::Dependency,
            Self::ShareOld,
        ];
        let class = match self {
            Self::Ages(from, _) if from >= OLD => CLASSES[2],
            Self::Ages(from, _) if from >= ADULT => CLASSES[1],
            Self::Ages(..) => CLASSES[0],
            other => other,
        };
        all.iter().position(|measure| *measure == class).unwrap_or_default()
    }

    /// Whether it is tried by itself.
    pub fn is_tried(self) -> bool {
        !matches!(self, Self::Ages(..)) || CLASSES.contains(&self)
    }
}

/// The classes of the later data.
const CLASSES: [Growth; 3] =
    [Growth::Ages(0, Some(ADULT)), Growth::Ages(ADULT, Some(OLD)), Growth::Ages(OLD, None)];
/// How many measures are tried.
const TRIED: usize = 7;
/// The share of the errors that the interval holds.
const HELD: f64 = 0.8;

/// The errors of forecasting a later date that is known, relative to what was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct BackTest {
    pub date: Date,
    /// How many years it lies after the last single ages.
    pub years: usize,
    pub datasets: Vec<String>,
    /// The residents of the three classes counted in each Comune.
    counted: Vec<[f64; 3]>,
    /// For each Ambito, the error of each measure.
    pub ambiti: Vec<[f64; TRIED]>,
    /// For each Comune, its residents and the errors, by ascending size.
    pub comuni: Vec<(f64, [f64; TRIED])>,
}

/// What is known of a date that can be forecast.
pub(super) struct Known {
    date: Date,
    pub(super) years: usize,
    datasets: Vec<String>,
    /// The residents of the three classes, for each Comune.
    classes: Vec<[f64; 3]>,
}

impl BackTest {
    /// The latest date after `from` at which all Comuni have the three classes, a whole number of years later.
    pub(super) fn latest(atlas: &Atlas, from: Date) -> Option<Known> {
        let ages = atlas.indicator_by_age()?.ages()?;
        let terms = |from: usize, to: usize| -> Option<Vec<Term>> {
            ["m", "f"].iter().map(|sex| Term::try_from(format!("{sex}_{from}..{to}")).ok()).collect()
        };
        let classes = [terms(0, ADULT - 1)?, terms(ADULT, OLD - 1)?, terms(OLD, ages - 1)?];
        let dates: BTreeSet<Date> =
            atlas.datasets.iter().flat_map(|dataset| dataset.dates().flatten()).collect();
        let comuni = atlas.territories.comuni().len();
        dates.into_iter().rev().take_while(|date| *date > from).find_map(|date| {
            let years = usize::try_from(date.year() - from.year()).ok()?;
            if from.plus_years(years as i16) != date {
                return None;
            }
            let [young, adult, old] = classes.each_ref().map(|class| atlas.sum_in_each(class, date));
            let (young, adult, old) = (young?, adult?, old?);
            let of = |comune: usize| Some([young[comune].ok()?, adult[comune].ok()?, old[comune].ok()?]);
            let classes = (0..comuni).map(of).collect::<Option<Vec<_>>>()?;
            let used = atlas.datasets.iter().filter(|dataset| {
                dataset.at(date).is_some() && dataset.variables().any(|name| name.starts_with("eta_"))
            });
            let datasets = used.map(|dataset| dataset.meta.id.clone()).collect();
            Some(Known { date, years, datasets, classes })
        })
    }

    /// What was counted of a group of Comuni at the date of the test, if the later data have that measure.
    pub fn counted(&self, members: &[usize], growth: Growth) -> Option<f64> {
        if !growth.is_tried() {
            return None;
        }
        let sum = |class: usize| -> Option<f64> {
            members.iter().map(|member| Some(self.counted.get(*member)?[class])).sum()
        };
        measures([sum(0)?, sum(1)?, sum(2)?]).get(growth.tried_by()).copied().filter(|x| x.is_finite())
    }

    /// The interval's half-width, relative to the value, `step` years ahead, of a group of so many Comuni and residents.
    ///
    /// The error that four groups in five stayed within, in proportion to the years: an error of the ratios is made again
    /// every year. Several Comuni take that of the Ambiti; one, that of the third of Comuni of its size.
    pub fn reach(&self, growth: Growth, comuni: usize, size: f64, step: usize) -> f64 {
        self.typical(growth, comuni, size) * step as f64 / self.years as f64
    }

    /// The error that four in five stayed within, at the years of the test.
    pub fn typical(&self, growth: Growth, comuni: usize, size: f64) -> f64 {
        let which = growth.tried_by();
        let third = self.comuni.len().div_ceil(3).max(1);
        let is_ambito = comuni > 1 || self.comuni.last().is_some_and(|(largest, _)| size >= *largest);
        let errors: Vec<f64> = if is_ambito {
            self.ambiti.iter().map(|errors| errors[which].abs()).collect()
        } else {
            let below = self.comuni.iter().filter(|(other, _)| *other < size).count();
            let from = (below / third * third).min(self.comuni.len().saturating_sub(third));
            self.comuni[from..(from + third).min(self.comuni.len())]
                .iter()
                .map(|(_, e)| e[which].abs())
                .collect()
        };
        quantile(errors, HELD)
    }

    /// The mean and the mean absolute error of a measure, and the error that four in five stayed within, of the Ambiti or of
    /// all Comuni.
    pub fn summary(&self, growth: Growth, level: Level) -> [f64; 3] {
        let which = growth.tried_by();
        let errors: Vec<f64> = match level {
            Level::Comuni => self.comuni.iter().map(|(_, errors)| errors[which]).collect(),
            _ => self.ambiti.iter().map(|errors| errors[which]).collect(),
        };
        let n = errors.len() as f64;
        let mean = errors.iter().sum::<f64>() / n;
        let absolute = errors.iter().map(|error| error.abs()).sum::<f64>() / n;
        [mean, absolute, quantile(errors.into_iter().map(f64::abs).collect(), HELD)]
    }
}

impl Known {
    /// The errors of a forecast of each Comune at that date.
    pub(super) fn against(self, atlas: &Atlas, forecast: &[ByAgeSex]) -> BackTest {
        let sums = |members: &[usize]| {
            let of = |from: usize, to: Option<usize>| -> f64 {
                members.iter().filter_map(|member| Growth::Ages(from, to).of(&forecast[*member])).sum()
            };
            let told = [of(0, Some(ADULT)), of(ADULT, Some(OLD)), of(OLD, None)];
            let counted = [0, 1, 2].map(|class| members.iter().map(|m| self.classes[*m][class]).sum::<f64>());
            (told, counted)
        };
        let errors = |members: &[usize]| -> Option<[f64; TRIED]> {
            let (told, counted) = sums(members);
            let (told, counted) = (measures(told), measures(counted));
            let mut errors = [0.0; TRIED];
            for (error, (told, counted)) in errors.iter_mut().zip(told.into_iter().zip(counted)) {
                *error = told / counted - 1.0;
            }
            errors.iter().all(|error| error.is_finite()).then_some(errors)
        };
        let ambiti =
            atlas.territories.units(Level::Ambiti).iter().filter_map(|unit| errors(&unit.members)).collect();
        let mut comuni: Vec<(f64, [f64; TRIED])> = (0..forecast.len())
            .filter_map(|comune| Some((self.classes[comune].iter().sum(), errors(&[comune])?)))
            .collect();
        comuni.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        BackTest {
            date: self.date,
            years: self.years,
            datasets: self.datasets,
            counted: self.classes,
            ambiti,
            comuni,
        }
    }
}

/// The measures that are tried, from the three classes.
fn measures([young, adult, old]: [f64; 3]) -> [f64; TRIED] {
    let all = young + adult + old;
    [all, young, adult, old, 100.0 * old / young, 100.0 * (young + old) / adult, 100.0 * old / all]
}

/// The quantile as numpy interpolates it; NaN of nothing.
fn quantile(mut values: Vec<f64>, p: f64) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let Some(last) = values.len().checked_sub(1) else { return f64::NAN };
    let at = p * last as f64;
    let low = at.floor() as usize;
    values[low] + at.fract() * (values[(low + 1).min(last)] - values[low])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_of_a_population() {
        let mut males = vec![0.0; 101];
        (males[14], males[15], males[64], males[65], males[100]) = (10.0, 30.0, 10.0, 4.0, 1.0);
        let residents = [males, vec![0.0; 101]];
        let of = |growth: Growth| growth.of(&residents);
        assert_eq!((of(Growth::Residents), of(Growth::OldAge)), (Some(55.0), Some(50.0)));
        assert_eq!((of(Growth::Dependency), of(Growth::Ages(65, None))), (Some(37.5), Some(5.0)));
        assert_eq!(Growth::OldAge.of(&[vec![0.0; 101], vec![1.0; 101]]).map(|x| x > 0.0), Some(true));
        assert_eq!(Growth::OldAge.of(&[vec![0.0; 101], vec![0.0; 101]]), None);
        let ids: Vec<String> = Growth::SHOWN.iter().map(|growth| growth.id()).collect();
        assert_eq!(ids[..4], ["residents", "0-2", "0-14", "15-64"]);
    }

    #[test]
    fn narrow_groups_are_tried_by_the_class_that_holds_them() {
        assert_eq!(Growth::Ages(0, Some(3)).tried_by(), Growth::Ages(0, Some(15)).tried_by());
        assert_eq!(Growth::Ages(80, None).tried_by(), Growth::Ages(65, None).tried_by());
        assert!(!Growth::Ages(80, None).is_tried() && Growth::Ages(65, None).is_tried());
    }

    #[test]
    fn a_quantile_is_that_of_numpy() {
        assert!((quantile(vec![4.0, 1.0, 3.0, 2.0], 0.8) - 3.4).abs() < 1e-12);
        assert!(quantile(Vec::new(), 0.8).is_nan());
    }
}
