//! Positions relative to an origin.

use geo::Coord;

/// A position relative to the origin.
pub fn local(coord: Coord, origin: Coord) -> [f32; 2] {
    let moved = coord - origin;
    [moved.x as f32, moved.y as f32]
}
