//! Pieces of a text replaced by others; whatever is between them stays as it is, byte by byte.

use std::ops::Range;

use roxmltree::Node;

use super::super::docx::xml::escape;
use super::super::opened::is;

/// Replacements that do not overlap.
#[derive(Debug, Default)]
pub struct Splices {
    all: Vec<(Range<usize>, String)>,
}

impl Splices {
    pub fn put(&mut self, range: Range<usize>, text: String) {
        self.all.push((range, text));
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The text with all of them. One that overlaps an earlier one is left out: it could only do damage.
    pub fn apply(mut self, text: &str) -> String {
        self.all.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (range, new) in &self.all {
            let (Some(before), true) = (text.get(at..range.start), text.get(range.clone()).is_some()) else {
                continue;
            };
            out.push_str(before);
            out.push_str(new);
            at = range.end;
        }
        out.push_str(&text[at..]);
        out
    }

    /// Other text in the runs below a node, whose looks stay: the first takes all of it.
    ///
    /// Returns whether there was a run to take it.
    pub fn retext(&mut self, node: Node<'_, '_>, new: &str) -> bool {
        let mut texts = node
            .descendants()
            .filter(|node| is(*node, "t"))
            .filter_map(|node| node.children().find(Node::is_text));
        let Some(first) = texts.next() else { return false };
        let mut escaped = String::new();
        escape(&mut escaped, new, false);
        self.put(first.range(), escaped);
        for other in texts {
            self.put(other.range(), String::new());
        }
        true
    }

    /// Another value of an attribute.
    pub fn revalue(&mut self, node: Node<'_, '_>, name: &str, new: &str) {
        let attribute = node.attributes().find(|attribute| attribute.name() == name);
        let Some(attribute) = attribute.filter(|attribute| attribute.value() != new) else { return };
        let mut escaped = String::new();
        escape(&mut escaped, new, true);
        // The old one may have been quoted the other way.
        self.put(attribute.range_value(), escaped.replace('\'', "&apos;"));
    }
}

/// Where the contents of an element are; nothing for an empty one.
pub fn inside(node: Node<'_, '_>) -> Option<Range<usize>> {
    Some(node.first_child()?.range().start..node.last_child()?.range().end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_between_stays() {
        let mut splices = Splices::default();
        splices.put(9..10, "F".to_owned());
        splices.put(0..2, "xyz".to_owned());
        splices.put(9..11, "overlaps".to_owned());
        splices.put(7..8, "inside a letter".to_owned());
        assert_eq!(splices.apply("ab cd è fg"), "xyz cd è Fg");
    }
}
