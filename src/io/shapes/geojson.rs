//! Users' GeoJSON (RFC 7946): a collection, or one feature per line. Features that cannot be used are left out by
//! number; only a file that is not JSON at all is refused.

use std::collections::BTreeMap;
use std::fmt;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde::Deserialize;
use serde::de::{self, IgnoredAny, SeqAccess, Visitor};
use serde_json::Value;

use crate::io::source::{Problem, RawTable, SourceError, decode, is_html};

use super::parts::{Fault, Faults};
use super::rings::{doubled_area, is_sound};
use super::{Crs, Shapes};

#[derive(Deserialize)]
struct Root {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    features: Vec<Feature>,
    crs: Option<Value>,
    properties: Option<BTreeMap<String, Value>>,
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Option<BTreeMap<String, Value>>,
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    coordinates: Node,
}

/// Coordinates, however deeply nested; the parser itself stops at 128.
enum Node {
    Number(f64),
    Position(Coord<f64>),
    List(Vec<Node>),
}

impl Default for Node {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("coordinates")
            }

            fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
                Ok(Node::Number(number))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
                Ok(Node::Number(number as f64))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
                Ok(Node::Number(number as f64))
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Number(f64::NAN))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
                let Some(first) = list.next_element()? else { return Ok(Node::default()) };
                if let Node::Number(x) = first {
                    // A position with a single number lacks the other.
                    let y = match list.next_element()? {
                        Some(Node::Number(y)) => y,
                        _ => f64::NAN,
                    };
                    while list.next_element::<IgnoredAny>()?.is_some() {}
                    return Ok(Node::Position(Coord { x, y }));
                }
                let mut nodes = vec![first];
                while let Some(node) = list.next_element()? {
                    nodes.push(node);
                }
                Ok(Node::List(nodes))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// Whether a file is to be read as JSON.
pub fn is_json(extension: &str, bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    ["geojson", "json", "topojson"].contains(&extension) || text.starts_with(b"{") || text.starts_with(b"[{")
}

/// Reads polygons and their properties.
///
/// # Errors
/// Not JSON, TopoJSON, or nothing with a polygon.
pub fn read(file: &str, bytes: &[u8]) -> Result<Shapes, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let mut faults = Faults::default();
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(text).map_err(|_| {
        let name = decode(bytes).ok().and_then(|decoded| decoded.guessed);
        error(name.map_or(Problem::NotText, |name| Problem::JsonEncoding(name.to_owned())))
    })?;
    if is_html(text) {
        return Err(error(Problem::Html));
    }
    let trimmed = text.trim_end_matches(|c: char| c == '\0' || c.is_whitespace());
    if text[trimmed.len()..].contains('\0') {
        faults.add(Fault::Controls, None);
    }
    let mut features = Vec::new();
    let mut crs = None;
    // One document, or one per line: in both cases the parser ends with the text or at its first error.
    for root in serde_json::Deserializer::from_str(trimmed).into_iter::<Root>() {
        let root = root.map_err(|fault| error(Problem::Json(fault.line())))?;
        match root.kind.as_str() {
            "Topology" => return Err(error(Problem::TopoJson)),
            "FeatureCollection" => features.extend(root.features),
            "Feature" => features.push(Feature { properties: root.properties, geometry: root.geometry }),
            _ => return Err(error(Problem::NoFeatures)),
        }
        let name = root.crs.as_ref().and_then(|crs| crs.pointer("/properties/name")).and_then(Value::as_str);
        crs = crs.or(name.map(str::to_owned));
    }
    shapes(file, features, crs.as_deref(), faults)
}

fn shapes(
    file: &str,
    features: Vec<Feature>,
    crs: Option<&str>,
    mut faults: Faults,
) -> Result<Shapes, SourceError> {
    let mut names: Vec<String> = Vec::new();
    for feature in &features {
        for name in feature.properties.iter().flatten().map(|(name, _)| name) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    let over = |limit| SourceError::new(file, Problem::TooLarge(limit));
    let mut attributes = RawTable::new(file, None);
    attributes.push(1, names.iter().map(String::as_str)).map_err(over)?;
    let mut polygons = Vec::with_capacity(features.len());
    for (i, feature) in features.into_iter().enumerate() {
        let polygon = match feature.geometry {
            None => {
                faults.add(Fault::NoArea, Some(i));
                Some(None)
            }
            Some(geometry) => polygon(geometry, i, &mut faults),
        };
        let Some(polygon) = polygon else { continue };
        let properties = feature.properties.unwrap_or_default();
        let cell = |name: &String| properties.get(name).map(text_of).unwrap_or_default();
        let cells: Vec<String> = names.iter().map(cell).collect();
        attributes.push(i as u32 + 1, cells.iter().map(String::as_str)).map_err(over)?;
        polygons.push(polygon);
    }
    if attributes.notes.control_cells > 0 {
        faults.add(Fault::Controls, None);
    }
    if polygons.iter().all(Option::is_none) {
        return Err(SourceError::new(file, Problem::NoFeatures));
    }
    let crs = Crs::of_geojson(crs, &polygons);
    Ok(Shapes { file: file.to_owned(), polygons, attributes, crs, faults: faults.0 })
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// As for a record of a shapefile: `None` is left out, `Some(None)` has no area.
fn polygon(geometry: Geometry, i: usize, faults: &mut Faults) -> Option<Option<MultiPolygon<f64>>> {
    let parts = match (geometry.kind.as_str(), geometry.coordinates) {
        ("Polygon", rings) => vec![rings],
        ("MultiPolygon", Node::List(parts)) => parts,
        _ => {
            faults.add(Fault::NotAPolygon, Some(i));
            return None;
        }
    };
    let mut polygons = Vec::with_capacity(parts.len());
    for part in parts {
        let Some(rings) = rings(part) else {
            faults.add(Fault::NotFinite, Some(i));
            return None;
        };
        let unclosed = rings.iter().any(|ring| ring.0.len() > 2 && !ring.is_closed());
        if unclosed {
            faults.add(Fault::Unclosed, Some(i));
        }
        // `Polygon::new` closes open rings.
        let mut rings = rings.into_iter();
        let polygon = rings.next().map(|exterior| Polygon::new(exterior, rings.collect()));
        polygons.extend(
            polygon
                .filter(|polygon| doubled_area(polygon.exterior()) != 0.0 || polygon.exterior().0.len() > 4),
        );
    }
    if polygons.is_empty() {
        faults.add(Fault::NoArea, Some(i));
        return Some(None);
    }
    Some(Some(MultiPolygon(polygons)))
}

/// `None` if a position is not two finite numbers.
fn rings(node: Node) -> Option<Vec<LineString<f64>>> {
    let Node::List(rings) = node else { return None };
    let coord = |node: Node| match node {
        Node::Position(coord) if is_sound(coord) => Some(coord),
        _ => None,
    };
    let ring = |node: Node| match node {
        Node::List(points) => points.into_iter().map(coord).collect::<Option<Vec<_>>>().map(LineString),
        _ => None,
    };
    rings.into_iter().map(ring).collect()
}
