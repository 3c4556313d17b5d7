//! XML from its start to its end: elements that close themselves, and text that says what it said.

/// A text of XML while it is written.
#[derive(Default)]
pub struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A document, with its declaration.
    pub fn document() -> Self {
        let mut xml = Self::default();
        xml.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        xml
    }

    /// An element that is closed by [`close`](Self::close).
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    /// An element without contents.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// An element whose only attribute is `w:val`, as most settings of Word are.
    pub fn set(&mut self, name: &'static str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element with nothing but text.
    pub fn text_in(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close();
    }

    pub fn text(&mut self, text: &str) {
        escape(&mut self.out, text, false);
    }

    /// The text, with whatever is still open closed.
    pub fn end(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(&mut self.out, value, true);
            self.out.push('"');
        }
    }
}

/// Characters that XML does not allow are left out: no reader would open the rest.
pub fn escape(out: &mut String, text: &str, is_attribute: bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if is_attribute => out.push_str("&quot;"),
            '\n' if is_attribute => out.push_str("&#10;"),
            '\t' if is_attribute => out.push_str("&#9;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut xml = Xml::document();
        let text = "L'«1 < 2» & \"altro\"\u{0}\u{1f}";
        xml.open("a", &[("b", text), ("c", "1\n2")]);
        xml.text_in("d", &[], text);
        xml.empty("e", &[]);
        xml.open("f", &[]);
        let xml = xml.end();
        let read = roxmltree::Document::parse(&xml).expect("well-formed");
        let root = read.root_element();
        assert_eq!(root.attribute("b"), Some("L'«1 < 2» & \"altro\""));
        assert_eq!(root.attribute("c"), Some("1\n2"));
        assert_eq!(root.first_element_child().and_then(|d| d.text()), Some("L'«1 < 2» & \"altro\""));
        assert!(xml.ends_with("<e/><f></f></a>"));
    }
}
