//! Users' KML (OGC 12-007r2), as Google Earth and My Maps write it: each folder is a layer, in degrees. Names,
//! descriptions and extended data are attributes.

use geo::{Coord, LineString};
use roxmltree::{Document, Node, ParsingOptions};

use crate::io::source::limits::{MAX_LAYERS, MAX_POINTS};
use crate::io::source::{Limit, Problem, SourceError, decode};

use super::crs::Crs;
use super::layer::{Feature, Geometry, Layers, Origin};
use super::parts::Faults;

/// How deeply shapes may be nested.
const MAX_DEPTH: u8 = 8;
/// The most elements of a file, and its most bytes.
const MAX_NODES: u32 = 2_000_000;
const MAX_TEXT: usize = 64 << 20;
/// The most bytes of a tag: KML has few attributes, of which namespaces are the longest.
const LONGEST_TAG: usize = 2_000;
/// How many levels of folders are looked through.
const MAX_FOLDERS: usize = 32;

/// Whether a file is KML.
pub fn is_kml(extension: &str, bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    extension == "kml"
        || head.windows(5).any(|window| window.eq_ignore_ascii_case(b"<kml ") || window == b"<kml>")
}

/// Reads every folder.
///
/// # Errors
/// Not XML, over a limit, or nothing with a shape.
pub fn read(file: &str, bytes: &[u8]) -> Result<Layers, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let decoded = decode(bytes).map_err(error)?;
    if decoded.text.len() > MAX_TEXT {
        return Err(error(Problem::TooLarge(Limit::Bytes)));
    }
    if let Some(row) = endless_tag(&decoded.text) {
        return Err(error(Problem::Xml(row)));
    }
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(decoded.text.trim_start(), options);
    let document = document.map_err(|fault| error(Problem::Xml(fault.pos().row as usize)))?;
    // Folders in the order of the file, each with its placemarks; the first is for those in none.
    let mut folders: Vec<(Node, Vec<Node>)> = Vec::new();
    for placemark in document.descendants().filter(|node| node.has_tag_name("Placemark")) {
        let folder = placemark.ancestors().take(MAX_FOLDERS).find(|node| node.has_tag_name("Folder"));
        let folder = folder.unwrap_or_else(|| document.root_element());
        match folders.iter_mut().find(|(known, _)| *known == folder) {
            Some((_, placemarks)) => placemarks.push(placemark),
            None => folders.push((folder, vec![placemark])),
        }
        if folders.len() > MAX_LAYERS {
            return Err(error(Problem::TooLarge(Limit::Layers)));
        }
    }
    let is_only = folders.len() == 1;
    let (mut layers, mut points) = (Layers::default(), 0);
    for (i, (folder, placemarks)) in folders.iter().enumerate() {
        let name = text_of(*folder, "name").filter(|name| !name.is_empty());
        let layer = name.unwrap_or_else(|| (i + 1).to_string());
        let rows: Vec<Vec<(String, String)>> = placemarks.iter().map(|node| attributes(*node)).collect();
        let mut names: Vec<String> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        for (name, _) in rows.iter().flatten() {
            if known.insert(name.as_str()) {
                names.push(name.clone());
            }
        }
        let mut features = Vec::with_capacity(placemarks.len());
        for (placemark, row) in placemarks.iter().zip(&rows) {
            let cell = |name: &String| row.iter().find(|(own, _)| own == name).map(|(_, cell)| cell.clone());
            let mut found = Found::default();
            found.take(*placemark, 0);
            points += found.corners;
            if points > MAX_POINTS {
                return Err(error(Problem::TooLarge(Limit::Points)));
            }
            let cells = names.iter().map(|name| cell(name).unwrap_or_default()).collect();
            features.push(Feature { cells, geometry: found.geometry() });
        }
        let shown = if is_only { file.to_owned() } else { format!("{file} › {layer}") };
        let origin = Origin { file: &shown, layer: &layer };
        if let Err(problem) = layers.add(&origin, &names, features, Crs::of_geojson(None), Faults::default())
        {
            layers.unread.push(problem);
        }
    }
    if layers.areas.is_empty() && layers.tables.is_empty() {
        return Err(layers.unread.pop().unwrap_or_else(|| error(Problem::NoFeatures)));
    }
    Ok(layers.guessed(decoded.guessed))
}

/// The row of the first tag that is longer than any in KML. The parser compares each attribute of a tag with all before
/// it, so one of a million attributes would keep it busy for hours.
fn endless_tag(text: &str) -> Option<usize> {
    let (mut at, bytes) = (0, text.as_bytes());
    while let Some(next) = text[at..].find('<') {
        let start = at + next;
        let unparsed = [("<![CDATA[", "]]>"), ("<!--", "-->")];
        let unparsed = unparsed.into_iter().find(|(begin, _)| text[start..].starts_with(begin));
        if let Some((_, end)) = unparsed {
            at = start + text[start..].find(end)?;
            continue;
        }
        let mut quote = None;
        let end = bytes[start..].iter().position(|byte| match (quote, byte) {
            (None, b'>') => true,
            (None, b'"' | b'\'') => {
                quote = Some(*byte);
                false
            }
            (Some(open), byte) if open == *byte => {
                quote = None;
                false
            }
            _ => false,
        });
        // A tag without an end is for the parser to refuse.
        let length = end.unwrap_or(bytes.len() - start);
        if length > LONGEST_TAG {
            return Some(1 + text[..start].matches('\n').count());
        }
        at = start + length;
    }
    None
}

fn child<'a, 'b>(node: Node<'a, 'b>, name: &str) -> Option<Node<'a, 'b>> {
    node.children().find(|child| child.has_tag_name(name))
}

fn text_of(node: Node, name: &str) -> Option<String> {
    child(node, name).map(|child| child.text().unwrap_or_default().trim().to_owned())
}

/// Name, description and extended data, in order.
fn attributes(placemark: Node) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for name in ["name", "description"] {
        found.extend(text_of(placemark, name).map(|text| (name.to_owned(), text)));
    }
    let extended = placemark.children().filter(|child| child.has_tag_name("ExtendedData"));
    for data in extended.flat_map(|extended| extended.descendants()) {
        let Some(name) = data.attribute("name") else { continue };
        let text = match data.tag_name().name() {
            "Data" => text_of(data, "value"),
            "SimpleData" => Some(data.text().unwrap_or_default().trim().to_owned()),
            _ => None,
        };
        found.extend(text.map(|text| (name.to_owned(), text)));
    }
    found
}

/// What a placemark contains, however it is nested.
#[derive(Default)]
struct Found {
    parts: Vec<Vec<LineString<f64>>>,
    points: Vec<Coord<f64>>,
    has_others: bool,
    is_bad: bool,
    corners: usize,
}

impl Found {
    fn take(&mut self, node: Node, depth: u8) {
        if depth > MAX_DEPTH {
            self.has_others = true;
            return;
        }
        for shape in node.children().filter(Node::is_element) {
            match shape.tag_name().name() {
                "Polygon" => {
                    let borders = ["outerBoundaryIs", "innerBoundaryIs"]
                        .into_iter()
                        .flat_map(|kind| shape.children().filter(move |child| child.has_tag_name(kind)));
                    let rings = borders.filter_map(|border| child(border, "LinearRing"));
                    let part: Vec<LineString<f64>> =
                        rings.map(|ring| LineString(self.coordinates(ring))).collect();
                    if !part.is_empty() {
                        self.parts.push(part);
                    }
                }
                "Point" => {
                    let at = self.coordinates(shape);
                    self.points.extend(at.first());
                }
                "MultiGeometry" => self.take(shape, depth + 1),
                "LineString" | "LinearRing" | "Model" | "Track" | "MultiTrack" => self.has_others = true,
                _ => {}
            }
        }
    }

    /// "lon,lat,height" separated by white space.
    fn coordinates(&mut self, shape: Node) -> Vec<Coord<f64>> {
        let text = text_of(shape, "coordinates").unwrap_or_default();
        let mut found = Vec::new();
        for position in text.split_whitespace() {
            let mut numbers = position.split(',').map(str::parse::<f64>);
            match (numbers.next(), numbers.next()) {
                (Some(Ok(x)), Some(Ok(y))) if x.is_finite() && y.is_finite() => found.push(Coord { x, y }),
                _ => self.is_bad = true,
            }
        }
        self.corners += found.len();
        found
    }

    fn geometry(self) -> Geometry {
        match (self.is_bad, self.parts.is_empty(), self.points.is_empty()) {
            (true, ..) => Geometry::NotFinite,
            (false, false, _) => Geometry::Parts(self.parts),
            (false, true, false) => Geometry::Points(self.points),
            (false, true, true) if self.has_others => Geometry::Other,
            (false, true, true) => Geometry::Empty,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_end_where_the_parser_ends_them() {
        let long = "a=\"\" ".repeat(1000);
        assert_eq!(endless_tag(&format!("<kml>\n<e b=\">\" {long}/></kml>")), Some(1 + 1));
        assert_eq!(endless_tag(&format!("<kml><![CDATA[<b {long}]]><!-- <b {long} --><e/></kml>")), None);
        assert_eq!(endless_tag(&format!("<kml {long}")), Some(1));
    }
}
