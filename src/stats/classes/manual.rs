//! Breaks typed by the user.

use super::ClassifyError;

/// Checks that the breaks can serve as upper edges. O(breaks).
pub(super) fn check(breaks: &[f64]) -> Result<(), ClassifyError> {
    if breaks.is_empty() {
        return Err(ClassifyError::ManualBreaksEmpty);
    }
    if !breaks.iter().all(|b| b.is_finite()) {
        return Err(ClassifyError::NotFinite);
    }
    if !breaks.is_sorted_by(|a, b| a < b) {
        return Err(ClassifyError::ManualBreaksNotAscending);
    }
    Ok(())
}

/// The breaks as upper edges, with a last class up to `max` if values lie above them all.
///
/// As `mapclassify.UserDefined`. Empty classes stay, since the same breaks may be used for several years.
pub(super) fn uppers(breaks: &[f64], max: f64) -> Vec<f64> {
    let mut uppers = breaks.to_vec();
    if breaks.last().is_some_and(|&last| last < max) {
        uppers.push(max);
    }
    uppers
}
