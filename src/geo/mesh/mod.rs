//! Triangles for a renderer: fills and strokes.
//!
//! Positions are `f32` relative to an origin of the caller's choice, such as the centre of the map: projected metres
//! have seven digits before the point, which is all that `f32` can hold.

mod local;
mod stroke;

use geo::{Coord, CoordsIter, MultiPolygon, Polygon, TriangulateEarcut};

use local::local;

use super::ring::{double_signed_area, is_finite, rings};

pub use stroke::{Stroke, StrokeVertex};

/// The triangles of filled polygons.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mesh {
    /// Positions, relative to the origin.
    pub vertices: Vec<[f32; 2]>,
    /// Indices into `vertices`, three for each triangle.
    pub triangles: Vec<u32>,
}

/// The triangles of one polygon; see [`Mesh::add`].
pub fn triangulate(polygon: &MultiPolygon, origin: Coord) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.add(polygon, origin);
    mesh
}

/// The stroke along one line; see [`Stroke::add`].
pub fn polyline(points: &[Coord], origin: Coord) -> Stroke {
    let mut stroke = Stroke::default();
    stroke.add(points, origin);
    stroke
}

impl Mesh {
    /// Adds the triangles of a polygon, by ear clipping (Eberly 2002; Mapbox's earcut).
    ///
    /// Parts without area or with non-finite coordinates add nothing. Rings that cross give some triangles, not
    /// necessarily the right ones. Triangles are not all wound the same way: do not cull. O(n log n) typically, O(n²)
    /// at worst.
    pub fn add(&mut self, polygon: &MultiPolygon, origin: Coord) {
        for part in polygon.iter().filter_map(usable) {
            let raw = part.earcut_triangles_raw();
            let base = self.vertices.len() as u32;
            let triangles = raw.triangle_indices.iter().map(|&i| base + i as u32);
            self.triangles.extend(triangles);
            let vertices = raw.vertices.iter().map(|&[x, y]| local(Coord { x, y }, origin));
            self.vertices.extend(vertices);
        }
    }
}

/// A part without the holes that earcut cannot handle; `None` when it cannot handle the part at all.
fn usable(part: &Polygon) -> Option<Polygon> {
    let sound = |ring: &&geo::LineString| ring.0.len() >= 4 && double_signed_area(&ring.0) != 0.0;
    let finite = part.coords_iter().all(is_finite);
    if !finite || !rings(part).take(1).all(|ring| sound(&ring)) {
        return None;
    }
    let holes = part.interiors().iter().filter(sound).cloned().collect();
    Some(Polygon::new(part.exterior().clone(), holes))
}
