//! Whether residuals look as if they came from a normal distribution.

use super::test::Test;

/// The test of Jarque and Bera: n/6·(S² + (K − 3)²/4), S skewness and K kurtosis, χ² with two degrees of freedom.
///
/// C. M. Jarque, A. K. Bera, "Efficient tests for normality, homoscedasticity and serial independence of regression
/// residuals", *Economics Letters* 6(3), 1980; `statsmodels.stats.stattools.jarque_bera`. Its p-value is only approximate below some
/// hundred units. NaN for fewer than three residuals or an exact fit.
pub fn jarque_bera(residuals: &[f64]) -> Test {
    let n = residuals.len() as f64;
    let mean = residuals.iter().sum::<f64>() / n;
    let moment = |power: i32| residuals.iter().map(|e| (e - mean).powi(power)).sum::<f64>() / n;
    let square = moment(2);
    let (skewness, kurtosis) = (moment(3) / square.powf(1.5), moment(4) / (square * square));
    let statistic = n / 6.0 * (skewness * skewness + (kurtosis - 3.0).powi(2) / 4.0);
    Test { statistic, p: (-statistic / 2.0).exp() }
}
