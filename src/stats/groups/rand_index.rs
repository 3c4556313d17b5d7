//! How much two ways of grouping the same units agree.

/// The adjusted Rand index: 1 for the same groups, around 0 for groups that agree by chance alone.
///
/// L. Hubert, P. Arabie, "Comparing partitions", *Journal of Classification* 2, 1985; `sklearn.metrics.adjusted_rand_score`. 1 where neither divides
/// anything, and where both divide everything. O(n + groups²).
pub fn adjusted_rand(a: &[usize], b: &[usize]) -> f64 {
    let size = |labels: &[usize]| labels.iter().copied().max().map_or(0, |most| most + 1);
    let (rows, columns) = (size(a), size(b));
    let mut table = vec![0_u64; rows * columns];
    a.iter().zip(b).for_each(|(a, b)| table[a * columns + b] += 1);
    let pairs = |count: u64| (count * count.saturating_sub(1) / 2) as f64;
    let both: f64 = table.iter().copied().map(pairs).sum();
    let in_a: f64 = (0..rows).map(|i| pairs(table[i * columns..(i + 1) * columns].iter().sum())).sum();
    let in_b: f64 = (0..columns).map(|j| pairs((0..rows).map(|i| table[i * columns + j]).sum())).sum();
    let all = pairs(a.len() as u64);
    let expected = in_a * in_b / all;
    let most = (in_a + in_b) / 2.0;
    if all == 0.0 || most == expected { 1.0 } else { (both - expected) / (most - expected) }
}
