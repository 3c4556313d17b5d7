//! Users' TopoJSON: shapes written as shared arcs, often as differences of whole numbers ("quantised"). Each object is a
//! layer. Specification: github.com/topojson/topojson-specification, version 1.0.0.

use std::collections::BTreeMap;

use geo::{Coord, LineString};
use serde::Deserialize;
use serde_json::Value;

use crate::io::source::limits::{MAX_LAYERS, MAX_POINTS};
use crate::io::source::{Limit, Problem, SourceError};

use super::crs::Crs;
use super::layer::{Feature, Geometry, Layers, Origin};
use super::parts::Faults;
use super::properties::{Properties, cells, names};

#[derive(Deserialize)]
struct Topology {
    objects: BTreeMap<String, Object>,
    #[serde(default)]
    arcs: Vec<Vec<Vec<f64>>>,
    transform: Option<Transform>,
    crs: Option<Value>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Object {
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    arcs: Arcs,
    #[serde(default)]
    coordinates: Value,
    #[serde(default)]
    geometries: Vec<Object>,
    properties: Option<Properties>,
    id: Option<Value>,
}

/// Numbers of arcs, nested as deep as the kind of shape asks.
#[derive(Deserialize)]
#[serde(untagged)]
enum Arcs {
    Number(i64),
    List(Vec<Arcs>),
}

impl Default for Arcs {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

/// Reads every object.
///
/// # Errors
/// Not JSON, without objects, over a limit, or nothing with a shape.
pub(super) fn read(file: &str, text: &str) -> Result<Layers, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let topology: Topology = serde_json::from_str(text).map_err(|fault| {
        error(if fault.is_data() { Problem::TopoJson } else { Problem::Json(fault.line()) })
    })?;
    if topology.objects.len() > MAX_LAYERS {
        return Err(error(Problem::TooLarge(Limit::Layers)));
    }
    let arcs = unpacked(topology.arcs, topology.transform.as_ref());
    let name = topology.crs.as_ref().and_then(|crs| crs.pointer("/properties/name")).and_then(Value::as_str);
    let crs = Crs::of_geojson(name);
    let is_only = topology.objects.len() == 1;
    let mut drawing = Drawing { arcs, transform: topology.transform, points: 0 };
    let mut layers = Layers::default();
    for (layer, object) in topology.objects {
        let shown = if is_only { file.to_owned() } else { format!("{file} › {layer}") };
        let is_collection = object.kind.as_deref() == Some("GeometryCollection");
        let objects = if is_collection { object.geometries } else { vec![object] };
        let names = names(objects.iter().map(|object| (&object.properties, &object.id)));
        let mut features = Vec::with_capacity(objects.len());
        for object in objects {
            let cells = cells(&names, object.properties.as_ref(), object.id.as_ref());
            features.push(Feature { cells, geometry: drawing.geometry(&object) });
            if drawing.points > MAX_POINTS {
                return Err(error(Problem::TooLarge(Limit::Points)));
            }
        }
        let origin = Origin { file: &shown, layer: &layer };
        if let Err(problem) = layers.add(&origin, &names, features, crs.clone(), Faults::default()) {
            layers.unread.push(problem);
        }
    }
    if layers.areas.is_empty() && layers.tables.is_empty() {
        return Err(layers.unread.pop().unwrap_or_else(|| error(Problem::NoFeatures)));
    }
    Ok(layers)
}

/// The arcs as coordinates; a position without two numbers becomes not-a-number, and the shapes with it are left out.
fn unpacked(arcs: Vec<Vec<Vec<f64>>>, transform: Option<&Transform>) -> Vec<Vec<Coord<f64>>> {
    let coord = |position: Vec<f64>| match position.as_slice() {
        [x, y, ..] => Coord { x: *x, y: *y },
        _ => Coord { x: f64::NAN, y: f64::NAN },
    };
    let arc = |arc: Vec<Vec<f64>>| {
        let mut at = Coord { x: 0.0, y: 0.0 };
        let placed = |position| match transform {
            None => coord(position),
            Some(transform) => {
                at = at + coord(position);
                transform.place(at)
            }
        };
        arc.into_iter().map(placed).collect()
    };
    arcs.into_iter().map(arc).collect()
}

impl Transform {
    fn place(&self, at: Coord<f64>) -> Coord<f64> {
        let [x, y] = [0, 1].map(|i| [at.x, at.y][i] * self.scale[i] + self.translate[i]);
        Coord { x, y }
    }
}

struct Drawing {
    arcs: Vec<Vec<Coord<f64>>>,
    transform: Option<Transform>,
    /// The corners of all shapes so far: a short file may name a long arc a million times.
    points: usize,
}

impl Drawing {
    fn geometry(&mut self, object: &Object) -> Geometry {
        let parts = |parts: Option<Vec<Vec<LineString<f64>>>>| match parts {
            Some(parts) if parts.is_empty() => Geometry::Empty,
            Some(parts) => Geometry::Parts(parts),
            None => Geometry::Unreadable,
        };
        match (object.kind.as_deref(), &object.arcs) {
            (None, _) => Geometry::Empty,
            (Some("Polygon"), Arcs::List(rings)) => parts(self.part(rings).map(|part| vec![part])),
            (Some("MultiPolygon"), Arcs::List(all)) => {
                let all = all.iter().map(|part| match part {
                    Arcs::List(rings) => self.part(rings),
                    Arcs::Number(_) => None,
                });
                parts(all.collect())
            }
            (Some("Point"), _) => self.points(std::slice::from_ref(&object.coordinates)),
            (Some("MultiPoint"), _) => {
                self.points(object.coordinates.as_array().map(Vec::as_slice).unwrap_or_default())
            }
            (Some("GeometryCollection"), _) => {
                let all: Vec<Geometry> = object.geometries.iter().map(|one| self.geometry(one)).collect();
                let all = all.into_iter().filter_map(|one| match one {
                    Geometry::Parts(parts) => Some(parts),
                    _ => None,
                });
                let all: Vec<_> = all.flatten().collect();
                if all.is_empty() { Geometry::Other } else { Geometry::Parts(all) }
            }
            _ => Geometry::Other,
        }
    }

    fn part(&mut self, rings: &[Arcs]) -> Option<Vec<LineString<f64>>> {
        rings.iter().map(|ring| if let Arcs::List(arcs) = ring { self.ring(arcs) } else { None }).collect()
    }

    /// A ring from its arcs, each of which begins where the one before it ends. A negative number is an arc the other
    /// way round. `None` for an arc that does not exist.
    fn ring(&mut self, numbers: &[Arcs]) -> Option<LineString<f64>> {
        let mut ring: Vec<Coord<f64>> = Vec::new();
        for number in numbers {
            let Arcs::Number(number) = number else { return None };
            let is_reversed = *number < 0;
            let arc = self.arcs.get(usize::try_from(if is_reversed { !number } else { *number }).ok()?)?;
            self.points += arc.len();
            if self.points > MAX_POINTS {
                return None;
            }
            let known = usize::from(!ring.is_empty());
            if is_reversed {
                ring.extend(arc.iter().rev().skip(known));
            } else {
                ring.extend(arc.iter().skip(known));
            }
        }
        Some(LineString(ring))
    }

    fn points(&self, positions: &[Value]) -> Geometry {
        let coord = |position: &Value| {
            let [x, y] = [0, 1].map(|i| position.get(i).and_then(Value::as_f64));
            let at = Coord { x: x?, y: y? };
            Some(self.transform.as_ref().map_or(at, |transform| transform.place(at)))
        };
        positions.iter().map(coord).collect::<Option<Vec<_>>>().map_or(Geometry::NotFinite, Geometry::Points)
    }
}
