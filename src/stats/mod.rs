//! Statistics: pure functions on slices, one method a file.
//!
//! Each file names the paper its formula comes from, its cost and what it does with ties, constants and
//! missing values. Nothing here reads a file, a clock or a global, so the same input gives the same bits.
//!
//! Methods on pairs take two slices of the same length and leave out nothing: pairs with an absent member are
//! dropped by the caller, who knows why they are absent and must say how many they are.

pub mod classes;
pub mod correlation;
pub(crate) mod describe;
mod error;
// The legend of the window alone has one.
#[cfg(feature = "gui")]
pub(crate) mod histogram;
pub mod intervals;
mod lowess;
mod moments;
mod outliers;
mod pairs;
mod ranks;
mod regression;
mod strength;
pub mod student;

pub use error::{Axis, StatsError};
pub use lowess::{Lowess, lowess};
pub use outliers::{outliers, studentised_residuals};
pub use ranks::Place;
pub use regression::{Line, ols};
pub use strength::Strength;
