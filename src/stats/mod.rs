//! Statistics: pure functions on slices, one method per file.
//!
//! Each file cites the paper its formula comes from and states its cost and its treatment of ties, constants and
//! missing values. Nothing here reads a file, a clock or a global, so the same input gives the same bits.
//!
//! Methods on pairs take two slices of the same length and use every pair. The caller drops the pairs with a missing
//! value, because it knows why they are missing and must report how many were dropped.

pub mod bayes;
mod chi_square;
pub mod classes;
pub mod compare;
pub mod contribution;
pub mod correlation;
pub(crate) mod describe;
mod error;
mod fisher;
pub mod forecast;
pub mod funnel;
mod gamma;
pub mod groups;
pub(crate) mod histogram;
pub mod index;
pub mod inequality;
pub(crate) mod influence;
pub mod intervals;
pub mod likeness;
pub(crate) mod linkage;
mod lowess;
pub(crate) mod moments;
pub(crate) mod multiple;
mod normal;
mod outliers;
mod pairs;
mod random;
mod ranks;
#[cfg(test)]
mod reference;
mod refused;
pub mod regression;
pub mod segregation;
pub mod space;
pub mod spatial_bayes;
pub mod standardise;
mod strength;
pub mod student;
pub mod trend;

pub use error::{Axis, StatsError};
pub use lowess::{Lowess, lowess};
pub use outliers::{outliers, studentised_residuals};
pub use ranks::Place;
pub use refused::Refused;
pub use regression::{Line, ols};
pub use strength::{Relation, Strength, Way};
