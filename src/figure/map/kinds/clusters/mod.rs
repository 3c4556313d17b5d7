//! The map of clusters of space: where values are like those of the neighbours, or unlike them, by more than chance.

mod kind;

pub use kind::{Clustered, Found};
