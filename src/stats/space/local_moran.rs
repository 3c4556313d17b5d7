//! Local Moran: where values like (or unlike) those of the neighbours are.

use super::local::{Local, deviations};
use super::permute::{self, Permutations};
use super::weights::Weights;
use crate::stats::refused::Refused;

/// The quadrant of Moran's scatterplot: the unit's value and its neighbours' mean, above or below the mean of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quadrant {
    HighHigh,
    LowLow,
    HighLow,
    LowHigh,
}

impl Quadrant {
    /// All, in the order of legends.
    pub const ALL: [Self; 4] = [Self::HighHigh, Self::LowLow, Self::HighLow, Self::LowHigh];

    pub fn id(self) -> &'static str {
        match self {
            Self::HighHigh => "high_high",
            Self::LowLow => "low_low",
            Self::HighLow => "high_low",
            Self::LowHigh => "low_high",
        }
    }

    fn of(own: f64, neighbours: f64) -> Self {
        match (own > 0.0, neighbours > 0.0) {
            (true, true) => Self::HighHigh,
            (false, false) => Self::LowLow,
            (true, false) => Self::HighLow,
            (false, true) => Self::LowHigh,
        }
    }
}

/// Local Moran's I of each unit, and its quadrant whether or not it is significant.
///
/// Iᵢ = (n − 1)·zᵢ·Σⱼ w_ij zⱼ / Σ zⱼ² (L. Anselin, "Local indicators of spatial association – LISA", *Geographical
/// Analysis* 27(2), 1995), by conditional permutation. `esda.Moran_Local`. O(permutations · n).
///
/// # Errors
/// Fewer than four units, a constant, no neighbours at all.
pub fn local_moran(
    values: &[f64],
    weights: &Weights,
    permutations: Permutations,
) -> Result<(Local, Vec<Option<Quadrant>>), Refused> {
    let (z, sd) = deviations(values, weights, 0)?;
    Ok(of_deviations(&z, sd, &z, sd, weights, permutations))
}

/// Bivariate local Moran: whether a unit's first value is like its neighbours' second.
///
/// Iᵢ = (n − 1)·zxᵢ·Σⱼ w_ij zyⱼ / Σ zxⱼ², both as scores; the neighbours' second values are permuted. `esda.Moran_Local_BV`.
///
/// # Errors
/// As [`local_moran`], for either variable.
pub fn local_moran_bivariate(
    x: &[f64],
    y: &[f64],
    weights: &Weights,
    permutations: Permutations,
) -> Result<(Local, Vec<Option<Quadrant>>), Refused> {
    let (zx, sx) = deviations(x, weights, 0)?;
    let (zy, sy) = deviations(y, weights, 1)?;
    Ok(of_deviations(&zx, sx, &zy, sy, weights, permutations))
}

fn of_deviations(
    zx: &[f64],
    sx: f64,
    zy: &[f64],
    sy: f64,
    weights: &Weights,
    permutations: Permutations,
) -> (Local, Vec<Option<Quadrant>>) {
    let n = zx.len() as f64;
    let lag = weights.lag(zy);
    // With scores, (n − 1)/Σz² is (n − 1)/n.
    let scale = (n - 1.0) / n / (sx * sy);
    let statistic: Vec<f64> = zx.iter().zip(&lag).map(|(z, lag)| scale * z * lag).collect();
    let judge = |i: usize, mean: f64, _: f64| scale * zx[i] * mean;
    let extremes = permute::conditional(weights, [zy, zy], permutations, &statistic, judge);
    let quadrant = |i: usize| (!weights.of(i).is_empty()).then(|| Quadrant::of(zx[i], lag[i]));
    let quadrants = (0..zx.len()).map(quadrant).collect();
    (Local::new(weights, statistic, &extremes, permutations), quadrants)
}
