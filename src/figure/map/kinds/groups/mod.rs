//! The map of groups: territories that are alike in several indicators.

mod kind;

pub use kind::{Found, Grouped};
