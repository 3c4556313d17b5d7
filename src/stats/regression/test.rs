//! What a test gives.

/// A test statistic and its p-value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    pub statistic: f64,
    pub p: f64,
}
