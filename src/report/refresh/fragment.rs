//! Pieces of a freshly written text, made to fit a document that another program may have saved since.

use std::collections::BTreeMap;
use std::ops::Range;

use roxmltree::Node;

use super::super::opened::{Opened, W, parse, words};

/// How what we write is called in a document.
pub struct Dialect {
    /// What we call a style and what the document calls it, where that differs.
    styles: Vec<(String, String)>,
    /// Whether it knows the marks of Word 2013, or says they may be ignored.
    knows_2013: bool,
}

const W15: &str = "http://schemas.microsoft.com/office/word/2012/wordml";
/// As the writer writes it.
const APPEARANCE: &str = "<w15:appearance w15:val=\"hidden\"/>";

impl Dialect {
    /// Nothing if the document has other names for everything: it was not saved by a program we know.
    pub fn of(root: Node<'_, '_>, opened: &Opened) -> Option<Self> {
        if root.lookup_namespace_uri(Some("w")) != Some(W) {
            return None;
        }
        let is_ignorable = root.attributes().any(|attribute| {
            attribute.name() == "Ignorable" && attribute.value().split(' ').any(|prefix| prefix == "w15")
        });
        let by_name: BTreeMap<String, String> =
            words::styles(opened).into_iter().map(|(id, name)| (name.to_lowercase(), id)).collect();
        let ours = parse(include_str!("../docx/styles.xml"))?;
        let styles = ours
            .root_element()
            .children()
            .filter_map(|style| {
                let id = style.attribute((W, "styleId"))?;
                let name = style.children().find(|child| child.has_tag_name((W, "name")))?;
                let there = by_name.get(&name.attribute((W, "val"))?.to_lowercase())?;
                (there != id).then(|| (id.to_owned(), there.clone()))
            })
            .collect();
        Some(Self { styles, knows_2013: is_ignorable && root.lookup_namespace_uri(Some("w15")) == Some(W15) })
    }

    /// A piece of our text in the words of the document.
    pub fn translated(&self, text: &str, range: Range<usize>) -> String {
        let mut piece = text[range].to_owned();
        if !self.knows_2013 {
            piece = piece.replace(APPEARANCE, "");
        }
        for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for (ours, there) in &self.styles {
                let [from, to] = [ours, there].map(|id| format!("<{element} w:val=\"{id}\"/>"));
                piece = piece.replace(&from, &to);
            }
        }
        piece
    }
}
