//! Ranks, with equal values sharing theirs.

/// The rank of each value, from 1 for the least; equal values all get the mean of the ranks they span.
///
/// M. G. Kendall, "The treatment of ties in ranking problems", *Biometrika* 33(3), 1945: mid-ranks, which keep
/// the sum of the ranks. `scipy.stats.rankdata(method="average")`. Finite values. O(n log n).
pub(super) fn mid_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    // Adding 0 makes one value of −0 and 0.
    order.sort_unstable_by(|&i, &j| (values[i] + 0.0).total_cmp(&(values[j] + 0.0)));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for tied in order.chunk_by(|&i, &j| values[i] == values[j]) {
        let rank = before as f64 + (tied.len() + 1) as f64 / 2.0;
        for &i in tied {
            ranks[i] = rank;
        }
        before += tied.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::mid_ranks;

    #[test]
    fn equal_values_share_their_ranks() {
        assert_eq!(mid_ranks(&[30.0, 10.0, 20.0, 10.0]), [4.0, 1.5, 3.0, 1.5]);
        assert_eq!(mid_ranks(&[0.0, -0.0, 5.0]), [1.5, 1.5, 3.0]);
        assert_eq!(mid_ranks(&[7.0; 5]), [3.0; 5]);
        assert!(mid_ranks(&[]).is_empty());
    }
}
