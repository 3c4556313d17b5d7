//! Layer 6: reports. A template and a territory become blocks, in which every sentence and number is decided
//! ([`block`]); writers turn the blocks into Word, PDF and HTML and decide nothing.
//!
//! **Architecture Invariant:** a writer computes no value and words no statement. What two writers print is the same
//! block.

pub mod block;
pub mod docx;
pub(crate) mod opened;
pub mod refresh;
pub mod verify;
