//! The controls of ours in a document, and what it says elsewhere that a renewal needs.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::docx::kept::PREFIX;
use super::super::opened::{attribute, is, words};

/// A control of ours.
#[derive(Clone)]
pub struct Control<'a, 'input> {
    pub tag: String,
    /// What is in it.
    pub content: Node<'a, 'input>,
    /// The heading it stands under.
    pub place: String,
    /// The first cell of its row, if it is in a table.
    pub row: Option<String>,
    /// The position of the control around it, if there is one.
    pub within: Option<usize>,
}

/// All controls of ours, in the order of the document.
pub fn controls<'a, 'input>(
    root: Node<'a, 'input>,
    styles: &BTreeMap<String, String>,
) -> Vec<Control<'a, 'input>> {
    let mut found = Vec::new();
    let mut place = String::new();
    below(root, None, styles, &mut place, &mut found);
    found
}

fn below<'a, 'input>(
    node: Node<'a, 'input>,
    within: Option<usize>,
    styles: &BTreeMap<String, String>,
    place: &mut String,
    found: &mut Vec<Control<'a, 'input>>,
) {
    for child in node.children().filter(Node::is_element) {
        if is(child, "p") && words::heading_level(child, styles).is_some() {
            *place = words::seen(child).trim().to_owned();
        }
        let ours =
            if is(child, "sdt") { words::tag_of(child).filter(|tag| tag.starts_with(PREFIX)) } else { None };
        let content = child.children().find(|inner| is(*inner, "sdtContent"));
        match (ours, content) {
            (Some(tag), Some(content)) => {
                let row = row_of(child);
                found.push(Control { tag: tag.to_owned(), content, place: place.clone(), row, within });
                let this = found.len() - 1;
                below(content, Some(this), styles, place, found);
            }
            _ => below(child, within, styles, place, found),
        }
    }
}

fn row_of(node: Node<'_, '_>) -> Option<String> {
    let row = node.ancestors().find(|node| is(*node, "tr"))?;
    let first = row.descendants().find(|node| is(*node, "tc"))?;
    Some(words::seen(first).trim().to_owned()).filter(|text| !text.is_empty())
}

/// Whether a change in or around a node waits to be accepted or rejected.
pub fn is_tracked(content: Node<'_, '_>) -> bool {
    let is_change = |node: Node<'_, '_>| {
        let name = node.tag_name().name();
        let is_one =
            matches!(name, "ins" | "del" | "moveFrom" | "moveTo" | "cellIns" | "cellDel" | "cellMerge")
                || name.ends_with("Change");
        is_one && is(node, name)
    };
    content.ancestors().chain(content.descendants()).any(is_change)
}

/// The texts of the bookmarks that cross-references lead to, by name.
pub fn labels(root: Node<'_, '_>) -> BTreeMap<String, String> {
    let mut labels = BTreeMap::new();
    let starts = root.descendants().filter(|node| is(*node, "bookmarkStart"));
    for start in starts {
        let Some(name) = attribute(start, "name").filter(|name| name.starts_with("_Ref")) else { continue };
        let id = attribute(start, "id");
        let mut label = String::new();
        let mut is_result = true;
        for next in start.next_siblings().skip(1) {
            if is(next, "bookmarkEnd") && attribute(next, "id") == id {
                break;
            }
            // What stands between the beginning of a field and its result is its instruction.
            for node in next.descendants() {
                if is(node, "fldChar") {
                    is_result = attribute(node, "fldCharType") != Some("begin");
                } else if is(node, "t") && is_result {
                    label.push_str(node.text().unwrap_or_default());
                }
            }
        }
        if !label.is_empty() {
            labels.insert(name.to_owned(), label);
        }
    }
    labels
}
