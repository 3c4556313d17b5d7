//! Boundaries from the files of others: shapefiles and GeoJSON, into polygons and a table of attributes, one
//! row a feature.
//!
//! Our own readers, smaller than the guards that those of the crates would need: a row of a deleted .dbf
//! record stays the row of its shape, every count is checked against the bytes there are, and what is not
//! finite goes no further.

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

/// Boundaries as a file has them, in its own coordinates.
#[derive(Debug)]
pub struct Shapes {
    /// Name of the file.
    pub file: String,
    /// The polygons; none where a feature has none that can be drawn.
    pub polygons: Vec<Option<MultiPolygon<f64>>>,
    /// Names of the attributes, then a row for each polygon.
    pub attributes: RawTable,
    /// What the coordinates are.
    pub crs: Crs,
    /// What is wrong with it, and in which features, from 1.
    pub faults: Vec<(Fault, Vec<u32>)>,
}

/// Reads a shapefile.
///
/// # Errors
/// Not one, without attributes, or with attributes damaged beyond use.
pub fn read_shapefile(file: &str, parts: &Parts) -> Result<Shapes, SourceError> {
    let mut faults = Faults::default();
    let records = shp::read(file, parts, &mut faults)?;
    let dbf = parts.dbf.as_ref().ok_or_else(|| SourceError::new(file, Problem::NoPart(".dbf")))?;
    let table = dbf::read(file, dbf, parts.cpg.as_deref(), &mut faults)?;
    let mut attributes = RawTable::new(file, None);
    let over = |limit| SourceError::new(file, Problem::TooLarge(limit));
    attributes.push(1, table.names.iter().map(String::as_str)).map_err(over)?;
    let mut polygons = Vec::with_capacity(records.len());
    for (at, polygon) in records {
        // A record left out takes its row with it: rows are found by place and never slide.
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
