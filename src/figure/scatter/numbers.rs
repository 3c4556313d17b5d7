//! The contents of a scatterplot: its numbers, however they were computed.

use crate::base::Rgb;
use crate::data::{Axis, Graded, Quality, Reference};
use crate::document::ScatterSpec;
use crate::figure::precision::same;
use crate::figure::quality;
use crate::stats::correlation::Correlation;
use crate::stats::{Line, Relation, StatsError};

use super::key::Key;
use super::quadrants::QuadrantNames;

/// One unit that has both values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Its position among the units of the level.
    pub unit: usize,
    /// Its value for the x indicator.
    pub x: f64,
    /// Its value for the y indicator.
    pub y: f64,
    /// Its value for the indicator of the size, if asked for and present.
    pub size: Option<f64>,
    /// Its entry in [`Key::entries`].
    pub entry: Option<usize>,
    /// Whether it is selected, or inside a selected territory, or contains one.
    pub selected: bool,
    /// Colour of its unit on a map shown beside it; `None` on a page, where the key explains colours.
    pub on_map: Option<Rgb>,
    /// The status of its values: that of the less certain one.
    pub quality: Quality,
}

/// The plane split in four.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quadrants {
    /// The x of the split.
    pub x: f64,
    /// The y of the split.
    pub y: f64,
    /// How many points each contains: both high, both low, low x and high y, high x and low y. A point on a line is
    /// low, by the interval rule.
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

    /// The index in [`counts`](Self::counts) of the quadrant of a point.
    pub fn of(&self, pair: &Pair) -> usize {
        let is_above = |value: f64, cut: f64| value > cut && !same(value, cut);
        match (is_above(pair.x, self.x), is_above(pair.y, self.y)) {
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
    /// Values of the x indicator.
    pub x: Axis,
    /// Values of the y indicator.
    pub y: Axis,
    /// Values of the indicator of the size.
    pub size: Option<Axis>,
    /// Whether the points are areas that values were published of, and not the units of a level.
    pub of_areas: bool,
    /// The meaning of the colours; no entries where they have none.
    pub key: Key,
    /// The units that have both values.
    pub pairs: Vec<Pair>,
    /// How many units lack one of the two values, by the more serious reason, in the order of
    /// [`Absence::ALL`](crate::data::Absence::ALL).
    pub absent: [usize; 3],
    /// Which they are, as positions among the rows of both axes.
    pub left_out: Vec<usize>,
    /// Overall values of the ATS, if neither is a count and so both are on the scale of the units.
    pub overall: Option<[f64; 2]>,
    /// Pearson's r, with its two-sided p.
    pub pearson: Result<Correlation, StatsError>,
    /// Spearman's rho, with its two-sided p.
    pub spearman: Result<Correlation, StatsError>,
    /// The least-squares line with its band.
    pub line: Result<Line, StatsError>,
    /// The lowess curve by ascending x, if asked for.
    pub curve: Option<Result<Vec<[f64; 2]>, StatsError>>,
    /// The split plane, if asked for and possible.
    pub quadrants: Option<Quadrants>,
    /// Names of the quadrants, in the order of [`Quadrants::counts`].
    pub quadrant_names: QuadrantNames,
    /// What x and y are said to refer to.
    pub(super) stated: [Reference; 2],
    /// Positions in `pairs` of outliers, the most extreme first.
    pub outliers: Vec<usize>,
}

impl ScatterModel {
    /// For each axis, whether most points crowd at the low end of a linear one, where a logarithmic one would spread them.
    pub fn crowds(&self) -> [bool; 2] {
        const CROWDED: f64 = 0.2;
        let crowds = |value: fn(&Pair) -> f64| {
            let mut all: Vec<f64> = self.pairs.iter().map(value).collect();
            all.sort_by(f64::total_cmp);
            let (Some(low), Some(high)) = (all.first(), all.last()) else { return false };
            *low > 0.0 && all[all.len() / 2] - low < CROWDED * (high - low)
        };
        [crowds(|pair| pair.x), crowds(|pair| pair.y)]
    }

    /// How many units lack one of the two values.
    pub fn missing(&self) -> usize {
        self.absent.iter().sum()
    }

    /// Whether the pairs are all units of the level: not a sample, so that p tests nothing.
    pub(crate) fn is_census(&self) -> bool {
        self.missing() == 0 && !self.pairs.is_empty() && !self.of_areas
    }

    /// What may be told of the relation; `None` without coefficients.
    pub(crate) fn relation(&self) -> Option<Relation> {
        let (Ok(r), Ok(rho)) = (&self.pearson, &self.spearman) else { return None };
        Some(Relation::of(self.pairs.len(), r.r, rho.r))
    }

    /// What x and y refer to if it differs, so that each name needs its own.
    pub(crate) fn own_dates(&self) -> Option<[Reference; 2]> {
        (self.stated[0] != self.stated[1]).then_some(self.stated)
    }

    /// The qualities to mark, if values differ in quality: one shared by all is said in words.
    pub(crate) fn uncertain(&self) -> Vec<Quality> {
        let graded: Vec<Graded> = self.pairs.iter().map(|pair| (Ok(pair.y), pair.quality)).collect();
        match quality::shared(&graded) {
            Some(_) => Vec::new(),
            None => graded.into_iter().map(|(_, quality)| quality).filter(|own| !own.is_final()).collect(),
        }
    }

    /// Gives the points the colours of their units on a map shown beside, if their colours have no other meaning.
    pub fn colour_as_map(&mut self, colour_of: impl Fn(usize) -> Option<Rgb>) {
        if self.key.entries.is_empty() {
            self.pairs.iter_mut().for_each(|pair| pair.on_map = colour_of(pair.unit));
        }
    }

    /// The smallest and the largest x; `None` without points.
    pub fn span(&self) -> Option<(f64, f64)> {
        let of = |pick: fn(f64, f64) -> f64| self.pairs.iter().map(|pair| pair.x).reduce(pick);
        of(f64::min).zip(of(f64::max))
    }

    /// The positions of the others, where the points are so few that each can have its name: they have one where there is room.
    pub(super) fn nameable(&self, spec: &ScatterSpec, labelled: &[usize]) -> Vec<usize> {
        const FEW: usize = 25;
        if self.pairs.len() > FEW || !spec.view.label_outliers {
            return Vec::new();
        }
        (0..self.pairs.len()).filter(|i| !labelled.contains(i)).collect()
    }

    /// The positions in `pairs` of those to be labelled, the most important first: selected ones by name, then
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
        // Areas of a table are few, and no map shows which is which.
        if self.of_areas && spec.view.label_selected {
            let rest: Vec<usize> = (0..self.pairs.len()).filter(|i| !wanted.contains(i)).collect();
            wanted.extend(rest);
        }
        wanted
    }
}
