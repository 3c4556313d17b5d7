//! Least squares with several variables.

use super::design::{Design, dot};
use super::test::Test;
use crate::stats::intervals::Interval;
use crate::stats::{fisher, refused::Refused, student};

/// The coefficient of a variable, or the constant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    pub value: f64,
    /// The usual standard error, for errors of equal size everywhere.
    pub se: f64,
    pub t: f64,
    pub p: f64,
    pub ci95: Interval,
    /// The standard error that holds with errors of unequal size (HC3), and its p-value by Student's distribution.
    pub se_hc3: f64,
    pub p_hc3: f64,
    /// In standard deviations of y per standard deviation of x; 0 for the constant.
    pub standardised: f64,
    /// How much the variance grows because the variables resemble each other; 1 for the constant.
    pub vif: f64,
}

/// A fitted model.
#[derive(Debug, Clone)]
pub struct Model {
    pub n: usize,
    /// The constant first, then one for each variable.
    pub coefficients: Vec<Coefficient>,
    pub r2: f64,
    pub adjusted_r2: f64,
    /// Of all variables together.
    pub f: Test,
    /// The residual standard deviation √(Σwe²/(n − p − 1)).
    pub residual_sd: f64,
    /// −2·log-likelihood + 2·(p + 1), for comparing models of the same values.
    pub aic: f64,
    pub fitted: Vec<f64>,
    pub residuals: Vec<f64>,
    pub weighted: bool,
    pub(super) design: Design,
    /// Residuals multiplied by the roots of the weights.
    pub(super) scaled_residuals: Vec<f64>,
}

/// Fits y = b₀ + b₁x₁ + … by least squares, weighted if weights are given.
///
/// b = (X'WX)⁻¹X'Wy by orthogonalisation (A.-M. Legendre, 1805; A. C. Aitken, 1935, with weights), weights being scaled to sum
/// to n. Standard errors from s² = Σwe²/(n − p − 1). HC3: (X'WX)⁻¹X'W·diag(e²/(1 − h)²)·WX(X'WX)⁻¹ (J. G. MacKinnon,
/// H. White, "Some heteroskedasticity-consistent covariance matrix estimators with improved finite sample properties",
/// *Journal of Econometrics* 29, 1985; recommended up to 250 units by J. S. Long, L. H. Ervin, *The American Statistician* 54,
/// 2000). `statsmodels` `OLS`, `WLS`, `cov_type="HC3"` with `use_t=True`. O(n·p²).
///
/// A unit that alone decides a coefficient has leverage 1 and no HC3: the error is then infinite.
///
/// # Errors
/// A constant or collinear variable, a constant y, fewer than p + 3 units, weights that are not positive.
pub fn fit_model(y: &[f64], columns: &[Vec<f64>], weights: Option<&[f64]>) -> Result<Model, Refused> {
    let n = y.len();
    let design = Design::new(columns, n, weights)?;
    if y.iter().any(|y| !y.is_finite()) {
        return Err(Refused::NotFinite);
    }
    let (mean, centred) = design.centred(y);
    let total = dot(&centred, &centred);
    let largest = y.iter().fold(0.0_f64, |most, y| most.max(y.abs()));
    if total.sqrt() <= 1e-13 * largest * (n as f64).sqrt() {
        return Err(Refused::Constant { variable: None });
    }
    let gamma: Vec<f64> = design.q[1..].iter().map(|q| dot(q, &centred)).collect();
    let mut rest = centred;
    for (gamma, q) in gamma.iter().zip(&design.q[1..]) {
        rest.iter_mut().zip(q).for_each(|(e, q)| *e -= gamma * q);
    }
    let squares = dot(&rest, &rest);
    let (p, free) = (columns.len() as f64, (n - columns.len() - 1) as f64);
    let variance = squares / free;
    let r2 = 1.0 - squares / total;
    let f = (total - squares) / p / variance;
    let coefficients = coefficients(&design, mean, total, &gamma, &rest, variance, free);
    let residuals: Vec<f64> = rest.iter().zip(&design.roots).map(|(e, root)| e / root).collect();
    let logs: f64 = design.roots.iter().map(|root| 2.0 * root.ln()).sum();
    let n_ = n as f64;
    let likelihood = -n_ / 2.0 * ((2.0 * std::f64::consts::PI * squares / n_).ln() + 1.0) + logs / 2.0;
    Ok(Model {
        n,
        coefficients,
        r2,
        adjusted_r2: 1.0 - (1.0 - r2) * (n_ - 1.0) / free,
        f: Test { statistic: f, p: fisher::upper(f, p, free) },
        residual_sd: variance.sqrt(),
        aic: -2.0 * likelihood + 2.0 * (p + 1.0),
        fitted: y.iter().zip(&residuals).map(|(y, e)| y - e).collect(),
        residuals,
        weighted: weights.is_some(),
        design,
        scaled_residuals: rest,
    })
}

fn coefficients(
    design: &Design,
    mean: f64,
    total: f64,
    gamma: &[f64],
    rest: &[f64],
    variance: f64,
    free: f64,
) -> Vec<Coefficient> {
    let back = design.back();
    let size = back.len();
    let leverage = design.leverage();
    let scaled: Vec<f64> = rest.iter().zip(&leverage).map(|(e, h)| e / (1.0 - h).max(0.0)).collect();
    // Q'·diag(e²/(1 − h)²)·Q.
    let meat: Vec<Vec<f64>> = (0..size)
        .map(|a| {
            let row = |b: usize| {
                let products = design.q[a].iter().zip(&design.q[b]).zip(&scaled);
                products.map(|((a, b), e)| a * b * e * e).sum()
            };
            (0..size).map(row).collect()
        })
        .collect();
    let inflation = design.inflation();
    let reach = student::quantile(0.975, free);
    let of = |j: usize| {
        let row = &back[j];
        let own = if j == 0 { mean } else { 0.0 };
        let value = own + dot(&row[1..], gamma);
        let se = (variance * dot(row, row)).sqrt();
        let robust: f64 = (0..size).map(|a| row[a] * dot(&meat[a], row)).sum();
        let se_hc3 = if robust.is_nan() { f64::INFINITY } else { robust.sqrt() };
        Coefficient {
            value,
            se,
            t: value / se,
            p: student::two_sided_p(value / se, free),
            ci95: Interval { lower: value - reach * se, upper: value + reach * se },
            se_hc3,
            p_hc3: student::two_sided_p(value / se_hc3, free),
            standardised: if j == 0 { 0.0 } else { value * design.norms[j - 1] / total.sqrt() },
            vif: if j == 0 { 1.0 } else { inflation[j - 1] },
        }
    };
    (0..size).map(of).collect()
}
