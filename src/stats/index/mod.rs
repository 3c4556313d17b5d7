//! Composite indices: one number from several indicators, and how much it depends on how it is made.

mod goalposts;
mod method;
mod pareto;
mod principal;
#[cfg(test)]
mod reference;
mod robustness;
mod scores;
mod shape;

pub use goalposts::Goalposts;
pub use method::{Composite, Method, composite};
pub use robustness::{RankRange, Robustness, Variant, robustness};
pub use shape::{Polarity, Variables};
