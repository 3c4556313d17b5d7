//! The slope and the relative index of inequality.

use super::{InequalityError, StatsError};
use crate::stats::Axis;

/// How much an outcome differs from the most to the least disadvantaged end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SlopeIndex {
    /// The slope index: the fitted outcome at the most advantaged end minus that at the other, in its own unit.
    pub slope: f64,
    /// The relative index: the fitted outcome at the most advantaged end over that at the other; `None` where either is
    /// not above zero.
    pub ratio: Option<f64>,
}

/// The slope and the relative index of inequality of an outcome along an order of advantage.
///
/// Each area has an outcome, a rank variable (low for the most disadvantaged) and a weight. Areas are put in order; each
/// stands at the middle of its share of heads, from 0 to 1; areas of the same rank stand together. A line is fitted by
/// weighted least squares. J. P. Mackenbach, A. E. Kunst, "Measuring the magnitude of socio-economic inequalities in
/// health", *Social Science & Medicine* 44(6), 1997. O(n log n).
///
/// # Errors
///
/// Fewer than three areas, values that are not finite, weights that are not above zero, ranks that are all equal.
pub fn slope_index(areas: &[[f64; 3]]) -> Result<SlopeIndex, InequalityError> {
    if !areas.iter().flatten().all(|x| x.is_finite()) {
        return Err(StatsError::NotFinite.into());
    }
    if areas.iter().any(|[_, _, weight]| *weight < 0.0) {
        return Err(InequalityError::Weights);
    }
    let mut areas: Vec<[f64; 3]> = areas.iter().copied().filter(|[_, _, weight]| *weight > 0.0).collect();
    if areas.len() < 3 {
        return Err(StatsError::TooFew { n: areas.len(), needed: 3 }.into());
    }
    areas.sort_by(|[_, a, _], [_, b, _]| a.total_cmp(b));
    let all: f64 = areas.iter().map(|[_, _, weight]| weight).sum();
    let mut below = 0.0;
    let mut places = Vec::with_capacity(areas.len());
    for tied in areas.chunk_by(|[_, a, _], [_, b, _]| a == b) {
        let own: f64 = tied.iter().map(|[_, _, weight]| weight).sum();
        places.extend(tied.iter().map(|_| (below + own / 2.0) / all));
        below += own;
    }
    let mean = |of: &dyn Fn(usize) -> f64| (0..areas.len()).map(|i| areas[i][2] * of(i)).sum::<f64>() / all;
    let (middle, level) = (mean(&|i| places[i]), mean(&|i| areas[i][0]));
    let spread = mean(&|i| (places[i] - middle).powi(2));
    if spread <= 0.0 {
        return Err(StatsError::NoVariation { which: Axis::X }.into());
    }
    let slope = mean(&|i| (places[i] - middle) * (areas[i][0] - level)) / spread;
    let (bottom, top) = (level - slope * middle, level + slope * (1.0 - middle));
    let ratio = (bottom > 0.0 && top > 0.0).then(|| top / bottom);
    Ok(SlopeIndex { slope, ratio })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    #[test]
    fn as_weighted_least_squares_in_statsmodels() {
        for (arguments, theirs) in reference::rows("slope_index") {
            let areas: Vec<[f64; 3]> = arguments.chunks_exact(3).map(|of| [of[0], of[1], of[2]]).collect();
            let ours = slope_index(&areas).unwrap();
            reference::all_near(&[ours.slope, ours.ratio.unwrap()], &theirs, 1e-10);
        }
    }

    #[test]
    fn what_has_none() {
        assert!(slope_index(&[[1.0, 1.0, 1.0], [2.0, 2.0, 1.0]]).is_err());
        assert!(slope_index(&[[1.0, 5.0, 1.0], [2.0, 5.0, 1.0], [3.0, 5.0, 1.0]]).is_err(), "one rank");
        assert!(slope_index(&[[1.0, 1.0, -1.0]; 3]).is_err());
        let falling = slope_index(&[[9.0, 1.0, 1.0], [1.0, 2.0, 1.0], [1.0, 3.0, 8.0]]).unwrap();
        assert!(falling.slope < 0.0);
    }
}
