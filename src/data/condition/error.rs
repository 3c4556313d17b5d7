//! Why a condition cannot be parsed.

use crate::data::indicator::Bilingual;

/// The error in a condition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the condition is not understood at character {at}: {fault:?}")]
pub struct ConditionError {
    /// The position of the character, from 1; one past the end if something is missing there.
    pub at: usize,
    pub fault: Fault,
}

/// What is wrong with a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Empty,
    /// No indicator has this id.
    UnknownIndicator {
        id: String,
        /// The most similar ids.
        nearest: Vec<String>,
    },
    /// An indicator as published, which has no values for these territories.
    OnlyPublished(String),
    /// An indicator without values at any date.
    NoValues(String),
    /// Expected the id of an indicator; found this, or the end.
    IndicatorExpected(Option<String>),
    /// Expected a comparison after this id.
    ComparisonExpected(String),
    /// Expected a number after this operator.
    NumberExpected(String),
    /// After that sign comes one of the categories of the indicator, which have no order.
    ClassExpected {
        sign: String,
        classes: Vec<Bilingual>,
    },
    NotANumber(String),
    /// A number whose point or comma may be a decimal mark or a thousands separator.
    AmbiguousNumber(String),
    /// The parenthesis is not closed.
    Unclosed,
    /// Expected `e` or `o` after a complete comparison; found this.
    LinkExpected(String),
    /// A character without meaning here.
    Unexpected(String),
    /// No set has this name.
    UnknownSet(String),
    /// No step or category of the indicator has this name.
    UnknownStep {
        name: String,
        /// The names there are.
        known: Vec<Bilingual>,
    },
    /// The quotes are not closed.
    UnclosedQuotes,
    /// Parentheses are nested too deeply.
    TooDeep,
}
