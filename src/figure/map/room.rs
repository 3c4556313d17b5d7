//! Room on a map: what is free of the territory, and the corners where a legend, a locator or a scale bar may stand.

use geo::MultiPolygon;

use crate::figure::page::layout::Box2;

use super::frame::Fit;

/// A corner of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corner {
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}

impl Corner {
    /// A box of that size in the corner, at a distance from both edges.
    pub fn seat(self, [width, height]: [f64; 2], map: Box2, inset: f64) -> Box2 {
        let left = matches!(self, Self::TopLeft | Self::BottomLeft);
        let top = matches!(self, Self::TopLeft | Self::TopRight);
        let x = if left { map.x + inset } else { map.x + map.width - inset - width };
        let y = if top { map.y + inset } else { map.y + map.height - inset - height };
        Box2 { x, y, width, height }
    }
}

/// What must not be covered: the outlines on the page of the territory that the map is about.
pub struct Ground {
    rings: Vec<Vec<[f64; 2]>>,
}

impl Ground {
    pub fn new<'a>(shapes: impl IntoIterator<Item = &'a MultiPolygon<f64>>, fit: &Fit) -> Self {
        Self { rings: shapes.into_iter().flat_map(|shape| fit.rings(shape)).collect() }
    }

    /// Whether a box covers nothing of it.
    pub fn leaves_free(&self, room: Box2) -> bool {
        let middle = [room.x + room.width / 2.0, room.y + room.height / 2.0];
        !self.rings.iter().any(|ring| crosses(ring, room)) && !self.holds(middle)
    }

    /// Whether a point is inside: the number of rings' edges to its right is odd.
    fn holds(&self, [x, y]: [f64; 2]) -> bool {
        let edges = |ring: &[[f64; 2]]| {
            let next = ring.iter().cycle().skip(1);
            let right = ring.iter().zip(next).filter(|(a, b)| {
                (a[1] > y) != (b[1] > y) && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
            });
            right.count()
        };
        self.rings.iter().map(|ring| edges(ring)).sum::<usize>() % 2 == 1
    }
}

/// Whether an edge of a ring touches a box.
fn crosses(ring: &[[f64; 2]], room: Box2) -> bool {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).any(|(a, b)| {
        // The part of the edge within the box, by Liang and Barsky, Computer Graphics 3(1), 1984.
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        let sides = [(0, room.x, room.x + room.width), (1, room.y, room.y + room.height)];
        for (axis, low, high) in sides {
            let step = b[axis] - a[axis];
            if step == 0.0 {
                if a[axis] < low || a[axis] > high {
                    return false;
                }
                continue;
            }
            let (t0, t1) = ((low - a[axis]) / step, (high - a[axis]) / step);
            from = from.max(t0.min(t1));
            to = to.min(t0.max(t1));
        }
        from <= to
    })
}

/// The first corner where a box of that size covers neither the ground nor what is `taken`; else the first where it
/// covers at least nothing taken.
pub fn seat(
    size: [f64; 2],
    map: Box2,
    inset: f64,
    order: &[Corner],
    ground: &Ground,
    taken: &[Box2],
) -> Option<Box2> {
    let open = || {
        let seats = order.iter().map(|corner| corner.seat(size, map, inset));
        seats.filter(|room| !taken.iter().any(|other| other.overlaps(room)))
    };
    open().find(|room| ground.leaves_free(*room)).or_else(|| open().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Box2 = Box2 { x: 0.0, y: 0.0, width: 100.0, height: 100.0 };

    fn ground(rings: Vec<Vec<[f64; 2]>>) -> Ground {
        Ground { rings }
    }

    #[test]
    fn a_corner_is_free_where_the_territory_is_not() {
        // A triangle that fills the upper right half.
        let territory = ground(vec![vec![[0.0, 0.0], [100.0, 0.0], [100.0, 100.0]]]);
        let all = [Corner::TopLeft, Corner::TopRight, Corner::BottomRight, Corner::BottomLeft];
        let room = seat([30.0, 30.0], MAP, 2.0, &all, &territory, &[]).expect("a corner");
        assert_eq!(room, Box2 { x: 2.0, y: 68.0, width: 30.0, height: 30.0 });
        // A box that crosses no border is nevertheless inside.
        assert!(!territory.leaves_free(Box2 { x: 80.0, y: 20.0, width: 5.0, height: 5.0 }));
        assert!(!territory.leaves_free(Box2 { x: 40.0, y: 40.0, width: 30.0, height: 5.0 }));
    }

    #[test]
    fn where_no_corner_is_free_nothing_taken_is_covered() {
        let territory = ground(vec![vec![[0.0, 0.0], [100.0, 0.0], [100.0, 100.0], [0.0, 100.0]]]);
        let taken = [Box2 { x: 0.0, y: 0.0, width: 20.0, height: 20.0 }];
        let order = [Corner::TopLeft, Corner::BottomRight];
        let room = seat([10.0, 10.0], MAP, 0.0, &order, &territory, &taken).expect("a corner");
        assert_eq!((room.x, room.y), (90.0, 90.0));
        assert_eq!(seat([10.0, 10.0], MAP, 0.0, &order[..1], &territory, &taken), None);
    }
}
