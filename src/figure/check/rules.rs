//! The rules that hold for every view.

use crate::base::Level;
use crate::data::{Atlas, Method};
use crate::document::Element;
use crate::figure::FigureError;
use crate::i18n::texts;

use super::{Finding, Mending};

/// A mean, minimum or maximum of Comuni where a reader expects the value of the group.
pub fn not_pooled(figure: &Element) -> Option<Finding> {
    let (method, groups) = (figure.spec().method(), figure.spec().level() != Some(Level::Comuni));
    let message = figure.lang().text(texts::WARN_NOT_POOLED).to_owned();
    let found = || Finding::mended("not_pooled", message, Mending::UsePooled);
    (method != Method::Pooled && groups).then(found)
}

/// A figure that cannot say where its numbers are from.
pub fn no_source(figure: &Element, atlas: &Atlas) -> Result<Option<Finding>, FigureError> {
    let lang = figure.lang();
    if figure.page().source.as_ref().is_some_and(|typed| !typed.trim().is_empty()) {
        return Ok(None);
    }
    for id in figure.spec().indicators() {
        let caption = atlas.caption(id)?;
        if lang.pick(caption.source).trim().is_empty() {
            let message = texts::check_source(lang, lang.pick(caption.name));
            let advice = lang.text(texts::ADVICE_SOURCE);
            return Ok(Some(Finding::advised("no_source", message, advice)));
        }
    }
    Ok(None)
}

/// A page that leaves out where its numbers are from.
pub fn hidden_source(figure: &Element) -> Option<Finding> {
    let message = || figure.lang().text(texts::CHECK_HIDDEN_SOURCE).to_owned();
    let found = || Finding::mended("source_hidden", message(), Mending::ShowFooter);
    (!figure.page().shows.footer).then(found)
}
