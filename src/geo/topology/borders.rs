//! The lines between groups of polygons.

use geo::LineString;

use super::{HalfEdge, Topology, group_of};

impl Topology {
    /// The lines along which the group changes, the outer boundary included, each listed once.
    ///
    /// `group[i]` is the group of polygon `i`; polygons without one, or past the end of the slice, count as the
    /// outside. Arcs are chained into lines that run from junction to junction, so that a stroke joins properly
    /// inside them; a line that meets no junction is closed. O(b log b) for b border arcs, plus copying.
    pub fn borders(&self, group: &[Option<u32>]) -> Vec<LineString> {
        let mut leaving: Vec<HalfEdge> = (0..)
            .zip(&self.arcs)
            .filter(|(_, arc)| group_of(group, arc.left) != group_of(group, arc.right))
            .flat_map(|(arc, _)| [false, true].map(|reversed| HalfEdge { arc, reversed }))
            .collect();
        leaving.sort_by_key(|&step| self.tail(step));

        let mut used = vec![false; self.arcs.len()];
        let mut lines = Vec::new();
        let degree = |node: &[HalfEdge]| node.len();
        let by_node = || leaving.chunk_by(|&a, &b| self.tail(a) == self.tail(b));
        let junctions = by_node().filter(|node| degree(node) != 2);
        let passages = by_node().filter(|node| degree(node) == 2);
        // Lines from the junctions come first; the passages left after that form closed lines.
        for &first in junctions.chain(passages).flatten() {
            let mut path = Vec::new();
            let mut next = Some(first);
            while let Some(step) = next.filter(|step| !used[step.arc as usize]) {
                used[step.arc as usize] = true;
                path.push(step);
                next = self.continuation(&leaving, step);
            }
            if !path.is_empty() {
                lines.push(LineString(self.join(&path)));
            }
        }
        lines
    }

    /// The half-edge that continues from the end of `step`, if that is not a junction.
    fn continuation(&self, leaving: &[HalfEdge], step: HalfEdge) -> Option<HalfEdge> {
        let node = self.head(step);
        let from = leaving.partition_point(|&other| self.tail(other) < node);
        let to = leaving.partition_point(|&other| self.tail(other) <= node);
        match leaving[from..to] {
            [a, b] if a.arc == step.arc => Some(b),
            [a, b] if b.arc == step.arc => Some(a),
            _ => None,
        }
    }
}
