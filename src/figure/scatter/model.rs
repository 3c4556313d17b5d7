//! What a scatterplot shows, computed. Read by the printed figure and by the window.

use crate::base::{Date, Level, Warned};
use crate::data::{Absence, Atlas, AtlasError, Kind, Method, Query, Table};
use crate::document::{QuadrantSplit, ScatterSpec};
use crate::stats::correlation::{Correlation, pearson, spearman};
use crate::stats::describe::describe;
use crate::stats::{Line, Lowess, StatsError, lowess, ols, outliers};

use super::key::{self, Key};
use super::quadrants::{self, QuadrantNames};
use super::remarks::remarks;
use crate::figure::FigureError;
use crate::figure::map::kinds::change::gravest;

/// From so many pairs on, lowess interpolates between points nearer than [`DELTA`] of the range of x.
const MANY: usize = 1000;
const DELTA: f64 = 0.01;

/// One unit that has both values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Its position among the units of the level.
    pub unit: usize,
    /// Its value of the indicator across.
    pub x: f64,
    /// Its value of the indicator upwards.
    pub y: f64,
    /// Its value of what the size stands for, where that is asked for and there.
    pub size: Option<f64>,
    /// Its entry of [`Key::entries`].
    pub entry: Option<usize>,
    /// Whether it is one of the chosen, or within, or around one.
    pub chosen: bool,
}

/// The plane cut in four.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quadrants {
    /// Where it is cut across.
    pub x: f64,
    /// Where it is cut upwards.
    pub y: f64,
    /// How many points each holds: both high, both low, low across and high upwards, high across and low
    /// upwards. What is on a line is low, by the rule of all classes.
    pub counts: [usize; 4],
}

impl Quadrants {
    fn new(x: f64, y: f64, pairs: &[Pair]) -> Self {
        let mut cut = Self { x, y, counts: [0; 4] };
        for pair in pairs {
            cut.counts[cut.of(pair)] += 1;
        }
        cut
    }

    /// The position in [`counts`](Self::counts) of the quadrant a point is in.
    pub fn of(&self, pair: &Pair) -> usize {
        match (pair.x > self.x, pair.y > self.y) {
            (true, true) => 0,
            (false, false) => 1,
            (false, true) => 2,
            (true, false) => 3,
        }
    }
}

/// The numbers of a scatterplot.
#[derive(Clone, Debug)]
pub struct ScatterModel {
    /// Values of the indicator across.
    pub x: Table,
    /// Values of the indicator upwards.
    pub y: Table,
    /// Values of what the size of a point stands for.
    pub size: Option<Table>,
    /// What the colours stand for; no entries where they stand for nothing.
    pub key: Key,
    /// The units that have both values.
    pub pairs: Vec<Pair>,
    /// How many units lack one of the two values, by the graver reason, in the order of [`Absence::ALL`].
    pub absent: [usize; 3],
    /// Values of the whole ATS, both where the two are no counts, and so on the scale of its parts.
    pub whole: Option<[f64; 2]>,
    /// Pearson's r, with its two-sided p.
    pub pearson: Result<Correlation, StatsError>,
    /// Spearman's rho, with its two-sided p.
    pub spearman: Result<Correlation, StatsError>,
    /// The line of least squares, with its band.
    pub line: Result<Line, StatsError>,
    /// The lowess curve by ascending x, where it is asked for.
    pub curve: Option<Result<Vec<[f64; 2]>, StatsError>>,
    /// The plane cut in four, where that is asked for and can be.
    pub quadrants: Option<Quadrants>,
    /// Names of the quadrants, in the order of [`Quadrants::counts`].
    pub quadrant_names: QuadrantNames,
    /// Positions in `pairs` of what lies far from the line, farthest first.
    pub outliers: Vec<usize>,
}

impl ScatterModel {
    /// Computes the scatterplot.
    ///
    /// # Errors
    /// An unknown indicator or territory, or an indicator without any date. Too few pairs, or values that are all
    /// equal, are no errors of the model: each statistic says so itself.
    pub fn new(spec: &ScatterSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let x = table(spec, &spec.x, spec.x_date, atlas)?;
        let y = table(spec, &spec.y, spec.y_date, atlas)?;
        let size = spec.view.size.as_ref().map(|id| table(spec, id, spec.y_date, atlas)).transpose()?;
        let (key, entry_of) = key::of(spec, atlas)?;
        let chosen =
            atlas.territories.sharing(spec.level, &spec.chosen).map_err(FigureError::UnknownTerritory)?;

        let mut pairs = Vec::new();
        let mut absent = [0; 3];
        for (unit, (across, upwards)) in x.rows.iter().zip(&y.rows).enumerate() {
            match (across.value, upwards.value) {
                (Ok(x), Ok(y)) => {
                    let size = size.as_ref().and_then(|table| table.rows[unit].value.ok());
                    pairs.push(Pair { unit, x, y, size, entry: entry_of[unit], chosen: chosen[unit] });
                }
                (across, upwards) => {
                    let reason = gravest(across.err(), upwards.err());
                    absent[Absence::ALL.iter().position(|known| *known == reason).unwrap_or(0)] += 1;
                }
            }
        }
        let key = key.counted(&pairs);

        let xs: Vec<f64> = pairs.iter().map(|pair| pair.x).collect();
        let ys: Vec<f64> = pairs.iter().map(|pair| pair.y).collect();
        let whole = [whole(&x, atlas)?, whole(&y, atlas)?];
        let split = split(spec.view.quadrants, [&xs, &ys], whole);
        let is_count = |id: &str| atlas.catalogue.get(id).is_some_and(|i| i.kind == Kind::Count);
        let compares = !is_count(&spec.x) && !is_count(&spec.y) && spec.level != Level::Ats;
        let model = Self {
            whole: whole[0].zip(whole[1]).filter(|_| compares).map(<[f64; 2]>::from),
            pearson: pearson(&xs, &ys),
            spearman: spearman(&xs, &ys),
            line: ols(&xs, &ys),
            curve: spec.view.lowess.then(|| curve(&xs, &ys)),
            quadrants: split.map(|[x, y]| Quadrants::new(x, y, &pairs)),
            quadrant_names: quadrants::names(spec, [atlas.indicator(&spec.x)?, atlas.indicator(&spec.y)?]),
            outliers: outliers(&xs, &ys).unwrap_or_default(),
            x,
            y,
            size,
            key,
            pairs,
            absent,
        };
        let diagnostics = remarks(spec, &model, atlas)?;
        Ok(Warned { value: model, diagnostics })
    }

    /// How many units lack one of the two values.
    pub fn missing(&self) -> usize {
        self.absent.iter().sum()
    }

    /// Whether the pairs are all the units of the level: not a sample of anything, so that p tests nothing.
    pub fn is_census(&self) -> bool {
        self.missing() == 0 && !self.pairs.is_empty()
    }

    /// The dates of the indicator across and of the one upwards, where they are not the same: then each name needs its own.
    pub fn own_dates(&self) -> Option<[Date; 2]> {
        (self.x.date != self.y.date).then_some([self.x.date, self.y.date])
    }

    /// The least and the greatest x; none without points.
    pub fn span(&self) -> Option<(f64, f64)> {
        let of = |pick: fn(f64, f64) -> f64| self.pairs.iter().map(|pair| pair.x).reduce(pick);
        of(f64::min).zip(of(f64::max))
    }

    /// The positions in `pairs` of those to be labelled, the most important first: the chosen by name, then the
    /// outliers.
    pub fn labelled(&self, spec: &ScatterSpec) -> Vec<usize> {
        let name = |i: &usize| &self.y.rows[self.pairs[*i].unit].name;
        let mut wanted: Vec<usize> = Vec::new();
        if spec.view.label_chosen {
            wanted.extend((0..self.pairs.len()).filter(|&i| self.pairs[i].chosen));
            wanted.sort_by(|a, b| name(a).cmp(name(b)));
        }
        if spec.view.label_outliers {
            let far: Vec<usize> = self.outliers.iter().copied().filter(|i| !wanted.contains(i)).collect();
            wanted.extend(far);
        }
        wanted
    }
}

/// The values of an indicator at the date it has nearest to the one wanted.
fn table(spec: &ScatterSpec, id: &str, wanted: Date, atlas: &Atlas) -> Result<Table, FigureError> {
    let (indicator, level) = (atlas.indicator(id)?, spec.level);
    let date = atlas.nearest_date(indicator, wanted).ok_or_else(|| AtlasError::NoSuchDate {
        indicator: id.to_owned(),
        date: wanted,
        available: Vec::new(),
    })?;
    Ok(atlas.compute(&Query { indicator: id.to_owned(), date, level, method: spec.method })?)
}

/// The same of the whole territory, from its sums.
fn whole(of: &Table, atlas: &Atlas) -> Result<Option<f64>, FigureError> {
    let (indicator, date) = (of.indicator.clone(), of.date);
    let query = Query { indicator, date, level: Level::Ats, method: Method::Pooled };
    Ok(atlas.compute(&query)?.rows.first().and_then(|row| row.value.ok()))
}

/// Where the plane is cut; nowhere without points, and where the ATS has no value.
fn split(asked: QuadrantSplit, [xs, ys]: [&[f64]; 2], whole: [Option<f64>; 2]) -> Option<[f64; 2]> {
    let (x, y) = (describe(xs).ok()?, describe(ys).ok()?);
    match asked {
        QuadrantSplit::None => None,
        QuadrantSplit::Mean => Some([x.mean, y.mean]),
        QuadrantSplit::Median => Some([x.median, y.median]),
        QuadrantSplit::Ats => Some([whole[0]?, whole[1]?]),
        QuadrantSplit::At(x, y) => Some([x, y]),
    }
}

/// The lowess curve, each x once.
fn curve(xs: &[f64], ys: &[f64]) -> Result<Vec<[f64; 2]>, StatsError> {
    let (low, high) =
        (xs.iter().copied().fold(f64::MAX, f64::min), xs.iter().copied().fold(f64::MIN, f64::max));
    let delta = if xs.len() > MANY { DELTA * (high - low) } else { 0.0 };
    let heights = lowess(xs, ys, Lowess { delta, ..Lowess::default() })?;
    let mut points: Vec<[f64; 2]> = xs.iter().zip(heights).map(|(x, y)| [*x, y]).collect();
    points.sort_by(|a, b| a[0].total_cmp(&b[0]));
    points.dedup_by(|a, b| a[0] == b[0]);
    Ok(points)
}
