//! The numbers of a dumbbell chart: those of the slope chart, in the order of its rows.

use crate::data::Atlas;
use crate::document::{DumbbellOrder, DumbbellSpec};
use crate::figure::FigureError;
use crate::figure::remark::{Remark, Warned};
use crate::figure::slope::{SlopeLine, SlopeModel, SlopeRole};

/// The numbers of a dumbbell chart.
#[derive(Clone, Debug)]
pub struct DumbbellModel {
    /// Their lines are the rows, from the bottom.
    pub slope: SlopeModel,
}

impl DumbbellModel {
    /// Computes the values at both dates.
    ///
    /// # Errors
    /// See [`SlopeModel::new`].
    pub fn new(spec: &DumbbellSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let Warned { value: mut slope, remarks } = SlopeModel::new(&spec.slope, atlas)?;
        slope.lines.sort_by(|a, b| {
            let by_name = b.name.cmp(&a.name);
            match spec.order {
                DumbbellOrder::Value => a.moved.now.total_cmp(&b.moved.now).then(by_name),
                DumbbellOrder::Change => a.moved.by().total_cmp(&b.moved.by()).then(by_name),
                DumbbellOrder::Name => by_name,
            }
        });
        // No places are written beside the rows, and none of them is a grey line.
        let is_of_rows = |remark: &Remark| !matches!(remark, Remark::Unrounded | Remark::OfOtherLevel { .. });
        let remarks = remarks.into_iter().filter(is_of_rows).collect();
        Ok(Warned { value: Self { slope }, remarks })
    }

    /// The rows, from the top.
    pub fn rows(&self) -> impl Iterator<Item = &SlopeLine> {
        self.slope.lines.iter().rev()
    }

    /// The first rows, and those that stand out wherever they are, in their order: as many as fit.
    pub fn shown(&self, most: usize) -> Vec<&SlopeLine> {
        let stands_out = |line: &SlopeLine| line.role != SlopeRole::Context;
        let out = self.rows().filter(|line| stands_out(line)).count().min(most);
        let mut others = most - out;
        let mut of_out = out;
        let keeps = |line: &&SlopeLine| {
            let left = if stands_out(line) { &mut of_out } else { &mut others };
            let is_kept = *left > 0;
            *left = left.saturating_sub(1);
            is_kept
        };
        self.rows().filter(keeps).collect()
    }
}
