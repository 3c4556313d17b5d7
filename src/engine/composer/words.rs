//! What elements are called in the window.

use crate::data::Atlas;
use crate::document::Element;
use crate::i18n::{Lang, texts};

/// "Mappa: Vecchiaia": the kind of an element and what it shows.
pub fn element_label(lang: Lang, element: &Element, atlas: &Atlas) -> String {
    let kind = match element {
        Element::Map(_) => texts::VIEW_MAP,
        Element::Series(_) => texts::TAB_SERIES,
        Element::Ranking(_) => texts::TAB_RANKING,
        Element::Scatter(_) => texts::TAB_SCATTER,
        Element::Table(_) => texts::TAB_TABLE,
    };
    let short =
        |id: &&str| atlas.caption(id).map_or((*id).to_owned(), |caption| lang.pick(caption.short).to_owned());
    let mut names: Vec<String> = Vec::new();
    for name in element.indicators().iter().map(short) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    texts::element_label(lang, lang.text(kind), names.join(", "))
}
