//! Confidence intervals of counts and proportions.
//!
//! The methods are those adopted by English public health (Association of Public Health Observatories, *Technical
//! Briefing 3: Commonly used public health statistics and their confidence intervals*, 2008): Wilson for a
//! proportion, Byar for a count or a rate, exact where the count is below ten. Registers have no sampling error:
//! around a count of residents the interval shows how much it would vary from year to year by chance.

mod poisson;
mod wilson;

use serde::{Deserialize, Serialize};

pub(super) use poisson::EXACT_BELOW;
pub use poisson::poisson;
pub use wilson::wilson;

/// A closed interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub lower: f64,
    pub upper: f64,
}

impl Interval {
    /// Whether a number lies within it.
    pub fn contains(self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// Both ends multiplied by a non-negative number: from a count to its rate, by `multiplier / denominator`.
    pub fn scaled(self, by: f64) -> Self {
        Self { lower: self.lower * by, upper: self.upper * by }
    }
}

/// The confidence level of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Confidence {
    /// 95%: one interval in twenty misses the true value.
    #[default]
    #[serde(rename = "95")]
    P95,
    /// 99.8%, for many comparisons at once: one in five hundred misses the true value.
    #[serde(rename = "99.8")]
    P998,
}

impl Confidence {
    /// Both, narrower first.
    pub const ALL: [Self; 2] = [Self::P95, Self::P998];

    /// The percentage, as written in JSON and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::P95 => "95",
            Self::P998 => "99.8",
        }
    }

    /// The one of that percentage.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }

    /// The probability left out at each end.
    pub fn tail(self) -> f64 {
        match self {
            Self::P95 => 0.025,
            Self::P998 => 0.001,
        }
    }

    /// The standard normal quantile with [`tail`](Self::tail) above it.
    pub fn z(self) -> f64 {
        match self {
            Self::P95 => 1.959_963_984_540_054,
            Self::P998 => 3.090_232_306_167_813,
        }
    }
}

/// Why an interval cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IntervalError {
    /// A count is negative, fractional or not finite: estimates have no interval of this kind.
    #[error("a count is a whole number, not below zero")]
    NotACount,
    /// The denominator of a proportion is zero or not finite.
    #[error("the whole must be above zero")]
    NoWhole,
    /// The part is negative or larger than the denominator.
    #[error("a part goes from zero to the whole")]
    NotAPart,
}
