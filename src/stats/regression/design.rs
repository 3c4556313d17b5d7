//! The explaining variables, made orthogonal.

use crate::stats::refused::Refused;

/// Variables after subtracting their means, as an orthonormal basis Q and a triangle R: D = Q·R·diag(norms), every row
/// multiplied by the root of its weight.
///
/// By modified Gram–Schmidt on centred columns scaled to length one, each column twice (Å. Björck, *Numerical Methods for
/// Least Squares Problems*, 1996, 2.4): as precise as Householder's QR, and a column that follows from those before it
/// leaves nothing, which is how exact collinearity is noticed. O(n·p²).
#[derive(Debug, Clone)]
pub(super) struct Design {
    /// The root of each weight, scaled so that the weights sum to n.
    pub roots: Vec<f64>,
    pub means: Vec<f64>,
    /// The lengths of the centred columns.
    pub norms: Vec<f64>,
    /// Orthonormal columns; the first is that of the constant.
    pub q: Vec<Vec<f64>>,
    /// The inverse of R, by columns: `inverse[k][j]` for j ≤ k.
    pub inverse: Vec<Vec<f64>>,
}

/// The part of a scaled column that must be left when the columns before it are taken out.
const COLLINEAR: f64 = 1e-7;

impl Design {
    /// # Errors
    /// Lists of other lengths, numbers that are not finite, weights that are not positive, fewer than p + 2 units, constant
    /// or collinear variables.
    pub fn new(columns: &[Vec<f64>], n: usize, weights: Option<&[f64]>) -> Result<Self, Refused> {
        for column in columns.iter().map(Vec::as_slice).chain(weights) {
            if column.len() != n {
                return Err(Refused::LengthMismatch { found: column.len(), wanted: n });
            }
            if column.iter().any(|x| !x.is_finite()) {
                return Err(Refused::NotFinite);
            }
        }
        if n < columns.len() + 3 {
            return Err(Refused::TooFew { n, needed: columns.len() + 3 });
        }
        if columns.is_empty() {
            return Err(Refused::TooFewVariables { n: 0, needed: 1 });
        }
        let roots = roots(n, weights)?;
        let root_of_n = (n as f64).sqrt();
        let mut design = Self {
            q: vec![roots.iter().map(|root| root / root_of_n).collect()],
            roots,
            means: Vec::new(),
            norms: Vec::new(),
            inverse: Vec::new(),
        };
        for (variable, column) in columns.iter().enumerate() {
            design.push(column, variable)?;
        }
        Ok(design)
    }

    fn push(&mut self, column: &[f64], variable: usize) -> Result<(), Refused> {
        let (mean, centred) = self.centred(column);
        let largest = column.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
        let norm = dot(&centred, &centred).sqrt();
        if norm <= 1e-13 * largest * (column.len() as f64).sqrt() {
            return Err(Refused::Constant { variable: Some(variable) });
        }
        let mut rest: Vec<f64> = centred.iter().map(|x| x / norm).collect();
        let mut r = vec![0.0; self.q.len()];
        for _ in 0..2 {
            for (r, q) in r.iter_mut().zip(&self.q) {
                let part = dot(&rest, q);
                *r += part;
                rest.iter_mut().zip(q).for_each(|(x, q)| *x -= part * q);
            }
        }
        let left = dot(&rest, &rest).sqrt();
        if left <= COLLINEAR {
            return Err(Refused::Collinear { variable });
        }
        // The next column of R⁻¹: −R⁻¹·r/left above, 1/left on the diagonal.
        let k = self.inverse.len();
        let mut next = vec![0.0; k + 1];
        for (column, r) in self.inverse.iter().zip(&r[1..]) {
            for (j, entry) in column.iter().enumerate() {
                next[j] -= entry * r / left;
            }
        }
        next[k] = 1.0 / left;
        self.inverse.push(next);
        self.q.push(rest.into_iter().map(|x| x / left).collect());
        self.means.push(mean);
        self.norms.push(norm);
        Ok(())
    }

    /// The weighted mean of values, and their deviations from it multiplied by the roots of the weights.
    pub fn centred(&self, values: &[f64]) -> (f64, Vec<f64>) {
        let origin = values[0];
        let shifted = values.iter().zip(&self.roots).map(|(x, root)| (x - origin) * root * root).sum::<f64>();
        let mean = origin + shifted / values.len() as f64;
        (mean, values.iter().zip(&self.roots).map(|(x, root)| (x - mean) * root).collect())
    }

    /// The matrix that turns coordinates in the basis Q into coefficients, the constant first.
    pub fn back(&self) -> Vec<Vec<f64>> {
        let p = self.norms.len();
        let mut back = vec![vec![0.0; p + 1]; p + 1];
        for (k, column) in self.inverse.iter().enumerate() {
            for (j, entry) in column.iter().enumerate() {
                back[j + 1][k + 1] = entry / self.norms[j];
            }
        }
        let n = self.roots.len() as f64;
        back[0][0] = 1.0 / n.sqrt();
        let constant = |k: usize| -(1..=p).map(|j| self.means[j - 1] * back[j][k]).sum::<f64>();
        let constants: Vec<f64> = (1..=p).map(constant).collect();
        back[0][1..].copy_from_slice(&constants);
        back
    }

    /// The leverage of each unit: the diagonal of the hat matrix.
    pub fn leverage(&self) -> Vec<f64> {
        (0..self.roots.len()).map(|i| self.q.iter().map(|q| q[i] * q[i]).sum()).collect()
    }

    /// VIF of each variable: 1/(1 − R²) of its regression on the others, the diagonal of the inverse of their correlations
    /// (D. W. Marquardt, "Generalized inverses, ridge regression, biased linear estimation, and nonlinear estimation",
    /// *Technometrics* 12(3), 1970).
    pub fn inflation(&self) -> Vec<f64> {
        let p = self.norms.len();
        (0..p).map(|j| self.inverse[j..].iter().map(|column| column[j] * column[j]).sum()).collect()
    }
}

fn roots(n: usize, weights: Option<&[f64]>) -> Result<Vec<f64>, Refused> {
    let Some(weights) = weights else { return Ok(vec![1.0; n]) };
    if let Some(unit) = weights.iter().position(|w| *w <= 0.0) {
        return Err(Refused::Weight { unit });
    }
    let mean = weights.iter().sum::<f64>() / n as f64;
    Ok(weights.iter().map(|w| (w / mean).sqrt()).collect())
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
