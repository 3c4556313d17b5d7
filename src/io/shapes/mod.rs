//! Boundaries from users' files: shapefiles and GeoJSON, read into polygons and a table of attributes, with one row
//! per feature.
//!
//! The readers are our own, because they are shorter than the guards that existing crates would need: the row of a
//! deleted .dbf record stays the row of its shape, every count is checked against the available bytes, and non-finite
//! coordinates are dropped.

mod crs;
mod dbf;
mod geojson;
mod parts;
mod rings;
mod shp;

use geo::MultiPolygon;

use parts::Faults;

use super::source::{Problem, RawTable, SourceError};

pub use crs::{Crs, code_of};
pub use geojson::{is_json, read as read_json};
pub use parts::{Fault, Parts};
pub use rings::crosses_itself;

/// Boundaries as in the file, in its own coordinates.
#[derive(Debug)]
pub struct Shapes {
    /// Name of the file.
    pub file: String,
    /// The polygons; `None` for a feature without one that can be drawn.
    pub polygons: Vec<Option<MultiPolygon<f64>>>,
    /// Names of the attributes, then a row for each polygon.
    pub attributes: RawTable,
    /// The reference system of the coordinates.
    pub crs: Crs,
    /// Its faults, with the features they occur in, numbered from 1.
    pub faults: Vec<(Fault, Vec<u32>)>,
}

/// Reads a shapefile.
///
/// # Errors
/// Not a shapefile, without attributes, or with unusable attributes.
pub(crate) fn read_shapefile(file: &str, parts: &Parts) -> Result<Shapes, SourceError> {
    let mut faults = Faults::default();
    let records = shp::read(file, parts, &mut faults)?;
    let dbf = parts.dbf.as_ref().ok_or_else(|| SourceError::new(file, Problem::NoPart(".dbf")))?;
    let table = dbf::read(file, dbf, parts.cpg.as_deref(), &mut faults)?;
    let mut attributes = RawTable::new(file, None);
    let over = |limit| SourceError::new(file, Problem::TooLarge(limit));
    attributes.push(1, table.names.iter().map(String::as_str)).map_err(over)?;
    let mut polygons = Vec::with_capacity(records.len());
    for (at, polygon) in records {
        // A record that is left out takes its row with it: rows are found by position and never shift.
        let row = table.rows.get(at).and_then(Option::as_ref);
        if row.is_none() {
            faults.add(Fault::NoAttributes, Some(at));
        }
        let cells = row.map(Vec::as_slice).unwrap_or_default();
        attributes.push(at as u32 + 1, cells.iter().map(String::as_str)).map_err(over)?;
        polygons.push(polygon);
    }
    if polygons.is_empty() {
        return Err(SourceError::new(file, Problem::NoFeatures));
    }
    let crs = Crs::of(parts.prj.as_deref(), &polygons);
    Ok(Shapes { file: file.to_owned(), polygons, attributes, crs, faults: faults.0 })
}
