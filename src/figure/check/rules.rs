//! The rules that hold for every view.

use crate::base::Level;
use crate::data::Atlas;
use crate::document::Element;
use crate::figure::remark::Remark;
use crate::figure::{FigureError, pair};
use crate::i18n::texts;

use super::{Finding, Fix};

/// Finds a mean, minimum or maximum of Comuni where a reader expects the value of the group.
pub fn not_pooled(figure: &Element, atlas: &Atlas) -> Option<Finding> {
    let has_groups = figure.spec().has_groups(atlas);
    let remark = pair::not_pooled(Level::Ambiti, figure.spec().method()).filter(|_| has_groups)?;
    Some(Finding::fixable(remark, Fix::UsePooled))
}

/// Finds a figure whose numbers have no known source.
pub fn no_source(figure: &Element, atlas: &Atlas) -> Result<Option<Finding>, FigureError> {
    let lang = figure.lang();
    if figure.page().source.as_ref().is_some_and(|typed| !typed.trim().is_empty()) {
        return Ok(None);
    }
    for id in figure.spec().indicators() {
        let caption = atlas.caption(id)?;
        if lang.pick(caption.source).trim().is_empty() {
            let remark = Remark::NoSource { indicator: caption.name.clone() };
            return Ok(Some(Finding::advised(remark, texts::ADVICE_SOURCE)));
        }
    }
    Ok(None)
}

/// Finds a page that hides the source of its numbers.
pub(crate) fn hidden_source(figure: &Element) -> Option<Finding> {
    let found = || Finding::fixable(Remark::SourceHidden, Fix::ShowFooter);
    (!figure.page().shows.footer).then(found)
}
