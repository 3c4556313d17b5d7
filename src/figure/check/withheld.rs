//! Counts of few persons in data that a user brought, which must be withheld before a figure with them is published.

use crate::data::{Atlas, Kind, Query, Term};
use crate::figure::FigureError;
use crate::figure::remark::Remark;
use crate::i18n::texts;

use super::Finding;

/// Finds the units whose count a figure would print.
pub fn small_counts(query: &Query, atlas: &Atlas) -> Result<Option<Finding>, FigureError> {
    let indicator = atlas.indicator(&query.indicator)?;
    let counts = |name: &str| {
        let brought = atlas.datasets.iter().filter(|dataset| dataset.has(name));
        brought.filter_map(|dataset| dataset.meta.withhold_below).max()
    };
    let names = indicator.numerator.iter().flat_map(Term::variables).map(|(name, _)| name);
    let Some(below) = names.filter_map(counts).max() else { return Ok(None) };
    let is_persons = indicator.unit.it == texts::UNIT_PERSONS.it || !indicator.denominator.is_empty();
    if !is_persons || matches!(indicator.kind, Kind::Mean | Kind::Ordinal | Kind::Category) {
        return Ok(None);
    }
    let is_small = |count: f64| count > 0.0 && count < f64::from(below);
    let rows = atlas.compute(query)?.rows;
    let units = rows.iter().filter(|row| row.numerator.is_ok_and(is_small)).count();
    let remark = Remark::SmallCounts { units, below };
    Ok((units > 0).then(|| Finding::advised(remark, texts::ADVICE_SMALL_COUNTS)))
}
