//! Intervals of uncertainty about counts and shares.
//!
//! The methods are those English public health settled on (Association of Public Health Observatories,
//! *Technical Briefing 3: Commonly used public health statistics and their confidence intervals*, 2008): Wilson for
//! a proportion, Byar for a count or a rate, exact where the count is below ten. Registers have no sampling
//! error: about a count of residents such an interval shows how much it would vary from year to year by chance.

mod poisson;
mod wilson;

pub use poisson::poisson;
pub use wilson::wilson;

/// From one number to another, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

impl Interval {
    /// Whether a number is neither below nor above it.
    pub fn contains(self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// Both ends times a number that is not negative: from a count to its rate, `multiplier / denominator`.
    pub fn scaled(self, by: f64) -> Self {
        Self { lower: self.lower * by, upper: self.upper * by }
    }
}

/// How sure an interval is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Confidence {
    /// 95%: one interval in twenty misses.
    #[default]
    P95,
    /// 99.8%, for many comparisons at once: one in five hundred misses.
    P998,
}

impl Confidence {
    /// Both, the narrower interval first.
    pub const ALL: [Self; 2] = [Self::P95, Self::P998];

    /// The probability left out at each end.
    pub fn tail(self) -> f64 {
        match self {
            Self::P95 => 0.025,
            Self::P998 => 0.001,
        }
    }

    /// The point of the normal distribution above which [`tail`](Self::tail) lies.
    pub fn z(self) -> f64 {
        match self {
            Self::P95 => 1.959_963_984_540_054,
            Self::P998 => 3.090_232_306_167_813,
        }
    }
}

/// Why there is no interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IntervalError {
    /// A count is negative, not whole or not finite: an estimate has no interval of this kind.
    #[error("a count is a whole number, not below zero")]
    NotACount,
    /// A share of nothing, or of a number that is not finite.
    #[error("the whole must be above zero")]
    NoWhole,
    /// A part that is negative or larger than the whole, and so no share.
    #[error("a part goes from zero to the whole")]
    NotAPart,
}
