//! Edges a legend can print without lying.

use super::{Classes, Intervals, Scheme};
use crate::base::decimal;

/// The most decimals a legend prints; beyond, a floating-point number has few true digits left.
const MAX_DECIMALS: usize = 12;

/// What an edge can move within: the largest value below it, and the least above.
type Gap = (f64, f64);

impl Classes {
    /// The edges as the legend prints them: rounded to the fewest decimals, `min_decimals` or more, at which every one
    /// of `values` is in its class, both as it is and as it is printed with so many. The legend, the colours and the
    /// numbers beside them then tell the same story.
    ///
    /// Inner edges are rounded to nearest, or to the other side where only that keeps the classes. The outermost stay as
    /// they are, and so are printed as the least and the largest value are. Where not even 12 decimals are enough,
    /// returns 12 and the edges as they are.
    ///
    /// O(n log k) for each number of decimals tried.
    pub fn rounded(&self, values: &[f64], min_decimals: usize) -> (usize, Intervals) {
        let exact = gaps(&self.intervals, values, |x| x);
        // Edges set by hand are printed as they were set.
        let inner = self.intervals.uppers().split_last().map_or(&[][..], |(_, inner)| inner);
        let by_hand =
            inner.iter().filter(|_| self.scheme == Scheme::Manual).map(|edge| decimal::places(*edge));
        let least = by_hand.chain([min_decimals]).max().unwrap_or(min_decimals).min(MAX_DECIMALS);
        (least..=MAX_DECIMALS)
            .find_map(|decimals| Some((decimals, round(&self.intervals, &exact, values, decimals)?)))
            .unwrap_or_else(|| (MAX_DECIMALS, self.intervals.clone()))
    }
}

/// For each inner edge, the largest value of the classes below it and the least of those above, as they are written: the
/// edge can move within `below <= edge < above` and no value changes class.
fn gaps(intervals: &Intervals, values: &[f64], written: impl Fn(f64) -> f64) -> Vec<Gap> {
    let mut gaps = vec![(f64::NEG_INFINITY, f64::INFINITY); intervals.len() - 1];
    for &x in values {
        if let Some(class) = intervals.class_of(x) {
            let x = written(x);
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

/// The intervals at so many decimals, if every edge stays in its gaps and the edges stay apart.
fn round(intervals: &Intervals, exact: &[Gap], values: &[f64], decimals: usize) -> Option<Intervals> {
    let (last, inner) = intervals.uppers().split_last()?;
    let step = 0.1_f64.powi(decimals as i32);
    let printed = gaps(intervals, values, |x| decimal::rounded(x, decimals));
    let within_gaps = |(&edge, (exact, printed)): (&f64, (&Gap, &Gap))| {
        let (below, above) = (exact.0.max(printed.0), exact.1.min(printed.1));
        // The nearest first, then its neighbour on the other side of the edge; one that can be written stays.
        let nearest = decimal::rounded(edge, decimals);
        if nearest == edge {
            return (below <= edge && edge < above).then_some(edge);
        }
        let other = decimal::rounded(if nearest < edge { nearest + step } else { nearest - step }, decimals);
        [nearest, other].into_iter().find(|&rounded| below <= rounded && rounded < above)
    };
    let pairs = exact.iter().zip(&printed);
    let mut uppers: Vec<f64> = inner.iter().zip(pairs).map(within_gaps).collect::<Option<_>>()?;
    let apart = |lower: f64, uppers: &[f64]| lower <= uppers[0] && uppers.is_sorted_by(|a, b| a < b);
    // As they will read, then as they are.
    uppers.push(decimal::rounded(*last, decimals));
    let reads = apart(decimal::rounded(intervals.lower(), decimals), &uppers);
    uppers.pop();
    uppers.push(*last);
    (reads && apart(intervals.lower(), &uppers)).then(|| Intervals::new(intervals.lower(), uppers))
}

impl Intervals {
    /// With the outermost edges moved outwards to numbers of so many decimals: breaks that a hand can go on from, and
    /// that hold every value.
    #[must_use]
    pub fn widened(&self, decimals: usize) -> Self {
        let mut uppers = self.uppers().to_vec();
        if let Some(last) = uppers.last_mut() {
            *last = -floor(-*last, decimals);
        }
        Self::new(floor(self.lower(), decimals), uppers)
    }
}

/// The largest number of so many decimals not above `x`.
fn floor(x: f64, decimals: usize) -> f64 {
    let rounded = decimal::rounded(x, decimals);
    if rounded <= x {
        return rounded;
    }
    // Where a step is as fine as floating point itself, one step down can round back up past `x`.
    decimal::rounded(rounded - 0.1_f64.powi(decimals as i32), decimals).min(x)
}

#[cfg(test)]
mod tests {
    use super::super::{Scheme, classify};
    use super::floor;

    #[test]
    fn takes_the_fewest_decimals_that_keep_every_value_in_its_class() {
        let values = [1.02, 1.04, 1.26, 1.28, 1.94];
        let classes = classify(&values, Scheme::FisherJenks, 3, &[]).expect("sound");
        // 1.04 to the nearest decimal would be 1.0, and both its values would pass to the second class: 1.1
        // keeps them. 1.28 is printed 1.3, and must not be above it. Whole numbers have nothing between 1.04 and 1.26.
        let (decimals, intervals) = classes.rounded(&values, 0);
        assert_eq!(decimals, 1);
        assert_eq!(intervals.lower(), 1.02);
        assert_eq!(intervals.uppers(), [1.1, 1.3, 1.94]);
    }

    #[test]
    fn floor_holds_where_decimals_are_as_fine_as_floating_point() {
        assert_eq!([floor(0.29, 2), floor(0.299, 2), floor(-0.291, 2)], [0.29, 0.29, -0.3]);
        assert_eq!(floor(1e15 + 0.5, 0), 1e15);
        for x in [-4896104.3871538425, 4896104.3871538425, -4742199.5827432955] {
            assert!((0..=12).all(|decimals| floor(x, decimals) <= x));
        }
    }

    #[test]
    fn outer_edges_stay_and_are_widened_for_a_hand() {
        let values = [0.6, 10.4, 20.2];
        let classes = classify(&values, Scheme::EqualInterval, 1, &[]).expect("sound");
        let (decimals, intervals) = classes.rounded(&values, 0);
        assert_eq!((decimals, intervals.lower(), intervals.uppers()), (0, 0.6, &[20.2][..]));
        let widened = intervals.widened(0);
        assert_eq!((widened.lower(), widened.uppers()), (0.0, &[21.0][..]));
        assert_eq!(classes.rounded(&values, 1).1.widened(1).uppers(), [20.2]);
    }

    #[test]
    fn a_value_is_printed_within_its_printed_class() {
        // 142.76 is the end of its class and 142.84 the begin of the next: both are printed 142.8 with one decimal.
        let values = [96.85, 142.76, 142.84, 344.44];
        let classes = classify(&values, Scheme::Manual, 0, &[142.8, 344.44]).expect("sound");
        let (decimals, intervals) = classes.rounded(&values, 1);
        assert_eq!((decimals, intervals.lower()), (2, 96.85));
        assert_eq!(intervals.uppers(), [142.8, 344.44]);
    }

    #[test]
    fn edges_too_close_to_print_stay_as_they_are() {
        let values = [1e-14, 2e-14, 3e-14];
        let classes = classify(&values, Scheme::FisherJenks, 3, &[]).expect("sound");
        assert_eq!(classes.rounded(&values, 0), (12, classes.intervals.clone()));
    }
}
