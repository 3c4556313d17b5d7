//! Bounds, labels and hit-testing.

use atlante::geo::bounds::bounds;
use atlante::geo::hit::{HitIndex, within_polygon};
use atlante::geo::label::label_point;
use geo::{Coord, LineString, MultiPolygon, Polygon, Rect};

use crate::geo_shapes::{grid, polygon, rect, rect_ring, ring};

fn coord(x: f64, y: f64) -> Coord {
    Coord { x, y }
}

fn useless() -> Vec<MultiPolygon> {
    vec![
        MultiPolygon(vec![]),
        polygon(LineString(vec![]), vec![]),
        polygon(ring(&[(1.0, 1.0)]), vec![]),
        polygon(ring(&[(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)]), vec![]),
        polygon(ring(&[(0.0, 0.0), (1.0, f64::NAN), (1.0, 0.0)]), vec![]),
        polygon(ring(&[(0.0, 0.0), (f64::INFINITY, 0.0), (1.0, 1.0)]), vec![]),
    ]
}

#[test]
fn bounds_hold_every_finite_coordinate() {
    let squares = [rect(2.0, 3.0, 1.0, 1.0), rect(-1.0, 0.0, 1.0, 2.0)];
    assert_eq!(bounds(&squares), Some(Rect::new(coord(-1.0, 0.0), coord(3.0, 4.0))));
    assert_eq!(bounds(&useless()[..2]), None);
    assert_eq!(bounds(&[]), None);
}

#[test]
fn the_label_is_at_the_centre_of_the_widest_place() {
    // An L with a wide foot: its centroid is near the corner, its label in the foot.
    let shape = ring(&[(0.0, 0.0), (10.0, 0.0), (10.0, 6.0), (1.0, 6.0), (1.0, 20.0), (0.0, 20.0)]);
    let label = label_point(&polygon(shape, vec![])).unwrap();
    assert!((label.radius - 3.0).abs() < 0.11, "{label:?}");
    assert!((label.at.y - 3.0).abs() < 0.11, "{label:?}");
}

#[test]
fn the_label_keeps_out_of_holes_and_small_parts() {
    let mut shape = polygon(rect_ring(0.0, 0.0, 9.0, 9.0), vec![rect_ring(1.0, 1.0, 7.0, 7.0)]);
    shape.0.extend(rect(20.0, 0.0, 3.0, 3.0));
    let label = label_point(&shape).unwrap();
    assert!((label.radius - 0.5).abs() < 0.1 && label.at.x < 9.0, "{label:?}");
    // Far from the origin, like projected metres.
    let far = label_point(&rect(5e5, 5e6, 2.0, 2.0)).unwrap();
    assert!((far.radius - 1.0).abs() < 0.03, "{far:?}");
}

#[test]
fn slivers_have_a_label_in_no_time() {
    // A search by squares as wide as its height would need a billion of them to begin with.
    let sliver = rect(0.0, 0.0, 1e6, 1e-3);
    // Its bounding rectangle is a square, its width far below the precision of the search.
    let diagonal = ring(&[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (99.99, 0.01)]);
    let tiny = rect(5e5, 5e6, 1e-6, 1e-6);
    for shape in [sliver, polygon(diagonal, vec![]), tiny] {
        let label = label_point(&shape).unwrap();
        assert_eq!(HitIndex::new(&[shape]).locate(label.at), Some(0));
    }
    assert_eq!(label_point(&rect(0.0, 0.0, 1e200, 1e200)), None);
}

#[test]
fn shapes_without_area_have_no_label_and_are_never_hit() {
    let shapes = useless();
    assert!(shapes.iter().all(|shape| label_point(shape).is_none()));
    let index = HitIndex::new(&shapes);
    for (x, y) in [(0.0, 0.0), (0.9, 0.1), (1.0, 1.0), (f64::NAN, 0.0), (f64::INFINITY, 0.5)] {
        assert_eq!(index.locate(coord(x, y)), None);
    }
}

#[test]
fn finds_the_polygon_under_the_pointer() {
    let mut shapes = vec![polygon(rect_ring(0.0, 0.0, 3.0, 3.0), vec![rect_ring(1.0, 1.0, 1.0, 1.0)])];
    let index = HitIndex::new(&shapes);
    assert_eq!(index.locate(coord(0.5, 0.5)), Some(0));
    assert_eq!(index.locate(coord(1.5, 1.5)), None);
    assert_eq!(index.locate(coord(3.5, 1.5)), None);
    shapes.push(rect(1.0, 1.0, 1.0, 1.0));
    assert_eq!(HitIndex::new(&shapes).locate(coord(1.5, 1.5)), Some(1));
}

#[test]
fn a_point_on_a_slanting_border_belongs_to_one_side() {
    // 0.1 × 3 and the like are not exact: only an exact predicate assigns each point to exactly one triangle.
    let (a, b, c, d) = ((0.1, 0.1), (1.3, 0.7), (0.1, 0.7), (1.3, 0.1));
    let halves = [polygon(ring(&[a, b, c]), vec![]), polygon(ring(&[a, d, b]), vec![])];
    for i in 1..1000 {
        let t = f64::from(i) / 1000.0;
        let at = coord(0.1 + 1.2 * t, 0.1 + 0.6 * t);
        let holders =
            halves.iter().filter(|half| HitIndex::new(std::slice::from_ref(half)).locate(at).is_some());
        assert_eq!(holders.count(), 1, "{at:?}");
    }
}

#[test]
fn selects_by_label_point() {
    let labels = || grid(3, 3).iter().map(label_point).collect::<Vec<_>>();
    let drawn = Rect::new(coord(0.2, 0.2), coord(1.9, 0.9)).to_polygon();
    assert_eq!(within_polygon(labels(), &drawn), [0, 1]);
    let lasso = Polygon::new(ring(&[(0.0, 0.0), (3.0, 0.0), (0.0, 2.9)]), vec![]);
    assert_eq!(within_polygon(labels(), &lasso), [0, 1, 3]);
    let broken = Polygon::new(ring(&[(0.0, 0.0), (f64::NAN, 0.0), (0.0, 3.0)]), vec![]);
    assert!(within_polygon(labels(), &broken).is_empty());
    assert!(within_polygon(labels(), &Polygon::new(LineString(vec![]), vec![])).is_empty());
}
