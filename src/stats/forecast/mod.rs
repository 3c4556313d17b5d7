//! Where a series, or a population by age, may be in some years, with an interval taken from how wrong the same method
//! would have been before.

mod hamilton_perry;
mod holt;
mod rake;
mod shrink;

pub use hamilton_perry::{ByAgeSex, ForecastError, Ratios, Steps};
pub use holt::{Holt, damped_holt};
pub use rake::raked;
pub use shrink::shrunk;
