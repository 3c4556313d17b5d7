//! The rules that hold for every view.

use crate::base::Level;
use crate::data::{Atlas, Dataset, Term};
use crate::document::Element;
use crate::figure::remark::Remark;
use crate::figure::{FigureError, pair};
use crate::i18n::texts;

use super::{Finding, Fix};

/// Finds a mean, minimum or maximum of Comuni where a reader expects the value of the group.
pub fn not_pooled(figure: &Element, atlas: &Atlas) -> Option<Finding> {
    let has_groups = figure.spec().has_groups(atlas);
    let remark = pair::not_pooled(Level::Ambiti, figure.spec().method()).filter(|_| has_groups)?;
    let indicators = figure.spec().indicators();
    let mut indicators = indicators.iter().filter_map(|id| atlas.catalogue.get(id));
    // Where groups have no value, one cannot be shown: the Comuni have one.
    if indicators.clone().any(|own| own.kind.has_steps() || !own.holds_for_groups()) {
        return Some(Finding::fixable(remark, Fix::UseLevel(Level::Comuni)));
    }
    let weighted = indicators.any(|own| own.weight.is_some());
    Some(Finding::fixable(remark, Fix::UsePooled { weighted }))
}

/// Finds a figure whose numbers have no known source.
pub fn no_source(figure: &Element, atlas: &Atlas) -> Result<Option<Finding>, FigureError> {
    let lang = figure.lang();
    if figure.page().source.as_ref().is_some_and(|typed| !typed.trim().is_empty()) {
        return Ok(None);
    }
    for id in figure.spec().indicators() {
        let caption = atlas.caption(id)?;
        // What a count is related to may have a source where the count has none.
        let names: Vec<&str> = atlas.catalogue.get(id).map_or_else(Vec::new, |indicator| {
            indicator.terms().flat_map(Term::variables).map(|(name, _)| name).collect()
        });
        let lacks = |dataset: &&Dataset| lang.pick(&dataset.meta.source).trim().is_empty();
        let unnamed = atlas.datasets.iter().filter(lacks);
        let is_unnamed = unnamed.into_iter().any(|dataset| names.iter().any(|name| dataset.has(name)));
        let is_typed = !caption.as_published && !caption.source.it.contains(texts::NOT_STATED.it);
        if lang.pick(caption.source).trim().is_empty() || (is_unnamed && !is_typed) {
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
