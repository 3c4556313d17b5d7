//! Which polygon is under the pointer, and which are in a lasso.

use geo::{Coord, MultiPolygon, Polygon, Rect};

use super::bounds::bounds;
use super::label::LabelPoint;
use super::ring::{is_finite, odd_even, rings};

/// Polygons prepared for hit-testing.
///
/// A query compares every bounding rectangle before looking at any border. With a few thousand polygons that takes
/// microseconds, so no tree is needed.
#[derive(Debug, Clone)]
pub struct HitIndex {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    /// `None` for a polygon that cannot be hit.
    rect: Option<Rect>,
    rings: Vec<Vec<Coord>>,
}

impl HitIndex {
    /// Copies the rings of `polygons`.
    ///
    /// Rings with a non-finite coordinate are left out.
    pub fn new(polygons: &[MultiPolygon]) -> Self {
        let entry = |polygon: &MultiPolygon| Entry {
            rect: bounds([polygon]),
            rings: polygon
                .iter()
                .flat_map(rings)
                .filter(|ring| ring.coords().copied().all(is_finite))
                .map(|ring| ring.0.clone())
                .collect(),
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
}

/// Which of these label points lie in `lasso`, in ascending order. A lasso that crosses itself follows the even-odd
/// rule; one with a non-finite coordinate contains nothing.
pub fn within_polygon(labels: impl IntoIterator<Item = Option<LabelPoint>>, lasso: &Polygon) -> Vec<usize> {
    if !rings(lasso).flatten().copied().all(is_finite) {
        return Vec::new();
    }
    let held = |label: LabelPoint| odd_even(rings(lasso).map(|ring| ring.0.as_slice()), label.at);
    let within = labels.into_iter().enumerate().filter(|(_, label)| label.is_some_and(held));
    within.map(|(i, _)| i).collect()
}

fn holds(rect: Rect, point: Coord) -> bool {
    (rect.min().x..=rect.max().x).contains(&point.x) && (rect.min().y..=rect.max().y).contains(&point.y)
}
