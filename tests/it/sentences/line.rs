//! A line of a time series.

use super::source::{Level, Value};

/// A line: a territory or an area, with the observed values of each year.
pub struct Line {
    /// Its possible names in a list.
    pub names: Vec<String>,
    /// Its level and unit, if it is computed.
    pub place: Option<(Level, usize)>,
    pub role: Role,
    pub values: Vec<(i32, Value)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Selected,
    Benchmark,
    Context,
}
