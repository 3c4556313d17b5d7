//! The shapes of a layer as a shapefile, written by the crate of that name.

use std::io::Cursor;

use shapefile::{Point, Polygon, PolygonRing, ShapeWriter};

use crate::scene::MapLayer;

use super::super::error::ExportError;

/// The shapes and their index.
pub(super) struct Parts {
    pub shp: Vec<u8>,
    pub shx: Vec<u8>,
}

/// Writes the shapes.
///
/// # Errors
/// The crate failed, or a feature has no shape, which a shapefile of polygons cannot have.
pub(super) fn shapefile(layer: &MapLayer) -> Result<Parts, ExportError> {
    let (mut shp, mut shx) = (Cursor::new(Vec::new()), Cursor::new(Vec::new()));
    let mut writer = ShapeWriter::with_shx(&mut shp, &mut shx);
    for feature in &layer.features {
        let points = |ring: &geo::LineString<f64>| ring.coords().map(|c| Point::new(c.x, c.y)).collect();
        let rings: Vec<PolygonRing<Point>> = feature
            .shape
            .iter()
            .flat_map(|polygon| {
                let holes = polygon.interiors().iter().map(move |ring| PolygonRing::Inner(points(ring)));
                std::iter::once(PolygonRing::Outer(points(polygon.exterior()))).chain(holes)
            })
            .collect();
        if rings.is_empty() {
            return Err(ExportError::NoShape);
        }
        writer.write_shape(&Polygon::with_rings(rings))?;
    }
    writer.finalize()?;
    drop(writer);
    Ok(Parts { shp: shp.into_inner(), shx: shx.into_inner() })
}
