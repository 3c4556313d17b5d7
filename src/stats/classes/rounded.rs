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
            .find_map(|decimals| Some((decimals, round(&self.intervals, &exact, values, decimals)?)))
            .unwrap_or_else(|| (MAX_DECIMALS, self.intervals.clone()))
    }
}

/// Classes of `values` by `make`, and their edges as a legend shows them: see [`Classes::rounded`]. Where values lie so
/// close together that edges between them would need more decimals than one beyond `own`, the values are classified as
/// they are written with that one more: both are then told apart by the digits that are shown, and a value moves by less
/// than the last of them. Edges typed by the user stay as typed.
///
/// # Errors
/// Those of `make`.
pub fn legible<E>(
    values: &[f64],
    own: usize,
    make: impl Fn(&[f64]) -> Result<Classes, E>,
) -> Result<(Classes, (usize, Intervals)), E> {
    let classes = make(values)?;
    let rounded = classes.rounded(values, own);
    let most = own + 1;
    let written: Vec<f64> = values.iter().map(|x| decimal::rounded(*x, most)).collect();
    if rounded.0 <= most || classes.scheme == Scheme::Manual {
        return Ok((classes, rounded));
    }
    let coarse = make(&written)?;
    let (decimals, edges) = coarse.rounded(&written, most);
    if decimals > most || coarse.intervals.len() != classes.intervals.len() {
        return Ok((classes, rounded));
    }
    // The largest value written within each class ends it.
    let mut uppers = edges.uppers().to_vec();
    for (class, upper) in uppers.iter_mut().enumerate().filter(|(_, upper)| **upper != 0.0) {
        let within = values.iter().zip(&written).filter(|(_, x)| edges.class_of(**x) == Some(class));
        if let Some(last) = within.map(|(x, _)| *x).reduce(f64::max) {
            *upper = last;
        }
    }
    let lower = values.iter().copied().fold(edges.lower(), f64::min);
    if !uppers.is_sorted_by(|a, b| a < b) || lower > uppers[0] {
        return Ok((classes, rounded));
    }
    let intervals = Intervals::new(lower, uppers.clone());
    // No class has both signs, however small the numbers are.
    let agrees = |(x, written): (&f64, &f64)| intervals.class_of(*x) == edges.class_of(*written);
    if !values.iter().zip(&written).all(agrees) {
        return Ok((classes, rounded));
    }
    let mut shown = edges.uppers().to_vec();
    if let (Some(shown), Some(last)) = (shown.last_mut(), uppers.last()) {
        *shown = *last;
    }
    Ok((Classes { intervals, ..coarse }, (most, Intervals::new(lower, shown))))
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

/// The intervals rounded to this many decimals, if every edge stays within its gaps and no two edges meet.
fn round(intervals: &Intervals, exact: &[Gap], values: &[f64], decimals: usize) -> Option<Intervals> {
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
        [nearest, other].into_iter().find(|&rounded| below <= rounded && rounded < above)
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
    use super::{floor, legible};

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
    fn values_too_close_together_are_classified_as_they_are_written() {
        let values = [0.02, 0.5, 1.7377, 1.7378, 1.7421, 3.0, 4.0];
        let make = |values: &[f64]| classify(values, Scheme::Quantile, 2, &[]);
        let exact = make(&values).expect("sound");
        assert!(exact.rounded(&values, 1).0 > 2);
        let (classes, (decimals, edges)) = legible(&values, 1, make).expect("sound");
        // 1.7377, 1.7378 and 1.7421 are all written 1.74.
        assert_eq!((decimals, edges.uppers()), (2, &[1.74, 4.0][..]));
        assert_eq!(classes.intervals.counts(&values), [5, 2]);
        // Far apart, nothing changes.
        let far = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(legible(&far, 1, make).expect("sound").0, make(&far).expect("sound"));
        // Typed edges stay.
        let typed = |values: &[f64]| classify(values, Scheme::Manual, 0, &[1.737_75, 4.0]);
        assert_eq!(legible(&values, 1, typed).expect("sound").0, typed(&values).expect("sound"));
    }

    #[test]
    fn edges_too_close_to_print_stay_as_they_are() {
        let values = [1e-14, 2e-14, 3e-14];
        let classes = classify(&values, Scheme::FisherJenks, 3, &[]).expect("sound");
        assert_eq!(classes.rounded(&values, 0), (12, classes.intervals.clone()));
    }
}
