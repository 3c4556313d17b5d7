//! Statistics: pure functions on slices, one method a file.
//!
//! Each file names the paper its formula comes from, its cost and what it does with ties, constants and
//! missing values. Nothing here reads a file, a clock or a global, so the same input gives the same bits.

pub mod classes;
pub mod intervals;
mod moments;
