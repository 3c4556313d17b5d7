//! What could mislead in a figure, before it is handed to others: each finding is a plain sentence, most with a way to
//! mend it.

mod mending;
mod rules;

use crate::base::Mm;
use crate::data::Atlas;
use crate::document::Element;

use super::map_model::FigureError;

pub use mending::Mending;

/// Something that could mislead.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Stable identifier, snake_case English.
    pub code: &'static str,
    /// What is the matter, in one sentence of the figure's language.
    pub message: String,
    /// What would mend it, where the program can.
    pub mending: Option<Mending>,
}

/// Checks a figure that will be printed `width` wide (as wide as its page, where none is said) beside its sisters.
///
/// # Errors
/// Where the figure itself, or a sister of the same indicator, cannot be made: see [`FigureError`].
pub fn check(
    figure: &Element,
    width: Option<Mm>,
    sisters: &[Element],
    atlas: &Atlas,
) -> Result<Vec<Finding>, FigureError> {
    let mut findings = Vec::new();
    if let Element::Map(spec) = figure {
        findings.extend(rules::of_map(spec, sisters, atlas)?);
    }
    findings.extend(rules::not_pooled(figure));
    findings.extend(rules::small_numbers(figure, atlas)?);
    findings.extend(rules::no_source(figure, atlas)?);
    findings.extend(rules::small_type(figure, width));
    Ok(findings)
}
