//! The numbers of a Lorenz curve: those of Gini's index on the command line.

use crate::analysis::{Unequal, heads};
use crate::data::{Absence, Atlas, Quality, Row};
use crate::document::LorenzSpec;
use crate::figure::quality::of_table;
use crate::figure::remark::{Remark, Warned};
use crate::figure::{FigureError, KindError};
use crate::stats::inequality::{EndShares, end_shares, gini, lorenz};

/// The numbers of a Lorenz curve.
#[derive(Clone, Debug)]
pub struct LorenzModel {
    pub unequal: Unequal,
    /// From (0, 0) to (1, 1).
    pub curve: Vec<[f64; 2]>,
    /// The position in the table of the unit that each stretch of the curve is of.
    pub order: Vec<usize>,
    pub gini: f64,
    pub ends: EndShares,
    /// Whether each unit is selected.
    pub selected: Vec<bool>,
    /// The status of the values, if it is the same for all.
    pub quality: Option<Quality>,
}

impl LorenzModel {
    /// Computes the model.
    ///
    /// # Errors
    /// See [`FigureError`].
    pub fn new(spec: &LorenzSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let unequal =
            heads(atlas, &spec.query()).map_err(|refusal| FigureError::of_refusal(refusal, atlas))?;
        let fault = KindError::Unequal;
        let curve = lorenz(&unequal.areas).map_err(fault)?;
        let gini = gini(&unequal.areas).map_err(fault)?;
        let ends = end_shares(&unequal.areas).map_err(fault)?;
        let mut order: Vec<usize> = (0..unequal.areas.len()).collect();
        order.retain(|at| unequal.areas[*at].weight > 0.0);
        order.sort_by(|a, b| unequal.areas[*a].value.total_cmp(&unequal.areas[*b].value));
        let order = order.into_iter().map(|at| unequal.units[at]).collect();
        let selected = atlas.territories.sharing(spec.level, &spec.selected);
        let selected = selected.map_err(FigureError::UnknownTerritory)?;
        let mut remarks = Vec::new();
        for reason in Absence::ALL {
            let count = unequal.table.rows.iter().filter(|row| row.value == Err(reason)).count();
            if count > 0 {
                remarks.push(Remark::AbsentValues { count, reason });
            }
        }
        let quality = of_table(&unequal.table);
        Ok(Warned { value: Self { unequal, curve, order, gini, ends, selected, quality }, remarks })
    }

    /// The units in the order of the curve, each with the end of its stretch.
    pub fn stretches(&self) -> impl Iterator<Item = (&Row, [f64; 2], bool)> {
        self.order.iter().zip(self.curve.iter().skip(1)).map(|(unit, end)| {
            let is_selected = self.selected.get(*unit).copied().unwrap_or(false);
            (&self.unequal.table.rows[*unit], *end, is_selected)
        })
    }
}
