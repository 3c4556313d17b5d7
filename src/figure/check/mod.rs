//! What could mislead in a figure, before it is handed to others: each finding is a plain sentence, most with a way to
//! mend it.

mod mending;
mod rules;

use crate::base::Mm;
use crate::data::Atlas;
use crate::document::{Element, FigureSpec};

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

/// Checks a page: each of its elements beside the others, at the width it is printed at. What holds for several is found once.
///
/// # Errors
/// As [`check`].
pub fn page(spec: &FigureSpec, atlas: &Atlas) -> Result<Vec<Finding>, FigureError> {
    // Type is as large as the page has it, whatever the room of an element.
    let elements: Vec<Element> = spec.elements().cloned().map(|element| spec.dressed(element)).collect();
    let mut findings: Vec<Finding> = Vec::new();
    for (i, element) in elements.iter().enumerate() {
        let sisters = [&elements[..i], &elements[i + 1..]].concat();
        for finding in check(element, None, &sisters, atlas)? {
            if !findings.iter().any(|known| known.code == finding.code && known.message == finding.message) {
                findings.push(finding);
            }
        }
    }
    Ok(findings)
}
