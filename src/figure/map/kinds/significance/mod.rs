//! The map of a comparison: which units differ from a benchmark by more than chance.

mod kind;

pub use kind::{Compared, Significance};
