//! Connected groups by joining neighbours, as Ward does without a map.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};

use super::points::{Points, squared};
use crate::stats::space::Weights;

/// A possible join; the cheapest is the greatest, so that a heap gives it first, and of equal ones the first units.
struct Join {
    cost: f64,
    groups: (u32, u32),
    /// How often either group had been joined when the cost was computed.
    ages: (u32, u32),
}

impl PartialEq for Join {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Join {}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        other.cost.total_cmp(&self.cost).then_with(|| other.groups.cmp(&self.groups))
    }
}

/// Joins the two touching groups whose union adds least to the sum of squares, until k are left: Ward's method under a constraint
/// (D. Guo, "Regionalization with dynamically constrained agglomerative clustering and partitioning (REDCAP)", *International Journal of
/// Geographical Information Science* 22(7), 2008, full order). The label of a unit is a unit of its group. O(pairs · log pairs) for maps.
pub(super) fn joined(points: &Points, weights: &Weights, k: usize) -> Vec<usize> {
    let n = points.len();
    let mut centres: Vec<Vec<f64>> = (0..n).map(|i| points.of(i).to_vec()).collect();
    let mut sizes = vec![1.0_f64; n];
    let mut ages = vec![0_u32; n];
    let mut touching: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); n];
    for i in 0..n {
        for &j in weights.of(i) {
            touching[i].insert(j);
            touching[j as usize].insert(i as u32);
        }
    }
    let mut group: Vec<usize> = (0..n).collect();
    let cost = |a: usize, b: usize, centres: &[Vec<f64>], sizes: &[f64]| {
        sizes[a] * sizes[b] / (sizes[a] + sizes[b]) * squared(&centres[a], &centres[b])
    };
    let mut heap = BinaryHeap::new();
    for (i, near) in touching.iter().enumerate() {
        for &j in near.range(i as u32 + 1..) {
            heap.push(Join {
                cost: cost(i, j as usize, &centres, &sizes),
                groups: (i as u32, j),
                ages: (0, 0),
            });
        }
    }
    let mut left = n;
    while left > k {
        let Some(Join { groups, ages: known, .. }) = heap.pop() else { break };
        let (a, b) = (groups.0 as usize, groups.1 as usize);
        if known != (ages[a], ages[b]) {
            continue;
        }
        let (m, o) = (sizes[a], sizes[b]);
        let gone = std::mem::take(&mut centres[b]);
        centres[a].iter_mut().zip(&gone).for_each(|(x, y)| *x = (*x * m + y * o) / (m + o));
        sizes[a] += o;
        ages[a] += 1;
        // Never asked for again.
        ages[b] = u32::MAX;
        group[b] = a;
        left -= 1;
        let near = std::mem::take(&mut touching[b]);
        touching[a].remove(&groups.1);
        for other in near.into_iter().filter(|other| *other as usize != a) {
            touching[other as usize].remove(&groups.1);
            touching[other as usize].insert(groups.0);
            touching[a].insert(other);
        }
        for &other in &touching[a] {
            let (low, high) = (groups.0.min(other), groups.0.max(other));
            let cost = cost(low as usize, high as usize, &centres, &sizes);
            heap.push(Join { cost, groups: (low, high), ages: (ages[low as usize], ages[high as usize]) });
        }
    }
    let mut labels = vec![0; n];
    for (unit, label) in labels.iter_mut().enumerate() {
        let mut at = unit;
        while group[at] != at {
            at = group[at];
        }
        *label = at;
    }
    labels
}
