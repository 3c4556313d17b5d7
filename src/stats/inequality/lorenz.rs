//! The Lorenz curve.

use super::{InequalityError, Weighted, sorted};

/// The points of the Lorenz curve, from (0, 0) to (1, 1): which share of the whole the poorest areas have, by their share of
/// heads.
///
/// M. O. Lorenz, "Methods of measuring the concentration of wealth", *Publications of the American Statistical
/// Association* 9, 1905. O(n log n).
///
/// # Errors
///
/// See [`InequalityError`].
pub fn lorenz(areas: &[Weighted]) -> Result<Vec<[f64; 2]>, InequalityError> {
    let (areas, weights, whole) = sorted(areas)?;
    let (mut heads, mut sum) = (0.0, 0.0);
    let mut points = vec![[0.0, 0.0]];
    for area in areas {
        heads += area.weight;
        sum += area.weight * area.value;
        points.push([heads / weights, sum / whole]);
    }
    // The sums may have been rounded.
    if let Some(last) = points.last_mut() {
        *last = [1.0, 1.0];
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_lies_below_the_diagonal_and_its_area_is_ginis() {
        let of = |value, weight| Weighted { value, weight };
        let areas = [of(9.0, 1.0), of(1.0, 3.0), of(4.0, 2.0)];
        let points = lorenz(&areas).unwrap();
        assert_eq!((points[0], points[3]), ([0.0, 0.0], [1.0, 1.0]));
        assert_eq!(points[1], [0.5, 3.0 / 20.0]);
        assert!(points.iter().all(|[heads, share]| share <= heads));
        let area: f64 = points.windows(2).map(|of| (of[1][0] - of[0][0]) * (of[1][1] + of[0][1]) / 2.0).sum();
        assert!((1.0 - 2.0 * area - super::super::gini(&areas).unwrap()).abs() < 1e-15);
    }
}
