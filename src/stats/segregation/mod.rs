//! How a group is spread over areas, against the rest of the population.

mod dissimilarity;
mod isolation;
mod location_quotient;

pub use dissimilarity::dissimilarity;
pub use isolation::{Exposure, exposure};
pub use location_quotient::location_quotient;

/// The group and the whole population of an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Members {
    pub group: f64,
    pub population: f64,
}

/// Why an index of segregation cannot be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SegregationError {
    /// A count is negative or not finite, or the group is larger than the population.
    #[error("the group of an area goes from zero to its population")]
    NotAPart,
    /// Nobody belongs to the group, or everybody.
    #[error("some must belong to the group, and some not")]
    OneGroup,
    /// Fewer than two areas are inhabited.
    #[error("at least two inhabited areas are needed")]
    TooFew,
}

/// The sums of group and population, once all is sound.
fn sums(areas: &[Members]) -> Result<(f64, f64), SegregationError> {
    let is_part = |area: &Members| {
        area.population.is_finite() && area.population >= 0.0 && (0.0..=area.population).contains(&area.group)
    };
    if !areas.iter().all(is_part) {
        return Err(SegregationError::NotAPart);
    }
    if areas.iter().filter(|area| area.population > 0.0).count() < 2 {
        return Err(SegregationError::TooFew);
    }
    let group: f64 = areas.iter().map(|area| area.group).sum();
    let population: f64 = areas.iter().map(|area| area.population).sum();
    if group <= 0.0 || group >= population {
        return Err(SegregationError::OneGroup);
    }
    Ok((group, population))
}
