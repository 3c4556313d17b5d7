//! The ends of the scale of each indicator in AMPI.

use super::shape::{Polarity, Variables};
use crate::stats::refused::Refused;

/// The two ends of each indicator's scale, around a reference that scores 100.
///
/// M. Mazziotta, A. Pareto, "On a generalized non-compensatory composite index for measuring socio-economic phenomena", *Social
/// Indicators Research* 127, 2016; ISTAT's reports on equitable and sustainable well-being. Δ = (max − min)/2 over all units and all
/// years that are to be compared, and the ends are the reference ± Δ. They are fixed once: scores of other years are
/// then on the same scale, which is what makes them comparable.
#[derive(Debug, Clone, PartialEq)]
pub struct Goalposts {
    ends: Vec<[f64; 2]>,
}

impl Goalposts {
    /// From all values of each indicator, of all years, and the reference of each.
    ///
    /// # Errors
    /// An indicator without values, with the same value everywhere, or a number that is not finite.
    pub fn new(all: &[Vec<f64>], references: &[f64]) -> Result<Self, Refused> {
        if all.len() != references.len() {
            return Err(Refused::LengthMismatch { found: references.len(), wanted: all.len() });
        }
        let of = |(variable, (values, reference)): (usize, (&Vec<f64>, &f64))| {
            if values.iter().chain([reference]).any(|x| !x.is_finite()) {
                return Err(Refused::NotFinite);
            }
            let least = values.iter().copied().fold(f64::INFINITY, f64::min);
            let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let reach = (most - least) / 2.0;
            if reach.is_nan() || reach <= 0.0 {
                return Err(Refused::Constant { variable: Some(variable) });
            }
            Ok([reference - reach, reference + reach])
        };
        let ends = all.iter().zip(references).enumerate().map(of).collect::<Result<_, _>>()?;
        Ok(Self { ends })
    }

    /// The ends of each indicator, the lower first.
    pub fn ends(&self) -> &[[f64; 2]] {
        &self.ends
    }

    pub(super) fn without(&self, variable: usize) -> Self {
        let mut ends = self.ends.clone();
        ends.remove(variable);
        Self { ends }
    }

    /// 60·(x − min*)/(max* − min*) + 70, or from the other end for a negative polarity.
    pub(super) fn scores(&self, variables: &Variables) -> Result<Vec<Vec<f64>>, Refused> {
        if self.ends.len() != variables.len() {
            return Err(Refused::LengthMismatch { found: self.ends.len(), wanted: variables.len() });
        }
        let of = |(variable, [low, high]): (usize, &[f64; 2])| -> Vec<f64> {
            let score = |x: &f64| match variables.polarity(variable) {
                Polarity::Positive => 60.0 * (x - low) / (high - low) + 70.0,
                Polarity::Negative => 60.0 * (high - x) / (high - low) + 70.0,
            };
            variables.column(variable).iter().map(score).collect()
        };
        Ok(self.ends.iter().enumerate().map(of).collect())
    }
}
