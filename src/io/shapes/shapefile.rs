//! A shapefile from its parts.

use crate::io::source::{Problem, RawTable, SourceError};

use super::crs::Crs;
use super::layer::{Layers, Shapes, positions};
use super::parts::{Fault, Faults, Parts};
use super::shp::Record;
use super::{dbf, shp};

/// Reads a shapefile: polygons, or points as a table.
///
/// # Errors
/// Not a shapefile, without attributes, or with unusable attributes.
pub(crate) fn read_shapefile(file: &str, parts: &Parts) -> Result<Layers, SourceError> {
    let mut faults = Faults::default();
    let records = shp::read(file, parts, &mut faults)?;
    let dbf = parts.dbf.as_ref().ok_or_else(|| SourceError::new(file, Problem::NoPart(".dbf")))?;
    let table = dbf::read(file, dbf, parts.cpg.as_deref(), &mut faults)?;
    let layer = file.rsplit(['/', ' ']).next().unwrap_or(file);
    let layer = layer.rsplit_once('.').map_or(layer, |(stem, _)| stem);
    let over = |limit| SourceError::new(file, Problem::TooLarge(limit));
    // Rows are found by position and never shift, whatever is left out.
    let cells = |at: usize| table.rows.get(at).and_then(Option::as_deref).unwrap_or_default();
    let mut layers = Layers::default();
    let has_polygons = records.iter().any(|(_, record)| matches!(record, Record::Polygon(Some(_))));
    let has_points = records.iter().any(|(_, record)| matches!(record, Record::Point(_)));
    if has_points && !has_polygons {
        let rows = records.iter().map(|(at, record)| {
            let place = if let Record::Point(place) = record { Some(*place) } else { None };
            (place, cells(*at))
        });
        layers.tables.push(positions(file, layer, &table.names, rows)?);
        return Ok(layers);
    }
    let mut attributes = RawTable::new(file, None);
    attributes.push(1, table.names.iter().map(String::as_str)).map_err(over)?;
    let (mut polygons, mut left_out) = (Vec::with_capacity(records.len()), Vec::new());
    for (at, record) in records {
        if table.rows.get(at).and_then(Option::as_ref).is_none() {
            faults.add(Fault::NoAttributes, Some(at));
        }
        match record {
            Record::Polygon(polygon) => {
                attributes.push(at as u32 + 1, cells(at).iter().map(String::as_str)).map_err(over)?;
                polygons.push(polygon);
            }
            other => {
                if matches!(other, Record::Point(_)) {
                    faults.add(Fault::NotAPolygon, Some(at));
                }
                left_out.push((at as u32 + 1, cells(at).to_vec()));
            }
        }
    }
    if polygons.is_empty() {
        return Err(SourceError::new(file, Problem::NoFeatures));
    }
    let crs = Crs::of_prj(parts.prj.as_deref());
    let (file, layer) = (file.to_owned(), layer.to_owned());
    let shapes = Shapes { file, layer, polygons, attributes, crs, faults: faults.0, left_out };
    layers.areas.push(shapes.settled()?);
    Ok(layers)
}
