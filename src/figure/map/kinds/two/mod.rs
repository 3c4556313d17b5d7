//! The map of two indicators, each in three classes.

pub(crate) mod axis;
pub(crate) mod bivariate;
mod kind;
mod reading;

pub use kind::{Beside, SCHEMES, Two};
