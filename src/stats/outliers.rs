//! Outliers of a regression: pairs far from the line fitted to all the others.

use super::StatsError;
use super::pairs::Pairs;
use super::regression::fit;

/// The studentised residual beyond which a pair is an outlier. Of 193 pairs scattered normally about a line, one
/// figure in two has a pair beyond it by chance: it marks what to look at and proves nothing.
pub(crate) const OUTLIER_LIMIT: f64 = 3.0;

/// With one pair left out, the line through the others still needs a residual.
const NEEDED: usize = 4;

/// The externally studentised residual of each pair, dimensionless: its distance from the line in standard errors.
/// The standard deviation is that of the line fitted without the pair, so that an outlier cannot hide by inflating
/// it.
///
/// t = e/(s₋ᵢ·√(1 − h)), h = 1/n + (x − x̄)²/Σ(x − x̄)², s₋ᵢ² = (Σe² − e²/(1 − h))/(n − 3): D. A. Belsley, E. Kuh, R.
/// E. Welsch, *Regression Diagnostics*, 1980, 2.1; `statsmodels` `resid_studentized_external`. Each follows Student's
/// distribution on n − 3 degrees of freedom where the errors are normal.
///
/// If all pairs are on one line every residual is 0; if all but one are, that one is ±∞ or, with rounding, beyond
/// 10⁶. If all x but one are equal, the line passes through that pair (h = 1) and its residual is 0.
///
/// O(n).
///
/// # Errors
///
/// See [`StatsError`]: it needs at least four pairs and both variables must vary.
pub fn studentised_residuals(x: &[f64], y: &[f64]) -> Result<Vec<f64>, StatsError> {
    let pairs = Pairs::new(x, y, NEEDED)?;
    let n = x.len() as f64;
    let fit = fit(&pairs);
    if fit.r.abs() == 1.0 {
        return Ok(vec![0.0; x.len()]);
    }
    let squares: f64 = fit.residuals.iter().map(|e| e * e).sum();
    let studentised = |(e, dx): (&f64, &f64)| {
        let leverage = 1.0 / n + dx * dx / pairs.x.squares;
        let freedom = 1.0 - leverage;
        if freedom <= n * f64::EPSILON {
            return 0.0;
        }
        let others = (squares - e * e / freedom).max(0.0) / (n - 3.0);
        if *e == 0.0 { 0.0 } else { e / (others * freedom).sqrt() }
    };
    Ok(fit.residuals.iter().zip(&pairs.x.deviations).map(studentised).collect())
}

/// The positions of the pairs whose studentised residual is beyond ±`OUTLIER_LIMIT`, the most extreme first.
///
/// O(n).
///
/// # Errors
///
/// As [`studentised_residuals`].
pub fn outliers(x: &[f64], y: &[f64]) -> Result<Vec<usize>, StatsError> {
    let residuals = studentised_residuals(x, y)?;
    let mut found: Vec<usize> = (0..x.len()).filter(|&i| residuals[i].abs() > OUTLIER_LIMIT).collect();
    found.sort_by(|&i, &j| residuals[j].abs().total_cmp(&residuals[i].abs()));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_off_the_line_is_found() {
        let x: Vec<f64> = (0..12).map(f64::from).collect();
        let mut y: Vec<f64> = x.iter().map(|x| 3.0 + x / 2.0).collect();
        assert_eq!(outliers(&x, &y), Ok(vec![]));
        y[7] += 1.0;
        assert_eq!(outliers(&x, &y), Ok(vec![7]));
        assert!(studentised_residuals(&x, &y).unwrap()[7] > 1e6);
    }

    #[test]
    fn a_pair_that_makes_the_line_is_no_outlier() {
        // The shape of Anscombe's fourth data set: a single x differs from all the others.
        let (x, y) = ([8.0, 8.0, 8.0, 8.0, 19.0], [5.0, 7.0, 6.0, 8.0, 12.5]);
        let residuals = studentised_residuals(&x, &y).unwrap();
        assert_eq!(residuals[4], 0.0);
        assert!(residuals.iter().all(|t| t.is_finite()));
    }

    #[test]
    fn three_pairs_are_too_few() {
        let three = [1.0, 2.0, 4.0];
        let few = Err(StatsError::TooFew { n: 3, needed: 4 });
        assert_eq!(studentised_residuals(&three, &three), few);
    }
}
