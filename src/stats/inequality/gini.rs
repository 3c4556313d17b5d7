//! Gini's concentration ratio.

use super::{InequalityError, Weighted, sorted};

/// Gini's index of areas weighted by their heads, from 0 (all equal) to nearly 1.
///
/// C. Gini, "Sulla misura della concentrazione e della variabilità dei caratteri", *Atti del Reale Istituto Veneto* 73,
/// 1914, in the form Σᵢⱼ wᵢwⱼ|yᵢ − yⱼ| / (2·ȳ·(Σw)²), computed as one minus twice the area under the Lorenz curve with
/// straight segments. Not corrected for the number of areas. R `dineq::gini.wtd`.
///
/// Areas without weight do not count. O(n log n).
///
/// # Errors
///
/// See [`InequalityError`].
pub fn gini(areas: &[Weighted]) -> Result<f64, InequalityError> {
    let (areas, weights, whole) = sorted(areas)?;
    let (mut below, mut twice) = (0.0, 0.0);
    for area in &areas {
        let own = area.weight * area.value;
        twice += area.weight * (2.0 * below + own);
        below += own;
    }
    Ok((1.0 - twice / (weights * whole)).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{StatsError, reference};

    #[test]
    fn as_all_pairs_in_numpy() {
        for (arguments, theirs) in reference::rows("gini") {
            let areas: Vec<Weighted> =
                arguments.chunks_exact(2).map(|of| Weighted { value: of[0], weight: of[1] }).collect();
            reference::near(gini(&areas).unwrap(), theirs[0], 1e-12);
        }
    }

    #[test]
    fn the_ends_and_what_has_none() {
        let of = |value, weight| Weighted { value, weight };
        assert_eq!(gini(&[of(3.0, 1.0), of(3.0, 9.0)]), Ok(0.0));
        assert_eq!(gini(&[of(0.0, 1.0), of(4.0, 1.0)]), Ok(0.5));
        assert_eq!(gini(&[of(0.0, 1.0), of(0.0, 1.0)]), Err(InequalityError::NothingToSpread));
        assert_eq!(gini(&[of(-1.0, 1.0), of(2.0, 1.0)]), Err(InequalityError::Negative));
        assert_eq!(gini(&[of(1.0, 0.0), of(2.0, 0.0)]), Err(InequalityError::Weights));
        let few = InequalityError::Values(StatsError::TooFew { n: 1, needed: 2 });
        assert_eq!(gini(&[of(1.0, 1.0), of(2.0, 0.0)]), Err(few));
    }

    #[test]
    fn a_weight_is_so_many_equal_areas() {
        let of = |value, weight| Weighted { value, weight };
        let weighted = gini(&[of(1.0, 2.0), of(5.0, 3.0)]).unwrap();
        let apart = gini(&[of(1.0, 1.0), of(1.0, 1.0), of(5.0, 1.0), of(5.0, 1.0), of(5.0, 1.0)]).unwrap();
        assert!((weighted - apart).abs() < 1e-15);
    }
}
