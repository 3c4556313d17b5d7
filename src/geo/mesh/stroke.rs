//! Strokes whose width is set when they are drawn.

use geo::Coord;

use super::local::local;
use crate::geo::ring::is_finite;

/// One side of a stroke at a point of its line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StrokeVertex {
    /// The point of the line, relative to the origin.
    pub at: [f32; 2],
    /// The direction to the edge of the stroke, for a half-width of one: draw the vertex at
    /// `at + half_width * normal`. Longer than one at a corner, by at most [`Stroke::MITER_LIMIT`].
    pub normal: [f32; 2],
}

/// Lines as ribbons of triangles that the renderer widens, so that zooming or a thicker line needs no new geometry.
///
/// A point of a line gives two vertices, left then right of it; two consecutive points give two triangles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stroke {
    /// The two vertices of every point.
    pub vertices: Vec<StrokeVertex>,
    /// Indices into `vertices`, three for each triangle.
    pub triangles: Vec<u32>,
}

impl Stroke {
    /// How many half-widths a mitred corner may extend. Corners sharper than 60° are shortened to this, which thins
    /// the stroke slightly beside them; at the width of a border that does not show.
    pub const MITER_LIMIT: f64 = 2.0;

    /// Adds a line: closed, with a join there too, when it ends where it starts; otherwise with butt ends.
    ///
    /// Repeated and non-finite points are left out; a line with fewer than two points left adds nothing. O(n).
    pub fn add(&mut self, points: &[Coord], origin: Coord) {
        let mut line: Vec<Coord> = points.iter().copied().filter(|&point| is_finite(point)).collect();
        line.dedup();
        if line.len() < 2 {
            return;
        }
        let directions: Vec<Coord> = line.windows(2).map(|edge| unit(edge[1] - edge[0])).collect();
        let last = directions.len() - 1;
        let closed = line.first() == line.last();
        let base = self.vertices.len() as u32;
        for (i, &point) in line.iter().enumerate() {
            let (before, after) = match i {
                0 if closed => (directions[last], directions[0]),
                0 => (directions[0], directions[0]),
                i if i <= last => (directions[i - 1], directions[i]),
                _ if closed => (directions[last], directions[0]),
                _ => (directions[last], directions[last]),
            };
            let miter = miter(before, after);
            let at = local(point, origin);
            let normal = [miter.x as f32, miter.y as f32];
            let opposite = normal.map(|ordinate| -ordinate);
            self.vertices.push(StrokeVertex { at, normal });
            self.vertices.push(StrokeVertex { at, normal: opposite });
        }
        for i in 0..=last as u32 {
            let left = base + 2 * i;
            self.triangles.extend([0, 1, 2, 2, 1, 3].map(|corner| left + corner));
        }
    }
}

/// The left normal of a corner between two unit directions: along the bisector, as long as it takes to keep both
/// edges of the stroke straight, up to the limit.
fn miter(before: Coord, after: Coord) -> Coord {
    let left = |direction: Coord| Coord { x: -direction.y, y: direction.x };
    let sum = left(before) + left(after);
    let length = sum.x.hypot(sum.y);
    if length < 1e-6 {
        // The line turns back on itself.
        return left(after);
    }
    // The sum of two unit normals is 2 cos(half the turn) long; the mitre must be 1 / cos(half the turn) long.
    sum / length * (2.0 / length).min(Stroke::MITER_LIMIT)
}

fn unit(vector: Coord) -> Coord {
    vector / vector.x.hypot(vector.y)
}
