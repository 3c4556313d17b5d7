//! How strong a linear correlation is, in words.

/// The strength of a correlation, whatever its direction.
///
/// By the size of Pearson's r that J. Cohen, *Statistical Power Analysis for the Behavioral Sciences*, 2nd ed., Erlbaum 1988,
/// pp. 79–81, calls small (0.1), medium (0.3) and large (0.5). They are conventions of the social sciences, not laws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// |r| below 0.1.
    None,
    /// |r| from 0.1.
    Weak,
    /// |r| from 0.3.
    Moderate,
    /// |r| from 0.5.
    Strong,
}

impl Strength {
    pub fn of(r: f64) -> Self {
        match r.abs() {
            r if r >= 0.5 => Self::Strong,
            r if r >= 0.3 => Self::Moderate,
            r if r >= 0.1 => Self::Weak,
            _ => Self::None,
        }
    }

    /// Its stable name, in English.
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Weak => "weak",
            Self::Moderate => "moderate",
            Self::Strong => "strong",
        }
    }
}

/// Whether the line and the ranks disagree, or the ranks show nothing: extreme points determine the line, and the relation has no
/// direction.
pub fn lacks_direction(r: f64, rho: f64) -> bool {
    // What is written as zero is nothing.
    const NONE: f64 = 0.0005;
    Strength::of(r) != Strength::None && (r * rho < 0.0 || rho.abs() < NONE)
}

#[cfg(test)]
mod tests {
    use super::Strength;

    #[test]
    fn edges_belong_to_the_stronger_side_and_signs_do_not_count() {
        let ids = [0.0, 0.099, 0.1, -0.299, 0.3, 0.499, -0.5, 1.0].map(|r| Strength::of(r).id());
        assert_eq!(ids, ["none", "none", "weak", "weak", "moderate", "moderate", "strong", "strong"]);
    }
}
