//! What of its indicator a map shows: its value, its change, or its value beside another's.

pub mod axis;
pub mod bivariate;
pub mod change;
pub mod two;
