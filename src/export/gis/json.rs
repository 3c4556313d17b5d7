//! A layer as GeoJSON (RFC 7946), with a line for each feature.

use geo::orient::{Direction, Orient};
use geo::{LineString, MultiPolygon};
use serde_json::{Map, Value, json};

use crate::scene::{Cell, MapLayer};

/// The collection. What must be known of the values is in a member of its own, which other programs pass over.
pub(super) fn geojson(layer: &MapLayer) -> String {
    let metadata: Map<String, Value> =
        layer.metadata.iter().map(|(name, text)| (name.clone(), json!(text))).collect();
    let mut out = format!(
        "{{\"type\":\"FeatureCollection\",\"name\":{},\"title\":{},\"metadata\":{},\"features\":[",
        json!(layer.name),
        json!(layer.title),
        Value::Object(metadata)
    );
    for (i, feature) in layer.features.iter().enumerate() {
        // Written one by one, because a map would sort them.
        let properties = layer.fields.iter().zip(&feature.cells);
        let properties = properties.map(|(field, cell)| format!("{}:{}", json!(field.name), value_of(cell)));
        let properties: Vec<String> = properties.collect();
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        out.push_str(&format!(
            "{{\"type\":\"Feature\",\"properties\":{{{}}},\"geometry\":{}}}",
            properties.join(","),
            geometry(&feature.shape)
        ));
    }
    out.push_str("\n]}\n");
    out
}

fn value_of(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Number { value, decimals: 0 } if value.fract() == 0.0 && value.abs() < 1e15 => {
            json!(*value as i64)
        }
        Cell::Number { value, .. } => json!(value),
    }
}

/// The shape to a centimetre, with exteriors anticlockwise as the format wants.
fn geometry(shape: &MultiPolygon<f64>) -> String {
    let ring = |ring: &LineString<f64>| {
        let points: Vec<String> = ring.coords().map(|c| format!("[{:.7},{:.7}]", c.x, c.y)).collect();
        format!("[{}]", points.join(","))
    };
    let polygons: Vec<String> = shape
        .orient(Direction::Default)
        .iter()
        .map(|polygon| {
            let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
            format!("[{}]", rings.map(ring).collect::<Vec<_>>().join(","))
        })
        .collect();
    format!("{{\"type\":\"MultiPolygon\",\"coordinates\":[{}]}}", polygons.join(","))
}
