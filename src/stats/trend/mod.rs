//! Whether a series of years rises or falls.
//!
//! A series is passed as its unbroken part: the caller stops at a break of the series or a missing year, because a test
//! across one would measure the break.

mod change_point;
mod chi_square;
mod mann_kendall;
mod poisson;
mod sen;

pub use change_point::{ChangePoint, change_point};
pub use chi_square::{Counted, RecentTrend, recent};
pub use mann_kendall::{MannKendall, attained, mann_kendall};
pub use poisson::{PoissonTrend, poisson_trend};
pub use sen::{Slope, sen};

/// The fewest points a trend is tested on.
pub const FEWEST: usize = 5;
