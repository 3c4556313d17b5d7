//! The limits of a funnel plot, and how much more than chance the areas scatter.

use super::compare::Basis;
use super::gamma::incomplete;
use super::intervals::{Confidence, Interval};

/// How much the areas scatter around the benchmark, against what chance alone would do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dispersion {
    /// The mean of the squared standard scores, the most extreme tenth at each end drawn in: 1 by chance alone.
    pub phi: f64,
    pub n: usize,
}

impl Dispersion {
    /// The fewest areas it is estimated from.
    pub const FEWEST: usize = 5;

    /// Whether they scatter clearly more than by chance: more than two standard errors above 1.
    pub fn is_over(self) -> bool {
        self.phi > 1.0 + 2.0 * (2.0 / self.n as f64).sqrt()
    }

    /// What limits are widened by: never narrowed.
    pub fn factor(self) -> f64 {
        if self.is_over() { self.phi.sqrt() } else { 1.0 }
    }
}

/// The standard score of an area: how many standard errors of the benchmark its rate is away from it.
///
/// Part: (p − θ)/√(θ(1 − θ)/n); count: (r − θ)/√(θ/n). `None` where chance leaves no room: a benchmark of 0, or of a whole,
/// or no population.
pub fn score(numerator: f64, denominator: f64, benchmark: f64, basis: Basis) -> Option<f64> {
    let variance = match basis {
        Basis::Part => benchmark * (1.0 - benchmark),
        Basis::Count => benchmark,
    };
    let is_sound = denominator > 0.0 && variance > 0.0 && numerator.is_finite() && denominator.is_finite();
    is_sound.then(|| (numerator / denominator - benchmark) / (variance / denominator).sqrt())
}

/// The overdispersion of standard scores.
///
/// φ = Σz²/I with z winsorised at the 10th and 90th percentile: D. J. Spiegelhalter, "Funnel plots for comparing institutional
/// performance", *Statistics in Medicine* 24, 2005, appendix A.3.1. `None` for fewer than five areas. O(n log n).
pub fn dispersion(scores: &[f64]) -> Option<Dispersion> {
    let n = scores.len();
    if n < Dispersion::FEWEST || !scores.iter().all(|z| z.is_finite()) {
        return None;
    }
    let mut sorted = scores.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    // The percentile as numpy and Excel interpolate it.
    let percentile = |p: f64| {
        let at = p * (n - 1) as f64;
        let (low, share) = (at.floor() as usize, at.fract());
        sorted[low] + share * (sorted[(low + 1).min(n - 1)] - sorted[low])
    };
    let (low, high) = (percentile(0.1), percentile(0.9));
    let phi = scores.iter().map(|z| z.clamp(low, high).powi(2)).sum::<f64>() / n as f64;
    Some(Dispersion { phi, n })
}

/// The rates between which an area of this denominator does not differ from the benchmark, that is, of which the interval
/// holds it; both widened by `factor`.
///
/// Part: θ ∓ z·√(θ(1 − θ)/n), at which Wilson's interval ends at θ exactly. Count: the counts whose interval
/// ([`poisson`](super::intervals::poisson)) ends at the expected one, over the denominator; exact below ten, Byar's from
/// there up, and Byar's throughout if widened. Wanted: a line that is crossed exactly where the comparison of
/// [`Side`](super::compare::Side) changes.
pub fn limits(
    benchmark: f64,
    denominator: f64,
    basis: Basis,
    confidence: Confidence,
    factor: f64,
) -> Interval {
    let z = confidence.z() * factor;
    match basis {
        Basis::Part => {
            let reach = z * (benchmark * (1.0 - benchmark) / denominator).max(0.0).sqrt();
            Interval { lower: (benchmark - reach).max(0.0), upper: (benchmark + reach).min(1.0) }
        }
        Basis::Count => {
            let expected = benchmark * denominator;
            let (is_exact, tail) = (factor == 1.0, confidence.tail());
            let is_small = |x: f64| is_exact && x < super::intervals::EXACT_BELOW;
            // The upper end of x is half the χ² quantile of 1 − tail on 2x + 2 degrees of freedom, and the lower one that of
            // tail on 2x: as probabilities, so that no quantile is searched for.
            let ends_below = |x: f64| match is_small(x) {
                true => incomplete(x + 1.0, expected).1 < tail,
                false => byar(x + 1.0, z) < expected,
            };
            let begins_below = |x: f64| match is_small(x) {
                true => x <= 0.0 || incomplete(x, expected).0 >= tail,
                false => x <= 0.0 || byar(x, -z) <= expected,
            };
            let lower = crossing(expected, ends_below);
            let upper = crossing(expected, begins_below);
            Interval { lower: lower / denominator, upper: upper / denominator }
        }
    }
}

/// The largest count for which `is_so` holds, which holds for small counts and not for large ones; 0 if for none.
fn crossing(expected: f64, is_so: impl Fn(f64) -> bool) -> f64 {
    if !is_so(0.0) {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, expected.max(1.0));
    while is_so(high) && high < 1e15 {
        low = high;
        high *= 2.0;
    }
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if is_so(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

fn byar(x: f64, z: f64) -> f64 {
    // A large z makes the base negative for small counts: the end is at zero.
    x * (1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt())).max(0.0).powi(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::compare::Side;
    use crate::stats::reference;

    #[test]
    fn dispersion_as_numpy() {
        for (scores, theirs) in reference::rows("winsorised_phi") {
            reference::near(dispersion(&scores).unwrap().phi, theirs[0], 1e-12);
        }
        assert_eq!(dispersion(&[1.0; 4]), None);
    }

    /// The line is where the comparison changes, for every count and every kind.
    #[test]
    fn the_limits_are_those_of_the_intervals() {
        for basis in [Basis::Part, Basis::Count] {
            for confidence in Confidence::ALL {
                for (benchmark, denominator) in
                    [(0.1, 40.0), (0.02, 300.0), (0.3, 200.0), (0.15, 1000.0), (0.9, 30.0)]
                {
                    let limits = limits(benchmark, denominator, basis, confidence, 1.0);
                    for x in 0..=denominator as u32 {
                        let rate = f64::from(x) / denominator;
                        let interval = basis.interval(f64::from(x), denominator, confidence).unwrap();
                        let by_line = if rate < limits.lower - 1e-12 {
                            Side::Below
                        } else if rate > limits.upper + 1e-12 {
                            Side::Above
                        } else {
                            Side::Alike
                        };
                        assert_eq!(
                            Side::of(interval, benchmark),
                            by_line,
                            "{basis:?} {confidence:?} {benchmark} {denominator} {x}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn limits_narrow_with_size_and_widen_with_scatter() {
        let width = |n, factor| {
            let of = limits(0.2, n, Basis::Count, Confidence::P95, factor);
            of.upper - of.lower
        };
        assert!(width(100.0, 1.0) > width(1000.0, 1.0) && width(1000.0, 2.0) > 1.9 * width(1000.0, 1.0));
        let over = Dispersion { phi: 9.0, n: 17 };
        assert_eq!((over.is_over(), over.factor()), (true, 3.0));
        let under = Dispersion { phi: 1.4, n: 17 };
        assert_eq!((under.is_over(), under.factor()), (false, 1.0));
    }

    #[test]
    fn a_benchmark_without_room_has_no_scores() {
        assert_eq!(score(0.0, 10.0, 0.0, Basis::Count), None);
        assert_eq!(score(10.0, 10.0, 1.0, Basis::Part), None);
        assert_eq!(score(1.0, 0.0, 0.1, Basis::Count), None);
        assert_eq!(score(20.0, 100.0, 0.1, Basis::Count).map(|z| (z * 1e9).round()), Some(3_162_277_660.0));
    }
}
