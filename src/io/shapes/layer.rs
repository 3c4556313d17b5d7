//! From the features of a file to a layer: polygons with a table of attributes, or, where there are only points, a table
//! of things with their positions.

use geo::{Coord, CoordsIter, LineString, MultiPolygon};

use crate::io::source::{Problem, RawTable, SourceError};

use super::crs::Crs;
use super::parts::{Fault, Faults};
use super::rings::of_parts;

/// Boundaries as in the file, in its own coordinates.
#[derive(Debug)]
pub struct Shapes {
    /// Name of the file; a layer of several is preceded by it.
    pub file: String,
    /// Name of the layer, by which it can be asked for.
    pub layer: String,
    /// The polygons; `None` for a feature without one that can be drawn.
    pub polygons: Vec<Option<MultiPolygon<f64>>>,
    /// Names of the attributes, then a row for each polygon.
    pub attributes: RawTable,
    /// The reference system of the coordinates.
    pub crs: Crs,
    /// Its faults, with the features they occur in, numbered from 1.
    pub faults: Vec<(Fault, Vec<u32>)>,
    /// The attributes of features without a row, by number, so that what is left out can be named.
    pub left_out: Vec<(u32, Vec<String>)>,
}

/// What a file of shapes contains.
#[derive(Debug, Default)]
pub struct Layers {
    pub areas: Vec<Shapes>,
    /// Points, and attributes without shapes.
    pub tables: Vec<RawTable>,
    /// Layers that cannot be read, beside others that can.
    pub unread: Vec<SourceError>,
}

/// The shape of a feature.
pub(super) enum Geometry {
    /// Polygons, each an exterior followed by its holes.
    Parts(Vec<Vec<LineString<f64>>>),
    Points(Vec<Coord<f64>>),
    /// Lines, curves, solids.
    Other,
    Empty,
    /// A coordinate that is no number.
    NotFinite,
    /// Contradicts itself.
    Unreadable,
}

/// A feature as in the file.
pub(super) struct Feature {
    pub cells: Vec<String>,
    pub geometry: Geometry,
}

/// Where a layer comes from.
pub(super) struct Origin<'a> {
    pub file: &'a str,
    pub layer: &'a str,
}

/// How many features left out are named.
const NAMED: usize = 1_000;
/// The names of the columns with the positions of points.
const POSITION: [&str; 2] = ["x", "y"];

impl Layers {
    /// The same, marked as text in an encoding that was guessed.
    pub(super) fn guessed(mut self, encoding: Option<&'static str>) -> Self {
        let tables = self.areas.iter_mut().map(|shapes| &mut shapes.attributes).chain(&mut self.tables);
        tables.for_each(|table| table.notes.guessed_encoding = encoding);
        self
    }

    /// Adds the layer made of some features.
    ///
    /// # Errors
    /// Over a limit, or nothing with a shape.
    pub(super) fn add(
        &mut self,
        origin: &Origin,
        names: &[String],
        features: Vec<Feature>,
        crs: Crs,
        faults: Faults,
    ) -> Result<(), SourceError> {
        let has = |wanted: fn(&Geometry) -> bool| features.iter().any(|feature| wanted(&feature.geometry));
        if has(|geometry| matches!(geometry, Geometry::Points(_)))
            && !has(|geometry| matches!(geometry, Geometry::Parts(_)))
        {
            self.tables.push(points(origin, names, &features)?);
        } else {
            self.areas.push(areas(origin, names, features, crs, faults)?);
        }
        Ok(())
    }
}

fn areas(
    origin: &Origin,
    names: &[String],
    features: Vec<Feature>,
    crs: Crs,
    mut faults: Faults,
) -> Result<Shapes, SourceError> {
    let over = |limit| SourceError::new(origin.file, Problem::TooLarge(limit));
    let mut attributes = RawTable::new(origin.file, None);
    attributes.push(1, names.iter().map(String::as_str)).map_err(over)?;
    let (mut polygons, mut left_out) = (Vec::with_capacity(features.len()), Vec::new());
    for (i, feature) in features.into_iter().enumerate() {
        let polygon = match feature.geometry {
            Geometry::Parts(parts) => of_parts(parts, Some(i), &mut faults),
            Geometry::Empty => {
                faults.add(Fault::NoArea, Some(i));
                Some(None)
            }
            other => {
                let fault = match other {
                    Geometry::NotFinite => Fault::NotFinite,
                    Geometry::Unreadable => Fault::Unreadable,
                    _ => Fault::NotAPolygon,
                };
                faults.add(fault, Some(i));
                None
            }
        };
        match polygon {
            Some(polygon) => {
                attributes.push(i as u32 + 1, feature.cells.iter().map(String::as_str)).map_err(over)?;
                polygons.push(polygon);
            }
            None if left_out.len() < NAMED => left_out.push((i as u32 + 1, feature.cells)),
            None => {}
        }
    }
    if attributes.notes.control_cells > 0 {
        faults.add(Fault::Controls, None);
    }
    Shapes {
        file: origin.file.to_owned(),
        layer: origin.layer.to_owned(),
        polygons,
        attributes,
        crs,
        faults: faults.0,
        left_out,
    }
    .settled()
}

fn points(origin: &Origin, names: &[String], features: &[Feature]) -> Result<RawTable, SourceError> {
    let place = |geometry: &Geometry| match geometry {
        Geometry::Points(points) => points.first().copied(),
        _ => None,
    };
    let rows = features.iter().map(|feature| (place(&feature.geometry), feature.cells.as_slice()));
    positions(origin.file, origin.layer, names, rows)
}

/// The attributes of points as a table, with their positions.
///
/// # Errors
/// Over a limit.
pub(super) fn positions<'a>(
    file: &str,
    layer: &str,
    names: &[String],
    rows: impl Iterator<Item = (Option<Coord<f64>>, &'a [String])>,
) -> Result<RawTable, SourceError> {
    let over = |limit| SourceError::new(file, Problem::TooLarge(limit));
    let mut table = RawTable::new(file, Some(layer));
    let free = |wanted: &str| names.iter().all(|name| !name.eq_ignore_ascii_case(wanted));
    let shown = POSITION.map(free);
    let columns = POSITION.iter().zip(shown).filter(|(_, shown)| *shown).map(|(name, _)| *name);
    table.push(1, names.iter().map(String::as_str).chain(columns)).map_err(over)?;
    for (i, (place, cells)) in rows.enumerate() {
        let place = [place.map(|c| c.x), place.map(|c| c.y)];
        let place = place.map(|x| x.map(|x| x.to_string()).unwrap_or_default());
        let place = place.iter().zip(shown).filter(|(_, shown)| *shown).map(|(cell, _)| cell.as_str());
        let missing = names.len().saturating_sub(cells.len());
        let cells = cells.iter().map(String::as_str).chain(std::iter::repeat_n("", missing));
        table.push(i as u32 + 2, cells.chain(place)).map_err(over)?;
    }
    Ok(table)
}

impl Shapes {
    /// Settles the reference system: the stated one if the coordinates fit it. A few features far from all others have
    /// a wrong coordinate, and do not make the system of the others doubtful: they are left out.
    ///
    /// # Errors
    /// No feature has an area.
    pub(super) fn settled(mut self) -> Result<Self, SourceError> {
        let is_stray = |polygon: &MultiPolygon<f64>| polygon.coords_iter().any(|c| !self.crs.is_likely(c));
        let strays: Vec<usize> = self
            .polygons
            .iter()
            .enumerate()
            .filter(|(_, polygon)| polygon.as_ref().is_some_and(is_stray))
            .map(|(i, _)| i)
            .collect();
        let drawn = self.polygons.iter().flatten().count();
        if !strays.is_empty() && strays.len() * 4 <= drawn {
            let mut faults = Faults(std::mem::take(&mut self.faults));
            for i in strays {
                self.polygons[i] = None;
                let feature = self.attributes.number(i + 1);
                faults.add(Fault::NotFinite, Some(feature as usize - 1));
            }
            self.faults = faults.0;
        }
        if self.polygons.iter().all(Option::is_none) {
            return Err(SourceError::new(&self.file, Problem::NoFeatures));
        }
        self.crs = self.crs.checked(&self.polygons);
        Ok(self)
    }
}
