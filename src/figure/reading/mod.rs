//! A figure read in one paragraph, for the text beside it: the extremes, the whole ATS, how the values spread, what has
//! changed since the first comparable date, where the chosen stand. Every number is the model's.
//!
//! Each view makes its own sentences, in its folder. Here are what they share: the voice, and the sentences about values at
//! one date and about changes between two, which several views tell.

pub(super) mod change;
pub(super) mod classes;
pub(super) mod distribution;
mod page;
pub(super) mod voice;

pub use page::figure;
