//! Boundaries from GeoJSON (RFC 7946).

use geo::{Coord, LineString, MultiPolygon, Polygon};
use geojson::{FeatureCollection, GeoJson, GeometryValue, Position};

use crate::base::Code;

/// Why a GeoJSON file contains no boundaries.
#[derive(Debug, thiserror::Error)]
pub enum BoundaryError {
    #[error("{file}: {source}")]
    Parse { file: String, source: Box<geojson::Error> },
    /// GeoJSON, but not a feature collection.
    #[error("{file}: expected a FeatureCollection")]
    NotACollection { file: String },
    /// A feature lacks what is needed.
    #[error("{file}, feature {feature}: {what}")]
    Feature {
        file: String,
        /// Its number, counted from 1.
        feature: usize,
        /// What it lacks.
        what: &'static str,
    },
}

/// Reads polygons with the text property `code`, in degrees.
pub fn read_geojson(file: &str, text: &str) -> Result<Vec<(Code, MultiPolygon<f64>)>, BoundaryError> {
    let parsed: GeoJson = text
        .parse()
        .map_err(|source| BoundaryError::Parse { file: file.to_owned(), source: Box::new(source) })?;
    let GeoJson::FeatureCollection(FeatureCollection { features, .. }) = parsed else {
        return Err(BoundaryError::NotACollection { file: file.to_owned() });
    };
    let mut polygons = Vec::with_capacity(features.len());
    for (i, feature) in features.into_iter().enumerate() {
        let problem = |what| BoundaryError::Feature { file: file.to_owned(), feature: i + 1, what };
        let code = feature.property("code").and_then(|code| code.as_str()).map(Code::from);
        let code = code.ok_or_else(|| problem("the text property 'code' is missing"))?;
        let geometry = feature.geometry.ok_or_else(|| problem("there is no geometry"))?;
        let rings = match &geometry.value {
            GeometryValue::Polygon { coordinates } => std::slice::from_ref(coordinates),
            GeometryValue::MultiPolygon { coordinates } => coordinates.as_slice(),
            _ => return Err(problem("neither a Polygon nor a MultiPolygon")),
        };
        let parts: Option<Vec<Polygon<f64>>> = rings.iter().map(|rings| polygon(rings)).collect();
        let parts = parts.ok_or_else(|| problem("a position is not two finite numbers"))?;
        polygons.push((code, MultiPolygon(parts)));
    }
    Ok(polygons)
}

/// `None` when a position is not two finite numbers (the crate's own conversion panics there).
fn polygon(rings: &[Vec<Position>]) -> Option<Polygon<f64>> {
    let coord = |position: &Position| match position.as_slice() {
        [x, y, ..] if x.is_finite() && y.is_finite() => Some(Coord { x: *x, y: *y }),
        _ => None,
    };
    let line = |ring: &Vec<Position>| ring.iter().map(coord).collect::<Option<Vec<_>>>().map(LineString);
    let mut lines = rings.iter().map(line).collect::<Option<Vec<_>>>()?.into_iter();
    Some(Polygon::new(lines.next()?, lines.collect()))
}
