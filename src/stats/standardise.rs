//! Directly standardised rates.

use super::chi_square;
use super::intervals::{Confidence, Interval, IntervalError};

/// One stratum, usually an age group and a sex.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// Events observed.
    pub events: f64,
    /// The population they happened in.
    pub population: f64,
    /// The standard population of this stratum, in any unit.
    pub standard: f64,
}

/// A directly standardised rate, per person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standardised {
    /// What the rate would be if the population had the strata of the standard.
    pub rate: f64,
    pub interval: Interval,
    /// Events over population, without standardising.
    pub crude: f64,
    pub events: f64,
    pub population: f64,
}

/// The directly standardised rate Σwᵢxᵢ, with wᵢ = (sᵢ/Σs)/nᵢ, and its interval.
///
/// The interval is the gamma interval of M. P. Fay, E. J. Feuer, "Confidence intervals for directly standardized rates: a
/// method based on the gamma distribution", *Statistics in Medicine* 16, 1997: with v = Σwᵢ²xᵢ and m = max wᵢ, the lower
/// end is v/2r times the χ² quantile on 2r²/v degrees of freedom, and the upper end (v + m²)/2(r + m) times that on
/// 2(r + m)²/(v + m²). With a single stratum it is the exact Poisson interval. R `epitools::ageadjust.direct`.
///
/// Strata with a standard of zero do not count. O(n).
///
/// # Errors
///
/// [`IntervalError::NotACount`] for events that are not whole, [`IntervalError::NoWhole`] where a stratum that counts has
/// no population or nothing has a standard.
pub fn direct(strata: &[Stratum], confidence: Confidence) -> Result<Standardised, IntervalError> {
    let counted = || strata.iter().filter(|stratum| stratum.standard > 0.0);
    let is_number = |x: f64| x.is_finite() && x >= 0.0;
    if !strata.iter().all(|stratum| is_number(stratum.events) && stratum.events.fract() == 0.0) {
        return Err(IntervalError::NotACount);
    }
    let whole: f64 = counted().map(|stratum| stratum.standard).sum();
    let has_population = counted().all(|stratum| stratum.population.is_finite() && stratum.population > 0.0);
    if !has_population || !whole.is_finite() || whole <= 0.0 {
        return Err(IntervalError::NoWhole);
    }
    let (mut rate, mut variance, mut most) = (0.0, 0.0, 0.0_f64);
    for stratum in counted() {
        let weight = stratum.standard / whole / stratum.population;
        rate += weight * stratum.events;
        variance += weight * weight * stratum.events;
        most = most.max(weight);
    }
    let tail = confidence.tail();
    let end = |rate: f64, variance: f64, p: f64| {
        variance / (2.0 * rate) * chi_square::quantile(p, 2.0 * rate * rate / variance)
    };
    let lower = if rate == 0.0 { 0.0 } else { end(rate, variance, tail) };
    let upper = end(rate + most, variance + most * most, 1.0 - tail);
    let sum = |of: fn(&Stratum) -> f64| counted().map(of).sum::<f64>();
    let (events, population) = (sum(|stratum| stratum.events), sum(|stratum| stratum.population));
    Ok(Standardised {
        rate,
        interval: Interval { lower, upper },
        crude: events / population,
        events,
        population,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::intervals::poisson;
    use crate::stats::reference;

    #[test]
    fn as_the_formula_in_scipy() {
        for (arguments, theirs) in reference::rows("fay_feuer") {
            let strata: Vec<Stratum> = arguments
                .chunks_exact(3)
                .map(|of| Stratum { events: of[0], population: of[1], standard: of[2] })
                .collect();
            let ours = [Confidence::P95, Confidence::P998].map(|level| direct(&strata, level).unwrap());
            let ends = ours.map(|of| [of.interval.lower, of.interval.upper]).concat();
            reference::near(ours[0].rate, theirs[0], 1e-12);
            reference::near(ours[0].crude, theirs[1], 1e-12);
            for (ours, theirs) in ends.iter().zip(&theirs[2..]) {
                assert!((ours / theirs - 1.0).abs() < 1e-9, "{ours} {theirs}");
            }
        }
    }

    #[test]
    fn one_stratum_is_a_count() {
        let stratum = Stratum { events: 5.0, population: 200.0, standard: 3.0 };
        let ours = direct(&[stratum], Confidence::P95).unwrap();
        let exact = poisson(5.0, Confidence::P95).unwrap().scaled(1.0 / 200.0);
        reference::all_near(&[ours.interval.lower, ours.interval.upper], &[exact.lower, exact.upper], 1e-10);
        let none = direct(&[Stratum { events: 0.0, ..stratum }], Confidence::P95).unwrap();
        assert_eq!((none.rate, none.interval.lower), (0.0, 0.0));
        assert!(none.interval.upper > 0.0);
    }

    #[test]
    fn what_cannot_be_standardised() {
        let stratum = Stratum { events: 5.0, population: 0.0, standard: 3.0 };
        assert_eq!(direct(&[stratum], Confidence::P95), Err(IntervalError::NoWhole));
        assert_eq!(direct(&[], Confidence::P95), Err(IntervalError::NoWhole));
        let half = Stratum { events: 0.5, population: 10.0, ..stratum };
        assert_eq!(direct(&[half], Confidence::P95), Err(IntervalError::NotACount));
        let unused = Stratum { standard: 0.0, ..stratum };
        let sound = Stratum { population: 10.0, ..stratum };
        assert_eq!(direct(&[unused, sound], Confidence::P95).map(|of| of.events), Ok(5.0));
    }
}
