//! Polygons on a plane: projection, shared-border topology, adjacency, triangles, labels and
//! hit-testing.
//!
//! Everything here is a pure function of coordinates; no names, values, files or windows.
//! Territories are known by their position in the slice of polygons they came in, so one index
//! serves every table of the program.
//!
//! Coordinates are `f64`, x to the east and y to the north. Only [`projection`] knows about
//! degrees; the rest works in any planar unit, in practice the metres of the projection.
//! Coordinates that are not finite are rejected by [`projection`] and skipped by the others, which
//! never panic on what they are given.

pub(crate) mod adjacency;
pub mod bounds;
pub mod hit;
pub mod label;
pub mod mesh;
pub mod projection;
pub mod reprojection;
pub mod topology;

mod pole;
mod ring;
