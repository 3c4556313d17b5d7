//! Layer 6: reports. A template and a territory become blocks, in which every sentence and number is decided
//! ([`block`]); writers turn the blocks into Word, PDF and HTML and decide nothing.
//!
//! **Architecture Invariant:** a writer computes no value and words no statement. What two writers print is the same
//! block.

pub mod behind;
mod beside;
pub mod block;
pub mod build;
mod columns;
pub mod docx;
pub mod html;
pub mod numbers;
pub(crate) mod opened;
pub mod pdf;
pub mod place;
pub mod plain;
pub mod printed;
pub mod refresh;
pub mod request;
mod table;
pub mod template;
pub mod verify;

use crate::base::Mm;

/// The width of the text on a page of A4: drawings of reports are made for it.
pub const TEXT_WIDTH: Mm = Mm(166.0);
