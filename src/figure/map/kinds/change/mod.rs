//! The map of a change since an earlier date.

mod difference;
mod kind;

pub use difference::{Change, Direction, Moved, breaks_between, difference};
pub(in crate::figure) use difference::{edge_on_zero, gravest};
pub use kind::Since;
