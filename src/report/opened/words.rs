//! The words of a document as a reader sees them: without what was struck out, without the instructions of fields.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::docx::kept::{BETWEEN_CELLS, Kind, PREFIX, REFERENCE, tag};
use super::{Opened, attribute, is, parse};

/// The text below a node as a reader sees it.
pub fn seen(node: Node<'_, '_>) -> String {
    let mut reading = Reading::default();
    reading.below(node);
    reading.out
}

/// The text below a node as it is compared: fields are one sign, whatever their results, what the office writes in its
/// places does not count, and cells are kept apart.
pub fn compared(node: Node<'_, '_>) -> String {
    let mut reading = Reading { is_compared: true, ..Reading::default() };
    reading.below(node);
    reading.out
}

/// Like [`compared`], but of each value only its tag: what is the same while only values change.
pub fn skeleton(node: Node<'_, '_>) -> String {
    let mut reading = Reading { is_compared: true, is_skeleton: true, ..Reading::default() };
    reading.below(node);
    reading.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Default)]
struct Reading {
    out: String,
    is_compared: bool,
    is_skeleton: bool,
    /// For each field that is open, whether its result has begun.
    fields: Vec<bool>,
    cells: usize,
}

impl Reading {
    fn below(&mut self, node: Node<'_, '_>) {
        for child in node.children().filter(Node::is_element) {
            self.node(child);
        }
    }

    fn is_hidden(&self) -> bool {
        // Between the beginning of a field and its result stands its instruction.
        self.fields.last() == Some(&false) || (self.is_compared && !self.fields.is_empty())
    }

    fn put(&mut self, text: &str) {
        if !self.is_hidden() {
            self.out.push_str(text);
        }
    }

    fn node(&mut self, node: Node<'_, '_>) {
        let name = node.tag_name().name();
        // Drawings and formulas have elements called `t` or `p` as well, which are no text of the document.
        if !is(node, name) {
            // One of several ways to say the same thing: the one for programs that know least.
            if name == "AlternateContent" {
                let fallback = node.children().find(|child| child.tag_name().name() == "Fallback");
                let choice = node.children().find(|child| child.tag_name().name() == "Choice");
                if let Some(way) = choice.or(fallback) {
                    self.below(way);
                }
            }
            return;
        }
        match name {
            "t" => {
                let text: String =
                    node.children().filter(Node::is_text).filter_map(|text| text.text()).collect();
                self.put(&text);
            }
            "tab" | "ptab" => self.put("\t"),
            "br" | "cr" => self.put("\n"),
            "noBreakHyphen" => self.put("-"),
            "del" | "moveFrom" | "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" | "sectPr" | "instrText"
            | "delText" | "drawing" | "pict" | "object" | "sdtPr" | "tblGrid" => {}
            "fldChar" => match attribute(node, "fldCharType") {
                Some("begin") => {
                    if self.is_compared && self.fields.is_empty() {
                        self.out.push(REFERENCE);
                    }
                    self.fields.push(false);
                }
                Some("separate") => {
                    if let Some(last) = self.fields.last_mut() {
                        *last = true;
                    }
                }
                Some("end") => {
                    self.fields.pop();
                }
                _ => {}
            },
            "fldSimple" if self.is_compared => self.out.push(REFERENCE),
            "p" => {
                self.below(node);
                let is_last = node.next_siblings().skip(1).all(|next| !next.is_element());
                if !is_last && !self.is_compared {
                    self.out.push('\n');
                } else if !is_last {
                    self.out.push(' ');
                }
            }
            "tc" => {
                if self.cells > 0 {
                    self.out.push(if self.is_compared { BETWEEN_CELLS } else { '\t' });
                }
                self.cells += 1;
                self.below(node);
            }
            "sdt" => self.control(node),
            _ => self.below(node),
        }
    }

    fn control(&mut self, node: Node<'_, '_>) {
        let of_ours = tag_of(node).filter(|tag| tag.starts_with(PREFIX));
        match of_ours {
            Some(of) if self.is_compared && of.starts_with(&tag(Kind::Field, "")) => {}
            Some(of) if self.is_skeleton && of.starts_with(&tag(Kind::Value, "")) => {
                self.out.push('{');
                self.out.push_str(of);
                self.out.push('}');
            }
            _ => self.below(node),
        }
    }
}

/// The tag of a control.
pub fn tag_of<'a>(sdt: Node<'a, '_>) -> Option<&'a str> {
    let properties = sdt.children().find(|child| is(*child, "sdtPr"))?;
    attribute(properties.children().find(|child| is(*child, "tag"))?, "val")
}

/// The styles of a document: their names in English, as Word stores them, by their ids.
pub fn styles(opened: &Opened) -> BTreeMap<String, String> {
    let text = opened.related("/styles").and_then(|part| opened.text(&part).ok());
    let Some(document) = text.and_then(parse) else { return BTreeMap::new() };
    let all = document.root_element().children().filter(|node| is(*node, "style"));
    all.filter_map(|style| {
        let name = style.children().find(|child| is(*child, "name"))?;
        Some((attribute(style, "styleId")?.to_owned(), attribute(name, "val")?.to_owned()))
    })
    .collect()
}

/// The name of the style of a paragraph.
pub fn style_of<'a>(paragraph: Node<'_, '_>, styles: &'a BTreeMap<String, String>) -> Option<&'a str> {
    let properties = paragraph.children().find(|child| is(*child, "pPr"))?;
    let style = properties.children().find(|child| is(*child, "pStyle"))?;
    styles.get(attribute(style, "val")?).map(String::as_str)
}

/// The level of a heading, from 1; nothing for any other paragraph.
pub fn heading_level(paragraph: Node<'_, '_>, styles: &BTreeMap<String, String>) -> Option<u8> {
    let name = style_of(paragraph, styles)?.to_lowercase();
    let digits = ["heading ", "titolo "].iter().find_map(|start| name.strip_prefix(start))?;
    digits.parse().ok().filter(|level| (1..=9).contains(level))
}
