//! Whether the errors are as large everywhere.

use super::multiple::{Model, fit_model};
use super::test::Test;
use crate::stats::{chi_square, refused::Refused};

/// The test of Breusch and Pagan in Koenker's form, which needs no normal errors.
///
/// n·R² of the regression of the squared residuals on the variables, χ² with as many degrees of freedom as there are
/// variables (T. S. Breusch, A. R. Pagan, *Econometrica* 47(5), 1979; R. Koenker, "A note on studentizing a test for
/// heteroscedasticity", *Journal of Econometrics* 17, 1981). `statsmodels` `het_breuschpagan`. With weights the residuals are those
/// multiplied by the roots of the weights, as `WLS(...).wresid`. A small p: the errors are not as large everywhere, and HC3 is
/// the error to trust.
///
/// # Errors
/// As [`fit_model`]; residuals of one size, as of an exact fit, are a constant.
pub fn breusch_pagan(model: &Model, columns: &[Vec<f64>]) -> Result<Test, Refused> {
    let squares: Vec<f64> = model.scaled_residuals.iter().map(|e| e * e).collect();
    let statistic = model.n as f64 * fit_model(&squares, columns, None)?.r2;
    Ok(Test { statistic, p: chi_square::upper(statistic, columns.len() as f64) })
}
