//! Equal intervals.

/// Upper edges of `k` classes of equal width, `min + (max − min)·j/k`; the last is `max` itself. O(k).
///
/// `mapclassify` adds up the width instead, so an edge can be a rounding error away from the number it should be
/// (0.30000000000000004) and a value on it falls into the other class.
pub(super) fn uppers(min: f64, max: f64, k: usize) -> Vec<f64> {
    (1..=k)
        .map(|j| match j {
            _ if j == k => max,
            _ => min + (max - min) * j as f64 / k as f64,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::uppers;

    #[test]
    fn a_round_edge_is_the_round_number() {
        assert_eq!(uppers(0.0, 1.0, 10), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]);
    }
}
