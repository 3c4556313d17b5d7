//! Scales: values with round ticks, and dates in proportion to time.

use crate::base::Date;
use crate::i18n::{self, Lang};
use crate::stats::classes::{Scheme, classify};

/// What a scale of values must include besides the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Origin {
    /// This value: zero for differences, 100 for indices.
    Shown(f64),
    /// Zero, if that takes no more room than the values themselves.
    ZeroWhenNear,
    /// Nothing: values are read relative to each other, not to zero.
    Free,
}

/// A scale of values between two round ticks.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The ticks, ascending; the first and the last are the ends of the scale.
    pub ticks: Vec<f64>,
    decimals: usize,
    /// Whether equal distances are equal ratios.
    is_logarithmic: bool,
}

impl Scale {
    /// The scale for these values with about this many ticks; `None` without values.
    pub fn new(values: impl IntoIterator<Item = f64>, origin: Origin, ticks: usize) -> Option<Self> {
        let (mut low, mut high) = values
            .into_iter()
            .filter(|x| x.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        if low > high {
            return None;
        }
        match origin {
            Origin::Shown(x) => (low, high) = (low.min(x), high.max(x)),
            Origin::ZeroWhenNear if low > 0.0 && low <= high / 2.0 => low = 0.0,
            Origin::ZeroWhenNear if high < 0.0 && high >= low / 2.0 => high = 0.0,
            Origin::ZeroWhenNear | Origin::Free => {}
        }
        if low == high {
            // For a single value, a scale about a tenth of it wide, with the value in the middle.
            let around = if low == 0.0 { 1.0 } else { low.abs() * 0.05 };
            (low, high) = (low - around, high + around);
        }
        let ticks = round_ticks(low, high, ticks.max(2));
        let decimals = decimals(&ticks);
        Some(Self { ticks, decimals, is_logarithmic: false })
    }

    /// A logarithmic scale for these values, with ticks at 1, 2 and 5 times powers of ten; `None` without values, or where
    /// one is not positive.
    pub(crate) fn logarithmic(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
        for value in values {
            if !(value.is_finite() && value > 0.0) {
                return None;
            }
            (low, high) = (low.min(value), high.max(value));
        }
        if high <= 0.0 {
            return None;
        }
        let all = |power: i32| [1.0, 2.0, 5.0].map(|step| step * 10f64.powi(power));
        let powers = (low.log10().floor() as i32)..=(high.log10().ceil() as i32);
        let round: Vec<f64> = powers.flat_map(all).collect();
        let from = round.iter().rposition(|tick| *tick <= low)?;
        let to = round.iter().position(|tick| *tick >= high && *tick > round[from])?;
        let ticks = round[from..=to].to_vec();
        Some(Self { decimals: decimals(&ticks), ticks, is_logarithmic: true })
    }

    /// Whether equal distances are equal ratios.
    pub(crate) fn is_logarithmic(&self) -> bool {
        self.is_logarithmic
    }

    /// Values from one to another at equal distances on the scale.
    pub(crate) fn between(&self, from: f64, to: f64, steps: usize) -> Vec<f64> {
        let at = |i: usize| {
            let t = i as f64 / steps as f64;
            if self.is_logarithmic { from * (to / from).powf(t) } else { from + (to - from) * t }
        };
        (0..=steps).map(at).collect()
    }

    /// The smallest and the largest value of the scale.
    pub fn ends(&self) -> (f64, f64) {
        match self.ticks.as_slice() {
            [low, .., high] => (*low, *high),
            _ => (0.0, 1.0),
        }
    }

    /// The position of a value, from 0 to 1.
    pub fn share(&self, x: f64) -> f64 {
        self.share_beyond(x).clamp(0.0, 1.0)
    }

    /// The same for a value the scale was not made for: below 0 or above 1 where it lies beyond the ends.
    pub(crate) fn share_beyond(&self, x: f64) -> f64 {
        let (mut low, mut high) = self.ends();
        let mut x = x;
        if self.is_logarithmic {
            // Below everything, as far as a plot is concerned.
            x = x.max(low * 1e-6);
            (x, low, high) = (x.ln(), low.ln(), high.ln());
        }
        // Halved, so that the difference cannot overflow.
        let (half, span) = (x / 2.0 - low / 2.0, high / 2.0 - low / 2.0);
        if span > 0.0 { half / span } else { 0.5 }
    }

    /// Whether it includes zero.
    pub(crate) fn has_zero(&self) -> bool {
        let (low, high) = self.ends();
        low <= 0.0 && 0.0 <= high
    }

    /// The label of a tick: all have the same decimals, as few as distinguish them.
    pub fn label(&self, lang: Lang, tick: f64) -> String {
        i18n::number(lang, tick, self.decimals)
    }
}

/// About so many round ticks from below the lowest value to above the highest; a few more where so few would leave much of the
/// scale empty.
fn round_ticks(low: f64, high: f64, about: usize) -> Vec<f64> {
    const FULL: f64 = 0.75;
    const MORE: usize = 3;
    // More lines than that would be a fence.
    const MOST_MORE: usize = 2;
    let of = |about: usize| match classify(&[low, high], Scheme::Pretty, about, &[]) {
        Ok(classes) => std::iter::once(classes.intervals.lower())
            .chain(classes.intervals.uppers().iter().copied())
            .collect(),
        // Too large to be rounded.
        Err(_) => vec![low, high],
    };
    let filled = |ticks: &Vec<f64>| match ticks.as_slice() {
        // Halved, so that no difference can overflow.
        [first, .., last] => (high / 2.0 - low / 2.0) / (last / 2.0 - first / 2.0),
        _ => 1.0,
    };
    let first: Vec<f64> = of(about);
    if filled(&first) >= FULL {
        return first;
    }
    let finer =
        (about + 1..=about + MORE).map(of).filter(|ticks: &Vec<f64>| ticks.len() <= about + MOST_MORE);
    let full = finer.into_iter().find(|ticks| filled(ticks) >= FULL);
    full.unwrap_or(first)
}

fn decimals(ticks: &[f64]) -> usize {
    const MOST: usize = 6;
    let step = ticks.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min);
    let exact = |d: &usize| {
        let power = 10f64.powi(*d as i32);
        ticks.iter().all(|t| ((t * power).round() / power - t).abs() <= step * 1e-3)
    };
    (0..MOST).find(exact).unwrap_or(MOST)
}

/// The position of each date from 0 to 1, in proportion to time; a single date is in the middle.
pub(crate) fn time_shares(dates: &[Date]) -> Vec<f64> {
    let day = |date: &Date| date.day_number() as f64;
    let (Some(first), Some(last)) = (dates.first().map(day), dates.last().map(day)) else {
        return Vec::new();
    };
    dates.iter().map(|date| if last > first { (day(date) - first) / (last - first) } else { 0.5 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[f64], origin: Origin) -> Vec<f64> {
        Scale::new(values.iter().copied(), origin, 5).expect("values").ticks
    }

    #[test]
    fn zero_is_shown_where_it_costs_little() {
        assert_eq!(ticks(&[174.7, 187.6], Origin::ZeroWhenNear), [170.0, 175.0, 180.0, 185.0, 190.0]);
        assert_eq!(ticks(&[80.0, 187.6], Origin::ZeroWhenNear), [0.0, 50.0, 100.0, 150.0, 200.0]);
        assert_eq!(ticks(&[-9.0, -2.0], Origin::ZeroWhenNear).last(), Some(&0.0));
        assert_eq!(ticks(&[2.0, 6.3], Origin::Shown(0.0)), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(ticks(&[2.0, 6.3], Origin::Free).first(), Some(&2.0));
    }

    #[test]
    fn a_scale_is_not_left_empty_for_the_sake_of_few_ticks() {
        // Shares of foreign residents, to 20.1%: ticks of ten would go to 30.
        let ticks = Scale::new([6.3, 20.1], Origin::ZeroWhenNear, 7).expect("values").ticks;
        assert_eq!(ticks, [0.0, 5.0, 10.0, 15.0, 20.0, 25.0]);
    }

    #[test]
    fn one_value_and_none() {
        let scale = Scale::new([40.0], Origin::ZeroWhenNear, 5).expect("a value");
        assert!((scale.share(40.0) - 0.5).abs() < 0.25 && !scale.has_zero(), "{scale:?}");
        assert!(Scale::new([0.0, 0.0], Origin::ZeroWhenNear, 5).is_some_and(|scale| scale.has_zero()));
        assert_eq!(Scale::new([], Origin::ZeroWhenNear, 5), None);
        assert_eq!(Scale::new([f64::NAN], Origin::ZeroWhenNear, 5), None);
        let vast = Scale::new([-f64::MAX, f64::MAX], Origin::ZeroWhenNear, 5).expect("values");
        assert_eq!((vast.share(-f64::MAX), vast.share(0.0), vast.share(f64::MAX)), (0.0, 0.5, 1.0));
    }

    #[test]
    fn ticks_are_written_with_the_decimals_they_need() {
        let scale = Scale::new([0.12, 0.31], Origin::ZeroWhenNear, 5).expect("values");
        let labels: Vec<_> = scale.ticks.iter().map(|t| scale.label(Lang::It, *t)).collect();
        assert_eq!(labels, ["0,0", "0,1", "0,2", "0,3", "0,4"]);
        let scale = Scale::new([3_400_000.0, 3_500_000.0], Origin::ZeroWhenNear, 5).expect("values");
        assert_eq!(scale.label(Lang::It, scale.ticks[0]), "3.400.000");
    }

    #[test]
    fn equal_ratios_are_equally_far_on_a_logarithmic_scale() {
        let scale = Scale::logarithmic([38.0, 210.0, 7_700.0]).expect("positive");
        assert_eq!(scale.ticks, [20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0]);
        // (ln 200 − ln 20) / (ln 10,000 − ln 20) = 0.370512…
        assert!((scale.share(200.0) - 0.370_512).abs() < 1e-5, "{}", scale.share(200.0));
        assert_eq!((scale.share(20.0), scale.share(10_000.0), scale.share(0.0)), (0.0, 1.0, 0.0));
        assert_eq!(Scale::logarithmic([0.0, 5.0]), None);
        assert_eq!(Scale::logarithmic([]), None);
    }

    #[test]
    fn dates_stand_in_proportion_to_time() {
        let dates = ["2019-01-01", "2020-01-01", "2022-01-01", "2023-01-01"].map(|d| d.parse().unwrap());
        let shares = time_shares(&dates);
        assert_eq!((shares[0], shares[3]), (0.0, 1.0));
        assert!((shares[1] - 0.25).abs() < 0.001 && (shares[2] - 0.75).abs() < 0.001, "{shares:?}");
        assert_eq!(time_shares(&dates[..1]), [0.5]);
    }
}
