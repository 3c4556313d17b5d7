//! Layer 0: what every other layer may use: codes, dates, levels, numbers, colours and units, and what reading files of others
//! needs (fields that are wrong, limits of XML, panics that are caught).
//!
//! Invariant: imports nothing from the other layers and does no I/O.

pub mod bad_field;
mod code;
mod colour;
mod date;
pub mod decimal;
mod misread;
mod number;
pub mod panics;
mod units;
mod vision;
pub(crate) mod xml;

pub use bad_field::BadField;
pub use code::{Code, Level};
pub use colour::Rgb;
pub use date::{Date, DateError};
pub use misread::Misread;
pub use number::{Numeral, Readings, Typed, typed_decimals, written_decimals};
pub use units::{Mm, Pt};
pub use vision::Vision;
