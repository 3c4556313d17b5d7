//! Residents by age and sex in the coming years, for Ambiti and Comuni.

use crate::base::{Date, Level};
use crate::data::{Atlas, BySex, Indicator, Term, Value};
use crate::stats::forecast::{ByAgeSex, ForecastError, Ratios, Steps, raked, shrunk};

use super::growth::{BackTest, Growth};

/// The years a forecast reaches: as many as its ratios, of a single pair of dates, may be believed for.
pub const HORIZON: usize = 10;
/// The residents in a band of five ages from which a Comune's own ratios count as much as its Ambito's. Back-tested on the
/// classes of 1 January 2026: with 500, 2000 and 10 000 the mean errors are within 0.1 percentage points of each other; without
/// an Ambito behind them they are half as large again.
const PRIOR: f64 = 2000.0;
/// The variable with the final count of residents.
const RESIDENTS: &str = "residenti";

/// Why there is no forecast.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FutureError {
    /// No data by single year of age, or only of one date, or of dates that are not a year apart.
    #[error("two distributions by single year of age, a year apart, are needed")]
    NoPair,
    /// A Comune lacks a number.
    #[error("the data by age of '{0}' are incomplete")]
    Incomplete(String),
    /// There are no later data by age that the method could be tried on, so no interval.
    #[error("there are no later data to try the forecast on")]
    NoBackTest,
    #[error(transparent)]
    Method(#[from] ForecastError),
}

/// The population of a territory in a future year.
#[derive(Clone, Debug, PartialEq)]
pub struct Future {
    pub date: Date,
    pub residents: ByAgeSex,
}

/// The residents of all Comuni, by age and sex, from the last date with single ages on.
#[derive(Clone, Debug)]
pub struct Projected {
    /// The two dates the ratios come from.
    pub pair: [Date; 2],
    /// Whether the residents of the second date were estimated, and scaled to the final count of that day.
    pub scaled: bool,
    /// Ids of the datasets, sorted.
    pub datasets: Vec<String>,
    /// For each year from the second date on, each Comune.
    years: Vec<Vec<ByAgeSex>>,
    pub back_test: BackTest,
}

impl Projected {
    /// Whether the data allow a forecast, as far as can be told without making one.
    pub fn is_possible(atlas: &Atlas) -> bool {
        let dates = atlas.indicator_by_age().map(|indicator| atlas.dates_by_age(indicator));
        dates
            .and_then(|dates| pair(&dates))
            .is_some_and(|[_, later]| BackTest::latest(atlas, later).is_some())
    }

    /// The dates whose residents by age it is drawn from: the last two that are a year apart.
    pub fn latest_pair(atlas: &Atlas) -> Option<[Date; 2]> {
        pair(&atlas.dates_by_age(atlas.indicator_by_age()?))
    }

    /// Carries the residents of all Comuni forward by `years` years, at most [`HORIZON`].
    ///
    /// Ambiti are carried forward by their own ratios; each Comune by those of its Ambito, moved towards its own where many
    /// live; then the Comuni of an Ambito are scaled to add up to it, at every age and in every year.
    ///
    /// # Errors
    /// See [`FutureError`].
    pub fn new(atlas: &Atlas, years: usize) -> Result<Self, FutureError> {
        let indicator = atlas.indicator_by_age().ok_or(FutureError::NoPair)?;
        let pair = Self::latest_pair(atlas).ok_or(FutureError::NoPair)?;
        let [(earlier, mut datasets), (mut later, more)] =
            [residents(atlas, indicator, pair[0])?, residents(atlas, indicator, pair[1])?];
        datasets.extend(more);
        let scaled = scale(atlas, pair[1], &mut later);
        let tried = BackTest::latest(atlas, pair[1]).ok_or(FutureError::NoBackTest)?;
        let steps = years.clamp(1, HORIZON);
        let at = tried.years;
        let reached = steps.max(at);
        let all = forward(atlas, [&earlier, &later], reached)?;
        let back_test = tried.against(atlas, &all[at]);
        datasets.extend(back_test.datasets.iter().cloned());
        datasets.sort();
        datasets.dedup();
        Ok(Self { pair, scaled, datasets, years: all.into_iter().take(steps + 1).collect(), back_test })
    }

    /// The residents of a group of Comuni: at the second date, and in each year after it.
    pub fn of(&self, members: &[usize]) -> Vec<Future> {
        let year = |(step, comuni): (usize, &Vec<ByAgeSex>)| Future {
            date: self.pair[1].plus_years(step as i16),
            residents: sum(members.iter().filter_map(|member| comuni.get(*member))),
        };
        self.years.iter().enumerate().map(year).collect()
    }

    /// A measure of a group of Comuni over the years, with its interval; none for the date that is known.
    pub fn growth(&self, members: &[usize], growth: Growth) -> Vec<(Date, f64, Option<[f64; 2]>)> {
        let future = self.of(members);
        let size = future.first().map_or(0.0, |first| first.residents.iter().flatten().sum());
        future
            .iter()
            .enumerate()
            .filter_map(|(step, future)| {
                let value = growth.of(&future.residents)?;
                let reach = self.back_test.reach(growth, members.len(), size, step);
                let interval = (step > 0).then(|| [value / (1.0 + reach), value * (1.0 + reach)]);
                Some((future.date, value, interval))
            })
            .collect()
    }
}

/// The last two dates that are a year apart.
fn pair(dates: &[Date]) -> Option<[Date; 2]> {
    dates.windows(2).rev().find_map(|of| (of[0].plus_years(1) == of[1]).then_some([of[0], of[1]]))
}

/// The residents of each Comune by age and sex.
fn residents(
    atlas: &Atlas,
    indicator: &Indicator,
    date: Date,
) -> Result<(Vec<ByAgeSex>, Vec<String>), FutureError> {
    let by_age = atlas.by_age(indicator, date).ok_or(FutureError::NoPair)?;
    let of = |(position, comune): (usize, &crate::data::Comune)| {
        let ages = by_age.of(&[position]);
        let sex = |sex: usize| -> Option<Vec<f64>> {
            ages.iter().map(|both: &BySex<Value>| both[sex].ok()).collect()
        };
        match (sex(0), sex(1)) {
            (Some(males), Some(females)) => Ok([males, females]),
            _ => Err(FutureError::Incomplete(comune.name.clone())),
        }
    };
    let found = atlas.territories.comuni().iter().enumerate().map(of).collect::<Result<_, _>>()?;
    Ok((found, by_age.datasets))
}

/// Scales each Comune's residents to the final count of that day, if all have one and they differ.
fn scale(atlas: &Atlas, date: Date, residents: &mut [ByAgeSex]) -> bool {
    let counted = atlas.sum_in_each(&[Term::of(RESIDENTS)], date);
    let counted: Option<Vec<f64>> = counted.and_then(|all| all.into_iter().map(Result::ok).collect());
    let Some(counted) = counted else { return false };
    let mut scaled = false;
    for (comune, wanted) in residents.iter_mut().zip(counted) {
        let sum: f64 = comune.iter().flatten().sum();
        if sum > 0.0 && sum != wanted {
            scaled = true;
            for count in comune.iter_mut().flatten() {
                *count *= wanted / sum;
            }
        }
    }
    scaled
}

/// All Comuni in each year from the later date on, that one included.
fn forward(
    atlas: &Atlas,
    [earlier, later]: [&[ByAgeSex]; 2],
    years: usize,
) -> Result<Vec<Vec<ByAgeSex>>, FutureError> {
    let mut all = vec![later.to_vec()];
    all.resize(years + 1, vec![[Vec::new(), Vec::new()]; later.len()]);
    let membership = atlas.territories.membership(Level::Ambiti);
    let in_ambito: Vec<usize> = (0..later.len()).filter(|c| membership[*c].is_some()).collect();
    let alone = (0..later.len()).filter(|c| !in_ambito.contains(c)).map(|comune| vec![comune]);
    let groups = atlas.territories.units(Level::Ambiti).iter().map(|unit| unit.members.clone());
    for members in groups.chain(alone) {
        let of = |all: &[ByAgeSex]| sum(members.iter().map(|member| &all[*member]));
        let ratios = Ratios::between(&of(earlier), &of(later), Steps::yearly())?;
        let own = members
            .iter()
            .map(|member| shrunk(&earlier[*member], &later[*member], &ratios, PRIOR))
            .collect::<Result<Vec<Ratios>, _>>()?;
        let mut whole = of(later);
        for year in 0..years {
            whole = ratios.next(&whole)?;
            let mut parts = members
                .iter()
                .zip(&own)
                .map(|(member, own)| Ok(own.next(&all[year][*member])?.concat()))
                .collect::<Result<Vec<Vec<f64>>, ForecastError>>()?;
            raked(&mut parts, &whole.concat());
            for (member, part) in members.iter().zip(parts) {
                let (males, females) = part.split_at(part.len() / 2);
                all[year + 1][*member] = [males.to_vec(), females.to_vec()];
            }
        }
    }
    Ok(all)
}

/// The sum of populations.
fn sum<'a>(of: impl Iterator<Item = &'a ByAgeSex>) -> ByAgeSex {
    let mut total: ByAgeSex = [Vec::new(), Vec::new()];
    for population in of {
        for (total, sex) in total.iter_mut().zip(population) {
            total.resize(sex.len(), 0.0);
            for (total, count) in total.iter_mut().zip(sex) {
                *total += count;
            }
        }
    }
    total
}
