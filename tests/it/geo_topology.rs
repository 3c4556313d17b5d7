//! Topology on shapes small enough to check by eye.

use atlante::geo::topology::Topology;
use geo::{Area, Coord, LineString, MultiPolygon};

use crate::geo_shapes::{cycle, cycles, grid, polygon, rect, rect_ring, ring};

fn points(topology: &Topology) -> usize {
    let arcs = topology.arcs().iter();
    arcs.map(|arc| topology.points(arc).len()).sum()
}

/// Two squares with a wavy border between them.
fn wavy() -> Vec<MultiPolygon> {
    let wave = [(5.0, 0.0), (5.2, 2.0), (4.9, 4.0), (5.1, 6.0), (6.0, 8.0), (5.0, 10.0)];
    let west: Vec<_> = [(0.0, 0.0)].into_iter().chain(wave).chain([(0.0, 10.0)]).collect();
    let east: Vec<_> =
        [(10.0, 10.0)].into_iter().chain(wave.into_iter().rev()).chain([(10.0, 0.0)]).collect();
    vec![polygon(ring(&west), vec![]), polygon(ring(&east), vec![])]
}

#[test]
fn four_squares_are_all_queen_neighbours() {
    let topology = Topology::build(&grid(2, 2));

    assert_eq!(topology.len(), 4);
    assert_eq!(topology.neighbours().pair_count(), 6);
    assert_eq!(topology.neighbours().of(0), [1, 2, 3]);
    let rook = topology.rook_neighbours();
    assert_eq!(rook.pairs().collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 3), (2, 3)]);
    // Four spokes from the centre and four outer corners.
    assert_eq!(topology.arcs().len(), 8);
    let inner = topology.arcs().iter().filter(|arc| arc.left.is_some() && arc.right.is_some());
    assert_eq!(inner.count(), 4);
}

#[test]
fn polygons_come_back_as_they_were() {
    let mut clockwise = rect_ring(2.0, 0.0, 1.0, 1.0);
    clockwise.0.reverse();
    let mut input = grid(2, 2);
    input.push(polygon(clockwise, vec![]));
    let topology = Topology::build(&input);

    for (i, polygon) in input.iter().enumerate() {
        assert_eq!(cycles(&topology.polygon(i)), cycles(polygon));
    }
    assert!(topology.polygon(99).0.is_empty());
}

#[test]
fn sides_do_not_depend_on_the_direction_of_rings() {
    let mut clockwise = rect_ring(1.0, 0.0, 1.0, 1.0);
    clockwise.0.reverse();
    let topology = Topology::build(&[rect(0.0, 0.0, 1.0, 1.0), polygon(clockwise, vec![])]);

    let shared = topology.arcs().iter().find(|arc| arc.left.is_some() && arc.right.is_some());
    let shared = shared.expect("the two squares share a border");
    let north = topology.points(shared)[0].y < topology.points(shared)[1].y;
    let sides = if north { (Some(0), Some(1)) } else { (Some(1), Some(0)) };
    assert_eq!((shared.left, shared.right), sides);
}

#[test]
fn a_hole_and_what_fills_it_share_one_closed_arc() {
    let hole = rect_ring(1.0, 1.0, 1.0, 1.0);
    // The same ring from another starting point, in the other direction.
    let enclave = ring(&[(2.0, 2.0), (2.0, 1.0), (1.0, 1.0), (1.0, 2.0)]);
    let input = [polygon(rect_ring(0.0, 0.0, 3.0, 3.0), vec![hole]), polygon(enclave, vec![])];
    let topology = Topology::build(&input);

    assert_eq!(topology.arcs().len(), 2);
    assert_eq!(topology.neighbours().of(1), [0]);
    let merged = topology.dissolve(&[Some(7), Some(7)]);
    assert_eq!(merged[0].0, 7);
    assert_eq!(cycles(&merged[0].1), cycles(&rect(0.0, 0.0, 3.0, 3.0)));
    let apart = topology.dissolve(&[Some(0), Some(1)]);
    assert_eq!(apart[0].1.unsigned_area(), 8.0);
    assert_eq!(apart[1].1.signed_area(), 1.0);
    // An enclave without a group leaves a hole.
    let around = topology.dissolve(&[Some(0)]);
    assert_eq!(around[0].1.0[0].interiors().len(), 1);
}

#[test]
fn an_exclave_belongs_to_its_group() {
    let mut squares = grid(4, 1);
    let exclave = squares.pop().into_iter().flatten();
    squares[0].0.extend(exclave);
    // Square 0 is at both ends of the row 0 1 2 0.
    let topology = Topology::build(&squares);

    assert_eq!(topology.neighbours().pairs().collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2)]);
    let groups = topology.dissolve(&[Some(0), Some(1), Some(1)]);
    assert_eq!(groups[0].1.0.len(), 2);
    assert_eq!(cycle(groups[1].1.0[0].exterior()).len(), 6);
    let joined = topology.dissolve(&[Some(0), Some(1), Some(0)]);
    assert_eq!(joined[0].1.0.len(), 2);
    // The larger part first.
    assert_eq!(joined[0].1.0[0].unsigned_area(), 2.0);
}

#[test]
fn a_vertex_on_an_edge_of_a_neighbour_loses_no_border() {
    // The two squares on the right meet at (1, 1), which is not a vertex of the tall rectangle on the left.
    let input = [rect(0.0, 0.0, 1.0, 2.0), rect(1.0, 0.0, 1.0, 1.0), rect(1.0, 1.0, 1.0, 1.0)];
    let topology = Topology::build(&input);

    assert_eq!(topology.neighbours().pair_count(), 3);
    let lengths = |lines: Vec<LineString>| -> f64 {
        let edges = lines.iter().flat_map(|line| line.lines().collect::<Vec<_>>());
        edges.map(|edge| edge.dx().hypot(edge.dy())).sum()
    };
    // The outer boundary, the border between the squares, and the common one from both sides.
    let borders = topology.borders(&[Some(0), Some(1), Some(2)]);
    assert_eq!(lengths(borders), 8.0 + 1.0 + 2.0 * 2.0);
    let merged = topology.dissolve(&[Some(0), Some(0), Some(0)]);
    assert_eq!(merged[0].1.unsigned_area(), 4.0);
    // The two stretches of the common border are different arcs, so the border stays.
    assert_eq!(merged[0].1.0.len(), 2);
}

#[test]
fn squares_that_touch_in_a_corner_stay_two_parts() {
    let topology = Topology::build(&grid(2, 2));
    let diagonal = topology.dissolve(&[Some(0), None, None, Some(0)]);

    assert_eq!(diagonal[0].1.0.len(), 2);
    assert!(diagonal[0].1.iter().all(|part| part.exterior().0.len() == 5));
}

#[test]
fn a_hole_that_touches_the_outline_is_still_a_hole() {
    // All of a 3 × 3 grid except the centre and, diagonally from it, a corner.
    let group: Vec<_> = (0..9).map(|i| (i != 4 && i != 8).then_some(1)).collect();
    let merged = Topology::build(&grid(3, 3)).dissolve(&group);

    let part = &merged[0].1.0[0];
    assert_eq!(merged[0].1.0.len(), 1);
    assert_eq!(part.unsigned_area(), 7.0);
    assert_eq!(part.interiors().len(), 1);
    assert_eq!(cycle(&part.interiors()[0]), [(1.0, 1.0), (1.0, 2.0), (2.0, 2.0), (2.0, 1.0)]);
}

#[test]
fn borders_run_from_junction_to_junction() {
    let topology = Topology::build(&grid(4, 2));
    // West and east halves: one inner line through a former node, and two halves of the outer boundary.
    let halves: Vec<_> = (0..8).map(|i| Some(u32::from(i % 4 >= 2))).collect();
    let lines = topology.borders(&halves);
    assert_eq!(lines.len(), 3);
    let inner = LineString::from(vec![(2.0, 0.0), (2.0, 1.0), (2.0, 2.0)]);
    let mut reversed = inner.clone();
    reversed.0.reverse();
    assert!(lines.contains(&inner) || lines.contains(&reversed));
    // One group: the closed outer boundary. No group: nothing.
    let one = topology.borders(&[Some(0); 8]);
    assert_eq!(one.len(), 1);
    assert!(one[0].is_closed());
    assert!(topology.borders(&[None; 8]).is_empty());
    assert!(topology.borders(&[]).is_empty());
}

#[test]
fn simplifying_keeps_borders_shared() {
    let topology = Topology::build(&wavy());
    let coarse = topology.simplified(0.7);

    assert_eq!(coarse.neighbours(), topology.neighbours());
    assert!(points(&coarse) < points(&topology));
    let shared = coarse.arcs().iter().find(|arc| arc.left.is_some() && arc.right.is_some());
    // Only the bulge of one unit is above the tolerance.
    let kept = coarse.points(shared.expect("a shared border"));
    assert_eq!(kept.len(), 3);
    assert!(kept.contains(&Coord { x: 6.0, y: 8.0 }));
    for side in 0..2 {
        let outline = coarse.polygon(side);
        assert!(kept.iter().all(|point| outline.0[0].exterior().0.contains(point)));
    }
    assert_eq!(coarse.polygon(0).unsigned_area() + coarse.polygon(1).unsigned_area(), 100.0);
}

#[test]
fn simplifying_never_erases_a_polygon() {
    // A disc, and another one in two halves, whose rings have two arcs each.
    let arc = |from: f64, to: f64, x: f64| -> Vec<(f64, f64)> {
        let angles = (0..=20).map(|i| from + (to - from) * f64::from(i) / 20.0);
        angles.map(|angle| (x + angle.cos(), angle.sin())).collect()
    };
    let turn = std::f64::consts::TAU;
    let chord = [(9.0, 0.0), (11.0, 0.0)];
    let upper = [&arc(0.1, turn / 2.0 - 0.1, 10.0)[..], &chord].concat();
    let lower = [&arc(turn / 2.0 + 0.1, turn - 0.1, 10.0)[..], &[chord[1], chord[0]]].concat();
    let input = [arc(0.0, turn * 0.99, 0.0), upper, lower];
    let input = input.map(|points| polygon(ring(&points), vec![]));
    let topology = Topology::build(&input);

    for tolerance in [0.0, 0.01, 0.1, 1.0, 1e9, f64::INFINITY] {
        let coarse = topology.simplified(tolerance);
        for i in 0..3 {
            assert!(coarse.polygon(i).signed_area() > 0.0, "polygon {i} at {tolerance}");
        }
    }
    assert_eq!(topology.simplified(1e9).polygon(0).0[0].exterior().0.len(), 4);
    assert_eq!(points(&topology.simplified(f64::NAN)), points(&topology));
    assert_eq!(points(&topology.simplified(-1.0)), points(&topology));
}

#[test]
fn overlapping_polygons_keep_their_outlines() {
    let input = [rect(0.0, 0.0, 2.0, 2.0), rect(0.0, 0.0, 2.0, 2.0), rect(1.0, 0.0, 1.0, 1.0)];
    let topology = Topology::build(&input);

    assert_eq!(topology.neighbours().pair_count(), 3);
    let outlines = topology.dissolve(&[Some(0), Some(1), Some(2)]);
    let areas: Vec<_> = outlines.iter().map(|outline| outline.1.signed_area()).collect();
    assert_eq!(areas, [4.0, 4.0, 1.0]);
}

#[test]
fn degenerate_input_is_skipped() {
    let nan = f64::NAN;
    let input = [
        MultiPolygon(vec![]),
        polygon(LineString(vec![]), vec![]),
        polygon(ring(&[(0.0, 0.0)]), vec![]),
        polygon(ring(&[(0.0, 0.0), (1.0, 1.0)]), vec![]),
        polygon(ring(&[(0.0, 0.0); 9]), vec![]),
        polygon(ring(&[(0.0, 0.0), (nan, 1.0), (1.0, 0.0), (1.0, 1.0)]), vec![]),
        polygon(ring(&[(0.0, 0.0), (f64::INFINITY, 1.0), (1.0, 0.0)]), vec![]),
        // Repeated points, negative zeros, and a hole of two points: still a valid square.
        polygon(
            ring(&[(-0.0, 0.0), (0.0, -0.0), (1.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]),
            vec![ring(&[(0.2, 0.2), (0.3, 0.3)])],
        ),
        rect(1.0, 0.0, 1.0, 1.0),
    ];
    let topology = Topology::build(&input);

    assert_eq!(topology.len(), 9);
    assert!((0..7).all(|i| topology.polygon(i).0.is_empty() && topology.neighbours().of(i).is_empty()));
    assert_eq!(cycles(&topology.polygon(7)), cycles(&rect(0.0, 0.0, 1.0, 1.0)));
    assert_eq!(topology.neighbours().of(7), [8]);
    assert_eq!(topology.dissolve(&[Some(3); 9])[0].1.unsigned_area(), 2.0);
    assert!(Topology::build(&[]).is_empty());
}

#[test]
fn tangled_rings_do_no_harm() {
    let input = [
        // A bow-tie with its crossing as a vertex, and one without.
        polygon(ring(&[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (2.0, 2.0), (1.0, 1.0), (0.0, 2.0)]), vec![]),
        polygon(ring(&[(0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0)]), vec![]),
        // There and back; three times around; a spike.
        polygon(ring(&[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (1.0, 0.0)]), vec![]),
        polygon(ring(&[(0.0, 5.0), (1.0, 5.0), (1.0, 6.0)].repeat(3)), vec![]),
        polygon(ring(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (1.0, 3.0), (1.0, 1.0), (0.0, 1.0)]), vec![]),
        // A hole equal to its exterior.
        polygon(rect_ring(0.0, 0.0, 1.0, 1.0), vec![rect_ring(0.0, 0.0, 1.0, 1.0)]),
    ];
    let topology = Topology::build(&input);
    for group in [[Some(0); 6], [Some(0), Some(1), Some(0), Some(1), None, Some(2)]] {
        for level in [topology.clone(), topology.simplified(1.0)] {
            level.dissolve(&group);
            level.borders(&group);
            (0..6).for_each(|i| drop(level.polygon(i)));
        }
    }
}
