//! What a regression explains of an indicator, and what it leaves.

use crate::stats::Refused;
use crate::stats::regression::{Model, ResidualMoran, fit_model, residual_moran};
use crate::stats::space::Weights;

/// A model of the units that have all values: what map, sentence, table and command line say.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The units with a value of every variable, in their order.
    pub kept: Vec<usize>,
    pub model: Model,
    /// Whether the residuals of neighbours are alike; `None` without neighbours.
    pub moran: Option<ResidualMoran>,
}

/// Fewer units than this for each coefficient are few (P. Peduzzi et al., *Journal of Clinical Epidemiology* 49, 1996).
const UNITS_OF_EACH: usize = 10;

impl Explained {
    /// The residual of each unit; `None` without all values.
    pub fn residuals(&self, count: usize) -> Vec<Option<f64>> {
        let mut units = vec![None; count];
        self.kept.iter().zip(&self.model.residuals).for_each(|(unit, of)| units[*unit] = Some(*of));
        units
    }
}

/// Whether there are few units for so many coefficients, the constant included.
pub fn few_for_model(units: usize, coefficients: usize) -> bool {
    units < UNITS_OF_EACH * coefficients
}

/// Explains `y` by the variables in `x`. Units that lack a value are left out, and are no neighbours of the others.
///
/// # Errors
/// See [`Refused`].
pub fn explained(
    y: &[Option<f64>],
    x: &[Vec<Option<f64>>],
    weights: Option<&Weights>,
) -> Result<Explained, Refused> {
    let has_all = |unit: &usize| y[*unit].is_some() && x.iter().all(|column| column[*unit].is_some());
    let kept: Vec<usize> = (0..y.len()).filter(has_all).collect();
    let of = |column: &[Option<f64>]| kept.iter().filter_map(|&unit| column[unit]).collect::<Vec<f64>>();
    let x: Vec<Vec<f64>> = x.iter().map(|column| of(column)).collect();
    let model = fit_model(&of(y), &x, None)?;
    let moran = weights.and_then(|weights| residual_moran(&model, &weights.among(&kept)).ok());
    Ok(Explained { kept, model, moran })
}
