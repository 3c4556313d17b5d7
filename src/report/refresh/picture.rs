//! Pictures of figures: replaced by new ones where they are still ours, at the width that somebody gave them.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::docx::Media;
use super::super::docx::kept::short_digest;
use super::super::docx::xml::escape;
use super::super::opened::{Opened, relationships_of};
use super::splice::Splices;

/// What is to be added to a document for its new pictures.
#[derive(Default)]
pub struct Added {
    /// Relationship id and target of each.
    relationships: Vec<(String, String)>,
    files: BTreeMap<String, Vec<u8>>,
}

/// What became of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Same,
    Replaced,
    /// Another picture is in its place, or none.
    NotOurs,
}

fn blip<'a, 'input>(content: Node<'a, 'input>) -> Option<Node<'a, 'input>> {
    content.descendants().find(|node| node.is_element() && node.tag_name().name() == "blip")
}

fn embedded<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == "embed").map(|attribute| attribute.value())
}

fn drawing<'a, 'input>(node: Node<'a, 'input>) -> Option<Node<'a, 'input>> {
    node.descendants().find(|node| node.is_element() && node.tag_name().name() == "svgBlip")
}

/// Puts a new picture in place of the one that was printed with this digest.
pub fn renew(
    old: Node<'_, '_>,
    new: Node<'_, '_>,
    printed: &str,
    (opened, media): (&Opened, &Media),
    (splices, added): (&mut Splices, &mut Added),
) -> Outcome {
    let (Some(old_blip), Some(new_blip)) = (blip(old), blip(new)) else { return Outcome::NotOurs };
    let there = embedded(old_blip).and_then(|id| {
        let all = opened.relationships();
        let (_, _, target) = all.into_iter().find(|(known, _, _)| known == id)?;
        opened.parts.get(&opened.target(&target))
    });
    if there.is_none_or(|bytes| short_digest(bytes) != printed) {
        return Outcome::NotOurs;
    }
    let Some((name, bytes)) = embedded(new_blip).and_then(|id| media.of(id)) else { return Outcome::NotOurs };
    if short_digest(bytes) == printed {
        return Outcome::Same;
    }
    let id = added.add(name, bytes);
    splices.revalue(old_blip, "embed", &id);
    let new_svg = drawing(new_blip).and_then(|svg| media.of(embedded(svg)?));
    if let (Some(old_svg), Some((name, bytes))) = (drawing(old_blip), new_svg) {
        let id = added.add(name, bytes);
        splices.revalue(old_svg, "embed", &id);
    }
    resize(old, new, splices);
    Outcome::Replaced
}

/// Another alternative text, where nobody has changed the old one.
pub fn describe(
    old: Node<'_, '_>,
    new: Node<'_, '_>,
    is_printed: impl Fn(&str) -> bool,
    splices: &mut Splices,
) {
    let text = new.descendants().find_map(|node| node.attribute("descr"));
    let Some(text) = text else { return };
    for node in old.descendants().filter(|node| node.attribute("descr").is_some_and(&is_printed)) {
        splices.revalue(node, "descr", text);
    }
}

/// Keeps the width, and takes the proportions of the new picture.
fn resize(old: Node<'_, '_>, new: Node<'_, '_>, splices: &mut Splices) {
    let size = |node: Node<'_, '_>| -> Option<(f64, f64)> {
        let [width, height] = ["cx", "cy"].map(|name| node.attribute(name)?.parse::<f64>().ok());
        Some((width?, height?)).filter(|(width, height)| *width > 0.0 && *height > 0.0)
    };
    let Some((width, height)) = new.descendants().find_map(size) else { return };
    for node in old.descendants() {
        let Some((there, now)) = size(node) else { continue };
        let wanted = there * height / width;
        if (wanted - now).abs() > now * 0.005 {
            splices.revalue(node, "cy", &format!("{wanted:.0}"));
        }
    }
}

impl Added {
    fn add(&mut self, name: &str, bytes: &[u8]) -> String {
        let target = format!("media/atlante-{name}");
        self.files.insert(target.clone(), bytes.to_vec());
        let known = self.relationships.iter().find(|(_, known)| *known == target);
        match known {
            Some((id, _)) => id.clone(),
            None => {
                // Named after the picture, so that a second renewal does not take the names of the first.
                let stem: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
                let id = format!("rIdAtl{stem}");
                self.relationships.push((id.clone(), target));
                id
            }
        }
    }

    /// The parts of a document whose text is now this, with the new pictures and without those that nothing shows any
    /// more.
    pub fn parts(self, opened: &Opened, text: &str) -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
        let mut parts = BTreeMap::new();
        let mut gone = Vec::new();
        if self.relationships.is_empty() {
            return (parts, gone);
        }
        let name = relationships_of(&opened.main);
        let Ok(there) = opened.text(&name) else { return (parts, gone) };
        let Some(document) = super::super::opened::parse(there) else { return (parts, gone) };
        let mut splices = Splices::default();
        let mut kept_targets = Vec::new();
        let mut dropped = Vec::new();
        let mut ids = Vec::new();
        for node in document.root_element().children().filter(Node::is_element) {
            let [id, kind, target] =
                ["Id", "Type", "Target"].map(|name| node.attribute(name).unwrap_or_default());
            ids.push(id);
            if kind.ends_with("/image") && !text.contains(&format!("\"{id}\"")) {
                splices.put(node.range(), String::new());
                dropped.push(opened.target(target));
            } else {
                kept_targets.push(opened.target(target));
            }
        }
        let mut new = String::new();
        for (id, target) in self.relationships.iter().filter(|(id, _)| !ids.contains(&id.as_str())) {
            new.push_str("<Relationship Id=\"");
            escape(&mut new, id, true);
            new.push_str("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"");
            escape(&mut new, target, true);
            new.push_str("\"/>");
        }
        let Some(end) = there.rfind("</") else { return (parts, gone) };
        splices.put(end..end, new);
        for (target, bytes) in self.files {
            let part = opened.target(&target);
            kept_targets.push(part.clone());
            parts.insert(part, bytes);
        }
        // Another part, such as a header, may show a picture too: then it has relationships of its own to it.
        let elsewhere: Vec<&[u8]> = opened
            .parts
            .iter()
            .filter(|(part, _)| part.ends_with(".rels") && **part != name)
            .map(|(_, bytes)| bytes.as_slice())
            .collect();
        gone.extend(dropped.into_iter().filter(|part| {
            let file = part.rsplit('/').next().unwrap_or(part).as_bytes();
            !kept_targets.contains(part)
                && !elsewhere.iter().any(|bytes| bytes.windows(file.len()).any(|window| window == file))
        }));
        parts.insert(name, splices.apply(there).into_bytes());
        let types = "[Content_Types].xml";
        if let Ok(text) = opened.text(types) {
            let mut missing = String::new();
            for (extension, kind) in [("png", "image/png"), ("svg", "image/svg+xml")] {
                if !text.to_ascii_lowercase().contains(&format!("extension=\"{extension}\"")) {
                    missing.push_str(&format!("<Default Extension=\"{extension}\" ContentType=\"{kind}\"/>"));
                }
            }
            if let Some(end) = text.rfind("</").filter(|_| !missing.is_empty()) {
                parts.insert(
                    types.to_owned(),
                    format!("{}{missing}{}", &text[..end], &text[end..]).into_bytes(),
                );
            }
        }
        (parts, gone)
    }
}
