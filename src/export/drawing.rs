//! What a drawing of somebody else's may ask for, before it is drawn and once it is laid out. A renderer does all that an
//! SVG says, for as long as it takes: layers upon layers, dashes by the million, one small square repeated a billion times.

use resvg::usvg::{Group, Node as Drawn, Path, Tree};
use roxmltree::{Document, Node, NodeId, ParsingOptions};
use rustc_hash::FxHashMap;

use crate::base::xml::{self, Excess};

use super::error::{LogoError, NotDrawn};

/// The most pixels of a picture that is accepted.
pub const MAX_PIXELS: f64 = 40e6;
/// The largest file: a logo is some kilobytes.
const MAX_BYTES: usize = 2 << 20;
const MOST: xml::Most = xml::Most { elements: 20_000, attributes: 100, depth: 60, namespaces: 200 };
/// The most elements once every reference is followed.
const MOST_EXPANDED: u64 = 50_000;
/// The longest chain of references inside one another.
const MOST_CHAINED: usize = 40;
/// The most characters of text, and of style sheets.
const MOST_TEXT: usize = 5_000;
const MOST_STYLE: usize = 100_000;
/// The most groups that need a layer of their own, and how deep they may be in one another.
const MOST_LAYERS: usize = 100;
const MOST_NESTED: usize = 4;
/// The most dashes of all lines.
const MOST_DASHES: f64 = 50_000.0;

/// What is not drawn, by the name of its element.
const REFUSED: [(&str, NotDrawn); 4] = [
    ("filter", NotDrawn::Filters),
    ("pattern", NotDrawn::Patterns),
    ("marker", NotDrawn::Markers),
    ("foreignObject", NotDrawn::Foreign),
];

/// Checks the text of an SVG.
///
/// # Errors
/// Too large, too complicated, or with what is not drawn.
pub fn text(bytes: &[u8]) -> Result<&str, LogoError> {
    if bytes.len() > MAX_BYTES {
        return Err(LogoError::TooLarge);
    }
    // A compressed one would have to be unpacked first.
    let text = std::str::from_utf8(bytes).map_err(|_| LogoError::NotAPicture)?;
    match xml::excess(text, &MOST) {
        Some(Excess::Entities) => return Err(LogoError::Has(NotDrawn::Entities)),
        Some(_) => return Err(LogoError::TooComplex),
        None => {}
    }
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: 4 * MOST.elements as u32,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|_| LogoError::NotAPicture)?;
    let elements = || document.descendants().filter(Node::is_element);
    for element in elements() {
        let name = element.tag_name().name();
        if let Some((_, what)) = REFUSED.into_iter().find(|(refused, _)| *refused == name) {
            return Err(LogoError::Has(what));
        }
    }
    let style = || elements().filter(|element| element.tag_name().name() == "style");
    let styles: String =
        style().flat_map(|style| style.descendants()).filter_map(|node| node.text()).collect();
    let letters: usize = document
        .descendants()
        .filter(|node| node.is_text() && node.parent().is_none_or(|of| of.tag_name().name() != "style"))
        .filter_map(|node| node.text())
        .map(|text| text.trim().len())
        .sum();
    if styles.len() > MOST_STYLE || letters > MOST_TEXT {
        return Err(LogoError::TooComplex);
    }
    let mut ids: FxHashMap<&str, Node<'_, '_>> = FxHashMap::default();
    for element in elements() {
        if let Some(id) = element.attribute("id") {
            ids.entry(id).or_insert(element);
        }
    }
    let mut expansion = Expansion { ids, known: FxHashMap::default() };
    // What a style sheet refers to may be drawn by any element.
    let mut by_style: u64 = 0;
    for id in references(&styles) {
        by_style = by_style.saturating_add(expansion.of_id(id, 1).ok_or(LogoError::TooComplex)?);
    }
    let own = expansion.of(document.root_element(), 0).ok_or(LogoError::TooComplex)?;
    let count = elements().count() as u64;
    if own.saturating_add(by_style.saturating_mul(count)) > MOST_EXPANDED {
        return Err(LogoError::TooComplex);
    }
    Ok(text)
}

/// How many elements a drawing has once every reference is followed.
struct Expansion<'a, 'i> {
    ids: FxHashMap<&'a str, Node<'a, 'i>>,
    /// What was counted; `None` while it is.
    known: FxHashMap<NodeId, Option<u64>>,
}

impl<'a> Expansion<'a, '_> {
    /// Of an element; `None` if references go round in a circle or too deep.
    fn of(&mut self, element: Node<'a, '_>, chained: usize) -> Option<u64> {
        if chained > MOST_CHAINED {
            return None;
        }
        if let Some(known) = self.known.get(&element.id()) {
            // What it is inside of refers to it: a circle.
            return *known;
        }
        self.known.insert(element.id(), None);
        // A picture inside costs what its pixels do.
        let mut sum: u64 = if element.tag_name().name() == "image" { MOST_EXPANDED / 20 } else { 1 };
        for attribute in element.attributes() {
            // Long outlines are as costly as many short ones.
            sum = sum.saturating_add(attribute.value().len() as u64 / 500);
            let target = attribute.value().strip_prefix('#').filter(|_| attribute.name() == "href");
            for id in references(attribute.value()).chain(target) {
                sum = sum.saturating_add(self.of_id(id, chained + 1)?);
            }
        }
        for child in element.children().filter(Node::is_element) {
            sum = sum.saturating_add(self.of(child, chained)?);
        }
        self.known.insert(element.id(), Some(sum));
        Some(sum)
    }

    fn of_id(&mut self, id: &str, chained: usize) -> Option<u64> {
        let Some(element) = self.ids.get(id).copied() else { return Some(0) };
        self.of(element, chained)
    }
}

/// The ids that a style or an attribute refers to by `url(#id)`.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split("url(").skip(1).filter_map(|rest| {
        let inside = rest.split(')').next()?.trim().trim_matches(['"', '\'']);
        inside.strip_prefix('#')
    })
}

/// Whether a raster picture inside a drawing is small enough to be decoded.
pub fn is_fair_picture(bytes: &[u8]) -> bool {
    imagesize::blob_size(bytes).is_ok_and(|size| size.width as f64 * size.height as f64 <= MAX_PIXELS / 10.0)
}

/// Checks a drawing as laid out.
///
/// # Errors
/// Too many layers or dashes.
pub fn tree(tree: &Tree) -> Result<(), LogoError> {
    let (mut layers, mut dashes) = (0, 0.0);
    count(tree.root(), 0, &mut layers, &mut dashes).ok_or(LogoError::TooComplex)
}

fn count(group: &Group, nested: usize, layers: &mut usize, dashes: &mut f64) -> Option<()> {
    let nested = nested + usize::from(group.should_isolate());
    *layers += usize::from(group.should_isolate());
    if *layers > MOST_LAYERS || nested > MOST_NESTED {
        return None;
    }
    for node in group.children() {
        if let Drawn::Path(path) = node {
            *dashes += dashes_of(path);
            if dashes.is_nan() || *dashes > MOST_DASHES {
                return None;
            }
        }
        if let Drawn::Group(group) = node {
            count(group, nested, layers, dashes)?;
        }
        let mut holds = Some(());
        node.subroots(|root| holds = holds.and_then(|()| count(root, nested, layers, dashes)));
        holds?;
    }
    Some(())
}

/// How many dashes a line is cut into, at most.
fn dashes_of(path: &Path) -> f64 {
    let Some(pattern) = path.stroke().and_then(|stroke| stroke.dasharray()) else { return 0.0 };
    let period: f64 = pattern.iter().map(|dash| f64::from(*dash)).sum();
    let points = path.data().points();
    let length: f64 = points
        .windows(2)
        .map(|pair| f64::from(pair[0].x - pair[1].x).hypot(f64::from(pair[0].y - pair[1].y)))
        .sum();
    length / period * pattern.len() as f64
}
