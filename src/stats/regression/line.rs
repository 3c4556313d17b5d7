//! The least-squares line.

use crate::stats::intervals::Interval;
use crate::stats::pairs::Pairs;
use crate::stats::{StatsError, classes::MAX_MAGNITUDE, correlation::MIN_PAIRS, student};

/// The quantile of Student's distribution at the upper end of a 95% interval.
const UPPER_OF_95: f64 = 0.975;

/// A line y = intercept + slope·x fitted by least squares, with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// The number of pairs it was fitted to.
    pub n: usize,
    /// Units of y per unit of x.
    pub slope: f64,
    /// The y at x = 0, often far outside the data; for drawing use [`Line::at`].
    pub intercept: f64,
    /// The share of the variance of y explained by the line, from 0 to 1.
    pub r2: f64,
    /// The residual standard deviation √(Σe²/(n − 2)), in units of y.
    pub residual_sd: f64,
    /// The 95% confidence interval of the slope.
    pub slope_ci95: Interval,
    x_mean: f64,
    /// The mean of y, which is the height of the line at `x_mean`.
    y_mean: f64,
    /// The half-width of the confidence band at `x_mean`.
    half_width: f64,
    /// √Σ(x − x̄)², divided by √n.
    spread: f64,
}

/// Fits the line of y on x.
///
/// slope = Σ(x − x̄)(y − ȳ)/Σ(x − x̄)², intercept = ȳ − slope·x̄ (A.-M. Legendre, 1805); its interval is slope ±
/// t·s/√Σ(x − x̄)², with s the residual standard deviation and t the 97.5% point of Student's distribution on n − 2
/// degrees of freedom (N. R. Draper, H. Smith, *Applied Regression Analysis*, 3rd edition, 1998, 1.4).
/// `scipy.stats.linregress`, `statsmodels` OLS.
///
/// O(n).
///
/// # Errors
///
/// See [`StatsError`]. A constant x has no line, and a constant y has a horizontal one without an R²: both are
/// refused.
pub fn ols(x: &[f64], y: &[f64]) -> Result<Line, StatsError> {
    let pairs = Pairs::new(x, y, MIN_PAIRS)?;
    let n = x.len() as f64;
    let fit = fit(&pairs);
    let squares: f64 = fit.residuals.iter().map(|e| e * e).sum();
    let residual_sd = (squares / (n - 2.0)).sqrt() * pairs.y.scale;
    let t = student::quantile(UPPER_OF_95, n - 2.0);
    let reach = t * residual_sd / pairs.x.norm / pairs.x.scale;
    let slope = fit.slope / pairs.x.scale * pairs.y.scale;
    let line = Line {
        n: x.len(),
        slope,
        intercept: pairs.y.mean - slope * pairs.x.mean,
        r2: fit.r * fit.r,
        residual_sd,
        slope_ci95: Interval { lower: slope - reach, upper: slope + reach },
        x_mean: pairs.x.mean,
        y_mean: pairs.y.mean,
        half_width: t * residual_sd / n.sqrt(),
        spread: pairs.x.norm / n.sqrt() * pairs.x.scale,
    };
    let finite = line.slope_ci95.lower.is_finite() && line.slope_ci95.upper.is_finite();
    if !finite || !line.intercept.is_finite() {
        return Err(StatsError::TooLarge { max: MAX_MAGNITUDE });
    }
    Ok(line)
}

/// The line through the centred, scaled pairs, and its residuals.
pub(in crate::stats) struct Fit {
    pub r: f64,
    pub slope: f64,
    pub residuals: Vec<f64>,
}

pub(in crate::stats) fn fit(pairs: &Pairs) -> Fit {
    let both = || pairs.x.deviations.iter().zip(&pairs.y.deviations);
    let slope = both().map(|(dx, dy)| dx * dy).sum::<f64>() / pairs.x.squares;
    let residuals = both().map(|(dx, dy)| dy - slope * dx).collect();
    Fit { r: pairs.alignment().r, slope, residuals }
}

impl Line {
    /// The height of the line at x.
    pub fn at(&self, x: f64) -> f64 {
        self.y_mean + self.slope * (x - self.x_mean)
    }

    /// The pointwise 95% confidence interval of the mean of y at x; over all x it is the band drawn around the line:
    /// ŷ ± t·s·√(1/n + (x − x̄)²/Σ(x − x̄)²). It does not predict single values, which scatter far more widely.
    ///
    /// H. Working, H. Hotelling, "Applications of the theory of error to the interpretation of trends", *Journal of
    /// the American Statistical Association* 24, 1929; `statsmodels` `mean_ci_lower`, `mean_ci_upper`.
    pub fn band(&self, x: f64) -> Interval {
        let reach = self.half_width * ((x - self.x_mean) / self.spread).hypot(1.0);
        let middle = self.at(x);
        Interval { lower: middle - reach, upper: middle + reach }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Axis;

    #[test]
    fn a_line_is_found_again_on_a_large_offset() {
        let x: Vec<f64> = (0..9).map(|i| 1e9 + f64::from(i)).collect();
        let y: Vec<f64> = (0..9).map(|i| 1e12 - 2.0 * f64::from(i)).collect();
        let line = ols(&x, &y).unwrap();
        assert_eq!((line.slope, line.r2, line.residual_sd), (-2.0, 1.0, 0.0));
        assert_eq!(line.slope_ci95, Interval { lower: -2.0, upper: -2.0 });
        assert_eq!(line.at(1e9 + 3.0), 1e12 - 6.0);
        assert_eq!(line.band(1e9), Interval { lower: 1e12, upper: 1e12 });
        assert_eq!(line.intercept, 1e12 + 2e9);
    }

    #[test]
    fn the_band_is_narrowest_at_the_mean() {
        let line = ols(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 4.0]).unwrap();
        let width = |x| line.band(x).upper - line.band(x).lower;
        assert!(width(2.5) < width(2.4) && width(2.4) < width(0.0));
        assert!((width(1.0) - width(4.0)).abs() < 1e-12);
    }

    #[test]
    fn a_constant_has_no_line() {
        let x = [1.0, 2.0, 3.0];
        assert_eq!(ols(&[2.0; 3], &x), Err(StatsError::NoVariation { which: Axis::X }));
        assert_eq!(ols(&x, &[2.0; 3]), Err(StatsError::NoVariation { which: Axis::Y }));
        assert_eq!(ols(&x[..2], &x[..2]), Err(StatsError::TooFew { n: 2, needed: 3 }));
    }

    #[test]
    fn a_slope_beyond_the_numbers_is_refused() {
        let x = [1e-300, 2e-300, 3e-300];
        let error = ols(&x, &[1e90, 5e90, 2e90]);
        assert_eq!(error, Err(StatsError::TooLarge { max: MAX_MAGNITUDE }));
    }
}
