//! Layer 2: every text for people, Italian first, and numbers and dates in the format of each language.
//!
//! Invariant: knows the names of things (levels, methods, schemes, reasons for missing values), but not what is done
//! with them. A text is a constant in both languages, so a missing translation does not compile.

mod count;
mod errors;
mod file_names;
mod fold;
mod format;
mod formula;
pub mod italian;
mod lang;
mod names;
mod refused;
mod statistics;
pub mod texts;

pub use count::{Thing, some_named};
pub use file_names::{file_name, is_impossible_on_windows, own_names};
pub use fold::folded;
pub use format::{
    ago, compact_number, date, date_in_full, day_of_year, field_number, joined_date, number, number_fault,
    p_of, p_value, places_between, plain_number, signed_number, significant, within_sentence,
};
pub use lang::{Lang, Text};
