//! What a scatterplot shows: its numbers, however they were computed.

use crate::base::{Date, Rgb};
use crate::data::{Graded, Quality, Table};
use crate::document::ScatterSpec;
use crate::figure::quality;
use crate::stats::correlation::Correlation;
use crate::stats::{Line, StatsError};

use super::key::Key;
use super::quadrants::QuadrantNames;

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
    pub selected: bool,
    /// Colour of its unit on a map that stands beside; none on a page, where colours are explained by its own key.
    pub on_map: Option<Rgb>,
    /// How far the sources stand by its values: by the least certain of them.
    pub quality: Quality,
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
    pub(super) fn new(x: f64, y: f64, pairs: &[Pair]) -> Self {
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
    /// How many units lack one of the two values, by the graver reason, in the order of [`Absence::ALL`](crate::data::Absence::ALL).
    pub absent: [usize; 3],
    /// Values of the whole ATS, both where the two are no counts, and so on the scale of its parts.
    pub overall: Option<[f64; 2]>,
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

    /// The values that are not final, where not all are alike: what all share is said in words.
    pub fn uncertain(&self) -> Vec<Quality> {
        let graded: Vec<Graded> = self.pairs.iter().map(|pair| (Ok(pair.y), pair.quality)).collect();
        match quality::shared(&graded) {
            Some(_) => Vec::new(),
            None => graded.into_iter().map(|(_, quality)| quality).filter(|own| !own.is_final()).collect(),
        }
    }

    /// Gives the points the colours their units have on a map beside, where they stand for nothing else.
    pub fn colour_as_map(&mut self, colour_of: impl Fn(usize) -> Option<Rgb>) {
        if self.key.entries.is_empty() {
            self.pairs.iter_mut().for_each(|pair| pair.on_map = colour_of(pair.unit));
        }
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
        if spec.view.label_selected {
            wanted.extend((0..self.pairs.len()).filter(|&i| self.pairs[i].selected));
            wanted.sort_by(|a, b| name(a).cmp(name(b)));
        }
        if spec.view.label_outliers {
            let far: Vec<usize> = self.outliers.iter().copied().filter(|i| !wanted.contains(i)).collect();
            wanted.extend(far);
        }
        wanted
    }
}
