//! Correlation: how far two variables rise and fall together.

use super::StatsError;
use super::pairs::Pairs;
use super::ranks::mid_ranks;
use super::student;

/// The fewest pairs a correlation is given for: with two any line is perfect, and there is nothing to test.
pub const MIN_PAIRS: usize = 3;

/// A coefficient of correlation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// The coefficient, from −1 to 1, without unit.
    pub r: f64,
    /// The two-sided p-value of no correlation: 0 where `r` is ±1.
    pub p: f64,
    pub n: usize,
    /// Whether `p` is counted over all orders of the pairs, and not taken from Student's distribution.
    pub exact: bool,
}

/// Fewer pairs than these have their p-value of Spearman's coefficient counted: 9! orders are looked through at once.
pub const EXACT_BELOW: usize = 10;

/// Pearson's coefficient: how near the pairs are to one line.
///
/// r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)²·Σ(y − ȳ)²), K. Pearson, "Regression, heredity and panmixia",
/// *Philosophical Transactions A* 187, 1896. The p-value is that of t = r·√((n − 2)/(1 − r²)) on n − 2 degrees of
/// freedom ("Student", "Probable error of a correlation coefficient", *Biometrika* 6, 1908), exact for
/// normal variables; `scipy.stats.pearsonr`. Where 1 − r² is below 2⁻⁵² the line is taken as perfect.
///
/// O(n).
///
/// # Errors
///
/// See [`StatsError`]; fewer than [`MIN_PAIRS`] pairs, and a variable without variation, among them.
pub fn pearson(x: &[f64], y: &[f64]) -> Result<Correlation, StatsError> {
    let alignment = Pairs::new(x, y, MIN_PAIRS)?.alignment();
    let p = student::p_of_correlation(alignment.r, alignment.rest, x.len());
    Ok(Correlation { r: alignment.r, p, n: x.len(), exact: false })
}

/// Spearman's coefficient: how near the pairs are to one order. Outliers weigh no more than their rank.
///
/// [`pearson`] of the ranks, equal values sharing theirs: C. Spearman, "The proof and measurement of association
/// between two things", *American Journal of Psychology* 15(1), 1904; `scipy.stats.spearmanr`. The p-value is by the
/// same t, an approximation that is rough below some ten pairs: there it is counted over all the orders one variable
/// can have beside the other, twice the rarer side, as `scipy.stats.permutation_test` does with pairings.
///
/// O(n log n); below [`EXACT_BELOW`] pairs O(n · n!).
///
/// # Errors
///
/// As [`pearson`].
pub fn spearman(x: &[f64], y: &[f64]) -> Result<Correlation, StatsError> {
    // What is wrong with the values is wrong before they are ranks.
    super::pairs::check(x, y, MIN_PAIRS)?;
    let (x, y) = (mid_ranks(x), mid_ranks(y));
    let found = pearson(&x, &y)?;
    if found.n >= EXACT_BELOW {
        return Ok(found);
    }
    Ok(Correlation { p: exact_p(&x, &y), exact: true, ..found })
}

/// The two-sided p-value of mid-ranks: twice the share of the orders that are as far out as the one found, on the side
/// with fewer of them. The coefficient rises with Σ rank·rank alone, and doubled mid-ranks are whole, so that orders
/// as far out are counted without a margin.
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
    // B. R. Heap, "Permutations by interchanges", *The Computer Journal* 6(3), 1963: one exchange an order.
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
    fn an_order_is_perfect_without_a_line() {
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
