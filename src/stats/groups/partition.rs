//! Units divided into groups.

use super::points::{Points, squared};

/// The group of each unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Partition {
    /// From 0, ordered by the size of the groups, the largest first; of equal ones that with the first unit.
    pub groups: Vec<usize>,
    pub k: usize,
    /// Σ of squared distances of the units from the mean of their group.
    pub within: f64,
    /// The share of the whole variation that is between the groups.
    pub between_share: f64,
}

impl Partition {
    /// Numbers groups by their size, and sums up. `labels` may be any numbers.
    pub(super) fn new(points: &Points, labels: &[usize]) -> Self {
        let highest = labels.iter().copied().max().map_or(0, |most| most + 1);
        let mut order: Vec<(usize, usize, usize)> = Vec::new();
        for label in 0..highest {
            let size = labels.iter().filter(|l| **l == label).count();
            if let Some(first) = labels.iter().position(|l| *l == label) {
                order.push((size, first, label));
            }
        }
        order.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut number = vec![0; highest];
        order.iter().enumerate().for_each(|(at, (_, _, label))| number[*label] = at);
        let groups: Vec<usize> = labels.iter().map(|label| number[*label]).collect();
        let within = within(points, &groups, order.len());
        let total = within_of_all(points);
        let between_share = 1.0 - within / total;
        Self { groups, k: order.len(), within, between_share }
    }

    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.k];
        self.groups.iter().for_each(|&group| sizes[group] += 1);
        sizes
    }
}

/// The mean of each group.
pub(super) fn centres(points: &Points, groups: &[usize], k: usize) -> Vec<Vec<f64>> {
    let mut sums = vec![vec![0.0; points.variables()]; k];
    let mut counts = vec![0_u32; k];
    for (unit, &group) in groups.iter().enumerate() {
        sums[group].iter_mut().zip(points.of(unit)).for_each(|(sum, x)| *sum += x);
        counts[group] += 1;
    }
    for (sum, count) in sums.iter_mut().zip(counts) {
        sum.iter_mut().for_each(|x| *x /= f64::from(count.max(1)));
    }
    sums
}

pub(super) fn within(points: &Points, groups: &[usize], k: usize) -> f64 {
    let centres = centres(points, groups, k);
    groups.iter().enumerate().map(|(unit, group)| squared(points.of(unit), &centres[*group])).sum()
}

fn within_of_all(points: &Points) -> f64 {
    within(points, &vec![0; points.len()], 1)
}
