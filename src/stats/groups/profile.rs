//! What a group is like, and why a unit belongs to it.

use super::partition::{Partition, centres};
use super::points::Points;

/// The mean score of each group (outer) in each variable (inner): how many standard deviations its units are above or below the mean of
/// all on average.
pub fn profile(points: &Points, partition: &Partition) -> Vec<Vec<f64>> {
    centres(points, &partition.groups, partition.k)
}

/// What a variable says for a unit's group against the next nearest one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    pub variable: usize,
    /// The unit's own score.
    pub score: f64,
    /// How much nearer the unit is to its own group than to the other in this variable, in squared standard deviations; negative where
    /// it is like the other.
    pub weight: f64,
}

/// The group that a unit is nearest to but for its own, and what each variable says for its own group against that one, from the strongest.
///
/// The weights are parts of one sum: the difference of the squared distances from the means of both groups. `None` with a single group.
pub fn reasons(points: &Points, partition: &Partition, unit: usize) -> Option<(usize, Vec<Reason>)> {
    let centres = profile(points, partition);
    let own = partition.groups[unit];
    let x = points.of(unit);
    let distance =
        |group: usize| -> f64 { x.iter().zip(&centres[group]).map(|(x, c)| (x - c) * (x - c)).sum() };
    let others = (0..partition.k).filter(|group| *group != own);
    let other = others.min_by(|a, b| distance(*a).total_cmp(&distance(*b)))?;
    let of = |(variable, score): (usize, &f64)| {
        let (near, far) = (score - centres[own][variable], score - centres[other][variable]);
        Reason { variable, score: *score, weight: far * far - near * near }
    };
    let mut all: Vec<Reason> = x.iter().enumerate().map(of).collect();
    all.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    Some((other, all))
}
