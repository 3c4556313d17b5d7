//! Layer 0: what every other part may name — codes, dates, levels, colours, units and diagnostics.
//!
//! Invariant: imports nothing of ours and does no I/O.

mod code;
mod colour;
mod date;
pub mod decimal;
mod diagnostic;
mod misread;
mod number;
mod units;
mod vision;

pub use code::{Code, Level};
pub use colour::Rgb;
pub use date::{Date, DateError};
pub use diagnostic::{Diagnostic, Severity, Warned};
pub use misread::Misread;
pub use number::parse_number;
pub use units::{Mm, Pt};
pub use vision::Vision;
