//! Getis and Ord's Gi*: where high values, or low ones, are near each other.

use super::local::{Local, deviations};
use super::permute::{self, Permutations};
use super::weights::Weights;
use crate::stats::refused::Refused;

/// Gi* of each unit, and its z-score: positive where high values are near each other (the unit among them), negative where
/// low ones are.
///
/// Gᵢ* = Σⱼ w_ij xⱼ / Σ xⱼ with the unit itself among the j, all with the weight 1/(kᵢ + 1) (J. K. Ord, A. Getis, "Local spatial
/// autocorrelation statistics", *Geographical Analysis* 27(4), 1995), by conditional permutation; the z-score has the
/// analytical moments. `esda.G_Local(star=True, transform="R")`. O(permutations · n).
///
/// # Errors
/// Negative values, fewer than four units, a constant, no neighbours at all.
pub fn getis_star(
    values: &[f64],
    weights: &Weights,
    permutations: Permutations,
) -> Result<(Local, Vec<Option<f64>>), Refused> {
    deviations(values, weights, 0)?;
    if values.iter().any(|x| *x < 0.0) {
        return Err(Refused::Negative);
    }
    let n = values.len() as f64;
    let total: f64 = values.iter().sum();
    let counts: Vec<f64> = weights.counts().map(|count| count as f64).collect();
    let lag = weights.lag(values);
    let with_own = |i: usize, mean: f64| (counts[i] * mean + values[i]) / (counts[i] + 1.0) / total;
    let statistic: Vec<f64> = (0..values.len()).map(|i| with_own(i, lag[i])).collect();
    let judge = |i: usize, mean: f64, _: f64| with_own(i, mean);
    let extremes = permute::conditional(weights, [values, values], permutations, &statistic, judge);
    let mean = total / n;
    let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
    // Rows sum to one.
    let expected = 1.0 / n;
    let spread = (variance / (mean * mean)).sqrt() / n;
    let score = |(g, count): (&f64, &f64)| (*count > 0.0).then_some((g - expected) / spread);
    let scores = statistic.iter().zip(&counts).map(score).collect();
    Ok((Local::new(weights, statistic, &extremes, permutations), scores))
}
