//! Moran's I: whether units near each other have values that are alike.

use super::local::deviations;
use super::permute::{self, Permutations, two_sided};
use super::weights::Weights;
use crate::stats::{normal, refused::Refused};

/// Moran's I with its inference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moran {
    pub i: f64,
    /// −1/(n − 1): the mean without any pattern.
    pub expected: f64,
    /// The variance under randomisation: the values are given, and where they are is chance.
    pub variance: f64,
    /// (I − expected)/√variance and its two-sided normal p-value.
    pub z: f64,
    pub p_normal: f64,
    /// The two-sided pseudo p-value by permutation, and `p_sim` of `esda`.
    pub p: f64,
    pub directed: f64,
    pub permutations: Permutations,
}

/// Moran's I of values.
///
/// I = n/S0 · Σᵢ Σⱼ w_ij zᵢ zⱼ / Σ zᵢ², z being deviations from the mean (P. A. P. Moran, "Notes on continuous stochastic
/// phenomena", *Biometrika* 37, 1950); moments under randomisation of A. D. Cliff, J. K. Ord, *Spatial Processes*, 1981,
/// 2.3. Positive: neighbours are alike; near −1/(n − 1): no pattern; negative: neighbours differ. `esda.Moran`.
/// O(permutations · pairs).
///
/// # Errors
/// Fewer than four units, a constant, no neighbours at all.
pub fn moran(values: &[f64], weights: &Weights, permutations: Permutations) -> Result<Moran, Refused> {
    let (z, _) = deviations(values, weights, 0)?;
    let sums = weights.sums();
    let n = z.len() as f64;
    let squares: f64 = z.iter().map(|z| z * z).sum();
    let statistic = |z: &[f64]| n / sums.s0 * cross(z, z, weights) / squares;
    let i = statistic(&z);
    let expected = -1.0 / (n - 1.0);
    let variance = variance(&z, squares, weights);
    let simulated = permute::global(&z, permutations, i, statistic);
    let directed = permutations.directed(simulated.extreme);
    let score = (i - expected) / variance.sqrt();
    Ok(Moran {
        i,
        expected,
        variance,
        z: score,
        p_normal: normal::two_sided(score),
        p: two_sided(directed),
        directed,
        permutations,
    })
}

/// The variance under randomisation.
fn variance(z: &[f64], squares: f64, weights: &Weights) -> f64 {
    let sums = weights.sums();
    let (n, s02) = (z.len() as f64, sums.s0 * sums.s0);
    let kurtosis = z.iter().map(|z| z.powi(4)).sum::<f64>() / n / (squares / n).powi(2);
    let a = n * ((n * n - 3.0 * n + 3.0) * sums.s1 - n * sums.s2 + 3.0 * s02);
    let b = kurtosis * ((n * n - n) * sums.s1 - 2.0 * n * sums.s2 + 6.0 * s02);
    (a - b) / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s02) - (n - 1.0).powi(-2)
}

/// The bivariate Moran's I: whether units whose first value is high have neighbours whose second is.
///
/// I = Σᵢ zxᵢ Σⱼ w_ij zyⱼ / (n − 1), with scores by the sample standard deviation (L. Anselin, I. Syabri, O. Smirnov,
/// "Visualizing multivariate spatial correlation with dynamically linked windows", 2002); the second is permuted. It mixes the
/// correlation of the two in the same place with that across neighbours: read it beside their correlation.
/// `esda.Moran_BV`. Its moments are those of the permutations, so `expected` and `variance` depend on the seed.
///
/// # Errors
/// As [`moran`], for either variable.
pub fn moran_bivariate(
    x: &[f64],
    y: &[f64],
    weights: &Weights,
    permutations: Permutations,
) -> Result<Moran, Refused> {
    let (zx, sx) = deviations(x, weights, 0)?;
    let (zy, sy) = deviations(y, weights, 1)?;
    let n = zx.len() as f64;
    let scale = n * sx * sy;
    let statistic = |zy: &[f64]| cross(&zx, zy, weights) / scale;
    let i = statistic(&zy);
    let simulated = permute::global(&zy, permutations, i, statistic);
    let count = simulated.values.len().max(1) as f64;
    let expected = simulated.values.iter().sum::<f64>() / count;
    let variance = simulated.values.iter().map(|i| (i - expected).powi(2)).sum::<f64>() / count;
    let directed = permutations.directed(simulated.extreme);
    let score = (i - expected) / variance.sqrt();
    Ok(Moran {
        i,
        expected,
        variance,
        z: score,
        p_normal: normal::two_sided(score),
        p: two_sided(directed),
        directed,
        permutations,
    })
}

/// Σᵢ aᵢ · lag(b)ᵢ.
fn cross(a: &[f64], b: &[f64], weights: &Weights) -> f64 {
    let row = |(i, a): (usize, &f64)| {
        let row = weights.of(i);
        a * row.iter().map(|&j| b[j as usize]).sum::<f64>() / row.len().max(1) as f64
    };
    a.iter().enumerate().map(row).sum()
}

/// A point of Moran's scatterplot: the score of a unit, and the mean score of its neighbours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScatterPoint {
    pub own: f64,
    /// `None` without neighbours.
    pub neighbours: Option<f64>,
}

/// Moran's scatterplot: the slope of the least-squares line through it is Moran's I where every unit has neighbours.
///
/// L. Anselin, "The Moran scatterplot as an ESDA tool to assess local instability in spatial association", 1996.
///
/// # Errors
/// As [`moran`].
pub fn scatter(values: &[f64], weights: &Weights) -> Result<Vec<ScatterPoint>, Refused> {
    let (z, sd) = deviations(values, weights, 0)?;
    let z: Vec<f64> = z.iter().map(|z| z / sd).collect();
    let lag = weights.lag(&z);
    let point =
        |i: usize| ScatterPoint { own: z[i], neighbours: (!weights.of(i).is_empty()).then_some(lag[i]) };
    Ok((0..z.len()).map(point).collect())
}
