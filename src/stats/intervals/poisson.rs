//! The confidence interval of a count: exact for small counts, Byar's approximation from ten up.

use super::{Confidence, Interval, IntervalError};

/// The count from which Byar's approximation is used.
pub(crate) const EXACT_BELOW: f64 = 10.0;

/// The confidence interval of the expected number of events, given that `count` were observed.
///
/// Below `EXACT_BELOW` it is exact: the values of μ for which P(X ≥ x) and P(X ≤ x) equal the probability left out at
/// each end, F. Garwood, "Fiducial limits for the Poisson distribution", *Biometrika* 28, 1936 (half of the χ²
/// quantile on 2x and on 2x + 2 degrees of freedom). From there up it is Byar's approximation: x(1 − 1/9x − z/3√x)³
/// for the lower end and, with x + 1 for x and + z for − z, for the upper: N. E. Breslow, N. E. Day, *Statistical
/// Methods in Cancer Research* II, 1987, p. 69. From ten up it is within 0.2% of the exact interval at 95%, and
/// within 1.5% at 99.8%.
///
/// For a rate or a ratio of counts, scale by `multiplier / denominator`. O(1).
///
/// # Errors
///
/// [`IntervalError::NotACount`].
pub fn poisson(count: f64, confidence: Confidence) -> Result<Interval, IntervalError> {
    if !count.is_finite() || count < 0.0 || count.fract() != 0.0 {
        return Err(IntervalError::NotACount);
    }
    Ok(if count < EXACT_BELOW { exact(count as u32, confidence.tail()) } else { byar(count, confidence.z()) })
}

fn byar(x: f64, z: f64) -> Interval {
    let end = |x: f64, z: f64| x * (1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt())).powi(3);
    Interval { lower: end(x, -z), upper: end(x + 1.0, z) }
}

fn exact(x: u32, tail: f64) -> Interval {
    // P(X ≥ x) rises with μ and P(X ≤ x) falls; the largest end searched for, that of 9 at 99.8%, is 23.
    let lower = if x == 0 { 0.0 } else { root(|mu| at_least(x, mu) < tail) };
    let upper = if x == 0 { -tail.ln() } else { root(|mu| at_most(x, mu) > tail) };
    Interval { lower, upper }
}

/// The largest number from 0 to 64 for which `below` is true, by bisection down to adjacent floating-point numbers.
fn root(below: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 64.0);
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return high;
        }
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// P(X ≤ x) of a Poisson variable.
fn at_most(x: u32, mu: f64) -> f64 {
    let mut term = (-mu).exp();
    let mut sum = term;
    for k in 1..=x {
        term *= mu / f64::from(k);
        sum += term;
    }
    sum
}

/// P(X ≥ x), summed upwards so that a small probability keeps its digits.
fn at_least(x: u32, mu: f64) -> f64 {
    let mut term = (1..=x).fold((-mu).exp(), |term, k| term * mu / f64::from(k));
    let mut sum = term;
    for k in x + 1.. {
        term *= mu / f64::from(k);
        sum += term;
        // Past the mean the terms shrink ever faster.
        if f64::from(k) > mu && term <= sum * f64::EPSILON / 4.0 {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The exact limits from Garwood's published tables.
    #[test]
    fn as_published() {
        let table = [
            (0.0, 0.0, 3.689),
            (1.0, 0.0253, 5.572),
            (2.0, 0.2422, 7.225),
            (5.0, 1.6235, 11.668),
            (9.0, 4.1154, 17.085),
        ];
        for (count, lower, upper) in table {
            let ours = poisson(count, Confidence::P95).unwrap();
            assert!((ours.lower - lower).abs() < 6e-5 && (ours.upper - upper).abs() < 6e-4, "{ours:?}");
        }
    }

    #[test]
    fn byar_is_near_the_exact_one_where_it_takes_over() {
        for (confidence, within) in [(Confidence::P95, 0.002), (Confidence::P998, 0.015)] {
            for x in 10..25_u32 {
                let (byar, exact) = (byar(f64::from(x), confidence.z()), exact(x, confidence.tail()));
                assert!((byar.lower / exact.lower - 1.0).abs() < within, "{x}: {byar:?} {exact:?}");
                assert!((byar.upper / exact.upper - 1.0).abs() < within, "{x}: {byar:?} {exact:?}");
            }
        }
    }

    #[test]
    fn intervals_grow_with_the_count_and_hold_it() {
        for confidence in Confidence::ALL {
            let mut before = Interval { lower: -1.0, upper: 0.0 };
            for x in 0..200 {
                let now = poisson(f64::from(x), confidence).unwrap();
                assert!(now.lower > before.lower && now.upper > before.upper, "{x}");
                assert!(now.contains(f64::from(x)));
                before = now;
            }
        }
    }

    #[test]
    fn what_is_no_count_is_refused() {
        for x in [-1.0, 2.5, f64::NAN, f64::INFINITY] {
            assert_eq!(poisson(x, Confidence::P95), Err(IntervalError::NotACount));
        }
        assert_eq!(poisson(-0.0, Confidence::P95).unwrap().lower, 0.0);
    }
}
