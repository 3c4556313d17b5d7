//! What could mislead in a figure, checked before it is handed to others: each finding is a plain sentence, most with
//! a fix. Rules for a single view are in its own folder.

mod finding;
mod fix;
mod rules;
mod small_numbers;
mod type_size;
mod withheld;

use crate::base::Mm;
use crate::document::{Element, FigureSpec, Place};

use crate::figure::FigureError;
use crate::figure::registry;
use crate::figure::view::Sources;

pub use finding::Finding;
pub use fix::Fix;
pub(super) use small_numbers::{SMALL, is_small, small_numbers};
pub(super) use withheld::small_counts;

/// Checks a figure, to be printed at `width` (by default that of its page), and compares it with its sisters, the
/// other figures of the document.
///
/// # Errors
/// Where the figure itself, or a sister of the same indicator, cannot be made: see [`FigureError`].
pub fn check(
    figure: &Element,
    width: Option<Mm>,
    sisters: &[Element],
    sources: Sources<'_>,
) -> Result<Vec<Finding>, FigureError> {
    let mut findings = registry::checks(figure, sisters, sources)?;
    findings.extend(rules::not_pooled(figure, sources.atlas));
    findings.extend(rules::no_source(figure, sources.atlas)?);
    findings.extend(rules::hidden_source(figure));
    findings.extend(type_size::small_type(figure, width));
    Ok(findings)
}

/// Checks a page: each element at its printed width, compared with the others and with `sisters`, the elements of
/// other pages of the same document. Each finding comes with the place of its element; what holds for several is
/// reported once.
///
/// # Errors
/// As [`check`].
pub fn page(
    spec: &FigureSpec,
    sisters: &[Element],
    sources: Sources<'_>,
) -> Result<Vec<(Place, Finding)>, FigureError> {
    let grouped = sources.under(&spec.what_if)?;
    let sources = grouped.sources();
    let mut all: Vec<(Place, Finding)> = Vec::new();
    for at in spec.places() {
        let Some(element) = spec.element(at) else { continue };
        let beside = spec.places().filter(|other| *other != at).filter_map(|other| spec.element(other));
        let sisters: Vec<Element> = beside.chain(sisters).cloned().collect();
        // Type sizes depend on the page, not on the room of an element.
        for finding in check(&spec.dressed(element.clone()), None, &sisters, sources)? {
            if !all.iter().any(|(_, known)| known.remark == finding.remark) {
                all.push((at, finding));
            }
        }
    }
    Ok(all)
}
