//! Sen's slope.

use crate::stats::intervals::{Confidence, Interval};
use crate::stats::pairs::check_values;
use crate::stats::{Axis, StatsError};

/// A slope that a few outlying points cannot turn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// The median of the slopes of all pairs, in units of the values per unit of time.
    pub slope: f64,
    pub interval: Interval,
}

/// The median of the slopes of all pairs of points, with its interval.
///
/// P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", *Journal of the American Statistical
/// Association* 63, 1968. The interval goes from the slope of rank (N − z·√Var S)/2 to that of rank (N + z·√Var S)/2 + 1,
/// both rounded, N being the number of slopes; with ties in the variance as in Mann–Kendall's test.
/// `scipy.stats.theilslopes`. Times may have gaps, which the caller knows better than to cross. O(n² log n).
///
/// # Errors
///
/// Fewer than three points, lengths that differ, times that are all equal, values that are not finite.
pub fn sen(times: &[f64], values: &[f64], confidence: Confidence) -> Result<Slope, StatsError> {
    if times.len() != values.len() {
        return Err(StatsError::LengthMismatch { x: times.len(), y: values.len() });
    }
    check_values(times)?;
    check_values(values)?;
    let n = values.len();
    if n < 3 {
        return Err(StatsError::TooFew { n, needed: 3 });
    }
    let mut slopes = Vec::new();
    for i in 0..n {
        for j in i + 1..n {
            let by = times[j] - times[i];
            if by != 0.0 {
                slopes.push((values[j] - values[i]) / by);
            }
        }
    }
    if slopes.is_empty() {
        return Err(StatsError::NoVariation { which: Axis::X });
    }
    slopes.sort_unstable_by(f64::total_cmp);
    let count = slopes.len();
    let slope = f64::midpoint(slopes[(count - 1) / 2], slopes[count / 2]);
    let term = |n: usize| (n * n.saturating_sub(1) * (2 * n + 5)) as f64;
    let tied = |of: &[f64]| {
        let mut sorted = of.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        sorted.chunk_by(|a, b| a == b).map(|same| term(same.len())).sum::<f64>()
    };
    let reach = confidence.z() * ((term(n) - tied(times) - tied(values)).max(0.0) / 18.0).sqrt();
    let upper = ((count as f64 + reach) / 2.0).round_ties_even() as usize;
    let lower = ((count as f64 - reach) / 2.0).round_ties_even() - 1.0;
    let interval = Interval { lower: slopes[lower.max(0.0) as usize], upper: slopes[upper.min(count - 1)] };
    Ok(Slope { slope, interval })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    #[test]
    fn as_scipy() {
        for (arguments, theirs) in reference::rows("theil_slopes") {
            let (times, values) = arguments.split_at(arguments.len() / 2);
            let ours = sen(times, values, Confidence::P95).unwrap();
            reference::all_near(&[ours.slope, ours.interval.lower, ours.interval.upper], &theirs, 1e-12);
        }
    }

    #[test]
    fn one_wild_point_does_not_turn_it() {
        let times: Vec<f64> = (2010..2020).map(f64::from).collect();
        let mut values: Vec<f64> = times.iter().map(|t| 3.0 * t).collect();
        values[4] = 1e6;
        assert_eq!(sen(&times, &values, Confidence::P95).unwrap().slope, 3.0);
        assert_eq!(
            sen(&times[..2], &values[..2], Confidence::P95),
            Err(StatsError::TooFew { n: 2, needed: 3 })
        );
        let flat = sen(&times, &[4.0; 10], Confidence::P95).unwrap();
        assert_eq!((flat.slope, flat.interval), (0.0, Interval { lower: 0.0, upper: 0.0 }));
        assert!(sen(&[1.0; 5], &values[..5], Confidence::P95).is_err());
    }
}
