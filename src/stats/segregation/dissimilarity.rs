//! The index of dissimilarity.

use super::{Members, SegregationError, sums};

/// Which share of the group would have to move for all areas to have the same share of it, from 0 to 1.
///
/// D = ½·Σ|gᵢ/G − rᵢ/R|, r being those not in the group: O. D. Duncan, B. Duncan, "A methodological analysis of segregation
/// indexes", *American Sociological Review* 20(2), 1955. It depends on the size of the areas: between Comuni it is lower than
/// between neighbourhoods, and the two are not to be compared. O(n).
///
/// # Errors
///
/// See [`SegregationError`].
pub fn dissimilarity(areas: &[Members]) -> Result<f64, SegregationError> {
    let (group, population) = sums(areas)?;
    let rest = population - group;
    let apart = |area: &Members| (area.group / group - (area.population - area.group) / rest).abs();
    Ok(areas.iter().map(apart).sum::<f64>() / 2.0)
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
            reference::near(dissimilarity(&areas).unwrap(), theirs[0], 1e-12);
        }
    }

    #[test]
    fn the_ends_and_what_has_none() {
        let of = |group, population| Members { group, population };
        assert_eq!(dissimilarity(&[of(5.0, 5.0), of(0.0, 9.0)]), Ok(1.0));
        assert_eq!(dissimilarity(&[of(1.0, 4.0), of(5.0, 20.0)]), Ok(0.0));
        assert_eq!(dissimilarity(&[of(0.0, 4.0), of(0.0, 4.0)]), Err(SegregationError::OneGroup));
        assert_eq!(dissimilarity(&[of(4.0, 4.0), of(4.0, 4.0)]), Err(SegregationError::OneGroup));
        assert_eq!(dissimilarity(&[of(5.0, 4.0), of(1.0, 4.0)]), Err(SegregationError::NotAPart));
        assert_eq!(dissimilarity(&[of(1.0, 4.0), of(0.0, 0.0)]), Err(SegregationError::TooFew));
    }
}
