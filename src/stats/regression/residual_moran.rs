//! Whether what a model leaves unexplained has a pattern in space.

use super::design::dot;
use super::multiple::Model;
use crate::stats::{normal, refused::Refused, space::Weights};

/// Moran's I of residuals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ResidualMoran {
    pub i: f64,
    pub expected: f64,
    pub variance: f64,
    pub z: f64,
    /// Two-sided, normal.
    pub p: f64,
}

/// Moran's I of the residuals of a model without weights, with moments that take the estimated coefficients into account.
///
/// E = −n·tr(A)/(S0·(n − k)), A = (X'X)⁻¹X'UX with U = (W + W')/2; the variance is that of A. D. Cliff, J. K. Ord, *Spatial
/// Processes*, 1981, 8.3. `spreg.MoranRes`. Residuals of a regression are not free, so permuting them would be wrong. A small p:
/// neighbours have something in common that the model lacks, and its p-values are too small.
///
/// # Errors
/// Weights for other units, no neighbours, a model with weights (for which the moments are not known).
pub fn residual_moran(model: &Model, weights: &Weights) -> Result<ResidualMoran, Refused> {
    let n = model.n;
    if weights.len() != n {
        return Err(Refused::LengthMismatch { found: weights.len(), wanted: n });
    }
    if weights.counts().all(|count| count == 0) {
        return Err(Refused::NoNeighbours);
    }
    let e = &model.residuals;
    let sums = weights.sums();
    let lag = weights.lag(e);
    let i = n as f64 / sums.s0 * dot(e, &lag) / dot(e, e);
    // In an orthonormal basis of the variables (X'X)⁻¹ disappears, and the traces stay.
    let q = &model.design.q;
    let z: Vec<Vec<f64>> = q.iter().map(|q| symmetric_lag(weights, q)).collect();
    let k = q.len();
    let a = |r: usize, c: usize| dot(&q[r], &z[c]);
    let trace: f64 = (0..k).map(|j| a(j, j)).sum();
    let trace_of_square: f64 =
        (0..k).flat_map(|r| (0..k).map(move |c| (r, c))).map(|(r, c)| a(r, c) * a(c, r)).sum();
    let trace_b: f64 = 4.0 * z.iter().map(|z| dot(z, z)).sum::<f64>();
    let (n, k) = (n as f64, k as f64);
    let expected = -n * trace / (sums.s0 * (n - k));
    let inner = sums.s1 + 2.0 * trace_of_square - trace_b - 2.0 * trace * trace / (n - k);
    let variance = n * n / (sums.s0 * sums.s0 * (n - k) * (n - k + 2.0)) * inner;
    let score = (i - expected) / variance.sqrt();
    Ok(ResidualMoran { i, expected, variance, z: score, p: normal::two_sided(score) })
}

/// (W + W')/2 times a vector.
fn symmetric_lag(weights: &Weights, values: &[f64]) -> Vec<f64> {
    let mut lag: Vec<f64> = weights.lag(values).into_iter().map(|lag| lag / 2.0).collect();
    for (i, value) in values.iter().enumerate() {
        let row = weights.of(i);
        for &j in row {
            lag[j as usize] += value / row.len() as f64 / 2.0;
        }
    }
    lag
}
