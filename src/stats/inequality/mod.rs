//! How unequally something is spread over areas.
//!
//! Each area has a value (a mean per head) and a weight (how many heads). What is measured is inequality **between the
//! areas**: within each of them everybody counts as having its mean, so inequality between persons is always larger.

mod gini;
mod lorenz;
mod shares;
mod slope_index;
mod theil;

pub use gini::gini;
pub use lorenz::lorenz;
pub use shares::{EndShares, end_shares};
pub use slope_index::{SlopeIndex, slope_index};
pub use theil::{Theil, theil};

use super::StatsError;

/// Why an index of inequality cannot be given.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum InequalityError {
    /// What holds for every statistic.
    #[error(transparent)]
    Values(#[from] StatsError),
    /// A value is negative.
    #[error("a value is below zero")]
    Negative,
    /// A weight is negative, or all are zero.
    #[error("weights must not be negative, nor all be zero")]
    Weights,
    /// All values are zero: there is nothing to spread.
    #[error("all values are zero")]
    NothingToSpread,
}

/// One area: its value per head and its heads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighted {
    pub value: f64,
    pub weight: f64,
}

/// The areas with a weight, by ascending value, and the sums of weights and of weighted values.
fn sorted(areas: &[Weighted]) -> Result<(Vec<Weighted>, f64, f64), InequalityError> {
    if !areas.iter().all(|area| area.value.is_finite() && area.weight.is_finite()) {
        return Err(StatsError::NotFinite.into());
    }
    if areas.iter().any(|area| area.weight < 0.0) {
        return Err(InequalityError::Weights);
    }
    if areas.iter().any(|area| area.value < 0.0) {
        return Err(InequalityError::Negative);
    }
    let mut areas: Vec<Weighted> = areas.iter().copied().filter(|area| area.weight > 0.0).collect();
    if areas.is_empty() {
        return Err(InequalityError::Weights);
    }
    if areas.len() < FEWEST {
        return Err(StatsError::TooFew { n: areas.len(), needed: FEWEST }.into());
    }
    areas.sort_by(|a, b| a.value.total_cmp(&b.value));
    let weights: f64 = areas.iter().map(|area| area.weight).sum();
    let whole: f64 = areas.iter().map(|area| area.weight * area.value).sum();
    if whole <= 0.0 {
        return Err(InequalityError::NothingToSpread);
    }
    Ok((areas, weights, whole))
}

/// The fewest areas that can be unequal.
const FEWEST: usize = 2;
