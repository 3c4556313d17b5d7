//! Cutting rings into arcs.

use std::ops::Range;

use geo::{Coord, LineString, MultiPolygon};
use rustc_hash::FxHashMap;

use super::{Adjacency, Arc, HalfEdge, Rings, Topology, vertices};
use crate::geo::ring::{double_signed_area, is_finite, rings};

impl Topology {
    /// Finds the shared borders of `polygons`. O(n) expected in the number of points, plus sorting the nodes.
    ///
    /// Repeated consecutive points, rings with fewer than three distinct points or with a non-finite coordinate, and
    /// the holes of a skipped exterior are left out; a polygon may become empty but keeps its index. The direction of
    /// rings does not matter. Where polygons overlap, an arc knows only the first one on each side, so merged
    /// outlines keep lines inside; neighbours and single polygons are still right.
    ///
    /// Indices are 32 bits wide, which is enough for four billion points or 64 GB of them.
    pub fn build(polygons: &[MultiPolygon]) -> Self {
        let input = Input::read(polygons);
        let vertices = vertices::identify(&input.points);
        let is_node = find_nodes(&input.rings, &vertices);
        let mut cutter = Cutter {
            input: &input.points,
            vertices: &vertices,
            is_node: &is_node,
            points: Vec::with_capacity(input.points.len() / 2),
            arcs: Vec::new(),
            known: FxHashMap::default(),
            half_edges: Vec::new(),
            passages: Vec::new(),
        };
        let mut arcs = vec![0];
        for ring in &input.rings {
            cutter.cut(ring);
            arcs.push(cutter.half_edges.len() as u32);
        }
        let neighbours = Adjacency::from_pairs(polygons.len(), meetings(cutter.passages));
        Self {
            points: cutter.points,
            arcs: cutter.arcs,
            rings: Rings {
                parts: input.parts,
                rings: input.part_rings,
                arcs,
                half_edges: cutter.half_edges,
                inside_left: input.rings.iter().map(|ring| ring.inside_left).collect(),
            },
            neighbours,
        }
    }
}

/// The cleaned rings of all polygons in one buffer, without the repeated point at the end.
struct Input {
    points: Vec<Coord>,
    rings: Vec<Ring>,
    /// Compressed rows, as in [`Rings`].
    parts: Vec<u32>,
    part_rings: Vec<u32>,
}

struct Ring {
    range: Range<usize>,
    polygon: u32,
    /// Whether the polygon lies to the left of the ring.
    inside_left: bool,
}

impl Input {
    fn read(polygons: &[MultiPolygon]) -> Self {
        let lines = polygons.iter().flatten().flat_map(rings);
        let mut input = Self {
            points: Vec::with_capacity(lines.map(|line| line.0.len()).sum()),
            rings: Vec::new(),
            parts: vec![0],
            part_rings: vec![0],
        };
        for (i, polygon) in polygons.iter().enumerate() {
            for part in polygon {
                if !input.read_ring(part.exterior(), i as u32, false) {
                    continue;
                }
                for hole in part.interiors() {
                    input.read_ring(hole, i as u32, true);
                }
                input.part_rings.push(input.rings.len() as u32);
            }
            input.parts.push(input.part_rings.len() as u32 - 1);
        }
        input
    }

    /// Adds a ring, unless it is degenerate.
    fn read_ring(&mut self, line: &LineString, polygon: u32, is_hole: bool) -> bool {
        let start = self.points.len();
        for &point in line {
            // Adding zero turns -0.0 into 0.0, so that equal coordinates have equal bits.
            let point = point + Coord::zero();
            if self.points[start..].last() != Some(&point) {
                self.points.push(point);
            }
        }
        let ring = &self.points[start..];
        if ring.len() > 1 && ring.first() == ring.last() {
            self.points.pop();
        }
        let ring = &self.points[start..];
        if ring.len() < 3 || !ring.iter().copied().all(is_finite) {
            self.points.truncate(start);
            return false;
        }
        let counter_clockwise = double_signed_area(ring) > 0.0;
        self.rings.push(Ring {
            range: start..self.points.len(),
            polygon,
            inside_left: counter_clockwise != is_hole,
        });
        true
    }
}

/// For each vertex, whether arcs end there: two rings pass through it between different neighbours.
///
/// Where all rings agree, the edges on both sides border the same polygons, so nothing changes at the vertex.
fn find_nodes(rings: &[Ring], vertices: &[u32]) -> Vec<bool> {
    const UNSEEN: [u32; 2] = [u32::MAX; 2];
    let mut between = vec![UNSEEN; vertices.len()];
    let mut is_node = vec![false; vertices.len()];
    for ring in rings {
        let ring = &vertices[ring.range.clone()];
        let (Some(&last), Some(&first)) = (ring.last(), ring.first()) else {
            continue;
        };
        let mut before = last;
        for (i, &vertex) in ring.iter().enumerate() {
            let after = *ring.get(i + 1).unwrap_or(&first);
            let here = [before.min(after), before.max(after)];
            let seen = &mut between[vertex as usize];
            if *seen == UNSEEN {
                *seen = here;
            } else if *seen != here {
                is_node[vertex as usize] = true;
            }
            before = vertex;
        }
    }
    is_node
}

struct Cutter<'a> {
    input: &'a [Coord],
    vertices: &'a [u32],
    is_node: &'a [bool],
    points: Vec<Coord>,
    arcs: Vec<Arc>,
    /// Half-edges by the first two vertices they pass through, which identify them.
    known: FxHashMap<(u32, u32), HalfEdge>,
    half_edges: Vec<HalfEdge>,
    /// Nodes with the polygons that meet there.
    passages: Vec<(u32, u32)>,
}

impl Cutter<'_> {
    /// Cuts a ring at its nodes. A ring without nodes becomes a single closed arc that starts at its lowest-numbered
    /// vertex, so that a hole and the polygon that fills it are cut at the same point.
    fn cut(&mut self, ring: &Ring) {
        let vertices = &self.vertices[ring.range.clone()];
        let is_node = |i: &usize| self.is_node[vertices[*i] as usize];
        let lowest = || (0..vertices.len()).min_by_key(|&i| vertices[i]);
        let Some(first) = (0..vertices.len()).find(is_node).or_else(lowest) else {
            return;
        };
        let last = first + vertices.len();
        let mut start = first;
        for i in first + 1..=last {
            if i == last || self.is_node[vertices[i % vertices.len()] as usize] {
                self.pass(ring, start, i);
                start = i;
            }
        }
    }

    /// Records that `ring` runs from its point `start` to its point `end`, both counted modulo its
    /// length.
    fn pass(&mut self, ring: &Ring, start: usize, end: usize) {
        let vertices = &self.vertices[ring.range.clone()];
        let vertex = |i: usize| vertices[i % vertices.len()];
        let key = (vertex(start), vertex(start + 1));
        let step = match self.known.get(&key) {
            Some(&step) => step,
            None => {
                let step = self.store(ring, start, end);
                self.known.insert(key, step);
                let reverse = (vertex(end), vertex(end - 1));
                self.known.entry(reverse).or_insert(step.opposite());
                step
            }
        };
        let arc = &mut self.arcs[step.arc as usize];
        let side = if ring.inside_left != step.reversed { &mut arc.left } else { &mut arc.right };
        side.get_or_insert(ring.polygon);
        self.half_edges.push(step);
        self.passages.push((key.0, ring.polygon));
    }

    fn store(&mut self, ring: &Ring, start: usize, end: usize) -> HalfEdge {
        let points = &self.input[ring.range.clone()];
        let vertices = &self.vertices[ring.range.clone()];
        let from = self.points.len() as u32;
        let (start, end) = (start % points.len(), start % points.len() + (end - start));
        let wrapped = (end + 1).saturating_sub(points.len());
        self.points.extend(&points[start..end + 1 - wrapped]);
        self.points.extend(&points[..wrapped]);
        self.arcs.push(Arc {
            left: None,
            right: None,
            from,
            to: self.points.len() as u32,
            start: vertices[start],
            end: vertices[end % vertices.len()],
        });
        HalfEdge { arc: self.arcs.len() as u32 - 1, reversed: false }
    }
}

/// All pairs of polygons that meet at the same node.
///
/// Polygons that share a vertex inside an arc share the arc, hence also its first vertex.
fn meetings(mut passages: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    passages.sort_unstable();
    passages.dedup();
    let mut pairs = Vec::new();
    for node in passages.chunk_by(|a, b| a.0 == b.0) {
        for (i, &(_, a)) in node.iter().enumerate() {
            pairs.extend(node[i + 1..].iter().map(|&(_, b)| (a, b)));
        }
    }
    pairs
}
