//! Quantiles: classes with equal counts, as far as ties allow.

/// The upper edges of `k` classes: the quantiles 1/k, 2/k … 1. Ties can make them coincide. O(k).
pub(super) fn uppers(sorted: &[f64], k: usize) -> Vec<f64> {
    (1..=k).map(|j| quantile(sorted, j, k)).collect()
}

/// The quantile `j/k` of ascending values, interpolated between the two nearest. O(1).
///
/// Type 7 of R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", *The American Statistician* 50(4),
/// 1996; the default of R, NumPy and `mapclassify`. The position `(n − 1)·j/k` is computed in integers, so that a
/// quantile which falls on a value is exactly that value: computed from percentages it can come out just below and
/// push the value into the next class.
pub(in crate::stats) fn quantile(sorted: &[f64], j: usize, k: usize) -> f64 {
    let position = (sorted.len() - 1) * j;
    let (i, rest) = (position / k, position % k);
    if rest == 0 {
        return sorted[i];
    }
    let (below, above) = (sorted[i], sorted[i + 1]);
    (below + (above - below) * rest as f64 / k as f64).min(above)
}

#[cfg(test)]
mod tests {
    use super::{quantile, uppers};

    #[test]
    fn interpolates_between_the_two_nearest() {
        assert_eq!(quantile(&[1.0, 2.0, 4.0, 8.0], 1, 2), 3.0);
        assert_eq!(quantile(&[1.0, 2.0, 4.0, 8.0], 1, 4), 1.75);
        assert_eq!(quantile(&[7.0], 1, 4), 7.0);
    }

    #[test]
    fn a_quantile_on_a_value_is_that_value() {
        let values: Vec<f64> = (0..1000).map(|i| f64::from(i) / 10.0).collect();
        assert_eq!(uppers(&values, 3), [33.3, 66.6, 99.9]);
    }
}
