//! With how many decimals a paragraph must write its numbers, so that it never contradicts itself: what differs is written
//! differently, what is not zero is not written as zero, and a difference is that of its written ends.

use crate::data::Indicator;
use crate::i18n::{self, Lang};

/// Decimals beyond those worth printing: values that still look alike with these are as good as equal.
const MORE: usize = 4;

/// Whether two values are one, less what binary fractions leave behind.
pub fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-13 * a.abs().max(b.abs())
}

/// Whether a difference is nothing, less the same noise of values up to millions.
pub fn is_nothing(difference: f64) -> bool {
    difference.abs() < 1e-9
}

/// The indicator with the fewest decimals, from its own on, at which those values are told apart, from each other and from
/// zero.
pub fn apart(indicator: &Indicator, values: &[f64]) -> Indicator {
    let tells = |decimals: usize| {
        let written = |x: f64| i18n::number(Lang::It, x, decimals);
        let differ = |a: f64, b: f64| same(a, b) || is_nothing(a - b) || written(a) != written(b);
        let all = [values, &[0.0]].concat();
        all.iter().enumerate().all(|(i, a)| all[..i].iter().all(|b| differ(*a, *b)))
    };
    with(indicator, tells)
}

/// The indicator with the fewest decimals at which the difference of two values, as it is written, is that of the values as
/// they are.
pub fn of_move(indicator: &Indicator, from: f64, to: f64) -> Indicator {
    let agrees = |decimals: usize| {
        let scale = 10_f64.powi(decimals as i32);
        let [from, to, by] = [from, to, to - from].map(|x| (x * scale).round());
        by == to - from && (by != 0.0 || is_nothing(to - from))
    };
    with(indicator, |decimals| agrees(decimals))
}

fn with(indicator: &Indicator, serves: impl Fn(usize) -> bool) -> Indicator {
    let own = indicator.decimals;
    let decimals = (own..own + MORE).find(|decimals| serves(*decimals)).unwrap_or(own + MORE);
    Indicator { decimals, ..indicator.clone() }
}
