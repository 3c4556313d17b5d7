//! Fields: what Word numbers and counts by itself, with the results as they are now.

use super::xml::Xml;

/// A run of text. Line breaks and tabs have elements of their own.
pub fn run(xml: &mut Xml, text: &str, style: Option<&str>) {
    xml.open("w:r", &[]);
    if let Some(style) = style {
        xml.open("w:rPr", &[]);
        xml.set("w:rStyle", style);
        xml.close();
    }
    contents(xml, text);
    xml.close();
}

fn contents(xml: &mut Xml, text: &str) {
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            xml.empty("w:br", &[]);
        }
        for (i, part) in line.split('\t').enumerate() {
            if i > 0 {
                xml.empty("w:tab", &[]);
            }
            if !part.is_empty() {
                xml.text_in("w:t", &[("xml:space", "preserve")], part);
            }
        }
    }
}

fn character(xml: &mut Xml, kind: &str) {
    xml.open("w:r", &[]);
    xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
    xml.close();
}

/// Begins a field; its result follows, and [`end`].
pub fn begin(xml: &mut Xml, instruction: &str) {
    character(xml, "begin");
    xml.open("w:r", &[]);
    xml.text_in("w:instrText", &[("xml:space", "preserve")], &format!(" {instruction} "));
    xml.close();
    character(xml, "separate");
}

pub fn end(xml: &mut Xml) {
    character(xml, "end");
}

/// A field with its result.
pub fn field(xml: &mut Xml, instruction: &str, result: &str) {
    begin(xml, instruction);
    run(xml, result, None);
    end(xml);
}

/// The number of the page a bookmark is on, as reckoned by [`super::pages`]: Word puts its own in its place when the document is
/// printed, saved as PDF or updated (F9).
pub fn page_of(xml: &mut Xml, bookmark: &str, page: Option<usize>) {
    let page = page.map_or_else(String::new, |page| page.to_string());
    field(xml, &format!("PAGEREF {bookmark} \\h"), &page);
}
