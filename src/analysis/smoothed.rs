//! The rates of small areas, drawn towards that of all.

use crate::stats::bayes::{EmpiricalBayes, global};

use super::counted::Counted;

/// Empirical Bayes smoothing of the rates of a table, per head; `None` where nobody has a rate.
pub fn smoothed(counted: &Counted) -> Option<EmpiricalBayes> {
    let counts = |row| Counted::counts(row).unwrap_or((0.0, 0.0));
    global(&counted.table.rows.iter().map(counts).collect::<Vec<_>>())
}
