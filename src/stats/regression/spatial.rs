//! Regression that takes neighbours into account: spatial lag and spatial error models.

use super::design::dot;
use super::eigen::eigen;
use super::multiple::{Model, fit_model};
use crate::stats::{normal, refused::Refused, space::Weights};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpatialKind {
    /// y depends on its neighbours' y: y = ρWy + Xb + e.
    Lag,
    /// What is unexplained depends on the neighbours': y = Xb + u, u = λWu + e.
    Error,
}

/// A spatial model by maximum likelihood.
#[derive(Debug, Clone)]
pub struct SpatialModel {
    pub kind: SpatialKind,
    /// ρ or λ.
    pub coefficient: f64,
    pub coefficient_se: f64,
    /// The constant first.
    pub betas: Vec<f64>,
    /// Their standard errors, asymptotic.
    pub betas_se: Vec<f64>,
    /// The variance of e, by maximum likelihood (divided by n).
    pub variance: f64,
    pub log_likelihood: f64,
    /// −2·log-likelihood + 2·(number of coefficients), comparable with that of [`Model`].
    pub aic: f64,
}

impl SpatialModel {
    /// The two-sided p-value of an estimate with this standard error, normal as in `spreg`.
    pub fn p(estimate: f64, se: f64) -> f64 {
        normal::two_sided(estimate / se)
    }
}

/// The matrix of weights is written out and its eigenvalues are found.
const MOST: usize = 800;

/// Fits a spatial lag or error model by maximum likelihood.
///
/// The likelihood concentrated on ρ (λ), with ln|I − ρW| = Σ ln(1 − ρωᵢ) from the eigenvalues of W (K. Ord, "Estimation methods for
/// models of spatial interaction", *Journal of the American Statistical Association* 70, 1975), is maximised by golden section between 1/ω_min and 1.
/// W must come from a symmetric relation, as contiguity and distance are: the eigenvalues are then those of a symmetric
/// matrix. Standard errors come from the information matrix (L. Anselin, *Spatial Econometrics*, 1988, 6.2), with traces from the same
/// eigenvalues. `spreg.ML_Lag`, `spreg.ML_Error` with `method="ord"`. O(n³).
///
/// The coefficients of a lag model are not effects: what changes in one place returns through the neighbours.
///
/// # Errors
/// As [`fit_model`]; neighbours that are not mutual or an island ([`Refused::NoNeighbours`]), and more than 800 units.
pub fn spatial_model(
    kind: SpatialKind,
    y: &[f64],
    columns: &[Vec<f64>],
    weights: &Weights,
) -> Result<SpatialModel, Refused> {
    let n = y.len();
    if weights.len() != n {
        return Err(Refused::LengthMismatch { found: weights.len(), wanted: n });
    }
    if n > MOST {
        return Err(Refused::TooMany { n, most: MOST });
    }
    if weights.counts().any(|count| count == 0) || !mutual(weights) {
        return Err(Refused::NoNeighbours);
    }
    let plain = fit_model(y, columns, None)?;
    let pairs = symmetric_pairs(weights);
    let omega: Vec<f64> = pairs.iter().map(|(value, _)| *value).collect();
    let least = omega.last().copied().unwrap_or(-1.0);
    let n = n as f64;
    let likelihood = |variance: f64, rho: f64| {
        let jacobian: f64 = omega.iter().map(|omega| (1.0 - rho * omega).ln()).sum();
        -n / 2.0 * ((2.0 * std::f64::consts::PI * variance).ln() + 1.0) + jacobian
    };
    let fit = |rho: f64| fitted(kind, rho, y, columns, weights, &plain);
    let value = |rho: f64| likelihood(fit(rho).1, rho);
    let (low, high) = (1.0 / least + 1e-9, 1.0 - 1e-9);
    // The likelihood may have several tops: the best of a grid is refined.
    let steps = 60;
    let at = |step: usize| low + (high - low) * step as f64 / steps as f64;
    let best = (1..steps).max_by(|a, b| value(at(*a)).total_cmp(&value(at(*b)))).unwrap_or(1);
    let coefficient = golden(at(best - 1), at(best + 1), value);
    let (betas, variance) = fit(coefficient);
    let (coefficient_se, betas_se) =
        errors(kind, (coefficient, &betas, variance), columns, weights, &plain, &pairs);
    let log_likelihood = likelihood(variance, coefficient);
    let aic = -2.0 * log_likelihood + 2.0 * (betas.len() + usize::from(kind == SpatialKind::Lag)) as f64;
    Ok(SpatialModel { kind, coefficient, coefficient_se, betas, betas_se, variance, log_likelihood, aic })
}

fn mutual(weights: &Weights) -> bool {
    (0..weights.len())
        .all(|i| weights.of(i).iter().all(|&j| weights.of(j as usize).binary_search(&(i as u32)).is_ok()))
}

/// The eigenvalues of D⁻¹A, which are those of the symmetric S = D^−½·A·D^−½, with the vectors of that.
fn symmetric_pairs(weights: &Weights) -> Vec<(f64, Vec<f64>)> {
    let n = weights.len();
    let mut matrix = vec![vec![0.0; n]; n];
    for (i, row) in matrix.iter_mut().enumerate() {
        for &j in weights.of(i) {
            row[j as usize] = 1.0 / ((weights.of(i).len() * weights.of(j as usize).len()) as f64).sqrt();
        }
    }
    eigen(&matrix)
}

/// The standard errors of ρ (λ) and of the coefficients.
///
/// W = D^−½·S·D^½, so that functions of W are those of S between the roots of the numbers of neighbours.
fn errors(
    kind: SpatialKind,
    (rho, betas, variance): (f64, &[f64], f64),
    columns: &[Vec<f64>],
    weights: &Weights,
    plain: &Model,
    pairs: &[(f64, Vec<f64>)],
) -> (f64, Vec<f64>) {
    let n = weights.len();
    let roots: Vec<f64> = weights.counts().map(|count| (count as f64).sqrt()).collect();
    // W·(I − ρW)⁻¹: its trace, that of its square, and the sum of its squares.
    let f: Vec<f64> = pairs.iter().map(|(omega, _)| omega / (1.0 - rho * omega)).collect();
    let (trace, square): (f64, f64) = (f.iter().sum(), f.iter().map(|f| f * f).sum());
    let scaled: Vec<Vec<f64>> =
        pairs.iter().zip(&f).map(|((_, vector), f)| vector.iter().map(|x| f * x).collect()).collect();
    let mut squares = 0.0;
    for i in 0..n {
        let mut row = vec![0.0; n];
        for ((_, vector), scaled) in pairs.iter().zip(&scaled) {
            row.iter_mut().zip(vector).for_each(|(sum, x)| *sum += scaled[i] * x);
        }
        squares += row.iter().zip(&roots).map(|(x, root)| (x * root / roots[i]).powi(2)).sum::<f64>();
    }
    let free = square + squares - 2.0 * trace * trace / n as f64;
    // What (X'X)⁻¹ has on its diagonal.
    let diagonal = |model: &Model| -> Vec<f64> {
        model.coefficients.iter().map(|own| (own.se / model.residual_sd).powi(2)).collect()
    };
    match kind {
        SpatialKind::Lag => {
            let mean =
                |i: usize| betas[0] + columns.iter().zip(&betas[1..]).map(|(x, b)| b * x[i]).sum::<f64>();
            // The expected y, (I − ρW)⁻¹Xb, and its lag.
            let given: Vec<f64> = (0..n).map(|i| roots[i] * mean(i)).collect();
            let mut expected = vec![0.0; n];
            for (omega, vector) in pairs {
                let share = dot(vector, &given) / (1.0 - rho * omega);
                expected.iter_mut().zip(vector).for_each(|(sum, x)| *sum += share * x);
            }
            expected.iter_mut().zip(&roots).for_each(|(x, root)| *x /= root);
            let (along, rest) = solved(plain, &weights.lag(&expected), n as f64);
            let of_rho = 1.0 / (free + rest * n as f64 / variance);
            let of_betas = diagonal(plain).into_iter().zip(along);
            let of_betas = of_betas.map(|(own, along)| (variance * own + along * along * of_rho).sqrt());
            (of_rho.sqrt(), of_betas.collect())
        }
        SpatialKind::Error => {
            let filtered = |values: &[f64]| -> Vec<f64> {
                values.iter().zip(weights.lag(values)).map(|(x, lag)| x - rho * lag).collect()
            };
            let y: Vec<f64> = (0..n).map(|i| plain.fitted[i] + plain.residuals[i]).collect();
            let columns: Vec<Vec<f64>> = columns.iter().map(|column| filtered(column)).collect();
            let Ok(model) = fit_model(&filtered(&y), &columns, None) else {
                return (f64::NAN, vec![f64::NAN; betas.len()]);
            };
            let mut of_betas: Vec<f64> =
                diagonal(&model).into_iter().map(|own| (variance * own).sqrt()).collect();
            of_betas[0] /= 1.0 - rho;
            ((1.0 / free).sqrt(), of_betas)
        }
    }
}

/// Coefficients and the variance of e for a given ρ or λ.
fn fitted(
    kind: SpatialKind,
    rho: f64,
    y: &[f64],
    columns: &[Vec<f64>],
    weights: &Weights,
    plain: &Model,
) -> (Vec<f64>, f64) {
    let filtered = |values: &[f64]| -> Vec<f64> {
        values.iter().zip(weights.lag(values)).map(|(x, lag)| x - rho * lag).collect()
    };
    let n = y.len() as f64;
    let y = filtered(y);
    match kind {
        SpatialKind::Lag => solved(plain, &y, n),
        SpatialKind::Error => {
            // Without islands the filtered constant is 1 − ρ everywhere, so the model with a constant is the same.
            let columns: Vec<Vec<f64>> = columns.iter().map(|column| filtered(column)).collect();
            match fit_model(&y, &columns, None) {
                Ok(model) => {
                    let mut betas: Vec<f64> = model.coefficients.iter().map(|c| c.value).collect();
                    betas[0] /= 1.0 - rho;
                    (betas, dot(&model.residuals, &model.residuals) / n)
                }
                Err(_) => (Vec::new(), f64::INFINITY),
            }
        }
    }
}

/// Least squares of another y on the variables of a model.
fn solved(model: &Model, y: &[f64], n: f64) -> (Vec<f64>, f64) {
    let design = &model.design;
    let (mean, mut rest) = design.centred(y);
    let gamma: Vec<f64> = design.q[1..].iter().map(|q| dot(q, &rest)).collect();
    for (gamma, q) in gamma.iter().zip(&design.q[1..]) {
        rest.iter_mut().zip(q).for_each(|(e, q)| *e -= gamma * q);
    }
    let back = design.back();
    let own = |j: usize| if j == 0 { mean } else { 0.0 };
    let betas = back.iter().enumerate().map(|(j, row)| own(j) + dot(&row[1..], &gamma)).collect();
    (betas, dot(&rest, &rest) / n)
}

/// The top of a function with one top, by golden section (J. Kiefer, 1953).
fn golden(mut low: f64, mut high: f64, value: impl Fn(f64) -> f64) -> f64 {
    let ratio = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut a, mut b) = (high - ratio * (high - low), low + ratio * (high - low));
    let (mut at_a, mut at_b) = (value(a), value(b));
    for _ in 0..80 {
        if at_a > at_b {
            (high, b, at_b) = (b, a, at_a);
            a = high - ratio * (high - low);
            at_a = value(a);
        } else {
            (low, a, at_a) = (a, b, at_b);
            b = low + ratio * (high - low);
            at_b = value(b);
        }
        if high - low < 1e-12 {
            break;
        }
    }
    f64::midpoint(low, high)
}
