//! Word documents of unknown origin: opened within limits, in memory, and read without believing what they say of
//! themselves.

pub mod words;

use std::collections::BTreeMap;

use roxmltree::{Document, ParsingOptions};

use crate::base::xml::{self, Most};
use crate::i18n::{Lang, texts as t};
use crate::io::source::{Limit, Problem, SourceError, archive};

/// The namespace of the text of a document.
pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The same in documents saved as "strict".
const W_STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
/// Bytes of the text of a document. A Piano di Zona of 300 pages has 6 MB.
const MAX_TEXT: usize = 64 << 20;
/// What the text of a document may have: 300 pages have 150,000 elements.
const MOST: Most = Most { elements: 2_000_000, attributes: 200, depth: 250, namespaces: 60_000 };

/// A document that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Its parts, by name.
    pub parts: BTreeMap<String, Vec<u8>>,
    /// The name of the part that holds the text.
    pub main: String,
}

/// Why a document cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// The archive is locked, damaged or too large.
    Archive(SourceError),
    /// Not a Word document: no archive, or one without a text.
    NotWord,
    /// Its text, or another part, cannot be read.
    Damaged(String),
    /// Its text is longer or more nested than any document of an office.
    TooLarge,
}

impl OpenError {
    /// What is wrong, and what to do.
    pub fn text(&self, lang: Lang, file: &str) -> String {
        match self {
            Self::Archive(error) => error.text(lang),
            Self::NotWord => t::docx_not_word(lang, file),
            Self::Damaged(part) => t::docx_damaged(lang, file, part),
            Self::TooLarge => t::docx_too_large(lang, file, MAX_TEXT >> 20),
        }
    }
}

/// Opens a document.
///
/// # Errors
/// See [`OpenError`].
pub fn open(file: &str, bytes: &[u8]) -> Result<Opened, OpenError> {
    let mut parts = BTreeMap::new();
    let take = |name: &str, contents: Vec<u8>| {
        parts.insert(name.to_owned(), contents);
        Ok(())
    };
    archive::each(file, bytes, |_| true, take).map_err(|error| match error.problem {
        Problem::NotA(_) => OpenError::NotWord,
        Problem::TooLarge(Limit::Bytes) => OpenError::TooLarge,
        _ => OpenError::Archive(error),
    })?;
    let main = main_part(&parts).ok_or(OpenError::NotWord)?;
    if !parts.contains_key(&main) {
        return Err(OpenError::Damaged(main));
    }
    let opened = Opened { parts, main };
    let text = opened.text(&opened.main)?;
    let document = parse(text).ok_or_else(|| OpenError::Damaged(opened.main.clone()))?;
    let has_body = is_word(document.root_element().tag_name().namespace())
        && document.root_element().children().any(|node| is(node, "body"));
    if has_body { Ok(opened) } else { Err(OpenError::Damaged(opened.main.clone())) }
}

impl Opened {
    /// A part as text, if it is not too large to be parsed.
    ///
    /// # Errors
    /// It is not there, not UTF-8, or too large.
    pub fn text(&self, name: &str) -> Result<&str, OpenError> {
        let damaged = || OpenError::Damaged(name.to_owned());
        let bytes = self.parts.get(name).ok_or_else(damaged)?;
        if bytes.len() > MAX_TEXT {
            return Err(OpenError::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| damaged())?;
        if xml::excess(text, &MOST).is_some() { Err(OpenError::TooLarge) } else { Ok(text) }
    }

    /// The relationships of the main part: id, type, target as it is written.
    pub fn relationships(&self) -> Vec<(String, String, String)> {
        let Ok(text) = self.text(&relationships_of(&self.main)) else { return Vec::new() };
        let Some(document) = parse(text) else { return Vec::new() };
        let all = document.root_element().children().filter(|node| node.tag_name().name() == "Relationship");
        all.filter_map(|node| {
            let [id, kind, target] = ["Id", "Type", "Target"].map(|name| node.attribute(name));
            Some((id?.to_owned(), kind?.to_owned(), target?.to_owned()))
        })
        .collect()
    }

    /// The part that a target of the main part names.
    pub fn target(&self, target: &str) -> String {
        resolved(&self.main, target)
    }

    /// The first part that the main part relates to in this way.
    pub fn related(&self, kind: &str) -> Option<String> {
        let all = self.relationships();
        let (_, _, target) = all.iter().find(|(_, of, _)| of.ends_with(kind))?;
        Some(self.target(target))
    }
}

/// The document of a text that was checked.
pub fn parse(text: &str) -> Option<Document<'_>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Document::parse_with_options(text, ParsingOptions { allow_dtd: false, ..ParsingOptions::default() }).ok()
}

fn is_word(namespace: Option<&str>) -> bool {
    matches!(namespace, Some(W | W_STRICT))
}

/// Whether it is this element of a text.
pub fn is(node: roxmltree::Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name && is_word(node.tag_name().namespace())
}

/// An attribute of an element of a text.
pub fn attribute<'a>(node: roxmltree::Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name)).or_else(|| node.attribute((W_STRICT, name)))
}

/// The name of the part that holds the text: what the package relates to as its document.
fn main_part(parts: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    let text = std::str::from_utf8(parts.get("_rels/.rels")?).ok()?;
    if xml::excess(text, &MOST).is_some() {
        return None;
    }
    let document = parse(text)?;
    let mut all = document.root_element().children();
    let main = all.find(|node| {
        node.attribute("Type").is_some_and(|kind| kind.ends_with("/relationships/officeDocument"))
    })?;
    Some(resolved("", main.attribute("Target")?))
}

/// The name of the part with the relationships of a part.
pub fn relationships_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The part that a target names, seen from another part.
fn resolved(from: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => {
                folders.pop();
            }
            "." | "" => {}
            step => folders.push(step),
        }
    }
    folders.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved() {
        assert_eq!(resolved("word/document.xml", "media/1.png"), "word/media/1.png");
        assert_eq!(resolved("word/document.xml", "../customXml/item1.xml"), "customXml/item1.xml");
        assert_eq!(resolved("word/document.xml", "/word/x.xml"), "word/x.xml");
        assert_eq!(resolved("", "word/document.xml"), "word/document.xml");
        assert_eq!(resolved("a", "../../b"), "b");
        assert_eq!(relationships_of("word/document.xml"), "word/_rels/document.xml.rels");
        assert_eq!(relationships_of("document.xml"), "_rels/document.xml.rels");
    }
}
