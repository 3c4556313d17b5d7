//! The order of things by likeness: those that are alike stand side by side.

/// The leaves of the tree of average linkage, from left to right, for the distances of things from each other.
///
/// R. R. Sokal, C. D. Michener, "A statistical method for evaluating systematic relationships", *University of Kansas Science Bulletin* 38,
/// 1958 (UPGMA): the two nearest clusters are joined, at the mean distance of their members, until one is left;
/// `leaves_list(average(…))` of `scipy.cluster.hierarchy`. Of equal distances the first counts, and the older cluster stands at the left.
/// Only the lower triangle is read. O(n³), for some dozens.
pub fn order_by_likeness(distances: &[Vec<f64>]) -> Vec<usize> {
    // From the oldest to the latest.
    let mut clusters: Vec<Vec<usize>> = (0..distances.len()).map(|i| vec![i]).collect();
    let between = |a: &[usize], b: &[usize]| {
        let all = a.iter().flat_map(|&i| b.iter().map(move |&j| distances[i.max(j)][i.min(j)]));
        all.sum::<f64>() / (a.len() * b.len()) as f64
    };
    while clusters.len() > 1 {
        let mut nearest = (f64::INFINITY, 0, 1);
        for j in 1..clusters.len() {
            for i in 0..j {
                let distance = between(&clusters[i], &clusters[j]);
                if distance < nearest.0 {
                    nearest = (distance, i, j);
                }
            }
        }
        let (_, i, j) = nearest;
        let right = clusters.remove(j);
        let mut joined = clusters.remove(i);
        joined.extend(right);
        clusters.push(joined);
    }
    clusters.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `leaves_list(average(squareform(d)))` of scipy 1.17.
    #[test]
    fn leaves_are_those_of_scipy() {
        let order =
            |rows: &[&[f64]]| order_by_likeness(&rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>());
        let known: [&[f64]; 5] =
            [&[0.0], &[2.0, 0.0], &[6.0, 5.0, 0.0], &[10.0, 9.0, 4.0, 0.0], &[9.0, 8.0, 5.0, 3.0, 0.0]];
        assert_eq!(order(&known), [0, 1, 2, 3, 4]);
        let mixed: [&[f64]; 5] =
            [&[0.0], &[9.0, 0.0], &[1.0, 8.0, 0.0], &[7.0, 2.0, 7.5, 0.0], &[4.0, 6.0, 5.0, 5.5, 0.0]];
        assert_eq!(order(&mixed), [1, 3, 4, 0, 2]);
        assert_eq!(order(&[&[0.0]]), [0]);
        assert!(order(&[]).is_empty());
    }
}
