//! The numbers of a distribution. Used by both the printed figure and the window.

use crate::base::{Code, Level, decimal};
use crate::data::{Atlas, Caption, Kind, Method, Quality, Query, Table};
use crate::document::DistributionSpec;
use crate::figure::FigureError;
use crate::figure::allowed::Asked;
use crate::figure::quality;
use crate::figure::remark::{Remark, Warned};
use crate::figure::withheld::Withheld;
use crate::stats::describe::{Summary, describe};

/// With fewer values than this, quarters of them mean nothing.
pub const LEAST_OF_QUARTERS: usize = 4;
/// About how many bars a histogram has.
const BARS: usize = 12;
/// More than come of that number of round steps.
const MOST_BARS: f64 = 40.0;

/// A unit with a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub code: Code,
    pub name: String,
    pub value: f64,
    pub is_selected: bool,
}

/// The units of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub code: Code,
    pub name: String,
    /// Positions among the dots.
    pub dots: Vec<usize>,
    /// How many of its units have no value.
    pub absent: usize,
    pub summary: Option<Summary>,
    /// The value of the group itself.
    pub own: Option<f64>,
    pub is_selected: bool,
}

impl Row {
    /// The quartiles, where there are values enough.
    pub fn quartiles(&self) -> Option<[f64; 3]> {
        let summary = self.summary.filter(|summary| summary.n >= LEAST_OF_QUARTERS)?;
        Some([summary.q1, summary.median, summary.q3])
    }
}

/// The units between two round values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub from: f64,
    pub to: f64,
    pub count: usize,
    pub selected: usize,
}

/// The numbers of a distribution.
#[derive(Clone, Debug)]
pub struct DistributionModel {
    /// The level of the units: the finest at which the indicator is known.
    pub level: Level,
    pub dots: Vec<Dot>,
    /// The groups, from the highest median; empty where the units are in none.
    pub rows: Vec<Row>,
    pub bars: Vec<Bar>,
    /// All units together.
    pub all: Option<Summary>,
    pub absent: usize,
    /// Units whose value is withheld.
    pub(super) withheld: Vec<Withheld>,
    /// The value of the ATS, where it compares with the others.
    pub ats: Option<f64>,
    /// How many units are selected, with or without a value.
    pub selected: usize,
    /// Whether the scale is logarithmic, as that of counts of places of very different size.
    pub is_logarithmic: bool,
    pub quality: Option<Quality>,
    /// What is said of values that are not final, where they are not all alike.
    pub mixed: Vec<String>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
}

impl DistributionModel {
    /// Computes the distribution.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; an indicator whose numbers are no quantities.
    pub fn new(spec: &DistributionSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        Asked::Quartiles.of(indicator)?;
        let caption = Caption::from(indicator);
        let level = caption.known_at;
        let table = |level| {
            let (indicator, date, method) = (spec.indicator.clone(), spec.date, Method::Pooled);
            atlas.compute(&Query { indicator, date, level, method })
        };
        let units: Table = table(level)?;
        let selected = atlas.territories.sharing(level, &spec.selected);
        let selected = selected.map_err(FigureError::UnknownTerritory)?;
        let mut place = vec![None; units.rows.len()];
        let mut dots = Vec::new();
        for (i, row) in units.rows.iter().enumerate() {
            if let Ok(value) = row.value {
                place[i] = Some(dots.len());
                let (code, name) = (row.code.clone(), row.name.clone());
                dots.push(Dot { code, name, value, is_selected: selected[i] });
            }
        }
        let values: Vec<f64> = dots.iter().map(|dot| dot.value).collect();
        let absent = units.rows.len() - dots.len();
        let mut rows = Vec::new();
        if level == Level::Comuni {
            let own = table(Level::Ambiti)?;
            for (unit, made) in atlas.territories.units(Level::Ambiti).iter().zip(&own.rows) {
                let within: Vec<usize> = unit.members.iter().filter_map(|member| place[*member]).collect();
                let numbers: Vec<f64> = within.iter().map(|dot| values[*dot]).collect();
                rows.push(Row {
                    code: unit.code.clone(),
                    name: unit.name.clone(),
                    absent: unit.members.len() - within.len(),
                    is_selected: unit.members.iter().any(|member| selected[*member]),
                    summary: describe(&numbers).ok(),
                    // The sum of the Comuni is not among them.
                    own: made.value.ok().filter(|_| caption.kind != Kind::Count),
                    dots: within,
                });
            }
            let median = |row: &Row| row.summary.map_or(f64::NEG_INFINITY, |summary| summary.median);
            rows.sort_by(|a, b| median(b).total_cmp(&median(a)).then_with(|| a.name.cmp(&b.name)));
        }
        let ats = table(Level::Ats)?.rows.first().and_then(|row| row.value.ok());
        let bars = describe(&values).ok().map(|all| bars([all.min, all.max], &dots)).unwrap_or_default();
        let is_positive = values.iter().all(|value| *value > 0.0);
        let mut remarks = Vec::new();
        if values.is_empty() {
            remarks.push(Remark::NoValues);
        }
        for reason in crate::data::Absence::ALL {
            let count = units.rows.iter().filter(|row| row.value == Err(reason)).count();
            if count > 0 {
                remarks.push(Remark::AbsentValues { count, reason });
            }
        }
        let withheld = units
            .rows
            .iter()
            .filter_map(|row| Withheld::of(|| spec.lang.territory(level, &row.name), row.value, row.bounds));
        let withheld = withheld.collect();
        let shared = quality::of_table(&units);
        let mixed = match shared {
            Some(_) => Vec::new(),
            None => quality::of_tables(spec.lang, atlas, &[&units]),
        };
        let model = Self {
            level,
            rows,
            bars,
            all: describe(&values).ok(),
            absent,
            withheld,
            ats: ats.filter(|_| caption.kind != Kind::Count),
            selected: selected.iter().filter(|selected| **selected).count(),
            is_logarithmic: caption.kind == Kind::Count && is_positive,
            quality: shared,
            mixed,
            datasets: units.datasets,
            dots,
        };
        Ok(Warned { value: model, remarks })
    }

    /// The selected units that have a value.
    pub fn chosen(&self) -> impl Iterator<Item = &Dot> {
        self.dots.iter().filter(|dot| dot.is_selected)
    }
}

/// The bars between round values at equal distances, each open below and closed above; the first includes its lower end too.
fn bars([low, high]: [f64; 2], dots: &[Dot]) -> Vec<Bar> {
    let step = step((high - low) / BARS as f64);
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    // A single value has a bar of its own.
    let last = last.max(first + 1.0);
    let whole = Bar { from: low, to: high, count: 0, selected: 0 };
    let end = |i: f64| decimal::clean((first + i) * step);
    let mut bars: Vec<Bar> = match last - first {
        count if (1.0..=MOST_BARS).contains(&count) => (0..count as usize)
            .map(|i| Bar { from: end(i as f64), to: end(i as f64 + 1.0), ..whole })
            .collect(),
        // Numbers so large that no step is round.
        _ => vec![whole],
    };
    for dot in dots {
        let at = bars.partition_point(|bar| bar.to < dot.value).min(bars.len() - 1);
        bars[at].count += 1;
        bars[at].selected += usize::from(dot.is_selected);
    }
    bars
}

/// The round step nearest in proportion to this one: one, two or five times a power of ten.
fn step(wanted: f64) -> f64 {
    if !(wanted > 0.0 && wanted.is_finite()) {
        return 1.0;
    }
    let power = 10_f64.powf(wanted.log10().floor());
    let far = |step: &f64| (step / wanted).ln().abs();
    let round = [1.0, 2.0, 5.0, 10.0].map(|times| times * power);
    round.into_iter().min_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(power)
}
