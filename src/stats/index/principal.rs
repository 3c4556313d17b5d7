//! Weights by principal components.

use crate::stats::regression::eigen;

/// The weight of each indicator in the first principal component of the scores' correlations, and the share of the
/// variance that it explains.
///
/// K. Pearson, "On lines and planes of closest fit", *Philosophical Magazine* 2, 1901. Weights are the entries of the eigenvector with the
/// sign that makes their sum positive, divided by the sum of their sizes. A negative one says that the indicator moves against the
/// others whatever its polarity says: such an index contradicts itself, and the caller says so.
pub(super) fn weights(scores: &[Vec<f64>]) -> (Vec<f64>, f64) {
    let units = scores.first().map_or(0, Vec::len) as f64;
    let correlation = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>() / units;
    let matrix: Vec<Vec<f64>> =
        scores.iter().map(|a| scores.iter().map(|b| correlation(a, b)).collect()).collect();
    let (value, vector) = eigen(&matrix).into_iter().next().unwrap_or((f64::NAN, Vec::new()));
    let sign = if vector.iter().sum::<f64>() < 0.0 { -1.0 } else { 1.0 };
    let size: f64 = vector.iter().map(|x| x.abs()).sum();
    (vector.iter().map(|x| sign * x / size).collect(), value / scores.len() as f64)
}
