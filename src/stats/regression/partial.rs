//! The correlation of two variables that is left when others are taken out of both.

use super::multiple::fit_model;
use super::test::Test;
use crate::stats::{refused::Refused, student};

/// The partial correlation of x and y given `others`, and its p-value.
///
/// Pearson's r of the residuals of both on the others, with n − 2 − (number of others) degrees of freedom (R. A. Fisher, "The
/// distribution of the partial correlation coefficient", *Metron* 3, 1924). It says what x and y have in common beyond the
/// others, not that one causes the other.
///
/// # Errors
/// As [`fit_model`]; a variable that follows exactly from the others has nothing left.
pub fn partial_correlation(x: &[f64], y: &[f64], others: &[Vec<f64>]) -> Result<Test, Refused> {
    let left = |values: &[f64], variable| {
        let model = fit_model(values, others, None).map_err(|refused| match refused {
            Refused::Constant { variable: None } => Refused::Constant { variable },
            other => other,
        })?;
        // What is left of a variable that follows exactly from the others is rounding.
        match model.r2 > 1.0 - 1e-12 {
            true => Err(Refused::Collinear { variable: 0 }),
            false => Ok(model.residuals),
        }
    };
    let (x, y) = (left(x, Some(0))?, left(y, None)?);
    let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let r = (sum(&x, &y) / (sum(&x, &x) * sum(&y, &y)).sqrt()).clamp(-1.0, 1.0);
    let free = x.len() as f64 - 2.0 - others.len() as f64;
    let t = r * (free / (1.0 - r * r)).sqrt();
    Ok(Test { statistic: r, p: student::two_sided_p(t, free) })
}
