//! Pretty breaks: round, equally spaced edges.

/// A step of 1, 2, 5 or 10 times a power of ten, kept as digit and power.
#[derive(Clone, Copy)]
struct Step {
    digit: f64,
    exponent: i32,
}

/// The lower edge and the upper edges of about `k` classes that cover `min..=max` (`min < max`), all multiples of a
/// round step. O(k).
///
/// P. S. Heckbert, "Nice numbers for graph labels", *Graphics Gems*, 1990, as in `mapclassify.PrettyBreaks` (which is
/// not R's `pretty`). It departs from `mapclassify` in three ways: the lower edge is the round number below the data
/// rather than the minimum; `k` = 1 counts as 2, since a step needs two ticks; and multiples of the step are computed
/// in decimal, so that a value on a round edge stays in its class and does not open an empty one.
pub(super) fn edges(min: f64, max: f64, k: usize) -> (f64, Vec<f64>) {
    /// Below this range the powers of ten used later would underflow.
    const LEAST_RANGE: f64 = 1e-250;
    if max - min < LEAST_RANGE {
        return (min, vec![max]);
    }
    let range = Step::at_least(max - min);
    let step = Step::nearest(range.times(1.0) / (k.max(2) - 1) as f64);
    let first = step.last_at_or_below(min);
    let last = step.first_at_or_above(max);
    let lower = step.times(first).min(min);
    let mut uppers: Vec<f64> = (1..=(last - first) as usize)
        .map(|i| step.times(first + i as f64))
        .filter(|&edge| edge > min && edge < max)
        .collect();
    uppers.push(step.times(last).max(max));
    (lower, uppers)
}

impl Step {
    /// The smallest step not below `x`.
    fn at_least(x: f64) -> Self {
        Self::of(x, |f| [1.0, 2.0, 5.0].into_iter().find(|&digit| f <= digit).unwrap_or(10.0))
    }

    /// The step nearest to `x`, roughly on a logarithmic scale: Heckbert's thresholds.
    fn nearest(x: f64) -> Self {
        Self::of(x, |f| match f {
            _ if f < 1.5 => 1.0,
            _ if f < 3.0 => 2.0,
            _ if f < 7.0 => 5.0,
            _ => 10.0,
        })
    }

    fn of(x: f64, digit: impl Fn(f64) -> f64) -> Self {
        let exponent = x.log10().floor() as i32;
        let digit = digit(x / 10_f64.powi(exponent));
        Self { digit, exponent }
    }

    /// The multiple `i` of the step. For a step below 1 it divides by a power of ten, which floating point holds
    /// exactly, so that 3 times 0.1 is exactly the number written 0.3.
    fn times(self, i: f64) -> f64 {
        let Self { digit, exponent } = self;
        if exponent < 0 { i * digit / 10_f64.powi(-exponent) } else { i * digit * 10_f64.powi(exponent) }
    }

    /// The largest multiple not above `x`; the rounded quotient alone can be off by one.
    fn last_at_or_below(self, x: f64) -> f64 {
        let i = (x / self.times(1.0)).floor();
        match i {
            _ if self.times(i + 1.0) <= x => i + 1.0,
            _ if self.times(i) > x => i - 1.0,
            _ => i,
        }
    }

    /// The smallest multiple not below `x`.
    fn first_at_or_above(self, x: f64) -> f64 {
        -self.last_at_or_below(-x)
    }
}

#[cfg(test)]
mod tests {
    use super::edges;

    #[test]
    fn edges_are_round() {
        assert_eq!(edges(0.13, 4111.45, 5), (0.0, vec![1000.0, 2000.0, 3000.0, 4000.0, 5000.0]));
        assert_eq!(edges(-7.0, 12.0, 4), (-10.0, vec![-5.0, 0.0, 5.0, 10.0, 15.0]));
    }

    #[test]
    fn data_on_round_edges_open_no_empty_class() {
        assert_eq!(edges(0.3, 0.8, 6), (0.3, vec![0.4, 0.5, 0.6, 0.7, 0.8]));
    }

    #[test]
    fn a_tiny_range_far_from_zero_ends() {
        let (lower, uppers) = edges(1e15, 1e15 + 0.125, 7);
        assert!(lower <= 1e15 && uppers.ends_with(&[1e15 + 0.125]));
        assert_eq!(edges(0.0, 5e-324, 5), (0.0, vec![5e-324]));
    }
}
