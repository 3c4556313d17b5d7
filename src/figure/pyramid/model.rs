//! The numbers of an age pyramid. Used by both the printed figure and the window.

use crate::base::{Code, Date, Level, decimal};
use crate::data::{Atlas, AtlasError, ByAge, BySex, Indicator, Method, Quality, Query, Value};
use crate::document::{PyramidAgainst, PyramidMeasure, PyramidScale, PyramidSpec};
use crate::figure::FigureError;
use crate::figure::precision::same;
use crate::figure::remark::{Remark, Warned};

/// The first ages of those of working age and of the old: the groups of the dependency ratios.
pub const GROUPS: [usize; 2] = [15, 65];
/// With fewer residents than this in a bar, on average, one more or less changes it much.
const FEW: f64 = 10.0;

/// The ages in a bar, both ends included; the last one is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    pub from: usize,
    pub to: Option<usize>,
}

/// The residents of a territory at a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Population {
    pub code: Code,
    pub name: String,
    pub level: Level,
    pub date: Date,
    /// For each bar, males and females.
    pub counts: Vec<BySex<Value>>,
    pub sexes: BySex<Value>,
    pub total: Value,
    /// Residents below working age, of working age, and older.
    pub groups: [Value; 3],
    /// Of the older, the females.
    pub old_females: Value,
    pub quality: Quality,
    /// The residents as another source counts them at the same date, with the status of that count, where the ages do not add up to
    /// it.
    pub counted: Option<(f64, Quality)>,
}

/// The count of residents, whatever their ages.
const RESIDENTS: &str = "residenti";

/// The residents of a unit as they are counted at a date, if they are.
fn counted((level, unit): (Level, usize), date: Date, atlas: &Atlas) -> Option<(f64, Quality)> {
    let indicator = atlas.catalogue.get(RESIDENTS)?.id.clone();
    let table = atlas.compute(&Query { indicator, date, level, method: Method::Pooled }).ok()?;
    let row = table.rows.get(unit)?;
    Some((row.value.ok()?, row.quality))
}

impl Population {
    fn new(
        by_age: &ByAge<'_>,
        bands: &[Ages],
        (level, unit): (Level, usize),
        date: Date,
        atlas: &Atlas,
    ) -> Self {
        let of = &atlas.territories.units(level)[unit];
        let ages = by_age.of(&of.members);
        let sum = |from: usize, to: Option<usize>, sex: usize| -> Value {
            let end = to.map_or(ages.len(), |to| (to + 1).min(ages.len()));
            ages.get(from..end).unwrap_or_default().iter().map(|both| both[sex]).sum()
        };
        let both = |from, to| Ok(sum(from, to, 0)? + sum(from, to, 1)?);
        let [adult, old] = GROUPS;
        let total = both(0, None);
        let is_other = |(counted, _): &(f64, Quality)| total.is_ok_and(|total| !same(total, *counted));
        Self {
            counted: counted((level, unit), date, atlas).filter(is_other),
            code: of.code.clone(),
            name: of.name.clone(),
            level,
            date,
            counts: bands.iter().map(|band| [0, 1].map(|sex| sum(band.from, band.to, sex))).collect(),
            sexes: [0, 1].map(|sex| sum(0, None, sex)),
            total,
            groups: [both(0, Some(adult - 1)), both(adult, Some(old - 1)), both(old, None)],
            old_females: sum(old, None, 1),
            quality: by_age.quality(&of.members),
        }
    }

    /// A part of its residents as a percentage of all.
    pub fn share(&self, part: Value) -> Value {
        let total = self.total?;
        if total == 0.0 {
            return Err(crate::data::Absence::NotApplicable);
        }
        Ok(decimal::clean(100.0 * part? / total))
    }

    /// Both sexes of a bar.
    pub fn band(&self, band: usize) -> Value {
        let [males, females] = self.counts[band];
        Ok(males? + females?)
    }

    /// The length of a bar.
    pub fn bar(&self, measure: PyramidMeasure, band: usize, sex: usize) -> Value {
        let count = self.counts[band][sex];
        match measure {
            PyramidMeasure::Counts => count,
            PyramidMeasure::Shares => self.share(count),
        }
    }

    fn longest(&self, measure: PyramidMeasure) -> Option<f64> {
        let bars = (0..self.counts.len()).flat_map(|band| [0, 1].map(|sex| self.bar(measure, band, sex)));
        bars.filter_map(Result::ok).max_by(f64::total_cmp)
    }
}

/// The bars that differ most from what the pyramid is compared with, both sexes together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    pub band: usize,
    pub own: f64,
    pub other: f64,
}

/// The numbers of an age pyramid.
#[derive(Clone, Debug)]
pub struct PyramidModel {
    /// The bars, from the youngest.
    pub bands: Vec<Ages>,
    pub own: Population,
    /// What it is compared with.
    pub other: Option<Population>,
    /// The end of the scale; `None` where nothing can be drawn.
    pub most: Option<f64>,
    /// How many units the scale is common to; `None` where it is that of what is drawn.
    pub common_to: Option<usize>,
    /// Whether what is drawn goes beyond the common scale, which was given up for it.
    pub exceeds: bool,
    /// The bars with the most residents, several if they have equally many.
    pub fullest: Vec<usize>,
    /// The bar whose share exceeds the other's most, and the one that falls short of it most.
    pub gaps: [Option<Gap>; 2],
    /// The dates with single ages, ascending.
    pub dates: Vec<Date>,
    /// Ids of the datasets the counts come from, sorted.
    pub datasets: Vec<String>,
}

/// The bars of this many years each, the last of them open.
fn bands(ages: usize, years: usize) -> Vec<Ages> {
    let last = ages - 1;
    let whole =
        (0..last).step_by(years).map(|from| Ages { from, to: Some((from + years - 1).min(last - 1)) });
    whole.chain([Ages { from: last, to: None }]).collect()
}

impl PyramidModel {
    /// Computes the pyramid.
    ///
    /// # Errors
    /// An unknown indicator, date or territory. Missing ages are not an error.
    pub fn new(spec: &PyramidSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        let ages = indicator.ages().ok_or_else(|| none(indicator, spec.date, atlas))?;
        let at = |date| atlas.by_age(indicator, date).ok_or_else(|| none(indicator, date, atlas));
        let unknown = |code: &Code| FigureError::UnknownTerritory(code.clone());
        for code in &spec.selected {
            atlas.territories.find(code).ok_or_else(|| unknown(code))?;
        }
        let nowhere = || unknown(&Code::from(""));
        let place = spec.territory(atlas).ok_or_else(nowhere)?;
        let bands = bands(ages, spec.bands.years());
        let now = at(spec.date)?;
        let own = Population::new(&now, &bands, place, spec.date, atlas);
        let mut datasets = now.datasets.clone();
        let other = match &spec.against {
            PyramidAgainst::Nothing => None,
            PyramidAgainst::Ats => Some((Level::Ats, 0)).filter(|ats| *ats != place),
            PyramidAgainst::Territory(code) => {
                let other = atlas.territories.find(code).ok_or_else(|| unknown(code))?;
                Some(other).filter(|other| *other != place)
            }
            PyramidAgainst::Date(_) => None,
        };
        let mut other = other.map(|unit| Population::new(&now, &bands, unit, spec.date, atlas));
        if let PyramidAgainst::Date(date) = spec.against
            && date != spec.date
        {
            let then = at(date)?;
            other = Some(Population::new(&then, &bands, place, date, atlas));
            datasets.extend(then.datasets.iter().cloned());
            datasets.sort();
            datasets.dedup();
        }
        let drawn = std::iter::once(&own).chain(&other);
        let longest = drawn.filter_map(|one| one.longest(spec.measure)).max_by(f64::total_cmp);
        let ambiti = atlas.territories.units(Level::Ambiti).len();
        let common = (spec.scale == PyramidScale::Common).then(|| {
            let of = |unit| Population::new(&now, &bands, (Level::Ambiti, unit), spec.date, atlas);
            (0..ambiti).filter_map(|unit| of(unit).longest(spec.measure)).max_by(f64::total_cmp)
        });
        let common = common.flatten().filter(|_| longest.is_some());
        let exceeds = common.zip(longest).is_some_and(|(common, longest)| longest > common);
        let most = longest.map(|longest| common.map_or(longest, |common| common.max(longest)));
        let common_to = common.filter(|_| !exceeds).map(|_| ambiti);
        let filled = || (0..bands.len()).filter_map(|band| Some((band, own.band(band).ok()?)));
        let peak = filled().map(|(_, count)| count).max_by(f64::total_cmp).filter(|peak| *peak > 0.0);
        let fullest = filled().filter(|(_, count)| Some(*count) == peak).map(|(band, _)| band).collect();
        let gaps = other.as_ref().map_or([None; 2], |other| gaps(&own, other));
        let remarks = remarks(spec, &own, other.as_ref());
        let dates = atlas.dates_by_age(indicator);
        let model = Self { bands, own, other, most, common_to, exceeds, fullest, gaps, dates, datasets };
        Ok(Warned { value: model, remarks })
    }

    /// The pyramid and what it is compared with.
    pub fn populations(&self) -> impl Iterator<Item = &Population> {
        std::iter::once(&self.own).chain(&self.other)
    }

    /// Whether it is compared with itself at another date.
    pub fn is_over_time(&self) -> bool {
        self.other.as_ref().is_some_and(|other| other.code == self.own.code)
    }
}

fn none(indicator: &Indicator, date: Date, atlas: &Atlas) -> FigureError {
    let available = atlas.dates_by_age(indicator).into_iter().map(Into::into).collect();
    AtlasError::NoSuchDate { indicator: indicator.id.clone(), date, available }.into()
}

/// The largest surplus and the largest shortfall among the bars, as shares of all residents.
fn gaps(own: &Population, other: &Population) -> [Option<Gap>; 2] {
    let all: Vec<Gap> = (0..own.counts.len())
        .filter_map(|band| {
            let share = |of: &Population| of.share(of.band(band)).ok();
            Some(Gap { band, own: share(own)?, other: share(other)? })
        })
        .filter(|gap| !same(gap.own, gap.other))
        .collect();
    let by = |gap: &Gap| gap.own - gap.other;
    let most = all.iter().filter(|gap| by(gap) > 0.0).max_by(|a, b| by(a).total_cmp(&by(b)));
    let least = all.iter().filter(|gap| by(gap) < 0.0).min_by(|a, b| by(a).total_cmp(&by(b)));
    [most.copied(), least.copied()]
}

fn remarks(spec: &PyramidSpec, own: &Population, other: Option<&Population>) -> Vec<Remark> {
    let all = || std::iter::once(own).chain(other);
    let mut remarks = Vec::new();
    let absent = all().flat_map(|one| &one.counts).flatten().filter(|count| count.is_err()).count();
    if absent > 0 {
        remarks.push(match spec.measure {
            PyramidMeasure::Shares => Remark::SharesNeedAllAges { count: absent },
            PyramidMeasure::Counts => Remark::AbsentAges { count: absent },
        });
    }
    let bars = 2 * own.counts.len();
    let fewest = all().filter_map(|one| one.total.ok()).min_by(f64::total_cmp);
    if let Some(people) = fewest.filter(|people| *people < FEW * bars as f64) {
        remarks.push(Remark::FewInEachBar { people: people as usize, bars });
    }
    let is_apart = other.is_some_and(|other| other.code != own.code);
    if spec.measure == PyramidMeasure::Counts && is_apart {
        remarks.push(Remark::PyramidsOfCounts);
    }
    remarks
}
