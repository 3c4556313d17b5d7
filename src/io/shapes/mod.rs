//! Boundaries from users' files: shapefiles, GeoJSON, TopoJSON, KML and GeoPackages, read into polygons and a table of
//! attributes, with one row per feature. Points become tables.
//!
//! The crate `shapefile` decodes the polygons of a .shp, and nothing else of a shapefile, because it trusts what a header
//! and an index say: where records begin and end, what their counts may be, and which row belongs to which shape is found
//! here. The row of a deleted .dbf record stays the row of its shape, every count is checked against the available bytes, and
//! non-finite coordinates are dropped.

mod crs;
mod dbf;
mod geojson;
mod geopackage;
mod kml;
mod layer;
mod parts;
mod properties;
mod rings;
mod shapefile;
mod shp;
mod topojson;
mod wkb;

pub use crs::{Crs, code_of};
pub use geojson::{is_json, read as read_json};
pub use geopackage::{is_database, read as read_geopackage};
pub use kml::{is_kml, read as read_kml};
pub use layer::{Layers, Shapes};
pub use parts::{Fault, Parts};
pub use rings::{MOST_COMPARED, crosses_itself, is_scribble};
pub(crate) use shapefile::read_shapefile;
