//! Rounds the breaks a method has found.

use super::Intervals;
use crate::base::decimal;

/// How far a break may move, as a share of the narrower class beside it.
const REACH: f64 = 0.25;

impl Intervals {
    /// The upper edges, with every inner one moved to the roundest number nearby: multiples of 5, 2 and 1 times the
    /// largest power of ten are tried first, then those of smaller powers. An edge moves by at most a quarter of the
    /// narrower class beside it, so that edges never meet, and never so far that a class loses all its `values`. The
    /// outer edges stay, because they delimit the data; so does an edge that is already round for its surroundings,
    /// so that rounding twice changes nothing.
    ///
    /// O(k n) for k classes and n values.
    pub fn round_breaks(&self, values: &[f64]) -> Vec<f64> {
        let mut uppers = self.uppers().to_vec();
        let inner = uppers.len() - 1;
        for i in 0..inner {
            let below = if i == 0 { self.lower() } else { uppers[i - 1] };
            let (edge, above) = (uppers[i], uppers[i + 1]);
            let held = |low: f64, high: f64| values.iter().any(|&x| low < x && x <= high);
            // The first class includes its lower edge.
            let first = if i == 0 { f64::NEG_INFINITY } else { below };
            let asked = (held(first, edge), held(edge, above));
            let reach = REACH * (edge - below).min(above - edge);
            if is_round(edge, reach) {
                continue;
            }
            let keeps = |round: f64| (held(first, round) || !asked.0) && (held(round, above) || !asked.1);
            if let Some(round) = candidates(edge, reach).find(|&round| keeps(round)) {
                uppers[i] = round;
            }
        }
        uppers
    }
}

/// Whether `x` is a multiple of a step at least half as long as `reach`. Half, because when the neighbours move too
/// the reach grows by at most half, and a first rounding finds steps of four fifths of it.
fn is_round(x: f64, reach: f64) -> bool {
    let least = (reach / 2.0).log10().floor();
    let powers = if least.is_finite() { vec![least as i32, least as i32 + 1] } else { Vec::new() };
    powers.into_iter().flat_map(|power| [1_u8, 2, 5].map(|digit| (digit, power))).any(|(digit, power)| {
        f64::from(digit) * 10_f64.powi(power) >= reach / 2.0 && nearest_multiple(x, digit, power) == x
    })
}

/// Numbers within `reach` of `x`, roundest first.
fn candidates(x: f64, reach: f64) -> impl Iterator<Item = f64> {
    let largest = (x.abs() + reach).log10().floor() as i32 + 1;
    // A floating-point number has few reliable digits left below twelve powers of ten.
    let powers = (0..12).map(move |i| largest - i).filter(move |_| reach > 0.0 && reach.is_finite());
    // Zero is rounder than anything else.
    let zero = (x.abs() <= reach && reach > 0.0).then_some(0.0);
    let steps = powers.flat_map(|power| [5_u8, 2, 1].map(|digit| (digit, power)));
    let multiples = steps.flat_map(move |(digit, power)| {
        let nearest = nearest_multiple(x, digit, power);
        let step = f64::from(digit) * 10_f64.powi(power);
        // Where the nearest multiple would move the value on the edge to another class, the one on the other side may
        // not.
        let other = if nearest <= x { nearest + step } else { nearest - step };
        [nearest, nearest_multiple(other, digit, power)]
    });
    zero.into_iter().chain(multiples).filter(move |round| (round - x).abs() <= reach)
}

/// The multiple of `digit` × 10^`power` nearest to `x`, exact in decimal: three times 0.1 is the number written 0.3.
pub fn nearest_multiple(x: f64, digit: u8, power: i32) -> f64 {
    let step = f64::from(digit) * 10_f64.powi(power);
    let multiple = (x / step).round() * step;
    decimal::rounded(multiple, usize::try_from(-power).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::super::{Scheme, classify};
    use super::*;

    #[test]
    fn breaks_become_round_without_going_far() {
        let intervals = Intervals::new(96.8, vec![142.8, 176.7, 210.1, 252.3, 344.5]);
        let values: Vec<f64> = (968..=3445).map(|x| f64::from(x) / 10.0).collect();
        assert_eq!(intervals.round_breaks(&values), [150.0, 180.0, 210.0, 250.0, 344.5]);
    }

    #[test]
    fn an_outlier_does_not_draw_its_break_far_away() {
        let intervals = Intervals::new(290.0, vec![9_512.0, 22_741.0, 48_377.0, 80_003.0, 1_371_498.0]);
        let values = [290.0, 9_000.0, 20_000.0, 40_000.0, 80_003.0, 1_371_498.0];
        let uppers = intervals.round_breaks(&values);
        assert_eq!(uppers, [10_000.0, 20_000.0, 50_000.0, 85_000.0, 1_371_498.0]);
    }

    #[test]
    fn negative_numbers_zero_and_decimals() {
        let intervals = Intervals::new(-3.12, vec![-0.97, 0.04, 0.31, 2.6]);
        let values = [-3.12, -1.0, -0.5, 0.0, 0.2, 0.6, 2.6];
        assert_eq!(intervals.round_breaks(&values), [-1.0, 0.0, 0.3, 2.6]);
        assert_eq!(nearest_multiple(0.31, 1, -1).to_string(), "0.3");
        assert_eq!(nearest_multiple(-0.04, 1, -1).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn no_class_is_emptied() {
        // An edge at 10 would leave the second class without its only value.
        let intervals = Intervals::new(0.0, vec![9.9, 10.0, 20.0]);
        let values = [1.0, 9.9, 10.0, 20.0];
        assert_eq!(intervals.round_breaks(&values)[..2], [9.9, 10.0]);
    }

    #[test]
    fn classes_keep_their_number_whatever_the_method() {
        let values: Vec<f64> =
            (0..193).map(|i| f64::from(i * i * 7919 % 4001).powf(1.7) / 37.0 - 900.0).collect();
        for scheme in [Scheme::FisherJenks, Scheme::Quantile, Scheme::EqualInterval, Scheme::HeadTail] {
            for k in 1..=9 {
                let classes = classify(&values, scheme, k, &[]).expect("sound");
                let rounded = classes.intervals.round_breaks(&values);
                assert!(rounded.is_sorted_by(|a, b| a < b), "{scheme:?} {k}: {rounded:?}");
                let again = classify(&values, Scheme::Manual, 0, &rounded).expect("sound").intervals;
                let filled = |i: &Intervals| i.counts(&values).iter().filter(|&&count| count > 0).count();
                assert_eq!(filled(&again), filled(&classes.intervals), "{scheme:?} {k}");
                assert_eq!(again.round_breaks(&values), rounded, "{scheme:?} {k}: once is enough");
            }
        }
        let one = classify(&[3.0, 3.0], Scheme::Quantile, 4, &[]).expect("sound").intervals;
        assert_eq!(one.round_breaks(&[3.0, 3.0]), [3.0]);
    }
}
