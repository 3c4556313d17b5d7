//! SKATER: groups of units that touch.

use super::joined::joined;
use super::partition::Partition;
use super::points::Points;
use super::refine::refine;
use crate::stats::{refused::Refused, space::Weights};

/// Divides units into k groups, each of them connected, that are as alike as possible inside.
///
/// R. M. Assunção, M. C. Neves, G. Câmara, C. Da Costa Freitas, "Efficient regionalization techniques for socio-economic geographical units using
/// minimum spanning trees", *International Journal of Geographical Information Science* 20(7), 2006: the minimum spanning tree of the
/// differences between neighbours is cut k − 1 times, each time at the edge, of all trees, that lowers the sum of squares within groups most. Here every
/// edge is tried, by sums over subtrees. Then units on the edges of groups move (`refine`).
/// Cutting a tree cannot undo its edges, so groups are also made by joining neighbours (`joined`) and refined in the same way; the better
/// of both counts. `spopt.region.Skater`, `pygeoda.skater`. A territory in pieces (islands, exclaves) has at least a group for each piece. O(k·n·variables).
///
/// # Errors
/// k below 2 or above the number of units, weights for other units, more pieces than groups.
pub fn skater(points: &Points, weights: &Weights, k: usize) -> Result<Partition, Refused> {
    points.check(k)?;
    if weights.len() != points.len() {
        return Err(Refused::LengthMismatch { found: weights.len(), wanted: points.len() });
    }
    let (_, pieces) = weights.pieces();
    if pieces > k {
        return Err(Refused::Pieces { pieces, k });
    }
    let mut best = Partition::new(points, &cut(points, tree(points, weights), pieces, k));
    refine(points, weights, &mut best.groups, k);
    let mut other = Partition::new(points, &joined(points, weights, k));
    refine(points, weights, &mut other.groups, k);
    let [best, other] = [best, other].map(|found| Partition::new(points, &found.groups));
    Ok(if other.within < best.within { other } else { best })
}

/// The edges of the minimum spanning tree (or forest) by J. B. Kruskal, 1956; of equal edges the first counts.
fn tree(points: &Points, weights: &Weights) -> Vec<Vec<u32>> {
    let n = points.len();
    let mut edges: Vec<(f64, u32, u32)> = Vec::new();
    for i in 0..n {
        for &j in weights.of(i) {
            let (a, b) = ((i as u32).min(j), (i as u32).max(j));
            // Once, also where the relation holds in one direction alone.
            if i as u32 == a || weights.of(a as usize).binary_search(&b).is_err() {
                edges.push((points.squared(i, j as usize), a, b));
            }
        }
    }
    edges.sort_by(|x, y| x.0.total_cmp(&y.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut parent: Vec<u32> = (0..n as u32).collect();
    fn root(parent: &mut [u32], mut i: u32) -> u32 {
        while parent[i as usize] != i {
            parent[i as usize] = parent[parent[i as usize] as usize];
            i = parent[i as usize];
        }
        i
    }
    let mut tree = vec![Vec::new(); n];
    for (_, a, b) in edges {
        let (x, y) = (root(&mut parent, a), root(&mut parent, b));
        if x != y {
            parent[x.max(y) as usize] = x.min(y);
            tree[a as usize].push(b);
            tree[b as usize].push(a);
        }
    }
    tree
}

/// A tree of the forest, and its best cut.
struct Tree {
    root: u32,
    gain: f64,
    /// The upper and the lower unit of the edge.
    edge: Option<(u32, u32)>,
}

fn cut(points: &Points, mut tree: Vec<Vec<u32>>, pieces: usize, k: usize) -> Vec<usize> {
    let n = points.len();
    let mut trees: Vec<Tree> = Vec::new();
    let mut seen = vec![false; n];
    for start in 0..n as u32 {
        if !seen[start as usize] {
            walk(&tree, start).iter().for_each(|(unit, _)| seen[*unit as usize] = true);
            trees.push(best_cut(points, &tree, start));
        }
    }
    for _ in pieces..k {
        let best = (0..trees.len()).max_by(|a, b| trees[*a].gain.total_cmp(&trees[*b].gain).then(b.cmp(a)));
        let Some((at, (upper, lower))) = best.and_then(|at| Some((at, trees[at].edge?))) else { break };
        tree[upper as usize].retain(|unit| *unit != lower);
        tree[lower as usize].retain(|unit| *unit != upper);
        trees[at] = best_cut(points, &tree, trees[at].root);
        trees.push(best_cut(points, &tree, lower));
    }
    let mut labels = vec![0; n];
    for (label, one) in trees.iter().enumerate() {
        walk(&tree, one.root).iter().for_each(|(unit, _)| labels[*unit as usize] = label);
    }
    labels
}

/// The units of a tree from its root down, each with its parent.
fn walk(tree: &[Vec<u32>], root: u32) -> Vec<(u32, u32)> {
    let mut order = vec![(root, root)];
    let mut at = 0;
    while at < order.len() {
        let (unit, parent) = order[at];
        order.extend(tree[unit as usize].iter().filter(|next| **next != parent).map(|next| (*next, unit)));
        at += 1;
    }
    order
}

/// The edge whose cut lowers the sum of squares most. Splitting m units into a and b lowers it by |Sa|²/a + |Sb|²/b − |S|²/m.
fn best_cut(points: &Points, tree: &[Vec<u32>], root: u32) -> Tree {
    let order = walk(tree, root);
    let size = points.variables();
    let mut place = std::collections::BTreeMap::new();
    order.iter().enumerate().for_each(|(at, (unit, _))| {
        place.insert(*unit, at);
    });
    let mut sums = vec![0.0; order.len() * size];
    let mut counts = vec![0.0_f64; order.len()];
    for (at, (unit, parent)) in order.iter().enumerate().rev() {
        counts[at] += 1.0;
        sums[at * size..(at + 1) * size]
            .iter_mut()
            .zip(points.of(*unit as usize))
            .for_each(|(sum, x)| *sum += x);
        if at > 0 {
            let up = place[parent];
            counts[up] += counts[at];
            let (before, from) = sums.split_at_mut(at * size);
            before[up * size..(up + 1) * size].iter_mut().zip(&from[..size]).for_each(|(sum, x)| *sum += x);
        }
    }
    let total = sums[..size].to_vec();
    let square = |sums: &[f64]| sums.iter().map(|x| x * x).sum::<f64>();
    let whole = square(&total) / counts[0];
    let mut best = Tree { root, gain: f64::NEG_INFINITY, edge: None };
    for (at, (unit, parent)) in order.iter().enumerate().skip(1) {
        let part = &sums[at * size..(at + 1) * size];
        let rest: f64 = total.iter().zip(part).map(|(all, part)| (all - part) * (all - part)).sum();
        let gain = square(part) / counts[at] + rest / (counts[0] - counts[at]) - whole;
        if gain > best.gain {
            best = Tree { root, gain, edge: Some((*parent, *unit)) };
        }
    }
    best
}
