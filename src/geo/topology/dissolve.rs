//! Merging polygons along the borders they share.

use geo::{Coord, LineString, MultiPolygon, Polygon};
use rustc_hash::FxHashMap;

use super::{HalfEdge, Topology};
use crate::geo::ring::{double_signed_area, odd_even};

impl Topology {
    /// The outline of every group of polygons, in ascending order of group.
    ///
    /// `group[i]` is the group of polygon `i`; polygons without one, or past the end of the slice, stay out. Arcs
    /// between two polygons of a group vanish and the others are chained into rings: no coordinate is computed, so
    /// outlines fit their neighbours exactly. Exteriors run counter-clockwise and holes clockwise; rings are simple,
    /// and touch themselves or each other only in single points if the polygons do. Parts are ordered by decreasing
    /// area. Groups without area are left out.
    ///
    /// O(a log a) for the a arcs around the polygons, plus copying; for a group of s parts and h holes, up to h·s
    /// tests of containment.
    pub fn dissolve(&self, group: &[Option<u32>]) -> Vec<(u32, MultiPolygon)> {
        let mut sides: Vec<(u32, HalfEdge)> = (0..self.len())
            .zip(group)
            .filter_map(|(polygon, &group)| Some((polygon, group?)))
            .flat_map(|(polygon, group)| self.boundary(polygon).map(move |step| (group, step)))
            .collect();
        sides.sort_unstable();
        sides.dedup();
        // An arc with the group on both sides appears forwards and backwards.
        let mut borders: Vec<(u32, HalfEdge)> = sides
            .chunk_by(|a, b| (a.0, a.1.arc) == (b.0, b.1.arc))
            .filter_map(|sides| <&[_; 1]>::try_from(sides).ok())
            .map(|&[side]| side)
            .collect();
        borders.sort_by_key(|&(group, step)| (group, self.tail(step)));
        borders
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|border| {
                let group = border[0].0;
                let steps: Vec<HalfEdge> = border.iter().map(|&(_, step)| step).collect();
                let outline = assemble(self.trace(&steps));
                (!outline.0.is_empty()).then_some((group, outline))
            })
            .collect()
    }

    /// The half-edges around a polygon, each with the polygon on its left.
    fn boundary(&self, polygon: usize) -> impl Iterator<Item = HalfEdge> + '_ {
        let turned = |step: &HalfEdge, inside_left| if inside_left { *step } else { step.opposite() };
        self.rings.of_polygon(polygon).flat_map(move |ring| {
            let inside_left = self.rings.inside_left[ring];
            let half_edges = self.rings.half_edges(ring).iter();
            half_edges.map(move |step| turned(step, inside_left))
        })
    }

    /// Chains half-edges, sorted by tail, into closed rings that pass no node twice.
    ///
    /// Half-edges of inconsistent input that close no ring are left out.
    fn trace(&self, steps: &[HalfEdge]) -> Vec<Vec<Coord>> {
        let mut used = vec![false; steps.len()];
        let mut rings = Vec::new();
        let mut path: Vec<HalfEdge> = Vec::new();
        // Position in the path of the half-edge that leaves each node.
        let mut position = FxHashMap::default();
        for first in 0..steps.len() {
            let mut next = Some(first).filter(|&first| !used[first]);
            while let Some(at) = next {
                used[at] = true;
                position.insert(self.tail(steps[at]), path.len());
                path.push(steps[at]);
                let node = self.head(steps[at]);
                if let Some(&start) = position.get(&node) {
                    let ring = path.split_off(start);
                    for &step in &ring {
                        position.remove(&self.tail(step));
                    }
                    rings.push(self.join(&ring));
                }
                if path.is_empty() {
                    break;
                }
                next = self.turn(steps, &used, steps[at]);
            }
            path.clear();
            position.clear();
        }
        rings
    }

    /// The unused half-edge to take at the head of `arriving`: the first one clockwise from the way back, so that
    /// only the interior lies between the two. Where parts touch in a point, no ring then crosses another.
    fn turn(&self, steps: &[HalfEdge], used: &[bool], arriving: HalfEdge) -> Option<usize> {
        let node = self.head(arriving);
        let from = steps.partition_point(|&step| self.tail(step) < node);
        let leaving = (from..steps.len()).take_while(|&at| self.tail(steps[at]) == node);
        let back = self.direction(arriving.opposite());
        leaving.filter(|&at| !used[at]).min_by(|&a, &b| {
            let clockwise = |at: usize| {
                let turned = back - self.direction(steps[at]);
                if turned > 0.0 { turned } else { turned + 4.0 }
            };
            clockwise(a).total_cmp(&clockwise(b))
        })
    }

    /// The direction in which a half-edge leaves its tail, as a number from -2 to 2 that increases counter-clockwise.
    ///
    /// It orders directions as angles do but, unlike arc tangents, is the same on every platform.
    fn direction(&self, step: HalfEdge) -> f64 {
        let points = self.points(&self.arcs[step.arc as usize]);
        let edge = match (step.reversed, points) {
            (false, [tail, next, ..]) | (true, [.., next, tail]) => *next - *tail,
            _ => return 0.0,
        };
        (1.0 - edge.x / (edge.x.abs() + edge.y.abs())).copysign(edge.y)
    }
}

/// Polygons from rings with the interior on their left: counter-clockwise rings are exteriors, the others are holes
/// of the smallest exterior around them.
fn assemble(rings: Vec<Vec<Coord>>) -> MultiPolygon {
    let mut shells = Vec::new();
    let mut holes = Vec::new();
    for ring in rings {
        let area = double_signed_area(&ring);
        if area > 0.0 {
            shells.push((area, ring, Vec::new()));
        } else if area < 0.0 {
            holes.push(ring);
        }
    }
    shells.sort_by(|a, b| b.0.total_cmp(&a.0));
    for hole in holes {
        // A hole may touch the exterior at its vertices but never along an edge, so the middle of an edge decides.
        let inside = (hole[0] + hole[1]) / 2.0;
        let around = shells.iter_mut().rev().find(|(_, shell, _)| odd_even([shell.as_slice()], inside));
        if let Some((_, _, holes)) = around {
            holes.push(LineString(hole));
        }
    }
    let polygon = |(_, shell, holes)| Polygon::new(LineString(shell), holes);
    shells.into_iter().map(polygon).collect()
}
