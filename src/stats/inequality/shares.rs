//! What the richest fifth has, against the poorest.

use super::{InequalityError, Weighted, sorted};

/// The shares of the two ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EndShares {
    /// The share of the whole that the fifth of heads in the areas of the highest values has.
    pub top: f64,
    /// That of the fifth in the areas of the lowest.
    pub bottom: f64,
}

impl EndShares {
    /// How many times the lower end the upper one has; `None` if the lower one has nothing.
    pub fn ratio(self) -> Option<f64> {
        (self.bottom > 0.0).then(|| self.top / self.bottom)
    }
}

/// The shares of the highest and the lowest fifth of heads (S80 and S20 of Eurostat), by the Lorenz curve: an area that a
/// limit falls into is divided. O(n log n).
///
/// # Errors
///
/// See [`InequalityError`].
pub fn end_shares(areas: &[Weighted]) -> Result<EndShares, InequalityError> {
    const FIFTH: f64 = 0.2;
    let (areas, weights, whole) = sorted(areas)?;
    let first = |areas: &mut dyn Iterator<Item = &Weighted>| {
        let mut left = FIFTH * weights;
        let mut sum = 0.0;
        for area in areas {
            let taken = area.weight.min(left);
            sum += taken * area.value;
            left -= taken;
        }
        sum / whole
    };
    Ok(EndShares { top: first(&mut areas.iter().rev()), bottom: first(&mut areas.iter()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifths_are_cut_inside_an_area() {
        let of = |value, weight| Weighted { value, weight };
        let ours = end_shares(&[of(1.0, 1.0), of(2.0, 3.0), of(10.0, 1.0)]).unwrap();
        assert_eq!(ours, EndShares { top: 10.0 / 17.0, bottom: 1.0 / 17.0 });
        let inside = end_shares(&[of(1.0, 5.0), of(3.0, 5.0)]).unwrap();
        assert!((inside.top - 0.3).abs() < 1e-15 && (inside.bottom - 0.1).abs() < 1e-15);
        assert!((inside.ratio().unwrap() - 3.0).abs() < 1e-12);
        assert_eq!(end_shares(&[of(0.0, 8.0), of(3.0, 2.0)]).unwrap().ratio(), None);
    }
}
