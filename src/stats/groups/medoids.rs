//! Groups around typical units: partitioning around medoids.

use super::partition::Partition;
use super::points::Points;
use crate::stats::refused::Refused;

/// All distances are kept.
const MOST: usize = 3000;

/// Divides units into k groups around k of them (medoids) with a small sum of distances; returns the medoid of each group too.
///
/// L. Kaufman, P. J. Rousseeuw, *Finding Groups in Data*, 1990 (PAM: BUILD, then SWAP until no exchange of a medoid with another unit
/// lowers the sum), distances being Euclidean; each round tries all exchanges at once as E. Schubert, P. J. Rousseeuw, "Faster k-medoids
/// clustering", *SISAP*, 2019. A medoid is a place that exists, so a group can be named after it; extreme units pull less than in k-means.
/// Nothing is random. O(rounds · n²).
///
/// # Errors
/// k below 2 or above the number of units, more than 3,000 units.
pub fn medoids(points: &Points, k: usize) -> Result<(Partition, Vec<usize>), Refused> {
    points.check(k)?;
    let n = points.len();
    if n > MOST {
        return Err(Refused::TooMany { n, most: MOST });
    }
    let distance: Vec<Vec<f64>> =
        (0..n).map(|i| (0..n).map(|j| points.squared(i, j).sqrt()).collect()).collect();
    let mut chosen = built(&distance, k);
    while let Some((at, unit)) = best_exchange(&distance, &chosen) {
        chosen[at] = unit;
    }
    let nearest = |unit: usize| {
        let of = |at: &usize| distance[unit][chosen[*at]];
        // A medoid is in its own group, even where another is in the same place.
        let own = chosen.iter().position(|&medoid| medoid == unit);
        own.or_else(|| (0..k).min_by(|a, b| of(a).total_cmp(&of(b)))).unwrap_or(0)
    };
    let labels: Vec<usize> = (0..n).map(nearest).collect();
    let partition = Partition::new(points, &labels);
    let mut medoids = vec![0; k];
    chosen.iter().for_each(|&unit| medoids[partition.groups[unit]] = unit);
    Ok((partition, medoids))
}

/// BUILD: each next medoid is the unit that lowers the sum most.
fn built(distance: &[Vec<f64>], k: usize) -> Vec<usize> {
    let n = distance.len();
    let mut nearest = vec![f64::INFINITY; n];
    let mut chosen: Vec<usize> = Vec::new();
    for _ in 0..k {
        let sum = |candidate: usize| -> f64 {
            nearest.iter().zip(&distance[candidate]).map(|(now, then)| now.min(*then)).sum()
        };
        let free = (0..n).filter(|unit| !chosen.contains(unit)).map(|unit| (sum(unit), unit));
        let Some((_, best)) = free.min_by(|a, b| a.0.total_cmp(&b.0)) else { break };
        nearest.iter_mut().zip(&distance[best]).for_each(|(now, then)| *now = now.min(*then));
        chosen.push(best);
    }
    chosen
}

/// SWAP: the exchange that lowers the sum most, if any does.
fn best_exchange(distance: &[Vec<f64>], chosen: &[usize]) -> Option<(usize, usize)> {
    let n = distance.len();
    // The nearest medoid of each unit, its distance and that of the second.
    let of = |unit: usize| {
        let mut best = (usize::MAX, f64::INFINITY, f64::INFINITY);
        for (at, &medoid) in chosen.iter().enumerate() {
            let d = distance[unit][medoid];
            if d < best.1 {
                best = (at, d, best.1);
            } else if d < best.2 {
                best.2 = d;
            }
        }
        best
    };
    let now: Vec<(usize, f64, f64)> = (0..n).map(of).collect();
    let mut best = (-1e-9 * now.iter().map(|(_, d, _)| d).sum::<f64>(), None);
    for candidate in (0..n).filter(|unit| !chosen.contains(unit)) {
        // The change when each medoid goes, apart from what the new one changes whoever goes.
        let mut change = vec![0.0; chosen.len()];
        let mut shared = 0.0;
        for (unit, &(at, d, second)) in now.iter().enumerate() {
            let to_new = distance[candidate][unit];
            if to_new < d {
                shared += to_new - d;
            } else {
                change[at] += to_new.min(second) - d;
            }
        }
        for (at, change) in change.iter().enumerate() {
            if change + shared < best.0 {
                best = (change + shared, Some((at, candidate)));
            }
        }
    }
    best.1
}
