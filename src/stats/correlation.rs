//! How strongly two variables rise and fall together.

use super::StatsError;
use super::pairs::Pairs;
use super::ranks::mid_ranks;
use super::student;

/// The fewest pairs a correlation is computed for: two pairs always lie on a line, so there is nothing to test.
pub(crate) const MIN_PAIRS: usize = 3;

/// A coefficient of correlation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// The coefficient, dimensionless, from −1 to 1.
    pub r: f64,
    /// The two-sided p-value under no correlation: 0 where `r` is ±1.
    pub p: f64,
    pub n: usize,
    /// Whether `p` was counted over every permutation of the pairs rather than taken from Student's distribution.
    pub exact: bool,
}

/// Below this many pairs Spearman's p-value is exact: at most 9! permutations are enumerated.
pub(crate) const EXACT_BELOW: usize = 10;

/// Pearson's coefficient: how closely the pairs follow a straight line.
///
/// r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)²·Σ(y − ȳ)²), K. Pearson, "Regression, heredity and panmixia", *Philosophical
/// Transactions A* 187, 1896. The p-value is that of t = r·√((n − 2)/(1 − r²)) on n − 2 degrees of freedom
/// ("Student", "Probable error of a correlation coefficient", *Biometrika* 6, 1908), exact for normal variables;
/// `scipy.stats.pearsonr`. Where 1 − r² is below 2⁻⁵² the line counts as perfect.
///
/// O(n).
///
/// # Errors
///
/// See [`StatsError`]; among them fewer than `MIN_PAIRS` pairs and a variable that does not vary.
pub fn pearson(x: &[f64], y: &[f64]) -> Result<Correlation, StatsError> {
    let alignment = Pairs::new(x, y, MIN_PAIRS)?.alignment();
    let p = student::p_of_correlation(alignment.r, alignment.rest, x.len());
    Ok(Correlation { r: alignment.r, p, n: x.len(), exact: false })
}

/// Spearman's coefficient: how closely the two variables agree on an order. An outlier weighs no more than its rank.
///
/// [`pearson`] of the ranks, where equal values share their mean rank: C. Spearman, "The proof and measurement of
/// association between two things", *American Journal of Psychology* 15(1), 1904; `scipy.stats.spearmanr`. The
/// p-value comes from the same t, an approximation that is rough below about ten pairs. There it is exact: every
/// permutation of one variable against the other is enumerated and the smaller tail is doubled, as in
/// `scipy.stats.permutation_test` with `permutation_type="pairings"`.
///
/// O(n log n); below `EXACT_BELOW` pairs O(n · n!).
///
/// # Errors
///
/// As [`pearson`].
pub fn spearman(x: &[f64], y: &[f64]) -> Result<Correlation, StatsError> {
    // Bad values must be reported before ranking hides them.
    super::pairs::check(x, y, MIN_PAIRS)?;
    let (x, y) = (mid_ranks(x), mid_ranks(y));
    let found = pearson(&x, &y)?;
    if found.n >= EXACT_BELOW {
        return Ok(found);
    }
    Ok(Correlation { p: exact_p(&x, &y), exact: true, ..found })
}

/// The exact two-sided p-value of mid-ranks: twice the share of permutations at least as extreme as the one observed,
/// in the smaller tail. The coefficient depends on Σ rank·rank alone, and doubled mid-ranks are integers, so "at
/// least as extreme" needs no tolerance.
fn exact_p(x: &[f64], y: &[f64]) -> f64 {
    let doubled = |ranks: &[f64]| ranks.iter().map(|rank| (rank * 2.0) as i64).collect::<Vec<i64>>();
    let (x, mut y) = (doubled(x), doubled(y));
    let product = |y: &[i64]| x.iter().zip(y).map(|(a, b)| a * b).sum::<i64>();
    let found = product(&y);
    let (mut orders, mut below, mut above) = (0_u32, 0_u32, 0_u32);
    let mut count = |y: &[i64]| {
        let product = product(y);
        orders += 1;
        below += u32::from(product <= found);
        above += u32::from(product >= found);
    };
    // B. R. Heap, "Permutations by interchanges", *The Computer Journal* 6(3), 1963: one swap for each permutation.
    count(&y);
    let mut turns = vec![0; y.len()];
    let mut i = 1;
    while i < y.len() {
        if turns[i] < i {
            y.swap(if i % 2 == 0 { 0 } else { turns[i] }, i);
            count(&y);
            turns[i] += 1;
            i = 1;
        } else {
            turns[i] = 0;
            i += 1;
        }
    }
    (2.0 * f64::from(below.min(above)) / f64::from(orders)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Axis;

    #[test]
    fn a_line_is_perfect_whatever_its_offset() {
        for (a, b) in [(0.0, 2.0), (1e9, -0.1), (-3.7, 1e-12), (1e15, 8.0)] {
            let x: Vec<f64> = (0..40).map(|i| f64::from(i * i)).collect();
            let y: Vec<f64> = x.iter().map(|x| x * b).collect();
            let x: Vec<f64> = x.iter().map(|x| x + a).collect();
            let expected = Correlation { r: b.signum(), p: 0.0, n: 40, exact: false };
            assert_eq!(pearson(&x, &y), Ok(expected), "{a} {b}");
            assert_eq!(spearman(&x, &y), Ok(expected), "{a} {b}");
        }
    }

    #[test]
    fn ranks_can_agree_perfectly_without_a_line() {
        let x = [1.0, 2.0, 3.0, 4.0, 5.0];
        let y = [1.0, 10.0, 100.0, 1000.0, 1e9];
        assert_eq!(spearman(&x, &y), Ok(Correlation { r: 1.0, p: 2.0 / 120.0, n: 5, exact: true }));
        let r = pearson(&x, &y).unwrap().r;
        assert!(r < 0.8, "{r}");
    }

    #[test]
    fn what_has_no_correlation_says_why() {
        let few = Err(StatsError::TooFew { n: 2, needed: 3 });
        assert_eq!(pearson(&[1.0, 2.0], &[3.0, 4.0]), few);
        assert_eq!(spearman(&[1.0, 2.0], &[3.0, 4.0]), few);
        assert_eq!(pearson(&[], &[]), Err(StatsError::TooFew { n: 0, needed: 3 }));
        let (same, other) = ([5.0; 4], [1.0, 2.0, 3.0, 5.0]);
        let constant = |which| Err(StatsError::NoVariation { which });
        assert_eq!(pearson(&same, &other), constant(Axis::X));
        assert_eq!(spearman(&other, &same), constant(Axis::Y));
        assert_eq!(pearson(&[0.0, -0.0, 0.0, 0.0], &other), constant(Axis::X));
        assert_eq!(pearson(&same, &[1.0]), Err(StatsError::LengthMismatch { x: 4, y: 1 }));
        assert_eq!(pearson(&[1.0, f64::NAN, 2.0], &[1.0, 2.0, 3.0]), Err(StatsError::NotFinite));
        assert_eq!(spearman(&[1.0, f64::INFINITY, 2.0], &[1.0, 2.0, 3.0]), Err(StatsError::NotFinite));
        let large = Err(StatsError::TooLarge { max: 1e100 });
        assert_eq!(pearson(&[1.0, 1e200, 2.0], &[1.0, 2.0, 3.0]), large);
    }

    #[test]
    fn the_least_and_the_largest_values_neither_vanish_nor_overflow() {
        let x = [1e-310, 3e-310, 2e-310, 5e-310];
        let y = [1e100, -1e100, 3e99, -5e99];
        let near = pearson(&[1.0, 3.0, 2.0, 5.0], &[1.0, -1.0, 0.3, -0.5]).unwrap();
        let ours = pearson(&x, &y).unwrap();
        assert!((ours.r - near.r).abs() < 1e-12 && (ours.p - near.p).abs() < 1e-12, "{ours:?} {near:?}");
    }
}
