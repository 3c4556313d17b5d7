//! A smooth curve through a cloud of points, with no assumption about its shape.

use super::pairs::{check, varies};
use super::{Axis, StatsError};

/// The fewest points a curve is fitted to.
const NEEDED: usize = 3;
/// Weights at or below this are treated as zero.
const NO_WEIGHT: f64 = 1e-12;
/// A neighbourhood whose x values spread less than this share of its radius counts as having a single x, and gets no
/// slope.
const NO_SPREAD: f64 = 1e-6;

/// Settings of [`lowess`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lowess {
    /// The share of the points in each neighbourhood, from 0 to 1: larger is smoother.
    pub fraction: f64,
    /// How many times the fit is repeated, each time with less weight on points far from the curve.
    pub iterations: usize,
    /// Points nearer than this to the last fitted one, in units of x, are interpolated; 0 fits every point. Beyond a
    /// thousand points, a hundredth of the range of x costs little precision and saves nearly all the work.
    pub delta: f64,
}

impl Default for Lowess {
    /// Neighbourhoods of two thirds of the points, three repetitions, every point fitted.
    fn default() -> Self {
        Self { fraction: 2.0 / 3.0, iterations: 3, delta: 0.0 }
    }
}

/// The height of the curve at each x, in input order.
///
/// At each x a weighted least-squares line is fitted to the k nearest points, with weights (1 − d³)³ that fall with
/// distance. The whole fit is then repeated with each weight multiplied by (1 − (e/6m)²)², where e is the residual of
/// the point and m the median |e|. W. S. Cleveland, "Robust locally weighted regression and smoothing scatterplots",
/// *Journal of the American Statistical Association* 74, 1979; `statsmodels.nonparametric.lowess`, whose rules for k
/// = ⌊fraction·n⌋ (at least 2), ties and `delta` are followed. It departs from `statsmodels` where the result there
/// depends on the order of the rows or on the unit of measurement:
///
/// - points that share an x are taken by ascending y, so the order of the input is irrelevant;
/// - a neighbourhood with a single x gives its weighted mean (`statsmodels`: NaN);
/// - whether a neighbourhood has a slope is judged against its radius (`statsmodels`: against 10⁻¹² square units);
/// - where fewer than two neighbours have any weight, the result is the mean of the points at that x (`statsmodels`:
///   the first).
///
/// O(n·k) for each of `iterations` + 1 passes.
///
/// # Errors
///
/// See [`StatsError`]: it needs at least three points and an x that varies. A constant y is returned as it is.
pub fn lowess(x: &[f64], y: &[f64], settings: Lowess) -> Result<Vec<f64>, StatsError> {
    check(x, y, NEEDED)?;
    if !varies(x) {
        return Err(StatsError::NoVariation { which: Axis::X });
    }
    let mut order: Vec<usize> = (0..x.len()).collect();
    order.sort_unstable_by(|&i, &j| {
        let key = |i: usize, values: &[f64]| values[i] + 0.0;
        key(i, x).total_cmp(&key(j, x)).then(key(i, y).total_cmp(&key(j, y)))
    });
    // Measured from a local origin, so that a large common offset costs no digits.
    let (left, low) = (x[order[0]], y[order[0]]);
    let points = Points {
        x: order.iter().map(|&i| x[i] - left).collect(),
        y: order.iter().map(|&i| y[i] - low).collect(),
    };
    // The tolerance takes k up to the next integer where rounding left the product just below it.
    let k = (settings.fraction * x.len() as f64 + 1e-10) as usize;
    let k = k.clamp(2, x.len());
    let mut trust = vec![1.0; x.len()];
    let mut fitted = points.pass(k, settings.delta, &trust);
    for _ in 0..settings.iterations {
        robust_weights(&points.y, &fitted, &mut trust);
        fitted = points.pass(k, settings.delta, &trust);
    }
    let mut curve = vec![0.0; x.len()];
    for (place, height) in order.into_iter().zip(fitted) {
        curve[place] = height + low;
    }
    Ok(curve)
}

/// The points by ascending x, from a local origin.
struct Points {
    x: Vec<f64>,
    y: Vec<f64>,
}

impl Points {
    /// One fit of the whole curve.
    fn pass(&self, k: usize, delta: f64, trust: &[f64]) -> Vec<f64> {
        let (x, n) = (&self.x, self.x.len());
        let mut fitted = vec![0.0; n];
        let mut weights = Vec::with_capacity(k);
        let (mut start, mut at) = (0, 0);
        let mut last: Option<usize> = None;
        loop {
            // Slides the neighbourhood right while that brings it nearer to the point.
            while start + k < n && x[at] - x[start] > x[start + k] - x[at] {
                start += 1;
            }
            fitted[at] = self.fit(at, start..start + k, trust, &mut weights);
            if let Some(last) = last {
                let (from, to) = (fitted[last], fitted[at]);
                for between in last + 1..at {
                    let share = (x[between] - x[last]) / (x[at] - x[last]);
                    fitted[between] = share * to + (1.0 - share) * from;
                }
            }
            // Points with the same x have the same height; the next one fitted is the farthest within delta.
            let mut done = at;
            let mut beyond = at + 1;
            while beyond < n && x[beyond] <= x[at] + delta.max(0.0) {
                if x[beyond] == x[at] {
                    fitted[beyond] = fitted[at];
                    done = beyond;
                }
                beyond += 1;
            }
            if done + 1 >= n {
                return fitted;
            }
            last = Some(done);
            // Where the points end within delta, the last two are both fitted.
            at = (beyond.min(n - 1) - 1).max(done + 1);
        }
    }

    /// The height of the local line at one point.
    fn fit(&self, at: usize, near: std::ops::Range<usize>, trust: &[f64], weights: &mut Vec<f64>) -> f64 {
        let here = self.x[at];
        let (x, y) = (&self.x[near.clone()], &self.y[near.clone()]);
        let radius = (here - x[0]).max(x[x.len() - 1] - here);
        let cubed = |v: f64| v * v * v;
        let tricube =
            |x: &f64| if radius > 0.0 { cubed(1.0 - cubed((x - here).abs() / radius)) } else { 1.0 };
        weights.clear();
        weights.extend(x.iter().zip(&trust[near]).map(|(x, trust)| tricube(x) * trust));
        if weights.iter().filter(|w| **w > NO_WEIGHT).count() < 2 {
            return self.mean_at(at);
        }
        let total: f64 = weights.iter().sum();
        let mean = |values: &[f64]| values.iter().zip(&*weights).map(|(v, w)| v * w).sum::<f64>() / total;
        let (x_mean, y_mean) = (mean(x), mean(y));
        let (mut squares, mut products) = (0.0, 0.0);
        for ((x, y), w) in x.iter().zip(y).zip(&*weights) {
            squares += w * (x - x_mean) * (x - x_mean);
            products += w * (x - x_mean) * (y - y_mean);
        }
        if (squares / total).sqrt() <= NO_SPREAD * radius {
            return y_mean;
        }
        y_mean + products / squares * (here - x_mean)
    }

    /// The mean of the points that share an x.
    fn mean_at(&self, at: usize) -> f64 {
        let from = self.x.partition_point(|x| *x < self.x[at]);
        let to = self.x.partition_point(|x| *x <= self.x[at]);
        self.y[from..to].iter().sum::<f64>() / (to - from) as f64
    }
}

/// (1 − (e/6m)²)² for each residual e, where m is the median |e|. If m is 0, every point off the curve gets weight 0.
fn robust_weights(y: &[f64], fitted: &[f64], trust: &mut [f64]) {
    let mut sizes: Vec<f64> = y.iter().zip(fitted).map(|(y, fitted)| (y - fitted).abs()).collect();
    for (trust, size) in trust.iter_mut().zip(&sizes) {
        *trust = *size;
    }
    sizes.sort_unstable_by(f64::total_cmp);
    let median = (sizes[(sizes.len() - 1) / 2] + sizes[sizes.len() / 2]) / 2.0;
    for trust in trust {
        let u = if median > 0.0 { (*trust / (6.0 * median)).min(1.0) } else { f64::from(*trust > 0.0) };
        *trust = (1.0 - u * u) * (1.0 - u * u);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_of_points_are_two_means() {
        let x = [1.0, 1.0, 1.0, 5.0, 5.0, 5.0];
        let y = [1.0, 2.0, 3.0, 10.0, 20.0, 30.0];
        let settings = Lowess { fraction: 0.5, iterations: 0, ..Lowess::default() };
        let curve = lowess(&x, &y, settings).unwrap();
        for (ours, expected) in curve.iter().zip([2.0, 2.0, 2.0, 20.0, 20.0, 20.0]) {
            assert!((ours - expected).abs() < 1e-12, "{curve:?}");
        }
    }

    #[test]
    fn an_outlier_does_not_bend_the_curve() {
        let x: Vec<f64> = (0..30).map(f64::from).collect();
        let mut y: Vec<f64> = x.iter().map(|x| 2.0 * x + (x * 7.0).sin() / 10.0).collect();
        y[14] = 500.0;
        let curve = lowess(&x, &y, Lowess::default()).unwrap();
        assert!((curve[14] - 28.0).abs() < 0.2, "{}", curve[14]);
    }

    #[test]
    fn what_cannot_be_smoothed_says_why() {
        let x = [1.0, 2.0, 3.0];
        let all = Lowess::default();
        assert_eq!(lowess(&[2.0; 3], &x, all), Err(StatsError::NoVariation { which: Axis::X }));
        assert_eq!(lowess(&x[..2], &x[..2], all), Err(StatsError::TooFew { n: 2, needed: 3 }));
        assert_eq!(lowess(&x, &x[..2], all), Err(StatsError::LengthMismatch { x: 3, y: 2 }));
        assert_eq!(lowess(&x, &[4.0; 3], all), Ok(vec![4.0; 3]));
    }

    #[test]
    fn settings_out_of_range_are_brought_within() {
        let (x, y) = ([1.0, 2.0, 4.0, 7.0], [3.0, 1.0, 2.0, 5.0]);
        let with = |fraction, delta| lowess(&x, &y, Lowess { fraction, iterations: 1, delta });
        assert_eq!(with(9.0, 0.0), with(1.0, -1.0));
        assert_eq!(with(f64::NAN, f64::NAN), with(0.0, 0.0));
        assert!(with(1.0, f64::INFINITY).is_ok());
    }
}
