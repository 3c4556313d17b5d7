//! Closed rings: the sequences of coordinates polygons are made of.

use geo::kernels::{Kernel, Orientation, RobustKernel};
use geo::{Coord, LineString, Polygon};

/// All rings of a polygon, the exterior first.
pub(crate) fn rings(polygon: &Polygon) -> impl Iterator<Item = &LineString> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}

/// Whether both ordinates are finite.
pub(crate) fn is_finite(coord: Coord) -> bool {
    coord.x.is_finite() && coord.y.is_finite()
}

/// Twice the area enclosed by a ring, positive when it runs counter-clockwise.
///
/// The closing point is optional. Coordinates are taken relative to the first point: projected metres are large
/// beside a small ring, and their products would cancel badly.
pub(crate) fn double_signed_area(ring: &[Coord]) -> f64 {
    let Some((&origin, rest)) = ring.split_first() else {
        return 0.0;
    };
    rest.windows(2)
        .map(|edge| {
            let (a, b) = (edge[0] - origin, edge[1] - origin);
            a.x * b.y - b.x * a.y
        })
        .sum()
}

/// Whether `point` lies inside an odd number of the closed `rings` (the even-odd rule), so that the rings of one or
/// more polygons give the interior without the holes.
///
/// An edge includes its lower end but not its upper one, and a point exactly on an edge counts as right of it, in
/// exact arithmetic. A point on a shared border therefore belongs to exactly one polygon.
pub(crate) fn odd_even<'a>(rings: impl IntoIterator<Item = &'a [Coord]>, point: Coord) -> bool {
    rings.into_iter().fold(false, |inside, ring| {
        let crossed = ring.windows(2).filter(|edge| crosses(edge[0], edge[1], point)).count();
        inside ^ (crossed % 2 == 1)
    })
}

/// Whether the ray from `point` to the east crosses the edge from `a` to `b`.
fn crosses(a: Coord, b: Coord, point: Coord) -> bool {
    if (a.y <= point.y) == (b.y <= point.y) || (a.x <= point.x && b.x <= point.x) {
        return false;
    }
    let (low, high) = if a.y < b.y { (a, b) } else { (b, a) };
    RobustKernel::orient2d(low, high, point) == Orientation::CounterClockwise
}
