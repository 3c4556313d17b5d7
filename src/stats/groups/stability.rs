//! Whether the same groups come out when some units are drawn again.

use rayon::prelude::*;

use super::kmeans::kmeans;
use super::partition::{Partition, centres};
use super::points::{Points, squared};
use super::rand_index::adjusted_rand;
use crate::stats::{random::Stream, refused::Refused};

/// The mean adjusted Rand index between a grouping and those of `draws` bootstrap samples: each sample is divided by k-means, and all units
/// go to the nearest of its means.
///
/// C. Hennig, "Cluster-wise assessment of cluster stability", *Computational Statistics & Data Analysis* 52, 2007, with the index of Hubert and Arabie;
/// values below 0.6 say that the groups depend on which units are there. A sample with fewer than k different units is drawn again. `None` for more
/// groups than half the units: a sample holds some 63% of them, and hardly ever as many different ones as there are groups.
///
/// # Errors
/// As [`kmeans`].
pub fn stability(
    points: &Points,
    partition: &Partition,
    draws: u32,
    seed: u64,
) -> Result<Option<f64>, Refused> {
    let (n, k) = (points.len(), partition.k);
    points.check(k)?;
    if 2 * k > n {
        return Ok(None);
    }
    let one = |draw: u32| {
        let mut stream = Stream::new(seed, u64::from(draw));
        let sample = loop {
            let sample: Vec<usize> = (0..n).map(|_| stream.below(n as u32) as usize).collect();
            let mut different = sample.clone();
            different.sort_unstable();
            different.dedup();
            if different.len() >= k {
                break sample;
            }
        };
        let drawn = points.some(&sample);
        let made = kmeans(&drawn, k, 10, stream.next_u64())?;
        let centres = centres(&drawn, &made.groups, k);
        let nearest = |unit: usize| {
            let of = |group: &usize| squared(points.of(unit), &centres[*group]);
            (0..k).min_by(|a, b| of(a).total_cmp(&of(b))).unwrap_or(0)
        };
        let labels: Vec<usize> = (0..n).map(nearest).collect();
        Ok(adjusted_rand(&partition.groups, &labels))
    };
    let all: Vec<f64> = (0..draws.max(1)).into_par_iter().map(one).collect::<Result<_, _>>()?;
    Ok(Some(all.iter().sum::<f64>() / all.len() as f64))
}
