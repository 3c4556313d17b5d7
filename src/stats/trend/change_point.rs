//! The point at which a series changed its level.

use crate::stats::StatsError;
use crate::stats::pairs::check_values;

/// A possible change of level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangePoint {
    pub n: usize,
    /// The last point before the change, from 0.
    pub last_before: usize,
    /// Pettitt's K.
    pub k: f64,
    /// The approximate p-value under no change.
    pub p: f64,
}

impl ChangePoint {
    /// The fewest points: below, the approximation of p holds no more.
    pub const FEWEST: usize = 10;
}

/// Pettitt's test for one change of level.
///
/// U(t) = Σ sign(xⱼ − xᵢ) over i ≤ t < j, K = max |U(t)|, p ≈ 2·exp(−6K²/(n³ + n²)): A. N. Pettitt, "A non-parametric
/// approach to the change-point problem", *Applied Statistics* 28(2), 1979. A steady trend gives a change in its middle
/// too: it says that the level differs, not that something happened. The first of equal maxima is taken. O(n²).
///
/// # Errors
///
/// Fewer than ten points, values that are not finite.
pub fn change_point(values: &[f64]) -> Result<ChangePoint, StatsError> {
    check_values(values)?;
    let n = values.len();
    if n < ChangePoint::FEWEST {
        return Err(StatsError::TooFew { n, needed: ChangePoint::FEWEST });
    }
    let rise = |t: usize| -> f64 {
        let sign = |a: f64, b: f64| {
            if b > a {
                1.0
            } else if b < a {
                -1.0
            } else {
                0.0
            }
        };
        values[..=t].iter().flat_map(|a| values[t + 1..].iter().map(|b| sign(*a, *b))).sum()
    };
    let (mut last_before, mut k) = (0, -1.0);
    for t in 0..n - 1 {
        let found = rise(t).abs();
        if found > k {
            (last_before, k) = (t, found);
        }
    }
    let size = n as f64;
    let p = (2.0 * (-6.0 * k * k / (size.powi(3) + size.powi(2))).exp()).min(1.0);
    Ok(ChangePoint { n, last_before, k, p })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    #[test]
    fn as_the_formula_in_numpy() {
        for (values, theirs) in reference::rows("pettitt") {
            let ours = change_point(&values).unwrap();
            reference::all_near(&[ours.last_before as f64, ours.k, ours.p], &theirs, 1e-12);
        }
    }

    #[test]
    fn short_series_are_refused_and_constants_have_none() {
        assert_eq!(change_point(&[1.0; 9]), Err(StatsError::TooFew { n: 9, needed: 10 }));
        assert_eq!(change_point(&[1.0; 12]).unwrap().p, 1.0);
    }
}
