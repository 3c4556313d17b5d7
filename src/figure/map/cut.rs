//! Clips what lies outside the map: it costs bytes in a file, and a renderer that clips shapes to the map allocates a
//! layer as large as the shapes.

use crate::figure::page::layout::Box2;

/// The part of closed rings inside a box. Where a ring leaves the box, the result runs along its edge, so the box
/// should be larger than the visible area by the width of a line. O(points).
///
/// I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", *CACM* 17(1), 1974: one edge of the box after
/// the other. The pieces of a ring that is cut apart stay joined along the edge, without area.
pub fn rings(rings: Vec<Vec<[f64; 2]>>, to: Box2) -> Vec<Vec<[f64; 2]>> {
    let edges =
        [(0, to.x, 1.0), (0, -(to.x + to.width), -1.0), (1, to.y, 1.0), (1, -(to.y + to.height), -1.0)];
    let cut = |ring: Vec<[f64; 2]>| edges.into_iter().fold(ring, half_plane);
    rings.into_iter().map(cut).filter(|ring| ring.len() > 2).collect()
}

/// The part of a ring where `sign * point[axis] >= least`.
fn half_plane(ring: Vec<[f64; 2]>, (axis, least, sign): (usize, f64, f64)) -> Vec<[f64; 2]> {
    let depth = |point: &[f64; 2]| sign * point[axis] - least;
    if ring.iter().all(|point| depth(point) >= 0.0) {
        return ring;
    }
    let mut inside = Vec::new();
    let mut before = ring.last().copied().unwrap_or_default();
    for point in ring {
        let (d0, d1) = (depth(&before), depth(&point));
        if (d0 < 0.0) != (d1 < 0.0) {
            let t = d0 / (d0 - d1);
            inside.push([0, 1].map(|i| before[i] + t * (point[i] - before[i])));
        }
        if d1 >= 0.0 {
            inside.push(point);
        }
        before = point;
    }
    inside
}

/// An open line without the stretches that cannot reach a box. Segments are not cut. O(points).
pub fn line(line: &[[f64; 2]], to: Box2) -> Vec<Vec<[f64; 2]>> {
    let reaches = |a: [f64; 2], b: [f64; 2]| {
        a[0].max(b[0]) >= to.x
            && a[0].min(b[0]) <= to.x + to.width
            && a[1].max(b[1]) >= to.y
            && a[1].min(b[1]) <= to.y + to.height
    };
    line.chunk_by(|a, b| reaches(*a, *b)).filter(|piece| piece.len() > 1).map(<[_]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Box2 = Box2 { x: 0.0, y: 0.0, width: 10.0, height: 10.0 };

    fn area(rings: &[Vec<[f64; 2]>]) -> f64 {
        let cross = |ring: &Vec<[f64; 2]>| -> f64 {
            (0..ring.len())
                .map(|i| {
                    let ([x0, y0], [x1, y1]) = (ring[i], ring[(i + 1) % ring.len()]);
                    (x0 * y1 - x1 * y0) / 2.0
                })
                .sum()
        };
        rings.iter().map(cross).sum()
    }

    #[test]
    fn a_ring_is_cut_at_the_edges_and_nowhere_else() {
        let inside = vec![vec![[1.0, 1.0], [9.0, 1.0], [5.0, 10.0]]];
        assert_eq!(rings(inside.clone(), BOX), inside);
        let over_a_corner = vec![vec![[5.0, 5.0], [25.0, 5.0], [25.0, 25.0], [5.0, 25.0]]];
        assert_eq!(area(&rings(over_a_corner, BOX)), 25.0);
        let around = vec![vec![[-5.0, -5.0], [25.0, -5.0], [25.0, 25.0], [-5.0, 25.0]]];
        assert_eq!(area(&rings(around, BOX)), 100.0);
        // A U of which only the arms reach into the box: two pieces, joined along its edge.
        let comb = vec![vec![
            [2.0, 5.0],
            [4.0, 5.0],
            [4.0, 12.0],
            [6.0, 12.0],
            [6.0, 5.0],
            [8.0, 5.0],
            [8.0, 20.0],
            [2.0, 20.0],
        ]];
        assert_eq!(area(&rings(comb, BOX)), 20.0);
        assert!(rings(vec![vec![[11.0, 1.0], [12.0, 1.0], [12.0, 2.0]]], BOX).is_empty());
    }

    #[test]
    fn a_line_loses_only_what_cannot_be_seen() {
        let out_and_in = [[5.0, 5.0], [15.0, 5.0], [20.0, 5.0], [20.0, 8.0], [15.0, 8.0], [5.0, 8.0]];
        let pieces = line(&out_and_in, BOX);
        assert_eq!(pieces, [vec![[5.0, 5.0], [15.0, 5.0]], vec![[15.0, 8.0], [5.0, 8.0]]]);
        // Both ends are outside, the middle is inside.
        assert_eq!(line(&[[-1.0, 5.0], [11.0, 5.0]], BOX).len(), 1);
    }
}
