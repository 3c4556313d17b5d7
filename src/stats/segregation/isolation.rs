//! Whom the members of a group live with.

use super::{Members, SegregationError, sums};

/// Whom the average member of a group lives with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exposure {
    /// The share of the group in the area of its average member.
    pub isolation: f64,
    /// The share of the others there: 1 − isolation.
    pub interaction: f64,
    /// Isolation without what the size of the group alone makes of it, from 0 to 1 (the correlation ratio η²).
    pub adjusted: f64,
}

/// Isolation Σ(gᵢ/G)·(gᵢ/tᵢ), interaction, and (isolation − P)/(1 − P), P being the share of the group in all.
///
/// S. Lieberson, "An asymmetrical approach to segregation", in C. Peach and others, *Ethnic Segregation in Cities*, 1981; D. S.
/// Massey, N. A. Denton, "The dimensions of residential segregation", *Social Forces* 67(2), 1988. Isolation cannot be lower
/// than P. Areas without residents do not count. O(n).
///
/// # Errors
///
/// See [`SegregationError`].
pub fn exposure(areas: &[Members]) -> Result<Exposure, SegregationError> {
    let (group, population) = sums(areas)?;
    let inhabited = areas.iter().filter(|area| area.population > 0.0);
    let isolation: f64 = inhabited.map(|area| area.group / group * (area.group / area.population)).sum();
    let share = group / population;
    let adjusted = ((isolation - share) / (1.0 - share)).max(0.0);
    Ok(Exposure { isolation, interaction: 1.0 - isolation, adjusted })
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
            let ours = exposure(&areas).unwrap();
            reference::all_near(&[ours.isolation, ours.interaction, ours.adjusted], &theirs[1..4], 1e-12);
        }
    }

    #[test]
    fn apart_and_mixed() {
        let of = |group, population| Members { group, population };
        let apart = exposure(&[of(5.0, 5.0), of(0.0, 9.0), of(0.0, 0.0)]).unwrap();
        assert_eq!((apart.isolation, apart.adjusted), (1.0, 1.0));
        let mixed = exposure(&[of(1.0, 4.0), of(5.0, 20.0)]).unwrap();
        assert!((mixed.isolation - 0.25).abs() < 1e-15 && mixed.adjusted < 1e-15);
    }
}
