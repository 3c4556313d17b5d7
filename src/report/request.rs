//! What is asked for: a report on which places, in which language, with which words of the office.

use crate::i18n::Lang;

use super::place::Place;

/// A report that is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The place, or several compared; none where a report is about all Ambiti.
    pub places: Vec<Place>,
    pub lang: Lang,
    /// What the office types for the cover: its name, a date.
    pub office: Option<String>,
    /// PNG or SVG, as loaded by [`crate::export`].
    pub logo: Option<Vec<u8>>,
}
