//! The pole of inaccessibility: the point of a polygon farthest from its border.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::f64::consts::SQRT_2;

use geo::{Centroid, Coord, Polygon, Rect};

use super::ring::rings;

/// A point of the polygon at most `precision` less deep inside than its pole; `around` is the rectangle around the
/// polygon. `None` where there is nothing to search.
///
/// By the quadtree search of polylabel (Agafonkin 2016, <https://github.com/mapbox/polylabel>), which starts from a
/// row of squares as wide as the shorter side of the rectangle. Most squares prove useless after a few edges, and only
/// the nearest edge needs a root, which makes this several times faster than the crate of that name.
pub(super) fn pole(polygon: &Polygon, around: Rect, precision: f64) -> Option<Coord> {
    let edges = edges(polygon);
    let side = around.width().min(around.height());
    let guess = |at: Coord| Square { at, half: 0.0, depth: depth(&edges, at, 0.0).unwrap_or(-side) };
    let (centroid, centre) = (guess(polygon.centroid()?.0), guess(around.center()));
    let mut best = if centre.depth > centroid.depth { centre } else { centroid };

    let mut squares = BinaryHeap::new();
    // A square is worth a look if its centre, or any point in it, could be better.
    let add = |squares: &mut BinaryHeap<Square>, at: Coord, half: f64, best: f64| {
        let useful = best + (precision - half * SQRT_2).min(0.0);
        squares.extend(depth(&edges, at, useful).map(|depth| Square { at, half, depth }));
    };
    let count = |length: f64| (length / side).ceil() as usize;
    for x in 0..count(around.width()) {
        for y in 0..count(around.height()) {
            let corner = Coord { x: x as f64, y: y as f64 } * side;
            let middle = Coord { x: side, y: side } / 2.0;
            add(&mut squares, around.min() + corner + middle, side / 2.0, best.depth);
        }
    }
    while let Some(square) = squares.pop() {
        if square.depth > best.depth {
            best = square;
        }
        if square.most() - best.depth > precision {
            let half = square.half / 2.0;
            for (x, y) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
                add(&mut squares, square.at + Coord { x, y }, half, best.depth);
            }
        }
    }
    Some(best.at)
}

/// A square to search.
#[derive(Clone, Copy, Debug)]
struct Square {
    /// Its centre.
    at: Coord,
    /// Half its side.
    half: f64,
    /// How deep inside the polygon the centre is; negative outside.
    depth: f64,
}

impl Square {
    /// No point in it is deeper.
    fn most(&self) -> f64 {
        self.depth + self.half * SQRT_2
    }
}

impl Ord for Square {
    fn cmp(&self, other: &Self) -> Ordering {
        self.most().total_cmp(&other.most())
    }
}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Square {}

/// An edge of the border.
struct Edge {
    from: Coord,
    along: Coord,
    /// The square of its length.
    square: f64,
}

fn edges(polygon: &Polygon) -> Vec<Edge> {
    let lines = rings(polygon).flat_map(|ring| ring.lines());
    let edge = |line: geo::Line| {
        let along = line.end - line.start;
        Edge { from: line.start, along, square: along.x * along.x + along.y * along.y }
    };
    lines.map(edge).filter(|edge| edge.square > 0.0).collect()
}

/// How far a point is from the border, negative outside; `None` if that is less than `useful`.
fn depth(edges: &[Edge], at: Coord, useful: f64) -> Option<f64> {
    let enough = if useful > 0.0 { useful * useful } else { 0.0 };
    let (mut inside, mut least) = (false, f64::INFINITY);
    for Edge { from, along, square } in edges {
        let to_start = *from - at;
        let crosses = (to_start.y > 0.0) != (to_start.y + along.y > 0.0);
        if crosses && to_start.x - to_start.y * along.x / along.y > 0.0 {
            inside = !inside;
        }
        let share = -(to_start.x * along.x + to_start.y * along.y) / square;
        let nearest = to_start + *along * share.clamp(0.0, 1.0);
        least = least.min(nearest.x * nearest.x + nearest.y * nearest.y);
        if least < enough {
            return None;
        }
    }
    Some(if inside { least.sqrt() } else { -least.sqrt() })
}

#[cfg(test)]
mod tests {
    use geo::{BoundingRect, polygon};

    use super::*;

    /// The example of the crate polylabel, with its result.
    #[test]
    fn of_an_l_it_is_in_the_corner() {
        let shape = polygon![
            (x: 0.0, y: 0.0), (x: 4.0, y: 0.0), (x: 4.0, y: 1.0),
            (x: 1.0, y: 1.0), (x: 1.0, y: 4.0), (x: 0.0, y: 4.0),
        ];
        let around = shape.bounding_rect().unwrap();
        assert_eq!(pole(&shape, around, 0.1), Some(Coord { x: 0.5625, y: 0.5625 }));
    }
}
