//! Local Geary: where units differ little, or much, from their neighbours.

use super::local::{Local, deviations};
use super::permute::{self, Permutations};
use super::weights::Weights;
use crate::stats::refused::Refused;

/// Local Geary's c of each unit.
///
/// cᵢ = Σⱼ w_ij (zᵢ − zⱼ)², z being scores (L. Anselin, "A local indicator of multivariate spatial association", *Geographical
/// Analysis* 51(2), 2019), by conditional permutation. Low: the neighbours are alike, at whatever level, middle values too.
/// `esda.Geary_Local`. O(permutations · n).
///
/// # Errors
/// Fewer than four units, a constant, no neighbours at all.
pub fn local_geary(values: &[f64], weights: &Weights, permutations: Permutations) -> Result<Local, Refused> {
    let (z, sd) = deviations(values, weights, 0)?;
    let z: Vec<f64> = z.iter().map(|z| z / sd).collect();
    let squares: Vec<f64> = z.iter().map(|z| z * z).collect();
    let own = |i: usize| {
        let row = weights.of(i);
        row.iter().map(|&j| (z[i] - z[j as usize]).powi(2)).sum::<f64>() / row.len().max(1) as f64
    };
    let statistic: Vec<f64> = (0..z.len()).map(own).collect();
    // The mean of (zᵢ − zⱼ)² over the neighbours is zᵢ² − 2zᵢ·mean(z) + mean(z²).
    let judge = |i: usize, mean: f64, mean_of_squares: f64| squares[i] - 2.0 * z[i] * mean + mean_of_squares;
    let extremes = permute::conditional(weights, [&z, &squares], permutations, &statistic, judge);
    Ok(Local::new(weights, statistic, &extremes, permutations))
}
