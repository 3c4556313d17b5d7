//! What a local statistic says of each unit.

use super::permute::{Extreme, Permutations, two_sided};

use super::weights::Weights;
use crate::stats::refused::Refused;

/// The least number of units for any statistic of space.
pub const LEAST_UNITS: usize = 4;

/// The results of a local statistic, one for each unit; `None` for units without neighbours.
#[derive(Debug, Clone, PartialEq)]
pub struct Local {
    pub statistic: Vec<Option<f64>>,
    /// Two-sided pseudo p-values.
    pub p: Vec<Option<f64>>,
    /// Half of them before they are cut at 1: `p_sim` of `esda`, and what GeoDa shows.
    pub directed: Vec<Option<f64>>,
    pub permutations: Permutations,
}

impl Local {
    pub(super) fn new(
        weights: &Weights,
        statistic: Vec<f64>,
        extremes: &[Extreme],
        permutations: Permutations,
    ) -> Self {
        let has: Vec<bool> = weights.counts().map(|count| count > 0).collect();
        let directed = |i: usize| has[i].then(|| permutations.directed(extremes[i]));
        let directed: Vec<Option<f64>> = (0..has.len()).map(directed).collect();
        Self {
            statistic: statistic.into_iter().zip(&has).map(|(x, has)| has.then_some(x)).collect(),
            p: directed.iter().map(|p| p.map(two_sided)).collect(),
            directed,
            permutations,
        }
    }
}

/// The deviations from the mean and their standard deviation (denominator n), after checking what all statistics of
/// space need.
pub(super) fn deviations(
    values: &[f64],
    weights: &Weights,
    variable: usize,
) -> Result<(Vec<f64>, f64), Refused> {
    let n = values.len();
    if n != weights.len() {
        return Err(Refused::LengthMismatch { found: n, wanted: weights.len() });
    }
    if n < LEAST_UNITS {
        return Err(Refused::TooFew { n, needed: LEAST_UNITS });
    }
    if values.iter().any(|x| !x.is_finite()) {
        return Err(Refused::NotFinite);
    }
    if weights.counts().all(|count| count == 0) {
        return Err(Refused::NoNeighbours);
    }
    let mean = crate::stats::moments::mean(values);
    let largest = values.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    let z: Vec<f64> = values.iter().map(|x| x - mean).collect();
    let sd = (z.iter().map(|z| z * z).sum::<f64>() / n as f64).sqrt();
    // A constant may leave the rounding of its mean.
    if values.iter().all(|x| *x == values[0]) || sd <= 1e-14 * largest {
        return Err(Refused::Constant { variable: Some(variable) });
    }
    if !sd.is_finite() {
        return Err(Refused::NotFinite);
    }
    Ok((z, sd))
}
