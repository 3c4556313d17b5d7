//! k-means: groups around their means.

use rayon::prelude::*;

use super::partition::{Partition, centres, within};
use super::points::{Points, squared};
use crate::stats::{random::Stream, refused::Refused};

/// After this many rounds a start is given up as it is; some tens are usual.
const MOST_ROUNDS: usize = 300;

/// Divides units into k groups with the least sum of squared distances from the means of their groups that `starts` starts find.
///
/// Each start: k-means++ (D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful seeding", *SODA*, 2007), rounds of S. P. Lloyd,
/// "Least squares quantization in PCM", *IEEE Transactions on Information Theory* 28(2), 1982, then single moves of J. A. Hartigan,
/// *Clustering Algorithms*, 1975, 4.3, until no unit is better in another group: never worse than Lloyd's result. The best start counts, of
/// equal ones the first; `sklearn.cluster.KMeans`. A group left empty gets the unit farthest from its mean. The same for any number of
/// threads. O(starts · rounds · n · k · variables).
///
/// # Errors
/// k below 2 or above the number of units.
pub fn kmeans(points: &Points, k: usize, starts: u32, seed: u64) -> Result<Partition, Refused> {
    points.check(k)?;
    let one = |start: u32| {
        let groups = settled(points, first(points, k, &mut Stream::new(seed, u64::from(start))));
        let sum = within(points, &groups, k);
        (sum, start, groups)
    };
    let all = (0..starts.max(1)).into_par_iter().map(one);
    let best = all.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    Ok(Partition::new(points, &best.map(|(_, _, groups)| groups).unwrap_or_default()))
}

/// The nearest of k units drawn by k-means++.
fn first(points: &Points, k: usize, stream: &mut Stream) -> Vec<usize> {
    let n = points.len();
    let mut nearest = vec![f64::INFINITY; n];
    let mut groups = vec![0; n];
    let mut drawn = stream.below(n as u32) as usize;
    for group in 0..k {
        for unit in 0..n {
            let distance = points.squared(unit, drawn);
            if distance < nearest[unit] {
                (nearest[unit], groups[unit]) = (distance, group);
            }
        }
        let mut left = stream.unit() * nearest.iter().sum::<f64>();
        let reached = |distance: &f64| {
            left -= distance;
            left < 0.0
        };
        drawn = nearest.iter().position(reached).unwrap_or(n - 1);
    }
    // Units in the same place cannot found several groups by distance: the last units do.
    fill_empty(points, &mut groups, k);
    groups
}

fn fill_empty(points: &Points, groups: &mut [usize], k: usize) {
    for empty in 0..k {
        if groups.contains(&empty) {
            continue;
        }
        let centres = centres(points, groups, k);
        let mut sizes = vec![0; k];
        groups.iter().for_each(|&group| sizes[group] += 1);
        let movable = (0..groups.len()).filter(|&unit| sizes[groups[unit]] > 1);
        let distance = |unit: usize| squared(points.of(unit), &centres[groups[unit]]);
        if let Some(far) = movable.max_by(|a, b| distance(*a).total_cmp(&distance(*b))) {
            groups[far] = empty;
        }
    }
}

fn settled(points: &Points, mut groups: Vec<usize>) -> Vec<usize> {
    let k = groups.iter().copied().max().map_or(1, |most| most + 1);
    for _ in 0..MOST_ROUNDS {
        let centres = centres(points, &groups, k);
        let nearest = |unit: usize| {
            let of = |group: &usize| squared(points.of(unit), &centres[*group]);
            (0..k).min_by(|a, b| of(a).total_cmp(&of(b))).unwrap_or(0)
        };
        let mut next: Vec<usize> = (0..points.len()).map(nearest).collect();
        fill_empty(points, &mut next, k);
        if next == groups {
            break;
        }
        groups = next;
    }
    single_moves(points, groups, k)
}

/// Moves one unit at a time where that lowers the sum: leaving a group of m takes m/(m − 1)·d², joining one adds m/(m + 1)·d².
fn single_moves(points: &Points, mut groups: Vec<usize>, k: usize) -> Vec<usize> {
    let mut centres = centres(points, &groups, k);
    let mut sizes = vec![0.0_f64; k];
    groups.iter().for_each(|&group| sizes[group] += 1.0);
    for _ in 0..MOST_ROUNDS {
        let mut moved = false;
        for (unit, x) in points.all().enumerate() {
            let own = groups[unit];
            if sizes[own] <= 1.0 {
                continue;
            }
            let gain = sizes[own] / (sizes[own] - 1.0) * squared(x, &centres[own]);
            let cost = |group: usize| sizes[group] / (sizes[group] + 1.0) * squared(x, &centres[group]);
            let others = (0..k).filter(|group| *group != own).map(|group| (cost(group), group));
            let Some((least, to)) = others.min_by(|a, b| a.0.total_cmp(&b.0)) else { break };
            if least < gain * (1.0 - 1e-12) {
                for (variable, x) in x.iter().enumerate() {
                    centres[own][variable] += (centres[own][variable] - x) / (sizes[own] - 1.0);
                    centres[to][variable] += (x - centres[to][variable]) / (sizes[to] + 1.0);
                }
                sizes[own] -= 1.0;
                sizes[to] += 1.0;
                groups[unit] = to;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    groups
}
