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
    let sizes = partition.sizes();
    let of = |unit: usize| {
        let own = partition.groups[unit];
        if sizes[own] < 2 || partition.k < 2 {
            return 0.0;
        }
        let mut sums = vec![0.0; partition.k];
        for (other, &group) in partition.groups.iter().enumerate() {
            sums[group] += points.squared(unit, other).sqrt();
        }
        let a = sums[own] / (sizes[own] - 1) as f64;
        let others = (0..partition.k).filter(|group| *group != own);
        let b = others.map(|group| sums[group] / sizes[group] as f64).fold(f64::INFINITY, f64::min);
        if a.max(b) > 0.0 { (b - a) / a.max(b) } else { 0.0 }
    };
    let units: Vec<f64> = (0..points.len()).map(of).collect();
    let mean = units.iter().sum::<f64>() / units.len().max(1) as f64;
    Silhouette { units, mean }
}
