//! Holt's linear trend, damped: where a short yearly series may go.

use crate::stats::StatsError;
use crate::stats::intervals::Interval;
use crate::stats::pairs::check_values;

/// A series continued.
#[derive(Debug, Clone, PartialEq)]
pub struct Holt {
    pub alpha: f64,
    pub beta: f64,
    pub phi: f64,
    /// The sum of squared one-step errors within the series.
    pub squares: f64,
    /// The future values, from the first after the series.
    pub values: Vec<f64>,
    /// The 80% interval of each.
    pub intervals: Vec<Interval>,
    /// The mean absolute error of forecasting each of the last points one step ahead from those before.
    pub back_test: f64,
    /// How many points that error is of.
    pub back_tested: usize,
    /// Whether a future value or the end of an interval came out below the floor and was raised to it.
    pub floored: bool,
}

impl Holt {
    /// The fewest points that are continued.
    pub const FEWEST: usize = 8;
    /// The fewest points that the back-test continues.
    const FEWEST_BEFORE: usize = 5;
    /// The standard normal quantile of an 80% interval.
    const Z80: f64 = 1.281_551_565_544_600_4;
}

/// The smoothing parameters and the state before the first point.
#[derive(Debug, Clone, Copy)]
struct Fit {
    alpha: f64,
    /// Of the trend, relative to alpha: β = α·β*.
    beta_star: f64,
    phi: f64,
    level: f64,
    trend: f64,
    squares: f64,
}

/// Continues a series by damped Holt smoothing, `horizon` points ahead.
///
/// ŷ = l + φb; l = ŷ + αe; b = φb + βe; the h-th value is l + (φ + … + φʰ)·b: E. S. Gardner, E. McKenzie, "Forecasting trends
/// in time series", *Management Science* 31(10), 1985. The state before the first point is that of least squares, exactly,
/// for each α, β, φ; these minimise the sum of squared errors with α in 0.05–0.95, β/α in 0–1 and φ in 0.80–0.98 (R. J.
/// Hyndman, G. Athanasopoulos, *Forecasting*, 3rd edition, 2021, 8.2), on a grid refined five times.
/// `statsmodels` `ExponentialSmoothing(trend="add", damped_trend=True)`.
///
/// The interval is 80%: ±1.28·σ·√(1 + Σcⱼ²), cⱼ = α + β(φ + … + φʲ) (Hyndman and others, *Forecasting with Exponential
/// Smoothing*, 2008, 6.3), with σ the larger of the error within the series and that of the back-test, which forecasts each
/// of the last points from those before it with parameters fitted to those alone. Values and intervals do not go below
/// `floor`. A series is not seasonal and has no gaps. O(n²) fits of O(n).
///
/// # Errors
///
/// Fewer than eight points, values that are not finite.
pub fn damped_holt(values: &[f64], horizon: usize, floor: Option<f64>) -> Result<Holt, StatsError> {
    check_values(values)?;
    let n = values.len();
    if n < Holt::FEWEST {
        return Err(StatsError::TooFew { n, needed: Holt::FEWEST });
    }
    let fit = best(values);
    let errors: Vec<f64> = (Holt::FEWEST_BEFORE..n)
        .map(|known| values[known] - ahead(best(&values[..known]), &values[..known], 1)[0])
        .collect();
    let back_tested = errors.len();
    let back_test = errors.iter().map(|e| e.abs()).sum::<f64>() / back_tested as f64;
    let outside = errors.iter().map(|e| e * e).sum::<f64>() / back_tested as f64;
    let sigma = (fit.squares / n as f64).max(outside).sqrt();
    let beta = fit.alpha * fit.beta_star;
    let mut future = ahead(fit, values, horizon);
    let mut intervals = Vec::with_capacity(horizon);
    let (mut spread, mut power, mut sum) = (1.0, 1.0, 0.0);
    for value in &future {
        let reach = Holt::Z80 * sigma * f64::sqrt(spread);
        intervals.push(Interval { lower: value - reach, upper: value + reach });
        power *= fit.phi;
        sum += power;
        spread += (fit.alpha + beta * sum).powi(2);
    }
    let mut floored = false;
    if let Some(floor) = floor {
        let ends = intervals.iter_mut().flat_map(|of| [&mut of.lower, &mut of.upper]);
        for x in future.iter_mut().chain(ends) {
            if *x < floor {
                (*x, floored) = (floor, true);
            }
        }
    }
    Ok(Holt {
        alpha: fit.alpha,
        beta,
        phi: fit.phi,
        squares: fit.squares,
        values: future,
        intervals,
        back_test,
        back_tested,
        floored,
    })
}

/// The values after the series.
fn ahead(fit: Fit, values: &[f64], horizon: usize) -> Vec<f64> {
    let (mut level, mut trend) = (fit.level, fit.trend);
    for y in values {
        let expected = level + fit.phi * trend;
        let error = y - expected;
        level = expected + fit.alpha * error;
        trend = fit.phi * trend + fit.alpha * fit.beta_star * error;
    }
    let (mut power, mut sum) = (1.0, 0.0);
    let value = |_| {
        power *= fit.phi;
        sum += power;
        level + sum * trend
    };
    (0..horizon).map(value).collect()
}

/// The least sum of squares over the parameters.
fn best(values: &[f64]) -> Fit {
    const ENDS: [[f64; 2]; 3] = [[0.05, 0.95], [0.0, 1.0], [0.8, 0.98]];
    const STEPS: i32 = 6;
    const ROUNDS: usize = 6;
    let mut centre = ENDS.map(|[low, high]| f64::midpoint(low, high));
    let mut reach = ENDS.map(|[low, high]| (high - low) / 2.0);
    let mut found = started(values, centre);
    for _ in 0..ROUNDS {
        let at = |which: usize, step: i32| {
            let x = centre[which] + reach[which] * (2.0 * f64::from(step) / f64::from(STEPS) - 1.0);
            x.clamp(ENDS[which][0], ENDS[which][1])
        };
        for a in 0..=STEPS {
            for b in 0..=STEPS {
                for p in 0..=STEPS {
                    let fit = started(values, [at(0, a), at(1, b), at(2, p)]);
                    if fit.squares < found.squares {
                        found = fit;
                    }
                }
            }
        }
        centre = [found.alpha, found.beta_star, found.phi];
        reach = reach.map(|reach| reach / 3.0);
    }
    found
}

/// The state before the first point that makes the sum of squares least: every error is linear in it.
fn started(values: &[f64], [alpha, beta_star, phi]: [f64; 3]) -> Fit {
    let errors = |level: f64, trend: f64, of: &dyn Fn(usize) -> f64| -> Vec<f64> {
        let (mut level, mut trend) = (level, trend);
        (0..values.len())
            .map(|i| {
                let expected = level + phi * trend;
                let error = of(i) - expected;
                level = expected + alpha * error;
                trend = phi * trend + alpha * beta_star * error;
                error
            })
            .collect()
    };
    // From the first value, so that a large common offset costs no digits.
    let origin = values[0];
    let own = errors(0.0, 0.0, &|i| values[i] - origin);
    let of_level = errors(1.0, 0.0, &|_| 0.0);
    let of_trend = errors(0.0, 1.0, &|_| 0.0);
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let (ll, lt, tt) = (dot(&of_level, &of_level), dot(&of_level, &of_trend), dot(&of_trend, &of_trend));
    let (yl, yt) = (-dot(&own, &of_level), -dot(&own, &of_trend));
    let determinant = ll * tt - lt * lt;
    let (level, trend) = if determinant > 1e-12 * ll * tt {
        ((yl * tt - yt * lt) / determinant, (yt * ll - yl * lt) / determinant)
    } else {
        (yl / ll, 0.0)
    };
    let squares =
        (0..values.len()).map(|i| (own[i] + level * of_level[i] + trend * of_trend[i]).powi(2)).sum();
    Fit { alpha, beta_star, phi, level: level + origin, trend, squares }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference;

    /// Results: the sum of squares that statsmodels reaches, and its next five values with our parameters and our first
    /// state, so that the recursion is compared and not the search.
    #[test]
    fn at_least_as_good_as_statsmodels() {
        for (values, theirs) in reference::rows("damped_holt") {
            let ours = damped_holt(&values, 5, None).unwrap();
            assert!(ours.squares <= theirs[0] * 1.0001, "{} {}", ours.squares, theirs[0]);
        }
    }

    #[test]
    fn the_recursion_is_that_of_statsmodels() {
        for (arguments, theirs) in reference::rows("damped_holt_fixed") {
            let [alpha, beta_star, phi, level, trend] = arguments[..5] else { panic!("five parameters") };
            let fit = Fit { alpha, beta_star, phi, level, trend, squares: 0.0 };
            reference::all_near(&ahead(fit, &arguments[5..], 5), &theirs, 1e-11);
        }
    }

    #[test]
    fn a_straight_line_goes_on_and_flattens() {
        let values: Vec<f64> = (0..12).map(|i| 100.0 + 2.0 * f64::from(i)).collect();
        let ours = damped_holt(&values, 10, None).unwrap();
        assert!(ours.values.windows(2).all(|of| of[1] >= of[0]), "{:?}", ours.values);
        assert!(ours.values[9] < 100.0 + 2.0 * 21.0 + 1e-6, "damped: never more than the line");
        let width = |i: usize| ours.intervals[i].upper - ours.intervals[i].lower;
        assert!(width(9) >= width(0));
        assert!(ours.intervals.iter().zip(&ours.values).all(|(of, x)| of.contains(*x)));
    }

    #[test]
    fn constants_floors_and_short_series() {
        let flat = damped_holt(&[5.0; 9], 3, Some(0.0)).unwrap();
        assert!(flat.values.iter().all(|x| (x - 5.0).abs() < 1e-9) && !flat.floored && flat.back_test < 1e-9);
        let falling: Vec<f64> = (0..10).map(|i| 20.0 - 2.1 * f64::from(i)).collect();
        let ours = damped_holt(&falling, 5, Some(0.0)).unwrap();
        assert!(ours.floored && ours.values.iter().all(|x| *x >= 0.0));
        assert_eq!(damped_holt(&[1.0; 7], 3, None), Err(StatsError::TooFew { n: 7, needed: 8 }));
        assert_eq!(damped_holt(&[f64::NAN; 9], 3, None), Err(StatsError::NotFinite));
    }
}
