//! Boundaries from GeoJSON (RFC 7946).

use geo::MultiPolygon;
use geojson::{FeatureCollection, GeoJson, GeometryValue};

use crate::base::Code;

/// A GeoJSON file does not hold boundaries.
#[derive(Debug, thiserror::Error)]
pub enum BoundaryError {
    /// Not GeoJSON.
    #[error("{file}: {source}")]
    Parse {
        /// File.
        file: String,
        /// Why.
        source: Box<geojson::Error>,
    },
    /// GeoJSON, but no collection of features.
    #[error("{file}: expected a FeatureCollection")]
    NotACollection {
        /// File.
        file: String,
    },
    /// A feature lacks what is needed.
    #[error("{file}, feature {feature}: {what}")]
    Feature {
        /// File.
        file: String,
        /// Its number, from 1.
        feature: usize,
        /// What is the matter.
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
        // Checked here: the conversion below panics on a position of one number.
        let sound = |position: &geojson::Position| {
            position.len() >= 2 && position.iter().all(|x| x.is_finite())
        };
        if !rings.iter().flatten().flatten().all(sound) {
            return Err(problem("a position is not two finite numbers"));
        }
        let polygon = match geo::Geometry::<f64>::try_from(geometry.value) {
            Ok(geo::Geometry::Polygon(polygon)) => MultiPolygon(vec![polygon]),
            Ok(geo::Geometry::MultiPolygon(polygons)) => polygons,
            _ => return Err(problem("the rings cannot be read")),
        };
        polygons.push((code, polygon));
    }
    Ok(polygons)
}
