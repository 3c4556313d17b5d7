//! What is asked of whoever knows values.

use serde_json::Value;

use crate::i18n::Lang;

use super::finding::Fault;
use super::numbers::Number;

/// A value of ours as it was printed, and from what.
#[derive(Debug)]
pub struct Asked<'a> {
    pub printed: &'a str,
    /// The number in it, if it is one.
    pub number: Option<Number>,
    pub origin: &'a Value,
    pub lang: Lang,
}

/// A number in a table of anybody's.
#[derive(Debug)]
pub struct Printed<'a> {
    pub row: &'a str,
    pub column: &'a str,
    pub caption: &'a str,
    pub number: &'a Number,
}

/// Whoever knows values.
pub trait Look {
    /// What a value of ours is today, if that is not what was printed.
    fn today(&self, asked: &Asked<'_>) -> Option<String>;
    /// What is wrong with a number, if it is clear what it is.
    fn said(&self, printed: &Printed<'_>) -> Option<Fault>;
    /// What is wrong with the only number of a sentence, if it is clear what it is.
    fn told(&self, _sentence: &str, _number: &Number) -> Option<Fault> {
        None
    }
}

/// Knows nothing.
impl Look for () {
    fn today(&self, _: &Asked<'_>) -> Option<String> {
        None
    }

    fn said(&self, _: &Printed<'_>) -> Option<Fault> {
        None
    }
}
