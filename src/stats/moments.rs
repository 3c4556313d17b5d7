//! Mean and sample standard deviation that stay precise on large values.

/// The arithmetic mean, summed around the first value so that a large common offset costs no digits.
///
/// O(n). NaN for an empty slice.
pub(crate) fn mean(values: &[f64]) -> f64 {
    let origin = values.first().copied().unwrap_or(f64::NAN);
    let shifted: f64 = values.iter().map(|x| x - origin).sum();
    origin + shifted / values.len() as f64
}

/// The sample standard deviation (denominator n − 1), by the corrected two-pass formula.
///
/// T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample variance", *The American
/// Statistician* 37(3), 1983, eq. 1.7. O(n). NaN for fewer than two values.
pub(crate) fn sample_sd(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let centre = mean(values);
    let (sum, squares) = values.iter().fold((0.0, 0.0), |(sum, squares), x| {
        let d = x - centre;
        (sum + d, squares + d * d)
    });
    if values.len() < 2 {
        return f64::NAN;
    }
    // `sum` is the rounding error left in the mean; subtracting its share corrects the second pass.
    ((squares - sum * sum / n) / (n - 1.0)).max(0.0).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{mean, sample_sd};

    #[test]
    fn a_large_offset_costs_no_digits() {
        let values = [1e15 + 1.0, 1e15 + 2.0, 1e15 + 3.0, 1e15 + 4.0];
        assert_eq!(mean(&values), 1e15 + 2.5);
        assert!((sample_sd(&values) - (5.0_f64 / 3.0).sqrt()).abs() < 1e-15);
    }

    #[test]
    fn too_few_values_give_nan() {
        assert!(mean(&[]).is_nan());
        assert!(sample_sd(&[1.0]).is_nan());
    }
}
