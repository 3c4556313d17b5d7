//! An area against a benchmark: the one decision that the map, the funnel, the ranking and the command line share.

use super::intervals::{Confidence, Interval, IntervalError, poisson, wilson};

/// What is counted in an area, which decides the interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A part of its denominator: Wilson's interval.
    Part,
    /// Events, or persons related to others: the interval of the count.
    Count,
}

impl Basis {
    /// The interval of the rate `numerator / denominator`.
    ///
    /// # Errors
    ///
    /// See [`IntervalError`].
    pub fn interval(
        self,
        numerator: f64,
        denominator: f64,
        confidence: Confidence,
    ) -> Result<Interval, IntervalError> {
        if !denominator.is_finite() || denominator <= 0.0 {
            return Err(IntervalError::NoWhole);
        }
        if !numerator.is_finite() || numerator < 0.0 || numerator.fract() != 0.0 {
            return Err(IntervalError::NotACount);
        }
        match self {
            Self::Part => wilson(numerator, denominator, confidence),
            Self::Count => Ok(poisson(numerator, confidence)?.scaled(1.0 / denominator)),
        }
    }
}

/// Where an area lies against a benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Its whole interval is below.
    Below,
    /// Its interval holds the benchmark: the difference may be chance.
    Alike,
    /// Its whole interval is above.
    Above,
}

impl Side {
    pub const ALL: [Self; 3] = [Self::Below, Self::Alike, Self::Above];

    /// The side of an interval against a number.
    pub fn of(interval: Interval, benchmark: f64) -> Self {
        if interval.upper < benchmark {
            Self::Below
        } else if interval.lower > benchmark {
            Self::Above
        } else {
            Self::Alike
        }
    }

    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Below => "lower",
            Self::Alike => "similar",
            Self::Above => "higher",
        }
    }
}

/// How many of so many comparisons come out different by chance alone, if no area really differed.
pub fn by_chance(comparisons: usize, confidence: Confidence) -> f64 {
    comparisons as f64 * 2.0 * confidence.tail()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_interval_on_one_side_differs() {
        let of = |lower, upper| Side::of(Interval { lower, upper }, 0.5);
        assert_eq!(
            [of(0.1, 0.4), of(0.1, 0.5), of(0.5, 0.6), of(0.6, 0.7)],
            [Side::Below, Side::Alike, Side::Alike, Side::Above]
        );
    }

    #[test]
    fn seventeen_areas_at_95_percent_give_nearly_one_by_chance() {
        assert!((by_chance(17, Confidence::P95) - 0.85).abs() < 1e-12);
        assert!((by_chance(17, Confidence::P998) - 0.034).abs() < 1e-12);
    }

    #[test]
    fn what_has_no_interval() {
        let of = |basis: Basis, x, n| basis.interval(x, n, Confidence::P95);
        assert_eq!(of(Basis::Part, 1.0, 0.0), Err(IntervalError::NoWhole));
        assert_eq!(of(Basis::Count, 1.0, 0.0), Err(IntervalError::NoWhole));
        assert_eq!(of(Basis::Part, 1.5, 9.0), Err(IntervalError::NotACount));
        assert_eq!(of(Basis::Part, 10.0, 9.0), Err(IntervalError::NotAPart));
        assert!(of(Basis::Count, 10.0, 9.0).is_ok(), "a ratio may be above one");
    }
}
