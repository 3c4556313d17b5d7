//! Levels of detail.

use geo::Coord;

use super::{Arc, Topology};
use crate::geo::ring::double_signed_area;

impl Topology {
    /// The same polygons with fewer points, where no dropped point is farther than `tolerance`, in the unit of the
    /// coordinates, from the line that replaces it (Douglas & Peucker 1973,
    /// <https://doi.org/10.3138/FM57-6770-U75U-7727>).
    ///
    /// Each arc is simplified once and keeps its ends, so no gap opens between neighbours and adjacency stays the
    /// same. A closed arc keeps at least a triangle; the arcs of a ring that would lose its area or flip are left
    /// alone. As with every method that looks at one arc at a time, arcs closer to each other than the tolerance may
    /// end up crossing.
    ///
    /// A tolerance of zero drops only points exactly on a line; a negative one or NaN drops none. O(n log n)
    /// typically, O(m²) at worst for an arc of m points.
    pub fn simplified(&self, tolerance: f64) -> Self {
        let mut keep = vec![false; self.points.len()];
        for arc in &self.arcs {
            mark(&self.points[arc.range()], tolerance, &mut keep[arc.range()]);
        }
        // Restoring an arc changes the rings on its other side too, so this repeats until nothing is restored.
        loop {
            let simpler = self.keeping(&keep);
            let mut restored = false;
            for ring in (0..self.rings.len()).filter(|&ring| self.collapses(ring, &simpler)) {
                for step in self.rings.half_edges(ring) {
                    let keep = &mut keep[self.arcs[step.arc as usize].range()];
                    restored |= keep.contains(&false);
                    keep.fill(true);
                }
            }
            if !restored {
                return simpler;
            }
        }
    }

    fn keeping(&self, keep: &[bool]) -> Self {
        let mut points = Vec::new();
        let shorten = |arc: &Arc| {
            let from = points.len() as u32;
            points.extend(arc.range().filter(|&i| keep[i]).map(|i| self.points[i]));
            let to = points.len() as u32;
            Arc { from, to, ..*arc }
        };
        let arcs = self.arcs.iter().map(shorten).collect();
        Self { points, arcs, rings: self.rings.clone(), neighbours: self.neighbours.clone() }
    }

    fn collapses(&self, ring: usize, simpler: &Self) -> bool {
        let half_edges = self.rings.half_edges(ring);
        let area = |level: &Self| double_signed_area(&level.join(half_edges));
        area(self) * area(simpler) <= 0.0
    }
}

/// Marks the points of an arc to keep.
fn mark(points: &[Coord], tolerance: f64, keep: &mut [bool]) {
    let Some(end) = points.len().checked_sub(1) else {
        return;
    };
    keep[0] = true;
    keep[end] = true;
    if points[0] != points[end] {
        return split(points, (0, end), tolerance, keep);
    }
    // A closed arc is split at the point farthest from its ends, and keeps one more point in between.
    let Some((opposite, _)) = farthest(points, (0, end)) else {
        return;
    };
    let halves = [(0, opposite), (opposite, end)];
    let corners = halves.iter().filter_map(|&half| farthest(points, half));
    if let Some((corner, _)) = corners.max_by(|a, b| a.1.total_cmp(&b.1)) {
        keep[corner] = true;
    }
    keep[opposite] = true;
    for half in halves {
        split(points, half, tolerance, keep);
    }
}

/// Marks the point farthest from the segment between two kept points, and recurses on both sides of it; stops where
/// all points are within the tolerance.
fn split(points: &[Coord], ends: (usize, usize), tolerance: f64, keep: &mut [bool]) {
    let mut pending = vec![ends];
    while let Some((from, to)) = pending.pop() {
        let Some((middle, distance)) = farthest(points, (from, to)) else {
            continue;
        };
        let near = distance <= tolerance;
        if !near {
            keep[middle] = true;
            pending.extend([(from, middle), (middle, to)]);
        }
    }
}

/// The point farthest from the segment between two others, and its distance.
fn farthest(points: &[Coord], (from, to): (usize, usize)) -> Option<(usize, f64)> {
    let (a, b) = (points[from], points[to]);
    (from + 1..to)
        .map(|i| (i, squared_distance(points[i], a, b)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(i, squared)| (i, squared.sqrt()))
}

fn squared_distance(point: Coord, a: Coord, b: Coord) -> f64 {
    let (edge, offset) = (b - a, point - a);
    let length = edge.x * edge.x + edge.y * edge.y;
    let along =
        if length > 0.0 { ((offset.x * edge.x + offset.y * edge.y) / length).clamp(0.0, 1.0) } else { 0.0 };
    let away = offset - edge * along;
    away.x * away.x + away.y * away.y
}
