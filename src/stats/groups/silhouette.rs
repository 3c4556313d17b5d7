//! How well units fit their groups.

use super::partition::Partition;
use super::points::Points;

/// Silhouettes, from −1 (nearer to another group) to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Silhouette {
    /// Of each unit; 0 for one alone in its group.
    pub units: Vec<f64>,
    pub mean: f64,
}

/// (b − a)/max(a, b), a being the mean distance to the others of the group and b the least mean distance to another group.
///
/// P. J. Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis", *Journal of Computational and
/// Applied Mathematics* 20, 1987; `sklearn.metrics.silhouette_samples`. A mean below 0.25 says that the groups are drawn through a cloud without
/// gaps (L. Kaufman, P. J. Rousseeuw, *Finding Groups in Data*, 1990). O(n²·variables).
pub fn silhouette(points: &Points, partition: &Partition) -> Silhouette {
    let (units, mean) = (Vec::new(), 0.0);
    silhouettes(points, &[partition]).pop().unwrap_or(Silhouette { units, mean })
}

/// The silhouettes of the same units in several divisions: each distance is computed once.
pub fn silhouettes(points: &Points, partitions: &[&Partition]) -> Vec<Silhouette> {
    let sizes: Vec<Vec<usize>> = partitions.iter().map(|partition| partition.sizes()).collect();
    let mut distances = vec![0.0; points.len()];
    let mut all: Vec<Vec<f64>> = vec![Vec::with_capacity(points.len()); partitions.len()];
    for unit in 0..points.len() {
        for (other, distance) in distances.iter_mut().enumerate() {
            *distance = points.squared(unit, other).sqrt();
        }
        for ((partition, sizes), units) in partitions.iter().zip(&sizes).zip(&mut all) {
            units.push(of_unit(unit, partition, sizes, &distances));
        }
    }
    let made = all.into_iter().map(|units| {
        let mean = units.iter().sum::<f64>() / units.len().max(1) as f64;
        Silhouette { units, mean }
    });
    made.collect()
}

fn of_unit(unit: usize, partition: &Partition, sizes: &[usize], distances: &[f64]) -> f64 {
    let own = partition.groups[unit];
    if sizes[own] < 2 || partition.k < 2 {
        return 0.0;
    }
    let mut sums = vec![0.0; partition.k];
    for (distance, &group) in distances.iter().zip(&partition.groups) {
        sums[group] += distance;
    }
    let a = sums[own] / (sizes[own] - 1) as f64;
    let others = (0..partition.k).filter(|group| *group != own);
    let b = others.map(|group| sums[group] / sizes[group] as f64).fold(f64::INFINITY, f64::min);
    if a.max(b) > 0.0 { (b - a) / a.max(b) } else { 0.0 }
}
