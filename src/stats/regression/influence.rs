//! Which units move a model.

use super::multiple::Model;

/// What a unit does to the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Influence {
    /// How far its variables are from those of the others, from 1/n to 1.
    pub leverage: f64,
    /// How much all fitted values move when it is left out, in squared standard errors.
    pub cook: f64,
    /// Its residual in standard deviations, after leaving it out of their estimate.
    pub studentised: f64,
}

impl Influence {
    /// The usual line above which a unit is looked at: 4/n.
    pub fn is_large(&self, n: usize) -> bool {
        self.cook > 4.0 / n as f64
    }
}

/// Leverage h, Cook's distance e²·h/(k·s²·(1 − h)²) with k coefficients, and the externally studentised residual.
///
/// R. D. Cook, "Detection of influential observation in linear regression", *Technometrics* 19(1), 1977; D. A. Belsley, E. Kuh,
/// R. E. Welsch, *Regression Diagnostics*, 1980. `statsmodels` `OLSInfluence`. A unit with leverage 1 is fitted exactly: its distance
/// is not finite.
pub fn influence(model: &Model) -> Vec<Influence> {
    let k = model.coefficients.len() as f64;
    let variance = model.residual_sd * model.residual_sd;
    let free = model.n as f64 - k;
    let of = |(h, e): (f64, &f64)| {
        let rest = 1.0 - h;
        // The variance without the unit.
        let without = (free * variance - e * e / rest) / (free - 1.0);
        Influence {
            leverage: h,
            cook: e * e * h / (k * variance * rest * rest),
            studentised: e / (without * rest).sqrt(),
        }
    };
    model.design.leverage().into_iter().zip(&model.scaled_residuals).map(of).collect()
}
