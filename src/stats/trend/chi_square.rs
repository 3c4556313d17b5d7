//! The recent trend of a rate, as English public health tests it.

use super::FEWEST;
use crate::stats::chi_square;
use crate::stats::{Axis, StatsError};

/// What is counted against its population.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// A part of the population.
    Part,
    /// Events, which may be more than the population.
    Events,
}

/// A recent trend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecentTrend {
    pub n: usize,
    /// χ² for a linear trend, on one degree of freedom.
    pub chi_square: f64,
    pub p: f64,
    /// The slope of the rate, per unit of time and per person.
    pub slope: f64,
    /// Whether the slope keeps its sign whichever single point is left out.
    pub is_stable: bool,
}

impl RecentTrend {
    /// χ² for p = 0.002 on one degree of freedom, that is |z| = 3.09.
    pub const THRESHOLD: f64 = 9.5495;

    /// Whether a trend is said.
    pub fn is_said(&self) -> bool {
        self.chi_square > Self::THRESHOLD && self.is_stable
    }
}

/// The chi-square test for a linear trend of a rate over at least five consecutive periods.
///
/// With T = Σt·(x − n·p̄) and V = c·(Σnt² − (Σnt)²/Σn), χ² = T²/V, where c is p̄(1 − p̄) for a part of the population
/// (P. Armitage, "Tests for linear trends in proportions and frequencies", *Biometrics* 11, 1955) and p̄ for events. A trend
/// is said if χ² > 9.5495 (p = 0.002) and its sign is the same with any one point left out, the rule of "Recent trends" of
/// the *Public Health Profiles* of England. O(n²).
///
/// # Errors
///
/// Fewer than five points, negative or non-finite numbers, no events or nothing but events.
pub fn recent(
    times: &[f64],
    events: &[f64],
    populations: &[f64],
    counted: Counted,
) -> Result<RecentTrend, StatsError> {
    let n = events.len();
    if times.len() != n || populations.len() != n {
        return Err(StatsError::LengthMismatch { x: times.len(), y: n });
    }
    let sound = times.iter().all(|t| t.is_finite())
        && events.iter().all(|x| x.is_finite() && *x >= 0.0)
        && populations.iter().all(|x| x.is_finite() && *x > 0.0);
    if !sound {
        return Err(StatsError::NotFinite);
    }
    if n < FEWEST {
        return Err(StatsError::TooFew { n, needed: FEWEST });
    }
    let points: Vec<[f64; 3]> = (0..n).map(|i| [times[i], events[i], populations[i]]).collect();
    let (score, spread, rate) = sums(&points);
    let of_one = match counted {
        Counted::Part => rate * (1.0 - rate),
        Counted::Events => rate,
    };
    if of_one <= 0.0 {
        return Err(StatsError::NoVariation { which: Axis::Y });
    }
    if spread <= 0.0 {
        return Err(StatsError::NoVariation { which: Axis::X });
    }
    let chi_square = score * score / (of_one * spread);
    let is_stable = (0..n).all(|left_out| {
        let mut others = points.clone();
        others.remove(left_out);
        let (other, _, _) = sums(&others);
        other.signum() == score.signum() && other != 0.0 && score != 0.0
    });
    Ok(RecentTrend { n, chi_square, p: chi_square::upper(chi_square, 1.0), slope: score / spread, is_stable })
}

/// Σt(x − n·p̄), Σnt² − (Σnt)²/Σn and p̄, with times taken from their mean.
fn sums(points: &[[f64; 3]]) -> (f64, f64, f64) {
    let all: f64 = points.iter().map(|[_, _, population]| population).sum();
    let rate = points.iter().map(|[_, events, _]| events).sum::<f64>() / all;
    let centre = points.iter().map(|[time, _, population]| time * population).sum::<f64>() / all;
    let score =
        points.iter().map(|[time, events, population]| (time - centre) * (events - population * rate));
    let spread = points.iter().map(|[time, _, population]| population * (time - centre).powi(2));
    (score.sum(), spread.sum(), rate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    #[test]
    fn as_the_score_tests() {
        for (name, counted) in [("trend_of_parts", Counted::Part), ("trend_of_events", Counted::Events)] {
            for (arguments, theirs) in reference::rows(name) {
                let n = arguments.len() / 3;
                let (times, rest) = arguments.split_at(n);
                let (events, populations) = rest.split_at(n);
                let ours = recent(times, events, populations, counted).unwrap();
                reference::all_near(&[ours.chi_square, ours.p], &theirs, 1e-9);
            }
        }
    }

    #[test]
    fn the_threshold_is_that_of_two_in_a_thousand() {
        assert!((chi_square::upper(RecentTrend::THRESHOLD, 1.0) - 0.002).abs() < 1e-6);
    }

    #[test]
    fn one_point_alone_makes_no_trend() {
        let times = [1.0, 2.0, 3.0, 4.0, 5.0];
        let thousand = [1000.0; 5];
        let jump = recent(&times, &[104.0, 103.0, 102.0, 101.0, 300.0], &thousand, Counted::Part).unwrap();
        assert!(jump.chi_square > RecentTrend::THRESHOLD && !jump.is_stable && !jump.is_said());
        let rise = recent(&times, &[100.0, 130.0, 160.0, 190.0, 220.0], &thousand, Counted::Part).unwrap();
        assert!(rise.is_said() && (rise.slope - 0.03).abs() < 1e-12);
        let flat = recent(&times, &[5.0; 5], &thousand, Counted::Events).unwrap();
        assert!(!flat.is_said() && flat.chi_square == 0.0);
    }

    #[test]
    fn what_has_no_trend() {
        let times = [1.0, 2.0, 3.0, 4.0, 5.0];
        let ten = [10.0; 5];
        assert!(recent(&times, &[0.0; 5], &ten, Counted::Part).is_err());
        assert!(recent(&times, &ten, &ten, Counted::Part).is_err(), "everybody");
        assert!(recent(&times, &ten, &[0.0; 5], Counted::Part).is_err());
        let few = recent(&times[..4], &ten[..4], &ten[..4], Counted::Events);
        assert_eq!(few, Err(StatsError::TooFew { n: 4, needed: 5 }));
    }
}
