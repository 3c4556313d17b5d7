//! Box plot: quartiles and outliers.

use super::quantile::quantile;

/// How far the fences lie beyond the quartiles, in interquartile ranges.
const HINGE: f64 = 1.5;

/// The five cuts of six classes: lower fence, first quartile, median, third quartile, upper fence. O(1) on
/// sorted values.
///
/// J. W. Tukey, *Exploratory Data Analysis*, 1977, ch. 2; hinges by type 7 quartiles, as in `mapclassify`.
pub(super) fn cuts(sorted: &[f64]) -> [f64; 5] {
    let [q1, q2, q3] = [1, 2, 3].map(|j| quantile(sorted, j, 4));
    let reach = HINGE * (q3 - q1);
    [q1 - reach, q1, q2, q3, q3 + reach]
}
