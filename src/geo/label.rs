//! Where to write the name of a polygon.

use std::f64::consts::PI;

use geo::{Coord, CoordsIter, Distance, Euclidean, InteriorPoint, MapCoords, MultiPolygon, Point, Polygon};

use super::bounds::around;
use super::pole::pole;
use super::ring::{double_signed_area, is_finite, odd_even, rings};

/// The point of a polygon farthest from its border.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelPoint {
    /// The point, inside the polygon.
    pub at: Coord,
    /// Its distance from the nearest border: a disc of this radius fits inside.
    pub radius: f64,
}

/// How far from the optimum the search may stop, as a fraction of the shorter side of the bounding rectangle.
const PRECISION: f64 = 0.01;
/// Bounding rectangles longer than this many times their width are not searched, because the search starts from a row
/// of squares as wide as the shorter side.
const MAX_ASPECT: f64 = 1000.0;

/// The pole of inaccessibility of the largest part of a polygon, within one hundredth of the smaller side of its
/// bounding rectangle; `None` when there is no part with an area and finite coordinates.
///
/// A part so thin that the search misses it gets the middle of a cross-section.
pub fn label_point(polygon: &MultiPolygon) -> Option<LabelPoint> {
    let usable = |part: &&Polygon| part.coords_iter().all(is_finite);
    let largest = polygon
        .iter()
        .filter(usable)
        .map(|part| (area(part), part))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|&(area, _)| area > 0.0 && area.is_finite())?
        .1;
    // The search works near the origin, because coordinates in projected metres would cost it digits.
    let origin = around(largest.exterior().coords().copied())?.center();
    let local = largest.map_coords(|coord| coord - origin);
    let inside =
        |point: &Point| is_finite(point.0) && odd_even(rings(&local).map(|ring| ring.0.as_slice()), point.0);
    let point = searched(&local).filter(inside).or_else(|| local.interior_point().filter(inside))?;
    Some(LabelPoint { at: point.0 + origin, radius: distance_to_border(&local, point) })
}

/// An upper bound on the radius of any disc inside one part of the polygon. Much cheaper than finding the largest
/// disc; infinite where a coordinate is not finite.
pub fn most_radius(polygon: &MultiPolygon) -> f64 {
    let of = |part: &Polygon| {
        let rect = around(part.exterior().coords().copied());
        let half = rect.map_or(0.0, |rect| rect.width().min(rect.height()) / 2.0);
        half.min((double_signed_area(&part.exterior().0).abs() / 2.0 / PI).sqrt())
    };
    polygon.iter().map(of).fold(0.0, f64::max)
}

fn searched(part: &Polygon) -> Option<Point> {
    let rect = around(part.exterior().coords().copied())?;
    let (short, long) = (rect.width().min(rect.height()), rect.width().max(rect.height()));
    let searchable = short > 0.0 && long <= short * MAX_ASPECT;
    searchable.then(|| pole(part, rect, PRECISION * short).map(Point::from))?
}

fn area(part: &Polygon) -> f64 {
    let of = |ring: &geo::LineString| double_signed_area(&ring.0).abs() / 2.0;
    of(part.exterior()) - part.interiors().iter().map(of).sum::<f64>()
}

fn distance_to_border(part: &Polygon, point: Point) -> f64 {
    rings(part)
        .flat_map(|ring| ring.lines())
        .map(|edge| Euclidean.distance(&point, &edge))
        .fold(f64::INFINITY, f64::min)
}
