//! The reading of a figure, a paragraph for the text beside it: the extremes, the overall value of the ATS, how the
//! values spread, what has changed since the first comparable date, the ranks of selected territories. Every number
//! comes from the model.
//!
//! Each view composes its own sentences, in its folder. Here is what they share: the voice, and the sentences on
//! values at one date and on changes between two, which several views use.

pub(super) mod change;
pub(super) mod classes;
pub(super) mod distribution;
mod elsewhere;
mod page;
pub mod plain;
pub(super) mod published;
pub(crate) mod voice;

pub use elsewhere::elsewhere;
pub use page::figure;
