//! Which pair decides the direction of a correlation: leaving out one at a time.

use super::correlation::pearson;

/// Below this a coefficient has no direction: it is written as zero.
const NONE: f64 = 0.0005;

/// The pair without which Pearson's r has the other sign, and that r; of several, the one that turns it furthest.
pub fn turning_pair(x: &[f64], y: &[f64]) -> Option<(usize, f64)> {
    let whole = pearson(x, y).ok()?.r;
    let without = |i: usize| {
        let rest = |all: &[f64]| [&all[..i], &all[i + 1..]].concat();
        Some((i, pearson(&rest(x), &rest(y)).ok()?.r))
    };
    let turned = (0..x.len()).filter_map(without).filter(|(_, r)| r * whole < 0.0 && r.abs() >= NONE);
    turned.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// numpy: `np.corrcoef` of all five is 0.7234, and −1 without the last.
    #[test]
    fn a_far_point_decides_a_line() {
        let (x, y) = ([1.0, 2.0, 3.0, 4.0, 20.0], [4.0, 3.0, 2.0, 1.0, 6.0]);
        let (pair, r) = turning_pair(&x, &y).expect("the last");
        assert_eq!(pair, 4);
        assert!((r + 1.0).abs() < 1e-12);
        assert_eq!(turning_pair(&[1.0, 2.0, 3.0, 4.0], &[1.0, 2.5, 2.6, 4.0]), None);
    }
}
