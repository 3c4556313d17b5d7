//! Why a text is no formula, and where.

use std::ops::Range;

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    Empty,
    TooLong(usize),
    /// A sign without a meaning in formulas.
    Sign(char),
    /// A number that is none, or that can be read in two ways.
    Number(String),
    /// Something else was expected here.
    Unexpected(String),
    /// It ends where something must follow.
    EndsEarly,
    /// A bracket that is never closed.
    NotClosed,
    /// No variable or count has this name; those most like it.
    UnknownName {
        name: String,
        nearest: Vec<String>,
    },
    /// It is a rate or a mean, of which groups have no sum.
    NotACount {
        name: String,
    },
    /// What follows `@` is neither years back, nor days, nor a date.
    When(String),
    /// Two variables multiplied: of a group there is no such product.
    Product,
    /// Two ratios with different denominators added up.
    TwoDenominators,
    /// A number added to a count: a group would have it once for each Comune.
    NumberAdded,
    /// Nothing but numbers.
    NoVariable,
    /// Divided by nothing.
    ByZero,
    /// Variables of different units added up.
    Units {
        one: String,
        other: String,
    },
    TooDeep,
}

/// A fault and its place in the text, in characters.
#[derive(Clone, Debug, PartialEq)]
pub struct FormulaError {
    pub at: Range<usize>,
    pub fault: Fault,
}
