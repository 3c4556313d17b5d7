//! Parts made to add up to their whole.

/// Parts scaled so that each component adds up to that of the whole.
///
/// A component that no part has, but the whole has, is divided like the sum of all components. F. F. Stephan, W. E. Deming,
/// *Annals of Mathematical Statistics* 11, 1940, in a single dimension. O(parts · components).
pub fn raked(parts: &mut [Vec<f64>], whole: &[f64]) {
    let totals: Vec<f64> = parts.iter().map(|part| part.iter().sum()).collect();
    let all: f64 = totals.iter().sum();
    for (i, wanted) in whole.iter().enumerate() {
        let sum: f64 = parts.iter().map(|part| part[i]).sum();
        for (part, total) in parts.iter_mut().zip(&totals) {
            part[i] = match sum > 0.0 {
                true => part[i] * (wanted / sum),
                false if all > 0.0 => wanted * total / all,
                false => 0.0,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_add_up() {
        let mut parts = vec![vec![1.0, 2.0, 0.0], vec![3.0, 2.0, 0.0]];
        raked(&mut parts, &[8.0, 4.0, 4.0]);
        assert_eq!(parts, [vec![2.0, 2.0, 1.5], vec![6.0, 2.0, 2.5]]);
        let mut none = vec![vec![0.0], vec![0.0]];
        raked(&mut none, &[5.0]);
        assert_eq!(none, [vec![0.0], vec![0.0]]);
    }
}
