//! Which polygon is under the pointer, in a rectangle, in a lasso.

use geo::{Coord, MultiPolygon, Polygon, Rect};

use super::bounds::bounds;
use super::label::{LabelPoint, label_point};
use super::ring::{is_finite, odd_even, rings};

/// Polygons prepared for hit-testing, with their label points.
///
/// A query compares every bounding rectangle before looking at any border. With a few thousand
/// polygons that is microseconds, so there is no tree.
#[derive(Debug, Clone)]
pub struct HitIndex {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    /// `None` for a polygon that cannot be hit.
    rect: Option<Rect>,
    rings: Vec<Vec<Coord>>,
    label: Option<LabelPoint>,
}

impl HitIndex {
    /// Copies the rings of `polygons` and finds their label points, the dear part: see
    /// [`label_point`].
    ///
    /// Rings with a coordinate that is not finite are left out.
    pub fn new(polygons: &[MultiPolygon]) -> Self {
        let entry = |polygon: &MultiPolygon| Entry {
            rect: bounds([polygon]),
            rings: polygon
                .iter()
                .flat_map(rings)
                .filter(|ring| ring.coords().copied().all(is_finite))
                .map(|ring| ring.0.clone())
                .collect(),
            label: label_point(polygon),
        };
        Self { entries: polygons.iter().map(entry).collect() }
    }

    /// The polygon that contains `point`, outside its holes; the first one if they overlap.
    ///
    /// Exact, with no tolerance. A point on a border shared by two polygons belongs to exactly one
    /// of them. O(number of polygons), plus the points of those whose bounding rectangle contains
    /// the point.
    pub fn locate(&self, point: Coord) -> Option<usize> {
        self.entries.iter().position(|entry| {
            entry.rect.is_some_and(|rect| holds(rect, point))
                && odd_even(entry.rings.iter().map(Vec::as_slice), point)
        })
    }

    /// The polygons whose label point lies in `rect`, its edges included, in increasing order.
    pub fn within_rect(&self, rect: Rect) -> Vec<usize> {
        self.labelled(|at| holds(rect, at))
    }

    /// The polygons whose label point lies in `lasso`, in increasing order. A lasso that crosses
    /// itself is read by the even-odd rule; one that is not finite holds nothing.
    pub fn within_polygon(&self, lasso: &Polygon) -> Vec<usize> {
        if !rings(lasso).flatten().copied().all(is_finite) {
            return Vec::new();
        }
        self.labelled(|at| odd_even(rings(lasso).map(|ring| ring.0.as_slice()), at))
    }

    /// The label point of polygon `i`.
    pub fn label(&self, i: usize) -> Option<LabelPoint> {
        self.entries.get(i)?.label
    }

    fn labelled(&self, holds: impl Fn(Coord) -> bool) -> Vec<usize> {
        let held = |entry: &Entry| entry.label.is_some_and(|label| holds(label.at));
        (0..self.entries.len()).filter(|&i| held(&self.entries[i])).collect()
    }
}

fn holds(rect: Rect, point: Coord) -> bool {
    (rect.min().x..=rect.max().x).contains(&point.x) && (rect.min().y..=rect.max().y).contains(&point.y)
}
