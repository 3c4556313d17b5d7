//! The labels of elements in the window.

use crate::data::Atlas;
use crate::document::Element;
use crate::figure::registry::name;
use crate::i18n::{Lang, texts};

/// "Mappa: Vecchiaia": the kind of an element and what it shows.
pub fn element_label(lang: Lang, element: &Element, atlas: &Atlas) -> String {
    let kind = name(element.kind());
    let short =
        |id: &&str| atlas.caption(id).map_or((*id).to_owned(), |caption| lang.pick(caption.short).to_owned());
    let mut names: Vec<String> = Vec::new();
    for name in element.spec().indicators().iter().map(short) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    texts::element_label(lang, lang.text(kind), names.join(", "))
}
