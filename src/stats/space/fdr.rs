//! Which local results hold when as many were tested as there are units.

use crate::stats::multiple::benjamini_hochberg;

/// Which units are significant at `level` after the correction for the false discovery rate, and the largest p-value that
/// is still accepted; `None` where no p-value is.
///
/// M. C. de Castro, B. H. Singer, "Controlling the false discovery rate", *Geographical Analysis* 38(2), 2006: of the
/// units called significant a share of `level` at most is so by chance. Units without a p-value (no neighbours) are no
/// tests. Categories are those of the statistic: what is not significant loses its category, what is keeps it.
pub fn significant(p: &[Option<f64>], level: f64) -> (Vec<bool>, Option<f64>) {
    let tested: Vec<f64> = p.iter().copied().flatten().collect();
    let corrected = benjamini_hochberg(&tested);
    let mut corrected_of_tested = corrected.into_iter();
    let mut cut = None::<f64>;
    let found = p.iter().map(|p| {
        let Some(p) = *p else { return false };
        let holds = corrected_of_tested.next().is_some_and(|corrected| corrected <= level);
        if holds {
            cut = Some(cut.map_or(p, |cut| cut.max(p)));
        }
        holds
    });
    (found.collect(), cut)
}

/// How many units would have a p-value up to `level` if nothing but chance were at work.
pub fn expected_by_chance(p: &[Option<f64>], level: f64) -> f64 {
    p.iter().flatten().count() as f64 * level
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_without_neighbours_are_no_tests() {
        let p = [Some(0.01), None, Some(0.04), Some(0.5), Some(0.02)];
        // statsmodels: multipletests([0.01, 0.04, 0.5, 0.02], method="fdr_bh") gives 0.04, 0.0533, 0.5, 0.04.
        assert_eq!(significant(&p, 0.05), (vec![true, false, false, false, true], Some(0.02)));
        assert_eq!(significant(&p, 0.01), (vec![false; 5], None));
        assert_eq!(expected_by_chance(&p, 0.05), 0.2);
    }
}
