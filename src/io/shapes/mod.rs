//! Boundaries from the files of others: shapefiles and GeoJSON, into polygons and a table of attributes, one
//! row a feature.
//!
//! Our own readers, smaller than the guards that those of the crates would need: a row of a deleted .dbf
//! record stays the row of its shape, every count is checked against the bytes there are, and what is not
//! finite goes no further.

mod crs;
mod dbf;
mod geojson;
mod rings;
mod shp;

use geo::MultiPolygon;

use super::source::{Problem, RawTable, SourceError};

pub use crs::{Crs, code_of};
pub use geojson::{is_json, read as read_json};
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

/// What can be wrong with boundaries that can be read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The file ends before its last record does.
    CutShort,
    /// The header or the index says another length than the file has.
    WrongLength,
    /// A record whose counts contradict it: left out.
    Unreadable,
    /// A coordinate that is infinite, no number or farther than the Earth is large: left out.
    NotFinite,
    /// A point or a line where a polygon should be: left out.
    NotAPolygon,
    /// No coordinates, or a polygon without area.
    NoArea,
    /// A ring that does not end where it begins: closed.
    Unclosed,
    /// A ring that turns the wrong way round: taken for an outline.
    Reversed,
    /// A shape without attributes, its row missing or deleted.
    NoAttributes,
    /// A cell that should be a number and is not: missing.
    BadNumber,
    /// An attribute without a readable name: given one.
    FieldName,
    /// The encoding is not declared, or by a name nobody knows: guessed.
    Encoding,
    /// Control characters in text.
    Controls,
}

/// The files that make up a shapefile.
#[derive(Debug, Default)]
pub struct Parts {
    /// Shapes.
    pub shp: Vec<u8>,
    /// Index, looked at only to compare.
    pub shx: Option<Vec<u8>>,
    /// Attributes.
    pub dbf: Option<Vec<u8>>,
    /// Coordinate reference system.
    pub prj: Option<Vec<u8>>,
    /// Encoding of the attributes.
    pub cpg: Option<Vec<u8>>,
}

/// Gathers faults by kind.
#[derive(Debug, Default)]
struct Faults(Vec<(Fault, Vec<u32>)>);

impl Faults {
    fn add(&mut self, fault: Fault, feature: Option<usize>) {
        let at = self.0.iter().position(|(known, _)| *known == fault).unwrap_or_else(|| {
            self.0.push((fault, Vec::new()));
            self.0.len() - 1
        });
        self.0[at].1.extend(feature.map(|i| i as u32 + 1));
    }
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
