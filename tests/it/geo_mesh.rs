//! Triangles and strokes.

use atlante::geo::mesh::{Mesh, Stroke, polyline, triangulate};
use geo::{Coord, LineString, MultiPolygon};

use crate::geo_shapes::{polygon, rect, rect_ring, ring};

const ORIGIN: Coord = Coord { x: 0.0, y: 0.0 };

fn area(mesh: &Mesh) -> f32 {
    let corner = |i: u32| mesh.vertices[i as usize];
    mesh.triangles
        .chunks(3)
        .map(|t| {
            let ([ax, ay], [bx, by], [cx, cy]) = (corner(t[0]), corner(t[1]), corner(t[2]));
            ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)).abs() / 2.0
        })
        .sum()
}

fn line(points: &[(f64, f64)]) -> Vec<Coord> {
    points.iter().map(|&(x, y)| Coord { x, y }).collect()
}

#[test]
fn triangles_cover_the_polygon_and_not_its_holes() {
    let mut shape = polygon(rect_ring(0.0, 0.0, 3.0, 3.0), vec![rect_ring(1.0, 1.0, 1.0, 1.0)]);
    shape.0.extend(rect(5.0, 0.0, 2.0, 1.0));
    let mesh = triangulate(&shape, ORIGIN);
    assert_eq!(area(&mesh), 10.0);
    assert_eq!(mesh.vertices.len(), 12);
    assert_eq!(mesh.triangles.len(), 3 * (8 + 2));
}

#[test]
fn positions_are_exact_beside_the_origin() {
    let origin = Coord { x: 514815.25, y: 5034544.5 };
    let mesh = triangulate(&rect(origin.x, origin.y, 0.5, 0.5), origin);
    assert_eq!(mesh.vertices[2], [0.5, 0.5]);
}

#[test]
fn meshes_and_strokes_add_up() {
    let (a, b) = (rect(0.0, 0.0, 1.0, 1.0), rect(2.0, 0.0, 1.0, 2.0));
    let mut mesh = triangulate(&a, ORIGIN);
    mesh.add(&b, ORIGIN);
    assert_eq!(area(&mesh), 3.0);

    let mut stroke = polyline(&line(&[(0.0, 0.0), (1.0, 0.0)]), ORIGIN);
    stroke.add(&line(&[(0.0, 5.0), (1.0, 5.0)]), ORIGIN);
    assert_eq!(stroke.triangles, [0, 1, 2, 2, 1, 3, 4, 5, 6, 6, 5, 7]);
}

#[test]
fn degenerate_polygons_have_no_triangles() {
    let two = ring(&[(0.2, 0.2), (0.3, 0.3)]);
    for shape in [
        MultiPolygon(vec![]),
        polygon(LineString(vec![]), vec![]),
        polygon(two.clone(), vec![]),
        polygon(ring(&[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)]), vec![]),
        polygon(ring(&[(0.0, 0.0), (f64::NAN, 0.0), (1.0, 1.0)]), vec![]),
    ] {
        assert_eq!(triangulate(&shape, ORIGIN), Mesh::default());
    }
    let shape = polygon(rect_ring(0.0, 0.0, 1.0, 1.0), vec![two, LineString(vec![])]);
    assert_eq!(area(&triangulate(&shape, ORIGIN)), 1.0);
}

#[test]
fn a_stroke_is_mitred_inside_and_butt_at_its_ends() {
    let stroke = polyline(&line(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]), ORIGIN);
    let left: Vec<_> = stroke.vertices.iter().step_by(2).map(|vertex| vertex.normal).collect();
    assert_eq!(left[0], [0.0, 1.0]);
    assert_eq!(left[2], [-1.0, 0.0]);
    assert!((left[1][0] + 1.0).abs() < 1e-6 && (left[1][1] - 1.0).abs() < 1e-6);
    for pair in stroke.vertices.chunks(2) {
        assert_eq!(pair[0].at, pair[1].at);
        assert_eq!(pair[0].normal, pair[1].normal.map(|ordinate| -ordinate));
    }
}

#[test]
fn a_closed_stroke_joins_where_it_closes() {
    let square = rect_ring(0.0, 0.0, 1.0, 1.0);
    let stroke = polyline(&square.0, ORIGIN);
    assert_eq!(stroke.vertices.len(), 10);
    assert_eq!(stroke.triangles.len(), 4 * 6);
    assert_eq!(stroke.vertices[0], stroke.vertices[8]);
    assert!((stroke.vertices[0].normal[0] - 1.0).abs() < 1e-6);
}

#[test]
fn sharp_corners_are_limited() {
    let limit = Stroke::MITER_LIMIT as f32 + 1e-6;
    for end in [(0.0, 0.1), (0.0, 0.0), (0.0, -1e-9), (20.0, 0.0)] {
        let stroke = polyline(&line(&[(0.0, 0.0), (10.0, 0.0), end]), ORIGIN);
        for vertex in &stroke.vertices {
            let [x, y] = vertex.normal;
            assert!(x.hypot(y) <= limit && x.hypot(y) > 0.99, "{end:?}: {vertex:?}");
        }
    }
}

#[test]
fn degenerate_lines_have_no_stroke() {
    for points in [&[][..], &[(1.0, 1.0)], &[(1.0, 1.0); 5], &[(f64::NAN, 0.0), (1.0, 1.0)]] {
        assert_eq!(polyline(&line(points), ORIGIN), Stroke::default());
    }
    let repeated = polyline(&line(&[(0.0, 0.0), (0.0, 0.0), (1.0, 0.0)]), ORIGIN);
    assert_eq!(repeated.vertices.len(), 4);
}
