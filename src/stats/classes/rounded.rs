//! Rounded class edges that a legend can show without misstating any value.

use super::{Classes, Intervals, Scheme};
use crate::base::decimal;

/// The most decimals a legend shows; beyond them a floating-point number has few reliable digits.
const MAX_DECIMALS: usize = 12;

/// The range an edge may move within: the largest value below it and the smallest above.
type Gap = (f64, f64);

impl Classes {
    /// The edges as the legend shows them: rounded to the fewest decimals, but at least `min_decimals`, at which
    /// every one of `values` stays in its class, both exact and rounded to the same number of decimals. Legend,
    /// colours and displayed values then agree.
    ///
    /// Inner edges are rounded to nearest, or the other way where only that preserves the classes. The outermost
    /// edges stay exact, so they are shown as the smallest and the largest value are. Where even 12 decimals are not
    /// enough, it returns 12 and the exact edges.
    ///
    /// O(n log k) for each number of decimals tried.
    pub fn rounded(&self, values: &[f64], min_decimals: usize) -> (usize, Intervals) {
        let exact = gaps(&self.intervals, values, |x| x);
        // Edges typed by the user are shown as typed.
        let inner = self.intervals.uppers().split_last().map_or(&[][..], |(_, inner)| inner);
        let by_hand =
            inner.iter().filter(|_| self.scheme == Scheme::Manual).map(|edge| decimal::places(*edge));
        let least = by_hand.chain([min_decimals]).max().unwrap_or(min_decimals).min(MAX_DECIMALS);
        (least..=MAX_DECIMALS)
            .find_map(|decimals| Some((decimals, round(&self.intervals, &exact, values, decimals, true)?)))
            .unwrap_or_else(|| (MAX_DECIMALS, self.intervals.clone()))
    }
}

impl Classes {
    /// The edges for the legend of a map of `shown`, which are some of the values that were classified: those of one
    /// date. They need fewer decimals than [`rounded`](Self::rounded) takes for the values of all dates, which lie
    /// closer together. Every edge is then the nearest to the exact one, so that the legends of two dates differ at
    /// most in decimals.
    ///
    /// O(n log k) for each number of decimals tried.
    pub fn for_legend(&self, shown: &[f64], classified: &[f64], min_decimals: usize) -> (usize, Intervals) {
        let rounded = self.rounded(classified, min_decimals);
        if self.scheme == Scheme::Manual {
            return rounded;
        }
        let exact = gaps(&self.intervals, shown, |x| x);
        let fewer = (min_decimals..rounded.0)
            .find_map(|decimals| Some((decimals, round(&self.intervals, &exact, shown, decimals, false)?)));
        fewer.unwrap_or(rounded)
    }
}

/// For each inner edge, the largest value of the classes below it and the smallest of those above, as displayed:
/// while `below <= edge < above` no value changes class.
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
    // Around an empty class the limits come from the values of the classes beyond.
    for i in 1..gaps.len() {
        gaps[i].0 = gaps[i].0.max(gaps[i - 1].0);
    }
    for i in (1..gaps.len()).rev() {
        gaps[i - 1].1 = gaps[i - 1].1.min(gaps[i].1);
    }
    gaps
}

/// The intervals rounded to this many decimals, if every edge stays within its gaps and no two edges meet; edges are
/// rounded the other way too if `both_ways`.
fn round(
    intervals: &Intervals,
    exact: &[Gap],
    values: &[f64],
    decimals: usize,
    both_ways: bool,
) -> Option<Intervals> {
    let (last, inner) = intervals.uppers().split_last()?;
    let step = 0.1_f64.powi(decimals as i32);
    let printed = gaps(intervals, values, |x| decimal::rounded(x, decimals));
    let within_gaps = |(&edge, (exact, printed)): (&f64, (&Gap, &Gap))| {
        let (below, above) = (exact.0.max(printed.0), exact.1.min(printed.1));
        // The nearest multiple first, then the one on the other side of the edge; an edge that already has so few
        // decimals stays.
        let nearest = decimal::rounded(edge, decimals);
        if nearest == edge {
            return (below <= edge && edge < above).then_some(edge);
        }
        let other = decimal::rounded(if nearest < edge { nearest + step } else { nearest - step }, decimals);
        let ways = if both_ways { 2 } else { 1 };
        [nearest, other].into_iter().take(ways).find(|&rounded| below <= rounded && rounded < above)
    };
    let pairs = exact.iter().zip(&printed);
    let mut uppers: Vec<f64> = inner.iter().zip(pairs).map(within_gaps).collect::<Option<_>>()?;
    let apart = |lower: f64, uppers: &[f64]| lower <= uppers[0] && uppers.is_sorted_by(|a, b| a < b);
    // First rounded, as shown, then exact.
    uppers.push(decimal::rounded(*last, decimals));
    let reads = apart(decimal::rounded(intervals.lower(), decimals), &uppers);
    uppers.pop();
    uppers.push(*last);
    (reads && apart(intervals.lower(), &uppers)).then(|| Intervals::new(intervals.lower(), uppers))
}

impl Intervals {
    /// The same intervals with the outermost edges moved outwards to numbers of this many decimals, so that they are
    /// easy to edit by hand and still contain every value.
    #[must_use]
    pub(crate) fn widened(&self, decimals: usize) -> Self {
        let mut uppers = self.uppers().to_vec();
        if let Some(last) = uppers.last_mut() {
            *last = -floor(-*last, decimals);
        }
        Self::new(floor(self.lower(), decimals), uppers)
    }
}

/// The largest number with this many decimals not above `x`.
fn floor(x: f64, decimals: usize) -> f64 {
    let rounded = decimal::rounded(x, decimals);
    if rounded <= x {
        return rounded;
    }
    // Where the step is as fine as floating point itself, going one step down can round back above `x`.
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
        // Rounded to nearest, 1.04 would become 1.0 and both its values would move to the second class; 1.1 keeps
        // them. 1.28 is displayed as 1.3, so the edge must not be above that. No integer lies between 1.04 and 1.26.
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
    fn outer_edges_stay_and_are_widened_for_editing() {
        let values = [0.6, 10.4, 20.2];
        let classes = classify(&values, Scheme::EqualInterval, 1, &[]).expect("sound");
        let (decimals, intervals) = classes.rounded(&values, 0);
        assert_eq!((decimals, intervals.lower(), intervals.uppers()), (0, 0.6, &[20.2][..]));
        let widened = intervals.widened(0);
        assert_eq!((widened.lower(), widened.uppers()), (0.0, &[21.0][..]));
        assert_eq!(classes.rounded(&values, 1).1.widened(1).uppers(), [20.2]);
    }

    #[test]
    fn a_value_is_displayed_within_its_displayed_class() {
        // 142.76 ends one class and 142.84 begins the next; with one decimal both are displayed as 142.8.
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

    /// Of the same values at several dates, those of one are told from the edges with fewer decimals.
    #[test]
    fn the_values_of_one_date_need_fewer_decimals() {
        let all = [1.0, 1.2, 1.7377, 1.7378, 2.0, 2.4];
        let classes = classify(&all, Scheme::Quantile, 2, &[]).expect("sound");
        let (decimals, intervals) = classes.rounded(&all, 1);
        assert_eq!((decimals, intervals.uppers()), (4, &[1.7377, 2.4][..]));
        let (decimals, intervals) = classes.for_legend(&[1.0, 1.2, 2.0, 2.4], &all, 1);
        assert_eq!((decimals, intervals.uppers()), (1, &[1.7, 2.4][..]));
        assert_eq!(classes.for_legend(&all, &all, 1), classes.rounded(&all, 1));
    }
}
