//! How strong a correlation is, in words, and when it is not told.

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

    fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Weak => "weak",
            Self::Moderate => "moderate",
            Self::Strong => "strong",
        }
    }
}

/// With fewer pairs than this nothing is told of a relation: three points lie near some line by chance alone.
pub const LEAST_PAIRS: usize = 4;
/// With fewer pairs than this a relation is no rule: the 95% interval of r = 0.6 over nine pairs takes in zero.
pub const LEAST_OF_RULE: usize = 10;

/// What may be told of the relation between two variables: decided here from the number of pairs and from both coefficients, of the
/// values (Pearson) and of the ranks (Spearman).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The pairs are too few to tell anything.
    TooFew,
    /// The pairs are few: what shows may hang on one of them.
    Few(Strength, Way),
    /// Values and ranks say opposite things, or the ranks show nothing.
    NoDirection,
    /// Both have the same direction, and one makes of it much more than the other: extreme points determine the line.
    Uneven(Way),
    Told(Strength, Way),
}

/// Which way a relation goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Direct,
    Inverse,
}

impl Relation {
    pub fn of(pairs: usize, r: f64, rho: f64) -> Self {
        let way = if r > 0.0 { Way::Direct } else { Way::Inverse };
        match Strength::of(r) {
            _ if pairs < LEAST_PAIRS => Self::TooFew,
            _ if lacks_direction(r, rho) => Self::NoDirection,
            strength if pairs < LEAST_OF_RULE => Self::Few(strength, way),
            _ if is_uneven(r, rho) => Self::Uneven(way),
            strength => Self::Told(strength, way),
        }
    }

    /// Its stable name, in English.
    pub fn id(self) -> &'static str {
        match self {
            Self::TooFew => "too_few",
            Self::Few(..) => "few",
            Self::NoDirection => "no_direction",
            Self::Uneven(_) => "uneven",
            Self::Told(strength, _) => strength.id(),
        }
    }
}

/// Whether the line and the ranks disagree in direction, or the ranks show nothing.
fn lacks_direction(r: f64, rho: f64) -> bool {
    // What is written as zero is nothing.
    const NONE: f64 = 0.0005;
    Strength::of(r) != Strength::None && (r * rho < 0.0 || rho.abs() < NONE)
}

/// Whether the two give the relation unlike names, and are far from each other: beyond the next name, or three tenths apart.
fn is_uneven(r: f64, rho: f64) -> bool {
    const FAR: f64 = 0.3;
    let [one, other] = [r, rho].map(Strength::of);
    one != Strength::None
        && one != other
        && ((one as usize).abs_diff(other as usize) > 1 || (r.abs() - rho.abs()).abs() >= FAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_belong_to_the_stronger_side_and_signs_do_not_count() {
        let ids = [0.0, 0.099, 0.1, -0.299, 0.3, 0.499, -0.5, 1.0].map(|r| Strength::of(r).id());
        assert_eq!(ids, ["none", "none", "weak", "weak", "moderate", "moderate", "strong", "strong"]);
    }

    /// x = 1, 2, 3, 4, 100 and y = 4, 1, 3, 2, 60: scipy 1.15 gives r = 0.9983 and rho = 0.3.
    #[test]
    fn an_outlier_among_five_makes_no_strong_relation() {
        assert_eq!(Relation::of(5, 0.9983, 0.3), Relation::Few(Strength::Strong, Way::Direct));
        assert_eq!(Relation::of(50, 0.9983, 0.3), Relation::Uneven(Way::Direct));
        assert_eq!(Relation::of(50, -0.55, -0.25), Relation::Uneven(Way::Inverse));
    }

    #[test]
    fn of_three_pairs_nothing_is_told_and_of_nine_no_rule() {
        assert_eq!(Relation::of(3, 0.99, 1.0), Relation::TooFew);
        assert_eq!(Relation::of(4, 0.99, 1.0), Relation::Few(Strength::Strong, Way::Direct));
        assert_eq!(Relation::of(9, -0.4, -0.4), Relation::Few(Strength::Moderate, Way::Inverse));
        assert_eq!(Relation::of(10, -0.4, -0.4), Relation::Told(Strength::Moderate, Way::Inverse));
    }

    /// Both of the figures for which the two disagree a little: density and ageing of the 17 Ambiti, r = 0.650, rho = 0.559.
    #[test]
    fn a_small_disagreement_changes_no_name() {
        assert_eq!(Relation::of(17, 0.650, 0.559), Relation::Told(Strength::Strong, Way::Direct));
        assert_eq!(Relation::of(193, 0.49, 0.55), Relation::Told(Strength::Moderate, Way::Direct));
        assert_eq!(Relation::of(193, 0.2, -0.1), Relation::NoDirection);
        assert_eq!(Relation::of(193, 0.05, -0.1), Relation::Told(Strength::None, Way::Direct));
    }
}
