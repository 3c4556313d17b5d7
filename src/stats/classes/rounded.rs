//! Edges a legend can print without lying.

use super::{Classes, Intervals};

/// The most decimals a legend prints; beyond, a floating-point number has few true digits left.
const MAX_DECIMALS: usize = 12;

impl Classes {
    /// The edges as the legend prints them: rounded to the fewest decimals, `min_decimals` or more, that
    /// leave every one of `values` in its class. The legend and the colours then tell the same story.
    ///
    /// Inner edges are rounded to nearest, or to the other side where only that keeps the classes; the first
    /// is rounded down and the last up, to contain their class. Where not even 12 decimals are enough, returns 12 and the edges as they are.
    ///
    /// O(n log k).
    pub fn rounded(&self, values: &[f64], min_decimals: usize) -> (usize, Intervals) {
        let gaps = gaps(&self.intervals, values);
        (min_decimals..=MAX_DECIMALS)
            .find_map(|decimals| Some((decimals, round(&self.intervals, &gaps, decimals)?)))
            .unwrap_or_else(|| (MAX_DECIMALS, self.intervals.clone()))
    }
}

/// For each inner edge, the largest value at or below it and the least above it: the edge can move within
/// `below <= edge < above` and no value changes class.
fn gaps(intervals: &Intervals, values: &[f64]) -> Vec<(f64, f64)> {
    let mut gaps = vec![(f64::NEG_INFINITY, f64::INFINITY); intervals.len() - 1];
    for &x in values {
        if let Some(class) = intervals.class_of(x) {
            if let Some((below, _)) = gaps.get_mut(class) {
                *below = below.max(x);
            }
            if let Some((_, above)) = class.checked_sub(1).and_then(|edge| gaps.get_mut(edge)) {
                *above = above.min(x);
            }
        }
    }
    // An empty class leaves its edges to the values of the classes beyond.
    for i in 1..gaps.len() {
        gaps[i].0 = gaps[i].0.max(gaps[i - 1].0);
    }
    for i in (1..gaps.len()).rev() {
        gaps[i - 1].1 = gaps[i - 1].1.min(gaps[i].1);
    }
    gaps
}

/// The intervals at so many decimals, if every edge stays in its gap and the edges stay apart.
fn round(intervals: &Intervals, gaps: &[(f64, f64)], decimals: usize) -> Option<Intervals> {
    let (last, inner) = intervals.uppers().split_last()?;
    let within_gap = |(&edge, &(below, above)): (&f64, &(f64, f64))| {
        let candidates = [nearest(edge, decimals), -floor(-edge, decimals), floor(edge, decimals)];
        candidates.into_iter().find(|&rounded| below <= rounded && rounded < above)
    };
    let mut uppers: Vec<f64> = inner.iter().zip(gaps).map(within_gap).collect::<Option<_>>()?;
    uppers.push(-floor(-last, decimals));
    let lower = floor(intervals.lower(), decimals);
    let apart = lower <= uppers[0] && uppers.is_sorted_by(|a, b| a < b);
    apart.then(|| Intervals::new(lower, uppers))
}

/// `x` rounded to the nearest number of so many decimals. Goes through text because scaling by a power of
/// ten rounds twice: 0.29 times 100 is 28.999999999999996.
fn nearest(x: f64, decimals: usize) -> f64 {
    // What the standard library writes, it reads; and −0 becomes 0.
    format!("{x:.decimals$}").parse().unwrap_or(x) + 0.0
}

/// The largest number of so many decimals not above `x`.
fn floor(x: f64, decimals: usize) -> f64 {
    let rounded = nearest(x, decimals);
    if rounded <= x {
        return rounded;
    }
    // Where a step is as fine as floating point itself, one step down can round back up past `x`.
    nearest(rounded - 0.1_f64.powi(decimals as i32), decimals).min(x)
}

#[cfg(test)]
mod tests {
    use super::super::{Scheme, classify};
    use super::{floor, nearest};

    #[test]
    fn rounds_as_decimals_do() {
        assert_eq!(nearest(0.29, 2), 0.29);
        assert_eq!(floor(0.29, 2), 0.29);
        assert_eq!(floor(0.299, 2), 0.29);
        assert_eq!(floor(-0.291, 2), -0.3);
        assert_eq!(nearest(-0.3, 0).to_bits(), 0.0_f64.to_bits());
        assert_eq!(floor(1e15 + 0.5, 0), 1e15);
    }

    #[test]
    fn floor_holds_where_decimals_are_as_fine_as_floating_point() {
        for x in [-4896104.3871538425, 4896104.3871538425, -4742199.5827432955] {
            assert!((0..=12).all(|decimals| floor(x, decimals) <= x));
        }
    }

    #[test]
    fn takes_the_fewest_decimals_that_keep_every_value_in_its_class() {
        let values = [1.02, 1.04, 1.26, 1.28, 1.94];
        let classes = classify(&values, Scheme::FisherJenks, 3, &[]).expect("sound");
        // 1.04 to the nearest decimal would be 1.0, and both its values would pass to the second class: 1.1
        // keeps them. Whole numbers have nothing between 1.04 and 1.26.
        let (decimals, intervals) = classes.rounded(&values, 0);
        assert_eq!(decimals, 1);
        assert_eq!(intervals.lower(), 1.0);
        assert_eq!(intervals.uppers(), [1.1, 1.3, 2.0]);
    }

    #[test]
    fn outer_edges_contain_the_data() {
        let values = [0.6, 10.4, 20.2];
        let classes = classify(&values, Scheme::EqualInterval, 1, &[]).expect("sound");
        let (decimals, intervals) = classes.rounded(&values, 0);
        assert_eq!((decimals, intervals.lower()), (0, 0.0));
        assert_eq!(intervals.uppers(), [21.0]);
        assert_eq!(classes.rounded(&values, 1).1.uppers(), [20.2]);
    }

    #[test]
    fn edges_too_close_to_print_stay_as_they_are() {
        let values = [1e-14, 2e-14, 3e-14];
        let classes = classify(&values, Scheme::FisherJenks, 3, &[]).expect("sound");
        assert_eq!(classes.rounded(&values, 0), (12, classes.intervals.clone()));
    }
}
