//! P-values of many tests at once: with forty indicators there are 780 pairs, and one in twenty of them is "significant" by chance alone.

/// Corrects p-values for many comparisons so that the chance of a single false finding among them stays as asked.
///
/// S. Holm, "A simple sequentially rejective multiple test procedure", *Scandinavian Journal of Statistics* 6(2), 1979:
/// `statsmodels.stats.multitest.multipletests(method="holm")`. It assumes nothing about how the tests depend on each other. The result
/// is in the order of the argument. O(n log n).
pub fn holm(p: &[f64]) -> Vec<f64> {
    let n = p.len();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut corrected = vec![1.0; n];
    let mut least = 0.0_f64;
    for (rank, &at) in order.iter().enumerate() {
        least = least.max(p[at] * (n - rank) as f64).min(1.0);
        corrected[at] = least;
    }
    corrected
}

/// Corrects p-values for many comparisons so that of those found at a level, at most that share is false.
///
/// Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", *Journal of the Royal Statistical Society* B 57(1), 1995:
/// `multipletests(method="fdr_bh")`. For tests that are independent or depend on each other positively. In the order of the
/// argument. O(n log n).
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let n = p.len();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| p[*b].total_cmp(&p[*a]));
    let mut corrected = vec![1.0; n];
    let mut most = 1.0_f64;
    for (from_largest, &at) in order.iter().enumerate() {
        most = most.min(p[at] * n as f64 / (n - from_largest) as f64);
        corrected[at] = most;
    }
    corrected
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `multipletests([0.01, 0.04, 0.03, 0.005, 0.9], method="holm")[1]` of statsmodels 0.14.
    #[test]
    fn corrected_p_values_are_those_of_statsmodels() {
        let corrected = holm(&[0.01, 0.04, 0.03, 0.005, 0.9]);
        for (own, wanted) in corrected.iter().zip([0.04, 0.09, 0.09, 0.025, 0.9]) {
            assert!((own - wanted).abs() < 1e-12, "{corrected:?}");
        }
        assert!(holm(&[]).is_empty());
        assert_eq!(holm(&[0.7, 0.6]), [1.0, 1.0]);
    }

    /// `multipletests([0.01, 0.04, 0.03, 0.005, 0.9], method="fdr_bh")[1]` of statsmodels 0.15.
    #[test]
    fn the_false_discovery_rate_is_that_of_statsmodels() {
        let corrected = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005, 0.9]);
        for (own, wanted) in corrected.iter().zip([0.025, 0.05, 0.05, 0.025, 0.9]) {
            assert!((own - wanted).abs() < 1e-12, "{corrected:?}");
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }
}
