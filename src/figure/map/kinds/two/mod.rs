//! Its value beside another's: each in three classes.

pub mod axis;
pub mod bivariate;
mod kind;
mod reading;

pub use kind::{Beside, SCHEMES, Two};
