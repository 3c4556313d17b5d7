//! The trend of counts.

use super::FEWEST;
use crate::stats::intervals::{Confidence, Interval};
use crate::stats::normal;
use crate::stats::{Axis, StatsError, student};

/// A log-linear trend of counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PoissonTrend {
    pub n: usize,
    /// The factor by which the rate changes with each unit of time: 1.02 is +2% a year.
    pub ratio: f64,
    pub interval: Interval,
    /// The two-sided p-value under no trend.
    pub p: f64,
    /// Pearson's χ² over the degrees of freedom: about 1 if the counts scatter as those of independent events do.
    pub dispersion: f64,
}

/// The trend of counts in time, by Poisson regression with the logarithm of the population as its offset; a population of
/// 1 leaves it out.
///
/// ln μ = ln P + α + β·t by iterated weighted least squares: P. McCullagh, J. A. Nelder, *Generalized Linear Models*, 2nd
/// edition, 1989, 6.2; `statsmodels` `GLM(family=Poisson())`. If the counts scatter more than chance alone would make them
/// (dispersion above 1) the standard error is multiplied by its root and Student's distribution is used (quasi-Poisson,
/// as `scale="X2"`); never divided. O(n).
///
/// # Errors
///
/// Fewer than five points, negative counts, populations of zero, only zeros.
pub fn poisson_trend(
    times: &[f64],
    counts: &[f64],
    populations: &[f64],
    confidence: Confidence,
) -> Result<PoissonTrend, StatsError> {
    let n = counts.len();
    if times.len() != n || populations.len() != n {
        return Err(StatsError::LengthMismatch { x: times.len(), y: n });
    }
    let is_sound = |x: &f64| x.is_finite();
    if !times.iter().all(is_sound) || !counts.iter().all(|x| x.is_finite() && *x >= 0.0) {
        return Err(StatsError::NotFinite);
    }
    if !populations.iter().all(|x| x.is_finite() && *x > 0.0) {
        return Err(StatsError::NotFinite);
    }
    if n < FEWEST {
        return Err(StatsError::TooFew { n, needed: FEWEST });
    }
    if counts.iter().sum::<f64>() == 0.0 {
        return Err(StatsError::NoVariation { which: Axis::Y });
    }
    let centre = times.iter().sum::<f64>() / n as f64;
    let times: Vec<f64> = times.iter().map(|t| t - centre).collect();
    if times.iter().all(|t| *t == 0.0) {
        return Err(StatsError::NoVariation { which: Axis::X });
    }
    let mut alpha = (counts.iter().sum::<f64>() / populations.iter().sum::<f64>()).ln();
    let mut beta = 0.0;
    let mut sums = [0.0; 3];
    for _ in 0..100 {
        let expected = fitted(&times, populations, alpha, beta);
        // Newton's step; the information is Σμ, Σμt, Σμt².
        sums = [0, 1, 2].map(|power| expected.iter().zip(&times).map(|(m, t)| m * t.powi(power)).sum());
        let score = |power: i32| -> f64 {
            counts.iter().zip(&expected).zip(&times).map(|((x, m), t)| (x - m) * t.powi(power)).sum()
        };
        let (first, second) = (score(0), score(1));
        let determinant = sums[0] * sums[2] - sums[1] * sums[1];
        let steps = [
            (sums[2] * first - sums[1] * second) / determinant,
            (sums[0] * second - sums[1] * first) / determinant,
        ];
        alpha += steps[0];
        beta += steps[1];
        if !alpha.is_finite() || !beta.is_finite() {
            return Err(StatsError::NotFinite);
        }
        if steps[1].abs() <= 1e-14 * beta.abs().max(1e-6) && steps[0].abs() <= 1e-14 * alpha.abs().max(1.0) {
            break;
        }
    }
    let expected = fitted(&times, populations, alpha, beta);
    let chi_square: f64 = counts.iter().zip(&expected).map(|(x, m)| (x - m).powi(2) / m).sum();
    let freedom = n as f64 - 2.0;
    let dispersion = chi_square / freedom;
    let variance = sums[0] / (sums[0] * sums[2] - sums[1] * sums[1]);
    let error = (variance * dispersion.max(1.0)).sqrt();
    let (reach, p) = if dispersion > 1.0 {
        let reach = student::quantile(1.0 - confidence.tail(), freedom);
        (reach, student::two_sided_p(beta / error, freedom))
    } else {
        (confidence.z(), normal::two_sided(beta / error))
    };
    let interval = Interval { lower: (beta - reach * error).exp(), upper: (beta + reach * error).exp() };
    Ok(PoissonTrend { n, ratio: beta.exp(), interval, p, dispersion })
}

fn fitted(times: &[f64], populations: &[f64], alpha: f64, beta: f64) -> Vec<f64> {
    times.iter().zip(populations).map(|(t, population)| population * (alpha + beta * t).exp()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    #[test]
    fn as_statsmodels() {
        for (arguments, theirs) in reference::rows("poisson_trend") {
            let n = arguments.len() / 3;
            let (times, rest) = arguments.split_at(n);
            let (counts, populations) = rest.split_at(n);
            let ours = poisson_trend(times, counts, populations, Confidence::P95).unwrap();
            let ours = [ours.ratio, ours.interval.lower, ours.interval.upper, ours.p, ours.dispersion];
            reference::all_near(&ours, &theirs, 1e-8);
        }
    }

    #[test]
    fn what_has_no_trend() {
        let times = [1.0, 2.0, 3.0, 4.0, 5.0];
        let ones = [1.0; 5];
        let of = |counts: &[f64]| poisson_trend(&times, counts, &ones, Confidence::P95);
        assert!(matches!(of(&[0.0; 5]), Err(StatsError::NoVariation { .. })));
        assert_eq!(of(&[1.0, 2.0, -1.0, 3.0, 3.0]), Err(StatsError::NotFinite));
        let flat = of(&[7.0; 5]).unwrap();
        assert!((flat.ratio - 1.0).abs() < 1e-12 && flat.p > 0.999);
        let few = poisson_trend(&times[..4], &ones[..4], &ones[..4], Confidence::P95);
        assert_eq!(few, Err(StatsError::TooFew { n: 4, needed: 5 }));
    }
}
