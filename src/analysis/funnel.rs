//! Areas by size, and the limits of chance around a benchmark.

use crate::stats::compare::{Basis, Side};
use crate::stats::funnel::{Dispersion, dispersion, limits, score};
use crate::stats::intervals::{Confidence, Interval};

use super::counted::Counted;

/// How far an area lies outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Within the 95% limits.
    Within,
    /// Between the 95% and the 99.8% limits.
    Beyond95(Side),
    /// Beyond the 99.8% limits.
    Beyond998(Side),
}

impl Place {
    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Beyond95(_) => "beyond_95",
            Self::Beyond998(_) => "beyond_99.8",
        }
    }

    /// The side it is on.
    pub fn side(self) -> Side {
        match self {
            Self::Within => Side::Alike,
            Self::Beyond95(side) | Self::Beyond998(side) => side,
        }
    }
}

/// An area of the funnel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Its position in the table.
    pub unit: usize,
    pub numerator: f64,
    /// Its size.
    pub denominator: f64,
    /// Its rate per head.
    pub rate: f64,
    /// How many standard errors away from the benchmark.
    pub score: Option<f64>,
    pub place: Place,
}

/// A funnel plot: its areas and its limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    pub basis: Basis,
    /// The benchmark, per head.
    pub benchmark: f64,
    /// `None` for fewer than five areas.
    pub dispersion: Option<Dispersion>,
    /// What the limits are widened by.
    pub factor: f64,
    pub points: Vec<Point>,
}

impl Funnel {
    /// The areas around a benchmark per head. Limits are widened by overdispersion if `widened`.
    ///
    /// `counts` are the areas with a value: position, numerator, denominator. Those whose numerator is no count are left
    /// out.
    pub fn new(counts: &[(usize, (f64, f64))], benchmark: f64, basis: Basis, widened: bool) -> Self {
        let is_count = |numerator: f64, denominator: f64| {
            basis.interval(numerator, denominator, Confidence::P95).is_ok()
        };
        let sound: Vec<(usize, f64, f64)> = counts
            .iter()
            .filter(|(_, (numerator, denominator))| is_count(*numerator, *denominator))
            .map(|(unit, (numerator, denominator))| (*unit, *numerator, *denominator))
            .collect();
        let scores: Vec<f64> = sound.iter().filter_map(|(_, x, n)| score(*x, *n, benchmark, basis)).collect();
        let dispersion = dispersion(&scores);
        let factor = dispersion.filter(|_| widened).map_or(1.0, Dispersion::factor);
        let points = sound
            .into_iter()
            .map(|(unit, numerator, denominator)| {
                let rate = numerator / denominator;
                let side = |confidence| {
                    // Not widened, the limits are those of the interval, which decides.
                    match basis.interval(numerator, denominator, confidence) {
                        Ok(interval) if factor == 1.0 => Side::of(interval, benchmark),
                        _ => {
                            let limits = limits(benchmark, denominator, basis, confidence, factor);
                            if rate < limits.lower {
                                Side::Below
                            } else if rate > limits.upper {
                                Side::Above
                            } else {
                                Side::Alike
                            }
                        }
                    }
                };
                let place = match (side(Confidence::P95), side(Confidence::P998)) {
                    (Side::Alike, _) => Place::Within,
                    (side, Side::Alike) => Place::Beyond95(side),
                    (_, side) => Place::Beyond998(side),
                };
                Point {
                    unit,
                    numerator,
                    denominator,
                    rate,
                    score: score(numerator, denominator, benchmark, basis),
                    place,
                }
            })
            .collect();
        Self { basis, benchmark, dispersion, factor, points }
    }

    /// The funnel of a table, around a benchmark in the unit of the indicator or else the rate of all its areas together.
    /// `None` where no area has a rate.
    pub fn of(counted: &Counted, benchmark: Option<f64>, widened: bool) -> Option<Self> {
        let counts: Vec<_> = counted.known().collect();
        let sum = |of: fn(&(usize, (f64, f64))) -> f64| counts.iter().map(of).sum::<f64>();
        let (numerator, denominator) = (sum(|(_, (x, _))| *x), sum(|(_, (_, n))| *n));
        if denominator <= 0.0 {
            return None;
        }
        let benchmark = benchmark.map_or(numerator / denominator, |value| value / counted.multiplier);
        Some(Self::new(&counts, benchmark, counted.basis, widened))
    }

    /// The limits for an area of a size, per head.
    pub fn limits(&self, denominator: f64, confidence: Confidence) -> Interval {
        limits(self.benchmark, denominator, self.basis, confidence, self.factor)
    }

    /// How many areas lie beyond the limits of 95%, and of these beyond those of 99.8%.
    pub fn outside(&self) -> [usize; 2] {
        let count = |is: fn(&Place) -> bool| self.points.iter().filter(|point| is(&point.place)).count();
        [count(|place| *place != Place::Within), count(|place| matches!(place, Place::Beyond998(_)))]
    }
}
