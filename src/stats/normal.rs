//! Tails of the normal distribution.

use super::chi_square;

/// P(|Z| ≥ |z|) of a standard normal variable: Z² has a χ² distribution with one degree of freedom.
/// Within 10⁻¹¹ of `2·scipy.stats.norm.sf`, relative.
pub fn two_sided(z: f64) -> f64 {
    chi_square::upper(z * z, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    /// `2 * scipy.stats.norm.sf(z)` of scipy 1.17.
    #[test]
    fn tails_are_those_of_scipy() {
        for (z, wanted) in [
            (1.96, 0.049_995_790_296_440_87),
            (-0.3, 0.764_177_155_622_094_8),
            (8.0, 1.244_192_114_854_348e-15),
        ] {
            let own = two_sided(z);
            assert!((own / wanted - 1.0).abs() < 1e-11, "{z}: {own} is not {wanted}");
        }
        for (arguments, theirs) in reference::rows("normal_tail") {
            reference::near(two_sided(arguments[0]), theirs[1], 1e-12);
        }
        assert_eq!(two_sided(0.0), 1.0);
    }
}
