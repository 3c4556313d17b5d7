//! Geary's c: how much neighbours differ.

use super::local::deviations;
use super::permute::{self, Permutations, two_sided};
use super::weights::Weights;
use crate::stats::{normal, refused::Refused};

/// Geary's c with its inference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Geary {
    /// 1 without any pattern, below it where neighbours are alike.
    pub c: f64,
    /// The variance under randomisation.
    pub variance: f64,
    pub z: f64,
    pub p_normal: f64,
    pub p: f64,
    pub directed: f64,
    pub permutations: Permutations,
}

/// Geary's c of values.
///
/// c = (n − 1)/(2·S0) · Σᵢ Σⱼ w_ij (xᵢ − xⱼ)² / Σ zᵢ² (R. C. Geary, "The contiguity ratio and statistical mapping", *The
/// Incorporated Statistician* 5, 1954); moments under randomisation of A. D. Cliff, J. K. Ord, *Spatial Processes*, 1981.
/// More sensitive than Moran's I to differences between single neighbours. `esda.Geary`. O(permutations · pairs).
///
/// # Errors
/// Fewer than four units, a constant, no neighbours at all.
pub fn geary(values: &[f64], weights: &Weights, permutations: Permutations) -> Result<Geary, Refused> {
    let (z, _) = deviations(values, weights, 0)?;
    let sums = weights.sums();
    let n = z.len() as f64;
    let squares: f64 = z.iter().map(|z| z * z).sum();
    let statistic = |z: &[f64]| {
        let row = |(i, own): (usize, &f64)| {
            let row = weights.of(i);
            row.iter().map(|&j| (own - z[j as usize]).powi(2)).sum::<f64>() / row.len().max(1) as f64
        };
        (n - 1.0) / (2.0 * sums.s0) * z.iter().enumerate().map(row).sum::<f64>() / squares
    };
    let c = statistic(&z);
    let s02 = sums.s0 * sums.s0;
    let k = z.iter().map(|z| z.powi(4)).sum::<f64>() / n / (squares / n).powi(2);
    let first = (n - 1.0) * sums.s1 * (n * n - 3.0 * n + 3.0 - (n - 1.0) * k);
    let second = (n - 1.0) * sums.s2 * (n * n + 3.0 * n - 6.0 - (n * n - n + 2.0) * k) / 4.0;
    let third = s02 * (n * n - 3.0 - (n - 1.0) * (n - 1.0) * k);
    let variance = (first - second + third) / (n * (n - 2.0) * (n - 3.0) * s02);
    let simulated = permute::global(&z, permutations, c, statistic);
    let directed = permutations.directed(simulated.extreme);
    let score = (c - 1.0) / variance.sqrt();
    Ok(Geary {
        c,
        variance,
        z: score,
        p_normal: normal::two_sided(score),
        p: two_sided(directed),
        directed,
        permutations,
    })
}
