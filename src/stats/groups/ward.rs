//! Ward's groups: units joined two at a time.

use super::partition::Partition;
use super::points::Points;
use crate::stats::refused::Refused;

/// All distances are kept: 72 MB for the most units.
const MOST: usize = 3000;

/// Joins the two groups whose union adds least to the sum of squared distances, until k are left.
///
/// J. H. Ward, "Hierarchical grouping to optimize an objective function", *Journal of the American Statistical Association* 58, 1963, by chains of
/// nearest neighbours (F. Murtagh, *The Computer Journal* 26, 1983) and the recurrence of G. N. Lance, W. T. Williams, 1967;
/// `scipy.cluster.hierarchy.linkage(method="ward")`. Nothing is random. O(n²).
///
/// # Errors
/// k below 2 or above the number of units, more than 3,000 units.
pub fn ward(points: &Points, k: usize) -> Result<Partition, Refused> {
    points.check(k)?;
    WardTree::new(points)?.cut(points, k)
}

/// Ward's tree: which groups are joined, the cheapest joins first.
#[derive(Debug, Clone, PartialEq)]
pub struct WardTree {
    n: usize,
    joins: Vec<(usize, usize, f64)>,
}

impl WardTree {
    /// The tree of all units; see [`ward`].
    ///
    /// # Errors
    /// No unit, more than 3,000 units.
    pub fn new(points: &Points) -> Result<Self, Refused> {
        let n = points.len();
        if n == 0 {
            return Err(Refused::TooFew { n, needed: 1 });
        }
        if n > MOST {
            return Err(Refused::TooMany { n, most: MOST });
        }
        let mut joins = joins(points);
        joins.sort_by(|a, b| a.2.total_cmp(&b.2));
        Ok(Self { n, joins })
    }

    /// The k groups that are left after the n − k cheapest joins of the units it was made of.
    ///
    /// # Errors
    /// k below 2 or above the number of units.
    pub fn cut(&self, points: &Points, k: usize) -> Result<Partition, Refused> {
        points.check(k)?;
        let mut parent: Vec<usize> = (0..self.n).collect();
        fn root(parent: &[usize], mut i: usize) -> usize {
            while parent[i] != i {
                i = parent[i];
            }
            i
        }
        for &(a, b, _) in &self.joins[..self.n.saturating_sub(k)] {
            let (a, b) = (root(&parent, a), root(&parent, b));
            parent[a.max(b)] = a.min(b);
        }
        let labels: Vec<usize> = (0..self.n).map(|i| root(&parent, i)).collect();
        Ok(Partition::new(points, &labels))
    }

    /// The units from one end of the tree to the other, so that those of each group stand together, whatever the number of groups.
    ///
    /// `scipy.cluster.hierarchy.leaves_list(linkage(method="ward"))`: of two groups that are joined the older one stands at the left.
    pub fn order(&self) -> Vec<usize> {
        let n = self.n;
        // By the unit that stands for it: when a group was made, and its units in order.
        let mut groups: Vec<(usize, Vec<usize>)> = (0..n).map(|unit| (unit, vec![unit])).collect();
        let mut stands_for: Vec<usize> = (0..n).collect();
        for (made, (a, b, _)) in self.joins.iter().enumerate() {
            let (a, b) = (stands_for[*a], stands_for[*b]);
            let (own, other) = (std::mem::take(&mut groups[a]), std::mem::take(&mut groups[b]));
            let (mut left, right) = if own.0 < other.0 { (own, other) } else { (other, own) };
            left.1.extend(right.1);
            left.1.iter().for_each(|unit| stands_for[*unit] = a);
            groups[a] = (n + made, left.1);
        }
        groups.into_iter().map(|(_, units)| units).find(|units| units.len() == n).unwrap_or_default()
    }
}

/// All n − 1 joins: a unit of either group, and how far apart they are (squared).
fn joins(points: &Points) -> Vec<(usize, usize, f64)> {
    let n = points.len();
    let mut distance = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..i {
            let d = points.squared(i, j);
            (distance[i * n + j], distance[j * n + i]) = (d, d);
        }
    }
    let mut size = vec![1.0_f64; n];
    let mut joins = Vec::with_capacity(n.saturating_sub(1));
    let mut chain: Vec<usize> = Vec::new();
    while joins.len() + 1 < n {
        if chain.is_empty() {
            chain.extend(size.iter().position(|size| *size > 0.0));
        }
        let Some(&top) = chain.last() else { break };
        let before = chain.len().checked_sub(2).map(|at| chain[at]);
        // Of equal distances the group before in the chain counts, or the chain would never end.
        let mut nearest = before.map(|b| (distance[top * n + b], b));
        for other in (0..n).filter(|&other| other != top && size[other] > 0.0) {
            let d = distance[top * n + other];
            if nearest.is_none_or(|(least, _)| d < least) {
                nearest = Some((d, other));
            }
        }
        let Some((d, next)) = nearest else { break };
        if Some(next) != before {
            chain.push(next);
            continue;
        }
        chain.truncate(chain.len() - 2);
        let (kept, gone) = (top.min(next), top.max(next));
        joins.push((kept, gone, d));
        let (a, b) = (size[kept], size[gone]);
        for other in (0..n).filter(|&other| size[other] > 0.0 && other != kept && other != gone) {
            let c = size[other];
            let (da, db) = (distance[kept * n + other], distance[gone * n + other]);
            let joined = ((a + c) * da + (b + c) * db - c * d) / (a + b + c);
            (distance[kept * n + other], distance[other * n + kept]) = (joined, joined);
        }
        size[kept] = a + b;
        size[gone] = 0.0;
    }
    joins
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `leaves_list(linkage(…, method="ward"))` of scipy 1.17 on scores with denominator n (`tests/reference/small_views.py`).
    #[test]
    fn leaves_are_those_of_scipy_and_groups_stand_together() {
        let points = [[0.0, 0.1], [4.0, 4.2], [0.2, 0.0], [8.0, 0.5], [4.1, 4.0], [7.5, 0.0], [0.1, 0.5]];
        let column = |at: usize| points.iter().map(|point| point[at]).collect::<Vec<f64>>();
        let points = Points::standardised(&[column(0), column(1)]).unwrap();
        let tree = WardTree::new(&points).unwrap();
        assert_eq!(tree.order(), [6, 0, 2, 1, 4, 3, 5]);
        for k in 2..=6 {
            let groups = tree.cut(&points, k).unwrap().groups;
            assert_eq!(groups, ward(&points, k).unwrap().groups);
            let mut along: Vec<usize> = tree.order().into_iter().map(|unit| groups[unit]).collect();
            along.dedup();
            assert_eq!(along.len(), k);
        }
        assert!(tree.cut(&points, 1).is_err() && tree.cut(&points, 8).is_err());
    }
}
