//! Shared-border topology: the borders between polygons, each stored once.
//!
//! Neighbouring polygons repeat the points of their common border. Here each maximal run of edges
//! with the same polygon on either side is one *arc*, from *node* to node, and a ring is a sequence
//! of arcs, some walked backwards. Because a border exists once, simplifying it opens no gap,
//! erasing it merges two polygons exactly, and drawing it draws it once. The idea and the words are
//! those of TopoJSON (Bostock 2012, <https://bost.ocks.org/mike/topology/>).
//!
//! Two points are the same vertex when their coordinates are equal, bit for bit: there is no
//! snapping, so round the coordinates beforehand if the source does not repeat them exactly. Where
//! a vertex of one polygon lies inside an edge of its neighbour, the two stretches are different
//! arcs, each with nothing on its other side: both are drawn, and merging the two polygons leaves
//! them two parts.

mod borders;
mod build;
mod dissolve;
mod simplify;
mod vertices;

use std::ops::Range;

use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::adjacency::Adjacency;

/// A maximal run of edges between two nodes with the same polygon on either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// The polygon on the left of the arc, walking it from its first point to its last.
    pub left: Option<u32>,
    /// The polygon on the right.
    pub right: Option<u32>,
    /// Range of its points in the shared buffer.
    from: u32,
    to: u32,
    /// The vertices where it starts and ends: two nodes, or the same vertex twice when it is a closed ring.
    start: u32,
    end: u32,
}

impl Arc {
    fn range(&self) -> Range<usize> {
        self.from as usize..self.to as usize
    }
}

/// An arc walked forwards or backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct HalfEdge {
    arc: u32,
    reversed: bool,
}

/// Polygons described by the borders they share.
///
/// Built once by [`Topology::build`]; polygons keep the index they had there.
#[derive(Debug, Clone)]
pub struct Topology {
    /// The points of all arcs, one arc after the other.
    points: Vec<Coord>,
    arcs: Vec<Arc>,
    rings: Rings,
    neighbours: Adjacency,
}

/// The rings of all polygons as sequences of arcs, in three levels of compressed rows: the parts of polygon `i` are
/// `parts[i]..parts[i + 1]`; the rings of a part, exterior first, and the arcs of a ring are indexed likewise.
#[derive(Debug, Clone)]
struct Rings {
    parts: Vec<u32>,
    rings: Vec<u32>,
    arcs: Vec<u32>,
    half_edges: Vec<HalfEdge>,
    /// For each ring, whether the polygon lies to its left.
    inside_left: Vec<bool>,
}

impl Rings {
    fn of_polygon(&self, polygon: usize) -> Range<usize> {
        let first_ring = |polygon: usize| self.rings[self.parts[polygon] as usize] as usize;
        first_ring(polygon)..first_ring(polygon + 1)
    }

    fn of_part(&self, part: usize) -> Range<usize> {
        self.rings[part] as usize..self.rings[part + 1] as usize
    }

    fn half_edges(&self, ring: usize) -> &[HalfEdge] {
        &self.half_edges[self.arcs[ring] as usize..self.arcs[ring + 1] as usize]
    }

    fn len(&self) -> usize {
        self.arcs.len() - 1
    }
}

impl Topology {
    /// The number of polygons, including empty ones.
    pub fn len(&self) -> usize {
        self.rings.parts.len() - 1
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// The points of an arc of this topology, at least two; a closed arc repeats its first point at
    /// the end.
    pub fn points(&self, arc: &Arc) -> &[Coord] {
        self.points.get(arc.range()).unwrap_or_default()
    }

    /// Queen contiguity: polygons that share at least one vertex.
    ///
    /// Determined when the topology is built, and the same at every level of detail.
    pub fn neighbours(&self) -> &Adjacency {
        &self.neighbours
    }

    /// Rook contiguity: polygons that share a border, not just a corner. O(a log a) for a arcs.
    pub fn rook_neighbours(&self) -> Adjacency {
        let sides = |arc: &Arc| Some((arc.left?, arc.right?));
        Adjacency::from_pairs(self.len(), self.arcs.iter().filter_map(sides))
    }

    /// Polygon `i` reassembled from its arcs; empty when `i` is out of range.
    ///
    /// After [`Topology::build`] these are the input rings without the degenerate ones, in the same order and
    /// direction, each starting at its first node instead of its first point. After [`Topology::simplified`] they
    /// still fit those of the neighbours.
    pub fn polygon(&self, i: usize) -> MultiPolygon {
        let (Some(&from), Some(&to)) = (self.rings.parts.get(i), self.rings.parts.get(i + 1)) else {
            return MultiPolygon(Vec::new());
        };
        let part = |part: u32| {
            let mut rings = self
                .rings
                .of_part(part as usize)
                .map(|ring| LineString(self.join(self.rings.half_edges(ring))));
            rings.next().map(|exterior| Polygon::new(exterior, rings.collect()))
        };
        MultiPolygon((from..to).filter_map(part).collect())
    }

    /// The points along consecutive half-edges, without repeating those they share.
    fn join(&self, path: &[HalfEdge]) -> Vec<Coord> {
        let mut line = Vec::new();
        for step in path {
            line.pop();
            let points = self.points(&self.arcs[step.arc as usize]);
            if step.reversed {
                line.extend(points.iter().rev());
            } else {
                line.extend(points);
            }
        }
        line
    }

    /// The node a half-edge leaves.
    fn tail(&self, step: HalfEdge) -> u32 {
        let arc = &self.arcs[step.arc as usize];
        if step.reversed { arc.end } else { arc.start }
    }

    /// The node a half-edge arrives at.
    fn head(&self, step: HalfEdge) -> u32 {
        self.tail(step.opposite())
    }
}

impl HalfEdge {
    fn opposite(self) -> Self {
        Self { reversed: !self.reversed, ..self }
    }
}

/// The group of the polygon on one side of an arc; `None` for the outside.
fn group_of(group: &[Option<u32>], side: Option<u32>) -> Option<u32> {
    *group.get(side? as usize)?
}
