//! Theil's index, between and within groups.

use super::{InequalityError, Weighted, sorted};

/// Theil's index and its two parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theil {
    pub total: f64,
    /// Between the means of the groups.
    pub between: f64,
    /// Between the areas of each group.
    pub within: f64,
}

/// Theil's T of areas weighted by their heads, as the sum of what lies between groups and within them.
///
/// T = Σ (wᵢyᵢ/Σwy)·ln(yᵢ/ȳ), an area with a value of zero adding nothing; between: the same of the groups' means; within:
/// Σ (share of group g)·T of g. H. Theil, *Economics and Information Theory*, 1967, 4; F. A. Cowell, *Measuring
/// Inequality*, 3rd edition, 2011, 6. From 0 to ln Σw/min w. R `dineq::theil.wtd`, `dineq::mld_decomp` for the idea.
///
/// `groups` has the group of each area. O(n log n).
///
/// # Errors
///
/// See [`InequalityError`]; a length that differs too.
pub fn theil(areas: &[Weighted], groups: &[usize]) -> Result<Theil, InequalityError> {
    if areas.len() != groups.len() {
        return Err(super::StatsError::LengthMismatch { x: areas.len(), y: groups.len() }.into());
    }
    let (_, weights, whole) = sorted(areas)?;
    let mean = whole / weights;
    // x·ln x tends to 0.
    let term = |share: f64, ratio: f64| if ratio > 0.0 { share * ratio.ln() } else { 0.0 };
    let counted = || areas.iter().zip(groups).filter(|(area, _)| area.weight > 0.0);
    let total =
        counted().map(|(area, _)| term(area.weight * area.value / whole, area.value / mean)).sum::<f64>();
    let mut sums: std::collections::BTreeMap<usize, (f64, f64)> = std::collections::BTreeMap::new();
    for (area, group) in counted() {
        let sum = sums.entry(*group).or_default();
        sum.0 += area.weight;
        sum.1 += area.weight * area.value;
    }
    let between: f64 = sums.values().map(|(weight, sum)| term(sum / whole, sum / weight / mean)).sum();
    let within: f64 = counted()
        .map(|(area, group)| {
            let (weight, sum) = sums[group];
            let ratio = if sum > 0.0 { area.value / (sum / weight) } else { 0.0 };
            term(area.weight * area.value / whole, ratio)
        })
        .sum();
    Ok(Theil { total: total.max(0.0), between: between.max(0.0), within: within.max(0.0) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    #[test]
    fn as_numpy_and_the_parts_add_up() {
        for (arguments, theirs) in reference::rows("theil") {
            let areas: Vec<Weighted> =
                arguments.chunks_exact(3).map(|of| Weighted { value: of[0], weight: of[1] }).collect();
            let groups: Vec<usize> = arguments.chunks_exact(3).map(|of| of[2] as usize).collect();
            let ours = theil(&areas, &groups).unwrap();
            reference::all_near(&[ours.total, ours.between, ours.within], &theirs, 1e-11);
            assert!((ours.total - ours.between - ours.within).abs() < 1e-14);
        }
    }

    #[test]
    fn zeros_add_nothing_and_equality_is_zero() {
        let of = |value, weight| Weighted { value, weight };
        let ours = theil(&[of(0.0, 1.0), of(0.0, 2.0), of(2.0, 1.0)], &[0, 0, 1]).unwrap();
        assert!(ours.within == 0.0 && (ours.total - 4.0_f64.ln()).abs() < 1e-15);
        assert_eq!(theil(&[of(2.0, 1.0), of(2.0, 5.0)], &[0, 1]).unwrap().total, 0.0);
        assert!(theil(&[of(2.0, 1.0)], &[]).is_err());
    }
}
