//! Properties of the topology on random partitions of a grid, where every answer can be counted
//! cell by cell.

use std::collections::BTreeSet;

use atlante::geo::hit::HitIndex;
use atlante::geo::mesh::triangulate;
use atlante::geo::topology::Topology;
use geo::{Area, Coord, LineString, MultiPolygon, Validation};
use proptest::prelude::*;

use crate::geo_shapes::{cycles, grid};

/// The cells of a grid row by row, each with its polygon.
#[derive(Debug)]
struct Partition {
    columns: usize,
    owner: Vec<u32>,
}

impl Partition {
    fn rows(&self) -> usize {
        self.owner.len() / self.columns
    }

    fn at(&self, column: i64, row: i64) -> Option<u32> {
        let inside = (0..self.columns as i64).contains(&column) && (0..self.rows() as i64).contains(&row);
        inside.then(|| self.owner[row as usize * self.columns + column as usize])
    }

    /// Every pair of touching cells, with the outside as `None`, and whether they share a side rather than a corner.
    fn contacts(&self) -> impl Iterator<Item = (Option<u32>, Option<u32>, bool)> + '_ {
        let columns = -1..=self.columns as i64;
        let cells = columns.flat_map(|column| (-1..=self.rows() as i64).map(move |row| (column, row)));
        cells.flat_map(move |(column, row)| {
            [(1, 0), (0, 1), (1, 1), (1, -1)].map(|(right, up)| {
                let other = self.at(column + right, row + up);
                (self.at(column, row), other, right == 0 || up == 0)
            })
        })
    }

    /// The polygons, made by dissolving cells; polygons without cells are empty.
    fn polygons(&self, count: u32) -> Vec<MultiPolygon> {
        let cells = Topology::build(&grid(self.columns, self.rows()));
        let owner: Vec<_> = self.owner.iter().copied().map(Some).collect();
        let mut polygons = vec![MultiPolygon(Vec::new()); count as usize];
        for (owner, outline) in cells.dissolve(&owner) {
            polygons[owner as usize] = outline;
        }
        polygons
    }

    fn area(&self, mut of: impl FnMut(u32) -> bool) -> f64 {
        self.owner.iter().filter(|&&owner| of(owner)).count() as f64
    }
}

const POLYGONS: u32 = 6;

fn partitions() -> impl Strategy<Value = Partition> {
    (1..9_usize, 1..9_usize).prop_flat_map(|(columns, rows)| {
        prop::collection::vec(0..POLYGONS, columns * rows).prop_map(move |owner| Partition { columns, owner })
    })
}

fn groups() -> impl Strategy<Value = Vec<Option<u32>>> {
    prop::collection::vec(prop::option::of(0..3_u32), POLYGONS as usize)
}

fn length(lines: &[LineString]) -> f64 {
    lines.iter().map(|line| line.lines().map(|edge| edge.dx().hypot(edge.dy())).sum::<f64>()).sum()
}

proptest! {
    #[test]
    fn dissolved_areas_are_the_sums_of_the_parts(partition in partitions(), group in groups()) {
        let polygons = partition.polygons(POLYGONS);
        for (owner, polygon) in (0..).zip(&polygons) {
            prop_assert!(polygon.is_valid(), "{:?}", polygon);
            prop_assert_eq!(polygon.signed_area(), partition.area(|other| other == owner));
        }
        for (number, outline) in Topology::build(&polygons).dissolve(&group) {
            prop_assert!(outline.is_valid(), "{:?}", outline);
            let expected = partition.area(|owner| group[owner as usize] == Some(number));
            prop_assert_eq!(outline.signed_area(), expected);
        }
    }

    #[test]
    fn neighbours_are_the_cells_in_contact(partition in partitions()) {
        let topology = Topology::build(&partition.polygons(POLYGONS));
        let (queen, rook) = (topology.neighbours(), topology.rook_neighbours());
        for (relation, corners) in [(queen, true), (&rook, false)] {
            let expected: BTreeSet<(u32, u32)> = partition
                .contacts()
                .filter(|&(_, _, side)| side || corners)
                .filter_map(|(a, b, _)| Some((a?.min(b?), a?.max(b?))))
                .filter(|(a, b)| a != b)
                .collect();
            prop_assert_eq!(relation.pair_count(), expected.len());
            prop_assert_eq!(relation.pairs().collect::<BTreeSet<_>>(), expected);
            for i in 0..POLYGONS {
                let back = |&j: &u32| relation.of(j as usize).contains(&i);
                prop_assert!(relation.of(i as usize).iter().all(back));
            }
        }
    }

    #[test]
    fn polygons_come_back(partition in partitions()) {
        let polygons = partition.polygons(POLYGONS);
        let topology = Topology::build(&polygons);
        for (i, polygon) in polygons.iter().enumerate() {
            prop_assert_eq!(cycles(&topology.polygon(i)), cycles(polygon));
        }
    }

    #[test]
    fn borders_are_drawn_once(partition in partitions(), group in groups()) {
        let of = |owner: Option<u32>| owner.and_then(|owner| group[owner as usize]);
        let sides = partition.contacts().filter(|&(_, _, side)| side);
        let expected = sides.filter(|&(a, b, _)| of(a) != of(b)).count();
        let lines = Topology::build(&partition.polygons(POLYGONS)).borders(&group);
        prop_assert_eq!(length(&lines), expected as f64);
    }

    #[test]
    fn simplifying_opens_no_gap(partition in partitions(), tolerance in 0.0..4.0) {
        let topology = Topology::build(&partition.polygons(POLYGONS));
        let coarse = topology.simplified(tolerance);
        let polygons: Vec<_> = (0..coarse.len()).map(|i| coarse.polygon(i)).collect();
        let parts: f64 = polygons.iter().map(Area::signed_area).sum();
        let outlines = coarse.dissolve(&[Some(0); POLYGONS as usize]);
        let whole: f64 = outlines.iter().map(|(_, outline)| outline.signed_area()).sum();
        prop_assert!((parts - whole).abs() < 1e-9, "{parts} {whole}");
        for (i, polygon) in polygons.iter().enumerate() {
            for (part, before) in polygon.iter().zip(&topology.polygon(i)) {
                prop_assert!(part.exterior().0.len() >= 4);
                prop_assert_eq!(part.interiors().len(), before.interiors().len());
            }
        }
        prop_assert_eq!(coarse.neighbours(), topology.neighbours());
    }

    #[test]
    fn every_point_is_in_exactly_one_polygon(
        partition in partitions(),
        x in 0..36_u32,
        y in 0..36_u32,
    ) {
        // Quarters of a cell, so that many points are on borders and corners.
        let at = Coord { x: f64::from(x) / 4.0, y: f64::from(y) / 4.0 };
        let polygons = partition.polygons(POLYGONS);
        let holders: Vec<usize> = (0..polygons.len())
            .filter(|&i| HitIndex::new(&polygons[i..=i]).locate(at).is_some())
            .collect();
        let expected = partition.at(at.x.floor() as i64, at.y.floor() as i64);
        prop_assert_eq!(holders.len(), usize::from(expected.is_some()));
        prop_assert_eq!(HitIndex::new(&polygons).locate(at), expected.map(|owner| owner as usize));
    }

    #[test]
    fn any_coordinates_do_no_harm(
        rings in prop::collection::vec(prop::collection::vec((0..4_i8, 0..4_i8), 0..9), 0..8),
        group in groups(),
        tolerance in 0.0..3.0,
    ) {
        let polygon = |points: &Vec<(i8, i8)>| -> MultiPolygon {
            let point = |&(x, y): &(i8, i8)| (f64::from(x), f64::from(y));
            let exterior: LineString = points.iter().map(point).collect();
            geo::Polygon::new(exterior, vec![]).into()
        };
        let polygons: Vec<_> = rings.iter().map(polygon).collect();
        let topology = Topology::build(&polygons);
        for level in [topology.simplified(tolerance), topology] {
            level.dissolve(&group);
            level.borders(&group);
        }
        HitIndex::new(&polygons).locate(Coord { x: 1.5, y: 1.5 });
        for polygon in &polygons {
            triangulate(polygon, Coord::zero());
        }
    }
}
