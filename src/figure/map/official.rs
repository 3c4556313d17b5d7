//! What a map shows without the hypothesis in force, whose classes it keeps.

use crate::base::{Level, decimal};
use crate::data::{Atlas, Table, WhatIf};
use crate::document::MapSpec;
use crate::figure::FigureError;
use crate::stats::classes::Intervals;

/// What a map shows without the hypothesis in force.
pub struct Official {
    pub atlas: Atlas,
    pub table: Table,
}

impl Official {
    /// What a map shows with the official Ambiti, if a hypothesis changes it; `table` computes it.
    ///
    /// # Errors
    /// Those of `table`.
    pub fn of(
        spec: &MapSpec,
        atlas: &Atlas,
        table: impl Fn(&Atlas) -> Result<Table, FigureError>,
    ) -> Result<Option<Box<Self>>, FigureError> {
        if atlas.hypothesis().is_none() || spec.level != Level::Ambiti {
            return Ok(None);
        }
        let atlas = atlas.under(&WhatIf::default())?;
        let table = table(&atlas)?;
        Ok(Some(Box::new(Self { atlas, table })))
    }
}

/// Classes with their edges as they are shown with that many decimals, so that what the hypothesis leaves alone stays in its class, and
/// what it changes is in the class that the shown edges say of it, shown alike. The outermost edges contain all values.
pub fn kept(
    classes: &Intervals,
    (decimals, shown): (usize, &Intervals),
    official: &Table,
    own: &Table,
) -> [Intervals; 2] {
    let present: Vec<f64> = own.present().collect();
    let shown = containing(shown, &present);
    let ends = shown.lower()..=shown.uppers().last().copied().unwrap_or(f64::INFINITY);
    let as_shown = |value| decimal::rounded(value, decimals).clamp(*ends.start(), *ends.end());
    let mut uppers = classes.uppers().to_vec();
    for row in &own.rows {
        let Ok(value) = row.value else { continue };
        let is_same = official.rows.iter().any(|known| known.code == row.code && known.value == row.value);
        let class = if is_same { classes.class_of(value) } else { shown.class_of(as_shown(value)) };
        if let Some(upper) = class.and_then(|class| uppers.get_mut(class)) {
            *upper = upper.max(value);
        }
    }
    let lower = present.iter().copied().fold(classes.lower(), f64::min);
    let made = match uppers.is_sorted_by(|a, b| a < b) && uppers.first().is_some_and(|first| lower <= *first)
    {
        true => Intervals::new(lower, uppers),
        false => shown.clone(),
    };
    [made, shown]
}

/// The same edges as they are shown, with the outermost moved to contain these values too.
fn containing(edges: &Intervals, values: &[f64]) -> Intervals {
    let least = values.iter().copied().fold(edges.lower(), f64::min);
    let mut uppers = edges.uppers().to_vec();
    if let Some(last) = uppers.last_mut() {
        *last = values.iter().copied().fold(*last, f64::max);
    }
    Intervals::new(least, uppers)
}
