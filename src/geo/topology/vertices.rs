//! Vertex identity: which points of the rings are the same place.

use geo::Coord;
use rustc_hash::FxHashMap;

/// For every point, the index of the first point equal to it: the number of its vertex.
///
/// Coordinates are compared by their bits; the caller has removed the negative zeros. O(n) expected.
///
/// Neighbours walk a shared border one point after the other, so a repeated point usually lies beside the vertex of
/// the point before it. Looking there first leaves only new points to the hash map, and on real boundaries takes half
/// the time of hashing every point.
pub(super) fn identify(points: &[Coord]) -> Vec<u32> {
    let mut first = FxHashMap::with_capacity_and_hasher(points.len() / 2, Default::default());
    let mut vertices: Vec<u32> = Vec::with_capacity(points.len());
    let mut last = 0_usize;
    for (i, point) in points.iter().enumerate() {
        let beside = [last.wrapping_sub(1), last + 1].into_iter().find_map(|at| {
            let vertex = *vertices.get(at)?;
            (points[at] == *point).then_some(vertex)
        });
        let vertex = beside
            .unwrap_or_else(|| *first.entry((point.x.to_bits(), point.y.to_bits())).or_insert(i as u32));
        vertices.push(vertex);
        last = vertex as usize;
    }
    vertices
}
