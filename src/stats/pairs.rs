//! Pairs of values, validated and centred.

use super::classes::MAX_MAGNITUDE;
use super::{Axis, StatsError};

/// Two variables measured on the same units, both with variation.
pub(super) struct Pairs {
    pub x: Centred,
    pub y: Centred,
}

/// A variable as its mean and the deviations from it.
pub(super) struct Centred {
    pub mean: f64,
    /// The deviations in units of `scale`: the largest lies between 1 and 2, so that squares neither overflow nor
    /// underflow.
    pub deviations: Vec<f64>,
    /// A power of two, so that scaling rounds nothing.
    pub scale: f64,
    /// Σd² over `deviations`.
    pub squares: f64,
    /// √Σd².
    pub norm: f64,
}

/// How close two variables are to a straight line.
pub(super) struct Alignment {
    /// Pearson's r, within ±1.
    pub r: f64,
    /// 1 − r², to full relative precision however near r is to ±1; 0 exactly where r is ±1.
    pub rest: f64,
}

/// The checks every method on two variables makes, in this order: equal lengths, finite values, magnitude, number of
/// pairs.
pub(super) fn check(x: &[f64], y: &[f64], needed: usize) -> Result<(), StatsError> {
    if x.len() != y.len() {
        return Err(StatsError::LengthMismatch { x: x.len(), y: y.len() });
    }
    check_values(x)?;
    check_values(y)?;
    if x.len() < needed {
        return Err(StatsError::TooFew { n: x.len(), needed });
    }
    Ok(())
}

/// The checks every method on a single variable makes.
pub(super) fn check_values(values: &[f64]) -> Result<(), StatsError> {
    if !values.iter().all(|v| v.is_finite()) {
        return Err(StatsError::NotFinite);
    }
    if values.iter().any(|v| v.abs() > MAX_MAGNITUDE) {
        return Err(StatsError::TooLarge { max: MAX_MAGNITUDE });
    }
    Ok(())
}

/// Whether the values are not all equal.
pub(super) fn varies(values: &[f64]) -> bool {
    values.iter().any(|v| *v != values[0])
}

impl Pairs {
    /// Checks the values and centres them. O(n).
    pub fn new(x: &[f64], y: &[f64], needed: usize) -> Result<Self, StatsError> {
        check(x, y, needed)?;
        let centred = |values: &[f64], which| Centred::new(values).ok_or(StatsError::NoVariation { which });
        Ok(Self { x: centred(x, Axis::X)?, y: centred(y, Axis::Y)? })
    }

    /// Pearson's r and 1 − r². O(n).
    ///
    /// With u and v the deviations scaled to unit vectors, r = u·v and 1 − r² = |u − v|²·|u + v|²/4. Computed from r
    /// itself, 1 − r² would lose every digit near ±1, just where the p-value depends on it.
    pub(crate) fn alignment(&self) -> Alignment {
        let (mut dot, mut apart, mut together) = (0.0, 0.0, 0.0);
        for (dx, dy) in self.x.deviations.iter().zip(&self.y.deviations) {
            let (u, v) = (dx / self.x.norm, dy / self.y.norm);
            dot += u * v;
            apart += (u - v) * (u - v);
            together += (u + v) * (u + v);
        }
        let rest = (apart * together / 4.0).min(1.0);
        if rest < f64::EPSILON {
            return Alignment { r: f64::signum(dot), rest: 0.0 };
        }
        Alignment { r: dot.clamp(-1.0, 1.0), rest }
    }
}

impl Centred {
    /// `None` where all values are equal.
    ///
    /// Everything is taken from the first value, so that a large common offset (a year, a coordinate) costs
    /// no digits.
    fn new(values: &[f64]) -> Option<Self> {
        if !varies(values) {
            return None;
        }
        let origin = values[0];
        let from_origin = values.iter().map(|v| v - origin);
        let offset = from_origin.clone().sum::<f64>() / values.len() as f64;
        let mut deviations: Vec<f64> = from_origin.map(|d| d - offset).collect();
        let scale = power_of_two(deviations.iter().fold(0.0, |most: f64, d| most.max(d.abs())));
        for d in &mut deviations {
            *d /= scale;
        }
        let squares = deviations.iter().map(|d| d * d).sum::<f64>();
        Some(Self { mean: origin + offset, deviations, scale, squares, norm: squares.sqrt() })
    }
}

/// The largest power of two not above a positive number; the least normal one for those below it.
fn power_of_two(x: f64) -> f64 {
    const EXPONENT: u64 = 0x7ff0_0000_0000_0000;
    f64::from_bits(x.to_bits() & EXPONENT).max(f64::MIN_POSITIVE)
}
