//! Why a condition is not understood.

use crate::data::Bilingual;

/// A condition is not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the condition is not understood at character {at}: {fault:?}")]
pub struct ConditionError {
    /// The character, from 1; one past the end where something is missing there.
    pub at: usize,
    pub fault: Fault,
}

/// What is wrong with a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Empty,
    /// No indicator of that id.
    UnknownIndicator {
        id: String,
        /// The ids nearest to it.
        nearest: Vec<String>,
    },
    /// An indicator as published, without values of these territories.
    OnlyPublished(String),
    /// An indicator without values at any date.
    NoValues(String),
    /// The id of an indicator should stand there; what stands there, nothing at the end.
    IndicatorExpected(Option<String>),
    /// A comparison should follow that id.
    ComparisonExpected(String),
    /// A number should follow that sign.
    NumberExpected(String),
    /// After that sign comes one of the categories of the indicator, which have no order.
    ClassExpected {
        sign: String,
        classes: Vec<Bilingual>,
    },
    NotANumber(String),
    /// A number whose point or comma may part thousands or decimals.
    AmbiguousNumber(String),
    /// The parenthesis opened there is not closed.
    Unclosed,
    /// A comparison is complete, and neither `e` nor `o` follows.
    LinkExpected(String),
    /// A sign that means nothing here.
    Unexpected(String),
    /// No choice is kept under that name.
    UnknownSet(String),
    /// The quotes opened there are not closed.
    UnclosedQuotes,
    /// Too many parentheses within one another.
    TooDeep,
}
