//! Mann–Kendall's test for a monotonic trend.

use super::FEWEST;
use crate::base::decimal;
use crate::stats::StatsError;
use crate::stats::normal;
use crate::stats::pairs::check_values;

/// The result of the test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    pub n: usize,
    /// Pairs of points that rise minus pairs that fall.
    pub s: f64,
    /// Kendall's tau, S over the number of pairs.
    pub tau: f64,
    /// The two-sided p-value under no trend.
    pub p: f64,
    /// Whether `p` was counted over every order rather than taken from the normal distribution.
    pub exact: bool,
}

/// Up to this many points without ties the p-value is exact.
const EXACT_UP_TO: usize = 10;

/// Mann–Kendall's test on values in the order of time.
///
/// S = Σ sign(xⱼ − xᵢ) over i < j: H. B. Mann, "Nonparametric tests against trend", *Econometrica* 13, 1945; M. G. Kendall,
/// *Rank Correlation Methods*, 1948. Var S = (n(n − 1)(2n + 5) − Σt(t − 1)(2t + 5))/18, t being the sizes of ties, and z =
/// (S ∓ 1)/√Var S. Up to ten points without ties p is exact, from the number of orders with as many inversions;
/// `scipy.stats.kendalltau(method="exact")`.
///
/// It asks for no straight line and no normal distribution, but for points that do not depend on each other: in series
/// that carry over from year to year it finds trends too easily. O(n²).
///
/// # Errors
///
/// Fewer than five points, values that are not finite or all equal.
pub fn mann_kendall(values: &[f64]) -> Result<MannKendall, StatsError> {
    check_values(values)?;
    let n = values.len();
    if n < FEWEST {
        return Err(StatsError::TooFew { n, needed: FEWEST });
    }
    let mut s = 0_i64;
    for (i, before) in values.iter().enumerate() {
        for after in &values[i + 1..] {
            let change = decimal::difference(*after, *before);
            s += i64::from(change > 0.0) - i64::from(change < 0.0);
        }
    }
    let ties = ties(values);
    if ties == [n] {
        return Err(StatsError::NoVariation { which: crate::stats::Axis::Y });
    }
    let pairs = (n * (n - 1) / 2) as f64;
    let exact = n <= EXACT_UP_TO && ties.iter().all(|tied| *tied == 1);
    let p = if exact { exact_p(n, s) } else { normal_p(n, s, &ties) };
    Ok(MannKendall { n, s: s as f64, tau: s as f64 / pairs, p, exact })
}

/// The sizes of the groups of equal values.
fn ties(values: &[f64]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.chunk_by(|a, b| decimal::difference(*a, *b) == 0.0).map(<[f64]>::len).collect()
}

fn normal_p(n: usize, s: i64, ties: &[usize]) -> f64 {
    let term = |n: usize| (n * (n - 1) * (2 * n + 5)) as f64;
    let variance = (term(n) - ties.iter().map(|tied| term(*tied)).sum::<f64>()) / 18.0;
    let continuous = (s - s.signum()) as f64;
    normal::two_sided(continuous / variance.sqrt())
}

/// Twice the share of orders with at most as many inversions as the smaller tail has.
fn exact_p(n: usize, s: i64) -> f64 {
    let pairs = n * (n - 1) / 2;
    // Orders of k points by their number of inversions: the k-th point can be put before 0 to k − 1 others.
    let mut orders = vec![1.0];
    for k in 2..=n {
        let mut next = vec![0.0; orders.len() + k - 1];
        for (inversions, count) in orders.iter().enumerate() {
            for more in 0..k {
                next[inversions + more] += count;
            }
        }
        orders = next;
    }
    // S = pairs − 2·inversions.
    let inversions = (pairs - s.unsigned_abs() as usize) / 2;
    let all: f64 = orders.iter().sum();
    (2.0 * orders[..=inversions].iter().sum::<f64>() / all).min(1.0)
}

/// How often p is below a level in a series of so many points without a trend or ties: the largest exact p-value below it, which
/// may be much less than the level. Of longer series, whose p is approximate, the level itself.
pub fn attained(n: usize, level: f64) -> f64 {
    if n > EXACT_UP_TO {
        return level;
    }
    let pairs = (n * n.saturating_sub(1) / 2) as i64;
    // S goes in steps of two, and the smaller it is the larger is p.
    let all = (0..=pairs).rev().step_by(2).map(|s| exact_p(n, s));
    all.take_while(|p| *p < level).last().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    #[test]
    fn short_series_attain_less_than_the_level() {
        // Kendall, *Rank Correlation Methods*, table of the distribution of S: of four points no order is below 0.05; of five
        // two of 120, of six 12 of 720.
        assert_eq!(attained(4, 0.05), 0.0);
        assert!((attained(5, 0.05) - 2.0 / 120.0).abs() < 1e-12);
        assert!((attained(6, 0.05) - 12.0 / 720.0).abs() < 1e-12);
        assert_eq!(attained(11, 0.05), 0.05);
    }

    #[test]
    fn as_the_references() {
        for (values, theirs) in reference::rows("mann_kendall") {
            let ours = mann_kendall(&values).unwrap();
            reference::all_near(&[ours.s, ours.p], &theirs, 1e-11);
        }
    }

    /// The example worked by hand by J. B. Little, *A Mann-Kendall Example*, College of the Holy Cross
    /// (mathcs.holycross.edu/~little/Montserrat/MannKendallByHand.txt): S = 54, z = 2.9058, one-sided p about 0.0018.
    #[test]
    fn as_published() {
        let values = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7];
        let ours = mann_kendall(&values).unwrap();
        assert_eq!(ours.s, 54.0);
        assert!((ours.p / 2.0 - 0.0018).abs() < 5e-5, "{}", ours.p);
        assert!((ours.p - normal::two_sided(2.9058)).abs() < 1e-6);
    }

    #[test]
    fn too_few_points_and_a_constant_are_refused() {
        assert_eq!(mann_kendall(&[1.0, 2.0, 3.0, 4.0]), Err(StatsError::TooFew { n: 4, needed: 5 }));
        assert!(matches!(mann_kendall(&[3.0; 8]), Err(StatsError::NoVariation { .. })));
        assert_eq!(mann_kendall(&[1.0, 2.0, f64::NAN, 4.0, 5.0]), Err(StatsError::NotFinite));
    }

    #[test]
    fn five_rising_points_are_the_least_that_say_anything() {
        let ours = mann_kendall(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
        assert_eq!((ours.tau, ours.exact), (1.0, true));
        reference::near(ours.p, 2.0 / 120.0, 1e-14);
    }
}
