//! Mean and standard deviation.

use crate::stats::moments::{mean, sample_sd};

/// The cuts `m − 2s`, `m − s`, `m + s`, `m + 2s`, where m is the mean and s the sample standard deviation
/// (denominator n − 1). O(n).
///
/// The middle class of the five is "about average"; `mapclassify.StdMean` uses the same multiples.
pub(super) fn cuts(values: &[f64]) -> [f64; 4] {
    let (m, s) = (mean(values), sample_sd(values));
    [-2.0, -1.0, 1.0, 2.0].map(|multiple| m + s * multiple)
}
