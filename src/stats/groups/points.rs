//! Units as points: their variables on one scale.

use crate::stats::refused::Refused;

/// Units described by variables, each of them as scores with mean 0 and standard deviation 1 (denominator n), so that no unit of
/// measure counts more than another.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// By unit, then by variable.
    values: Vec<f64>,
    variables: usize,
}

impl Points {
    /// # Errors
    /// No variable, lists of other lengths, numbers that are not finite, a variable with the same value everywhere.
    pub fn standardised(columns: &[Vec<f64>]) -> Result<Self, Refused> {
        let n = columns.first().map_or(0, Vec::len);
        let mut points = Self { values: vec![0.0; n * columns.len()], variables: columns.len() };
        if columns.is_empty() {
            return Err(Refused::TooFewVariables { n: 0, needed: 1 });
        }
        for (variable, column) in columns.iter().enumerate() {
            if column.len() != n {
                return Err(Refused::LengthMismatch { found: column.len(), wanted: n });
            }
            if column.iter().any(|x| !x.is_finite()) {
                return Err(Refused::NotFinite);
            }
            if column.iter().all(|x| *x == column[0]) {
                return Err(Refused::Constant { variable: Some(variable) });
            }
            let mean = crate::stats::moments::mean(column);
            let sd = (column.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n as f64).sqrt();
            for (unit, x) in column.iter().enumerate() {
                points.values[unit * columns.len() + variable] = (x - mean) / sd;
            }
        }
        Ok(points)
    }

    pub fn len(&self) -> usize {
        self.values.len() / self.variables
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub fn variables(&self) -> usize {
        self.variables
    }

    pub fn of(&self, unit: usize) -> &[f64] {
        &self.values[unit * self.variables..(unit + 1) * self.variables]
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.variables)
    }

    pub(super) fn squared(&self, a: usize, b: usize) -> f64 {
        squared(self.of(a), self.of(b))
    }

    /// These units, any of them several times.
    pub(super) fn some(&self, units: &[usize]) -> Self {
        let values = units.iter().flat_map(|&unit| self.of(unit).iter().copied()).collect();
        Self { values, variables: self.variables }
    }

    /// Whether k groups can be made of the units.
    pub(super) fn check(&self, k: usize) -> Result<(), Refused> {
        let n = self.len();
        if k < 2 || k > n { Err(Refused::GroupCount { k, n }) } else { Ok(()) }
    }
}

pub(super) fn squared(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}
