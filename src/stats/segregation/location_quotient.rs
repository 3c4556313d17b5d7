//! The location quotient.

use super::{Members, SegregationError, sums};

/// The share of the group in each area over its share in all: 1 where it is as everywhere, 2 where it is twice as frequent.
/// `None` for an area without residents.
///
/// P. Sargant Florence, *Investment, Location and Size of Plant*, 1948. In small areas it jumps with a few persons. O(n).
///
/// # Errors
///
/// See [`SegregationError`].
pub fn location_quotient(areas: &[Members]) -> Result<Vec<Option<f64>>, SegregationError> {
    let (group, population) = sums(areas)?;
    let quotient =
        |area: &Members| (area.population > 0.0).then(|| area.group / area.population / (group / population));
    Ok(areas.iter().map(quotient).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    #[test]
    fn as_numpy() {
        for (arguments, theirs) in reference::rows("segregation") {
            let areas: Vec<Members> =
                arguments.chunks_exact(2).map(|of| Members { group: of[0], population: of[1] }).collect();
            let ours: Vec<f64> = location_quotient(&areas).unwrap().into_iter().flatten().collect();
            reference::all_near(&ours, &theirs[4..], 1e-12);
        }
    }

    #[test]
    fn nobody_has_no_quotient() {
        let of = |group, population| Members { group, population };
        let ours = location_quotient(&[of(2.0, 4.0), of(0.0, 4.0), of(0.0, 0.0)]).unwrap();
        assert_eq!(ours, [Some(2.0), Some(0.0), None]);
    }
}
