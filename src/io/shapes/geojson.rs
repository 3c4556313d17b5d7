//! Users' GeoJSON (RFC 7946): a collection, or one feature per line. Features that cannot be used are left out by
//! number; only a file that is not JSON at all is refused.

use std::fmt;

use geo::{Coord, LineString};
use serde::Deserialize;
use serde::de::{self, IgnoredAny, SeqAccess, Visitor};
use serde_json::Value;

use crate::io::source::{Problem, SourceError, decode, is_html};

use super::crs::Crs;
use super::layer::{Feature, Geometry, Layers, Origin};
use super::parts::{Fault, Faults};
use super::properties::{Properties, cells, names};
use super::rings::is_sound;
use super::topojson;

#[derive(Deserialize)]
struct Root {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    features: Vec<Member>,
    crs: Option<Value>,
    properties: Option<Properties>,
    id: Option<Value>,
    geometry: Option<Shape>,
}

#[derive(Deserialize)]
struct Member {
    properties: Option<Properties>,
    id: Option<Value>,
    geometry: Option<Shape>,
}

#[derive(Deserialize)]
struct Shape {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    coordinates: Node,
    #[serde(default)]
    geometries: Vec<Shape>,
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

/// Reads features and their properties: polygons, or points. TopoJSON may have several layers.
///
/// # Errors
/// Not JSON, or nothing with a polygon or a point.
pub fn read(file: &str, bytes: &[u8]) -> Result<Layers, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let mut faults = Faults::default();
    let decoded = decode(bytes).map_err(error)?;
    // Half of it NUL: text in UTF-16 whose bytes could be in either order.
    if let Some(name) = decoded.guessed.filter(|name| name.starts_with("UTF-16")) {
        return Err(error(Problem::JsonEncoding(name.to_owned())));
    }
    let text = decoded.text.as_ref();
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
            "Topology" => return Ok(topojson::read(file, trimmed)?.guessed(decoded.guessed)),
            "FeatureCollection" => features.extend(root.features),
            "Feature" => {
                features.push(Member { properties: root.properties, id: root.id, geometry: root.geometry });
            }
            _ => return Err(error(Problem::NoFeatures)),
        }
        let name = root.crs.as_ref().and_then(|crs| crs.pointer("/properties/name")).and_then(Value::as_str);
        crs = crs.or(name.map(str::to_owned));
    }
    let names = names(features.iter().map(|feature| (&feature.properties, &feature.id)));
    let feature = |member: Member| Feature {
        cells: cells(&names, member.properties.as_ref(), member.id.as_ref()),
        geometry: member.geometry.map_or(Geometry::Empty, shape),
    };
    let features = features.into_iter().map(feature).collect();
    let mut layers = Layers::default();
    let layer = file.rsplit('/').next().unwrap_or(file);
    let layer = layer.rsplit_once('.').map_or(layer, |(stem, _)| stem);
    layers.add(&Origin { file, layer }, &names, features, Crs::of_geojson(crs.as_deref()), faults)?;
    Ok(layers.guessed(decoded.guessed))
}

/// The shape of a feature; of a collection, its polygons.
fn shape(geometry: Shape) -> Geometry {
    let parts = |parts: Option<Vec<_>>| parts.map_or(Geometry::NotFinite, Geometry::Parts);
    match (geometry.kind.as_str(), geometry.coordinates) {
        ("Polygon", rings) => parts(part(rings).map(|part| vec![part])),
        ("MultiPolygon", Node::List(all)) => parts(all.into_iter().map(part).collect()),
        ("Point", Node::Position(at)) => Geometry::Points(vec![at]),
        ("MultiPoint", Node::List(all)) => {
            all.into_iter().map(position).collect::<Option<_>>().map_or(Geometry::NotFinite, Geometry::Points)
        }
        ("GeometryCollection", _) => {
            let (mut parts, mut points) = (Vec::new(), Vec::new());
            for one in geometry.geometries.into_iter().map(shape) {
                match one {
                    Geometry::Parts(more) => parts.extend(more),
                    Geometry::Points(more) => points.extend(more),
                    Geometry::NotFinite => return Geometry::NotFinite,
                    _ => {}
                }
            }
            match (parts.is_empty(), points.is_empty()) {
                (false, _) => Geometry::Parts(parts),
                (true, false) => Geometry::Points(points),
                (true, true) => Geometry::Other,
            }
        }
        _ => Geometry::Other,
    }
}

/// `None` if a position is not two finite numbers.
fn part(node: Node) -> Option<Vec<LineString<f64>>> {
    let Node::List(rings) = node else { return None };
    let ring = |node: Node| match node {
        Node::List(points) => points.into_iter().map(position).collect::<Option<Vec<_>>>().map(LineString),
        _ => None,
    };
    rings.into_iter().map(ring).collect()
}

fn position(node: Node) -> Option<Coord<f64>> {
    match node {
        Node::Position(coord) if is_sound(coord) => Some(coord),
        _ => None,
    }
}
