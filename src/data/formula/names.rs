//! What the names in a formula stand for.

/// What a name stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    Variable,
    /// A count of the catalogue: its terms without their weights, and these.
    Sum(Vec<(String, f64)>),
    /// Known, but no sum.
    Rate,
    /// Unknown; the names most like it.
    Unknown(Vec<String>),
}

/// The names that a formula can use.
pub trait Names {
    fn meaning(&self, name: &str) -> Meaning;

    /// Whether this can follow `@`.
    fn is_when(&self, when: &str) -> bool;
}
