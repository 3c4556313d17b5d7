//! A histogram that one extreme value does not flatten: its axis breaks before that value.

use super::classes::Intervals;

/// The share of the axis given to the part beyond a break.
const BEYOND: f64 = 0.13;
/// How many times farther from the median than the rest a value must be for a break to be worthwhile.
const STRETCH: f64 = 3.0;

/// An axis from `low` to `high` whose main part runs from `from` to `to`. What lies beyond, on either side, gets a
/// narrow strip at the end with a scale of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    low: f64,
    from: f64,
    to: f64,
    high: f64,
}

/// One bar: the values between two points of the axis, counted by class. Where all its values are of one class, it
/// ends at the edge of that class, so that it is never on the wrong side of a break.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bar {
    /// Where it begins, excluded except in the first bar.
    pub from: f64,
    /// Where it ends, included.
    pub to: f64,
    /// How many values of each class it holds.
    pub counts: Vec<usize>,
}

impl Axis {
    /// The axis for these values, wide enough to show `bounds` as well. It breaks where at most one value in fifty
    /// (but at least one) lies more than three times as far from the median as the rest: for residents it breaks
    /// before Milano, which would otherwise squeeze all other Comuni into one bar. `None` where all values are equal.
    ///
    /// O(n log n).
    pub fn new(values: &[f64], bounds: (f64, f64)) -> Option<Self> {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let low = sorted.first()?.min(bounds.0);
        let high = sorted.last()?.max(bounds.1);
        if sorted.first() == sorted.last() || !(high - low).is_finite() {
            return None;
        }
        let last = sorted.len() - 1;
        let few = if sorted.len() < 5 { 0 } else { (sorted.len() / 50).max(1) };
        // Each side is measured from the median, so that an extreme value on one side does not hide one on the other.
        let middle = sorted[last / 2];
        let far = |end: f64, rest: f64| rest != middle && (end - middle) / (rest - middle) > STRETCH;
        let to = (1..=few).map(|m| sorted[last - m]).find(|&rest| far(high, rest)).unwrap_or(high);
        let from = (1..=few).map(|m| sorted[m]).find(|&rest| far(low, rest)).unwrap_or(low);
        Some(Self { low, from, to, high })
    }

    /// The ends of its parts: start, start of the main part, end of the main part, end.
    pub fn points(&self) -> [f64; 4] {
        [self.low, self.from, self.to, self.high]
    }

    /// Where the main part begins and ends, as fractions of the axis.
    pub fn main(&self) -> (f64, f64) {
        let before = if self.low < self.from { BEYOND } else { 0.0 };
        let after = if self.to < self.high { BEYOND } else { 0.0 };
        (before, 1.0 - after)
    }

    /// The position of a value along the axis, from 0 to 1.
    pub fn share(&self, x: f64) -> f64 {
        let (begin, end) = self.main();
        if x < self.from {
            within(x, (self.low, self.from), (0.0, begin))
        } else if x <= self.to {
            within(x, (self.from, self.to), (begin, end))
        } else {
            within(x, (self.to, self.high), (end, 1.0))
        }
    }

    /// The value at a position: the inverse of [`share`](Self::share).
    #[cfg(feature = "gui")]
    pub fn value(&self, share: f64) -> f64 {
        let (begin, end) = self.main();
        if share < begin {
            within(share, (0.0, begin), (self.low, self.from))
        } else if share <= end {
            within(share, (begin, end), (self.from, self.to))
        } else {
            within(share, (end, 1.0), (self.to, self.high))
        }
    }

    /// Distributes the values over bars that are equally wide on the screen: `bars` of them between the breaks of the
    /// axis, and as many beyond a break as have room there. O(n log k).
    pub(crate) fn bars(&self, values: &[f64], intervals: &Intervals, bars: usize) -> Vec<Bar> {
        let (begin, end) = self.main();
        let bars = bars.max(1);
        let beyond = ((bars as f64 * BEYOND / (end - begin)).round() as usize).max(1);
        let parts = [(self.low, self.from, beyond), (self.from, self.to, bars), (self.to, self.high, beyond)];
        let mut out: Vec<Bar> = Vec::new();
        for (part, (from, to, bars)) in parts.into_iter().enumerate().filter(|(_, (from, to, _))| from < to) {
            let width = (to - from) / bars as f64;
            let edge = |i: usize| if i == bars { to } else { from + width * i as f64 };
            let first = out.len();
            let bar = |i| Bar { from: edge(i), to: edge(i + 1), counts: vec![0; intervals.len()] };
            out.extend((0..bars).map(bar));
            // Values at the ends of the main part belong to it.
            let is_here = |x: f64| match part {
                0 => x < self.from,
                1 => (self.from..=self.to).contains(&x),
                _ => x > self.to,
            };
            for &x in values.iter().filter(|x| is_here(**x)) {
                let Some(class) = intervals.class_of(x) else { continue };
                // Closed above, as classes are.
                let at = ((x - from) / width).ceil().max(1.0) as usize - 1;
                out[first + at.min(bars - 1)].counts[class] += 1;
            }
        }
        out.iter_mut().for_each(|bar| bar.keep_to_its_class(intervals));
        out
    }
}

impl Bar {
    fn keep_to_its_class(&mut self, intervals: &Intervals) {
        let mut held = (0..self.counts.len()).filter(|class| self.counts[*class] > 0);
        if let (Some(class), None) = (held.next(), held.next()) {
            let (lower, upper) = intervals.bounds(class);
            (self.from, self.to) = (self.from.max(lower), self.to.min(upper));
        }
    }
}

/// Maps one range linearly onto another and clamps to it.
fn within(x: f64, (low, high): (f64, f64), (first, last): (f64, f64)) -> f64 {
    let share = if high > low { ((x - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 };
    first + (last - first) * share
}

#[cfg(test)]
mod tests {
    use super::super::classes::{Scheme, classify};
    use super::*;

    fn ramp(n: u32) -> Vec<f64> {
        (1..=n).map(f64::from).collect()
    }

    #[test]
    fn an_even_axis_does_not_break() {
        let axis = Axis::new(&ramp(100), (0.0, 120.0)).expect("distinct values");
        assert_eq!(axis.points(), [0.0, 0.0, 120.0, 120.0]);
        assert_eq!((axis.share(60.0), axis.value(0.25)), (0.5, 30.0));
        assert_eq!((axis.share(-5.0), axis.share(500.0)), (0.0, 1.0));
    }

    #[test]
    fn a_far_value_has_its_own_part_of_the_axis() {
        let mut values = ramp(100);
        values.push(1_000_000.0);
        let axis = Axis::new(&values, (1.0, 1_000_000.0)).expect("distinct values");
        assert_eq!(axis.points(), [1.0, 1.0, 100.0, 1_000_000.0]);
        assert!(axis.share(50.0) > 0.4 && axis.share(1_000_000.0) == 1.0);
        for value in [1.0, 17.0, 100.0, 40_000.0, 1_000_000.0] {
            assert!((axis.value(axis.share(value)) / value - 1.0).abs() < 1e-9, "{value}");
        }
        values.push(-1_000_000.0);
        let axis = Axis::new(&values, (0.0, 0.0)).expect("distinct values");
        assert_eq!(axis.points()[..3], [-1_000_000.0, 1.0, 100.0]);
    }

    #[test]
    fn three_far_values_among_few_are_no_outliers() {
        let axis = Axis::new(&[1.0, 2.0, 3.0, 900.0, 950.0, 1000.0], (1.0, 1000.0)).expect("distinct");
        assert_eq!(axis.points(), [1.0, 1.0, 1000.0, 1000.0]);
        assert_eq!(Axis::new(&[4.0, 4.0], (3.9, 4.1)), None);
        assert_eq!(Axis::new(&[], (0.0, 1.0)), None);
    }

    #[test]
    fn every_value_is_in_one_bar_and_bars_are_closed_above() {
        let mut values = ramp(100);
        values.push(1_000_000.0);
        let classes = classify(&values, Scheme::Quantile, 4, &[]).expect("sound");
        let axis = Axis::new(&values, (1.0, 1_000_000.0)).expect("distinct values");
        let bars = axis.bars(&values, &classes.intervals, 9);
        let of_bar = |bar: &Bar| bar.counts.iter().sum::<usize>();
        assert_eq!(bars.iter().map(of_bar).collect::<Vec<_>>(), [12, 11, 11, 11, 11, 11, 11, 11, 11, 1]);
        assert_eq!((bars[0].from, bars[0].to, bars[9].to), (1.0, 12.0, 1_000_000.0));
        for (class, count) in classes.intervals.counts(&values).into_iter().enumerate() {
            assert_eq!(bars.iter().map(|bar| bar.counts[class]).sum::<usize>(), count);
        }
    }

    /// Taxable income of the Ambiti in 2022 as on the map: the edges are those of all dates (19,569 to 37,520), the
    /// lowest value is Cinisello Balsamo's 23,326 in the second class, the highest Milano's 35,283 in the fifth.
    #[test]
    fn a_bar_beyond_a_break_is_on_its_side_of_every_edge() {
        let mut values: Vec<f64> = (0..15).map(|i| 25_500.0 + 150.0 * f64::from(i)).collect();
        values.extend([23_326.0, 35_283.0]);
        let intervals = Intervals::new(19_569.0, vec![22_445.0, 25_600.0, 27_000.0, 32_383.0, 37_520.0]);
        let axis = Axis::new(&values, (19_569.0, 37_520.0)).expect("distinct values");
        assert!(axis.points()[1] > 23_326.0 && axis.points()[2] < 35_283.0, "{axis:?}");
        for bars in [1, 5, 17, 40] {
            for bar in axis.bars(&values, &intervals, bars) {
                let held: Vec<usize> = (0..5).filter(|class| bar.counts[*class] > 0).collect();
                if let [class] = held[..] {
                    let (lower, upper) = intervals.bounds(class);
                    assert!(lower <= bar.from && bar.to <= upper, "{bars}: {bar:?}");
                }
            }
        }
    }
}
