//! Small polygons for the tests of `geo`.

use geo::{Coord, LineString, MultiPolygon, Polygon};

/// A closed ring through `points`.
pub fn ring(points: &[(f64, f64)]) -> LineString {
    let mut ring = LineString::from(points.to_vec());
    ring.close();
    ring
}

/// The counter-clockwise ring of a rectangle.
pub fn rect_ring(x: f64, y: f64, width: f64, height: f64) -> LineString {
    let (right, top) = (x + width, y + height);
    ring(&[(x, y), (right, y), (right, top), (x, top)])
}

/// A polygon with a single part.
pub fn polygon(exterior: LineString, holes: Vec<LineString>) -> MultiPolygon {
    Polygon::new(exterior, holes).into()
}

/// A rectangle.
pub fn rect(x: f64, y: f64, width: f64, height: f64) -> MultiPolygon {
    polygon(rect_ring(x, y, width, height), Vec::new())
}

/// Unit squares, row by row from the south-west corner.
pub fn grid(columns: usize, rows: usize) -> Vec<MultiPolygon> {
    (0..columns * rows).map(|i| rect((i % columns) as f64, (i / columns) as f64, 1.0, 1.0)).collect()
}

/// The points of a closed ring from its lowest one, each once, in ring direction.
pub fn cycle(ring: &LineString) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = ring.coords().map(Coord::x_y).collect();
    assert_eq!(points.first(), points.last(), "a ring is closed");
    points.pop();
    let by_coordinates = |&a: &usize, &b: &usize| {
        let (a, b) = (points[a], points[b]);
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    };
    let lowest = (0..points.len()).min_by(by_coordinates);
    points.rotate_left(lowest.expect("a ring has points"));
    points
}

/// Rings as in [`cycle`], part by part, the exterior first.
pub fn cycles(polygon: &MultiPolygon) -> Vec<Vec<Vec<(f64, f64)>>> {
    let rings = |part: &Polygon| {
        let all = std::iter::once(part.exterior()).chain(part.interiors());
        all.map(cycle).collect()
    };
    polygon.iter().map(rings).collect()
}
