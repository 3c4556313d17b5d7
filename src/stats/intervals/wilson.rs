//! Wilson's confidence interval of a proportion.

use super::{Confidence, Interval, IntervalError};

/// The confidence interval of the proportion `part / whole`, from 0 to 1.
///
/// (2x + z² ∓ z·√(z² + 4x(1 − x/n))) / 2(n + z²): E. B. Wilson, "Probable inference, the law of succession, and
/// statistical inference", *Journal of the American Statistical Association* 22, 1927; without continuity correction.
/// It stays within 0 to 1, and a proportion of 0 or 1 is itself an end of its interval. `statsmodels`
/// `proportion_confint(method="wilson")`.
///
/// O(1).
///
/// # Errors
///
/// [`IntervalError::NoWhole`], [`IntervalError::NotAPart`].
pub fn wilson(part: f64, whole: f64, confidence: Confidence) -> Result<Interval, IntervalError> {
    if !whole.is_finite() || whole <= 0.0 {
        return Err(IntervalError::NoWhole);
    }
    if !(0.0..=whole).contains(&part) {
        return Err(IntervalError::NotAPart);
    }
    let z = confidence.z();
    let middle = 2.0 * part + z * z;
    let reach = z * (z * z + 4.0 * part * (1.0 - part / whole)).sqrt();
    let scale = 2.0 * (whole + z * z);
    let lower = if part == 0.0 { 0.0 } else { (middle - reach) / scale };
    let upper = if part == whole { 1.0 } else { (middle + reach) / scale };
    Ok(Interval { lower, upper })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", *Statistics in Medicine* 17,
    /// 1998, table I, method 3.
    #[test]
    fn as_published() {
        let table = [
            (81.0, 263.0, 0.2553, 0.3662),
            (15.0, 148.0, 0.0624, 0.1605),
            (0.0, 20.0, 0.0000, 0.1611),
            (1.0, 29.0, 0.0061, 0.1718),
        ];
        for (part, whole, lower, upper) in table {
            let ours = wilson(part, whole, Confidence::P95).unwrap();
            let near = |a: f64, b: f64| (a - b).abs() < 6e-5;
            assert!(near(ours.lower, lower) && near(ours.upper, upper), "{part}/{whole}: {ours:?}");
        }
    }

    #[test]
    fn the_ends_and_what_is_no_share() {
        assert_eq!(wilson(0.0, 5.0, Confidence::P998).unwrap().lower, 0.0);
        assert_eq!(wilson(5.0, 5.0, Confidence::P998).unwrap().upper, 1.0);
        for whole in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(wilson(0.0, whole, Confidence::P95), Err(IntervalError::NoWhole));
        }
        for part in [-1.0, 6.0, f64::NAN] {
            assert_eq!(wilson(part, 5.0, Confidence::P95), Err(IntervalError::NotAPart));
        }
    }
}
