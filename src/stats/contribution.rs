//! The change of a ratio of sums, divided among its numerator and denominator and among those who make up both.
//!
//! For R = N/D the change is the sum of two effects, each the mean of what one of them does when it moves first and when it
//! moves last:
//!
//! ```text
//! numerator    (N₁ − N₀) · ½ (1/D₀ + 1/D₁)
//! denominator  ½ (N₀ + N₁) · (1/D₁ − 1/D₀)
//! ```
//!
//! This is the Shapley value of the two: A. F. Shorrocks, "Decomposition procedures for distributional analysis: a unified
//! framework based on the Shapley value", *Journal of Economic Inequality* 11, 2013; for two factors it is the decomposition of
//! E. M. Kitagawa, "Components of a difference between two rates", *Journal of the American Statistical Association* 50, 1955.
//! Both effects are linear in the changes of N and of D, since 1/D₁ − 1/D₀ = −(D₁ − D₀)/(D₀·D₁), so a member's own changes
//! have a share in each, and the shares of all members add up to the change. A member whose denominator is zero has one too: it
//! needs no rate of its own.
//!
//! O(1) for each member. Not defined where the whole has a denominator of zero at either time.

/// A numerator and a denominator.
pub type Ratio = [f64; 2];

/// The weights with which the changes of members enter the change of the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// What one more in the numerator adds.
    numerator: f64,
    /// What one more in the denominator adds: with a positive rate it takes away.
    denominator: f64,
}

impl Split {
    /// The weights for a whole before and after; `None` where it has no rate at one of the two.
    pub fn new([n0, d0]: Ratio, [n1, d1]: Ratio) -> Option<Self> {
        let split = Self {
            numerator: 0.5 * (1.0 / d0 + 1.0 / d1),
            // Divided one after the other, so that two large denominators cannot overflow.
            denominator: -0.5 * (n0 + n1) / d0 / d1,
        };
        [split.numerator, split.denominator].iter().all(|weight| weight.is_finite()).then_some(split)
    }

    /// What a member contributes through its numerator and through its denominator.
    pub fn of(self, [n0, d0]: Ratio, [n1, d1]: Ratio) -> [f64; 2] {
        [self.numerator * (n1 - n0), self.denominator * (d1 - d0)]
    }
}

/// What the ratio would be if its numerator alone had moved, and if its denominator alone had.
pub fn alone([n0, d0]: Ratio, [n1, d1]: Ratio) -> [f64; 2] {
    [n1 / d0, n0 / d1]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-12, "{a}, not {b}");
    }

    #[test]
    fn the_two_effects_are_means_over_both_orders() {
        // 30/100 → 60/150: first the numerator +0.3 or, after the denominator, +0.2; the denominator −0.1 or −0.2.
        let (before, now) = ([30.0, 100.0], [60.0, 150.0]);
        let [numerator, denominator] = Split::new(before, now).expect("rates").of(before, now);
        near(numerator, 0.25);
        near(denominator, -0.15);
        near(numerator + denominator, 0.4 - 0.3);
        assert_eq!(alone(before, now), [0.6, 0.2]);
    }

    #[test]
    fn members_add_up_to_the_change_also_those_without_a_rate_of_their_own() {
        let members = [([10.0, 40.0], [25.0, 60.0]), ([20.0, 60.0], [30.0, 90.0]), ([0.0, 0.0], [5.0, 0.0])];
        let sum = |at: fn(&(Ratio, Ratio)) -> Ratio| {
            members.iter().map(at).fold([0.0; 2], |[n, d], [more_n, more_d]| [n + more_n, d + more_d])
        };
        let (before, now) = (sum(|one| one.0), sum(|one| one.1));
        let split = Split::new(before, now).expect("rates");
        let parts: f64 = members.iter().flat_map(|one| split.of(one.0, one.1)).sum();
        near(parts, now[0] / now[1] - before[0] / before[1]);
    }

    #[test]
    fn a_member_that_grows_at_the_rate_of_the_whole_moves_nothing() {
        // The rate between the two dates is (30 + 60)/(100 + 150) = 0.36.
        let split = Split::new([30.0, 100.0], [60.0, 150.0]).expect("rates");
        let [numerator, denominator] = split.of([0.0, 0.0], [3.6, 10.0]);
        near(numerator + denominator, 0.0);
    }

    #[test]
    fn without_a_denominator_there_is_nothing_to_divide() {
        assert_eq!(Split::new([3.0, 0.0], [3.0, 10.0]), None);
        assert_eq!(Split::new([3.0, 10.0], [3.0, 0.0]), None);
    }
}
