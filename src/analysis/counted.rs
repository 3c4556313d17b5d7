//! What an indicator counts, and out of how many.

use crate::data::{Absence, Atlas, Indicator, Kind, Method, Query, Row, Table};
use crate::stats::compare::Basis;

use super::refusal::{NoCounts, Refusal};

/// A table whose values are rates of counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    pub table: Table,
    pub basis: Basis,
    /// What a rate per head is multiplied by.
    pub multiplier: f64,
}

/// How the numbers of an indicator are counted: a share is a part of its denominator, a ratio sets events or persons
/// against others.
///
/// # Errors
/// Why they are no counts.
pub fn basis(indicator: &Indicator) -> Result<Basis, NoCounts> {
    let basis = match indicator.kind {
        Kind::Ordinal | Kind::Category => return Err(NoCounts::Steps),
        Kind::Mean => return Err(NoCounts::Mean),
        Kind::Change => return Err(NoCounts::Balance),
        Kind::Density => return Err(NoCounts::Density),
        Kind::Count => return Err(NoCounts::Plain),
        Kind::Share => Basis::Part,
        Kind::Ratio => Basis::Count,
    };
    if indicator.denominator.is_empty() {
        return Err(NoCounts::Given);
    }
    whole(indicator)?;
    Ok(basis)
}

/// The same for a method that needs no denominator, so that plain counts have a basis too.
///
/// # Errors
/// Why they are no counts.
pub fn count_basis(indicator: &Indicator) -> Result<Basis, NoCounts> {
    match indicator.kind {
        Kind::Count => whole(indicator).map(|()| Basis::Count),
        _ => basis(indicator),
    }
}

/// Whether the numerator is a whole number of persons or events.
fn whole(indicator: &Indicator) -> Result<(), NoCounts> {
    let weights: Vec<f64> =
        indicator.numerator.iter().flat_map(|term| term.variables().map(|(_, weight)| weight)).collect();
    if weights.iter().any(|weight| *weight < 0.0) {
        return Err(NoCounts::Balance);
    }
    // The tables name their columns of money so.
    let is_money = |name: &str| name.split('_').any(|part| part == "eur" || part == "euro");
    if indicator.terms().flat_map(|term| term.variables()).any(|(name, _)| is_money(name)) {
        return Err(NoCounts::Money);
    }
    match weights.iter().all(|weight| *weight == 1.0) {
        true => Ok(()),
        false => Err(NoCounts::Estimate),
    }
}

impl Counted {
    /// The rates of an indicator and the counts behind them.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub fn of(atlas: &Atlas, query: &Query) -> Result<Self, Refusal> {
        let indicator = atlas.indicator(&query.indicator)?;
        let refused = |why| Refusal::NoCounts { indicator: indicator.id.clone(), why };
        let basis = basis(indicator).map_err(refused)?;
        let is_pooled = matches!(query.method, Method::Pooled | Method::Partial);
        if !is_pooled && query.level != crate::base::Level::Comuni {
            return Err(refused(NoCounts::Method));
        }
        Ok(Self { table: atlas.compute(query)?, basis, multiplier: indicator.multiplier })
    }

    /// The numerator and the denominator of a unit.
    ///
    /// # Errors
    /// Why it has none; a denominator of zero is not applicable.
    pub fn counts(row: &Row) -> Result<(f64, f64), Absence> {
        // A value that is missing for any reason has no interval, even if its sums are known.
        row.value?;
        let denominator = row.denominator.unwrap_or(Err(Absence::NotApplicable))?;
        if denominator <= 0.0 {
            return Err(Absence::NotApplicable);
        }
        Ok((row.numerator?, denominator))
    }

    /// The counts of all units that have them.
    pub fn known(&self) -> impl Iterator<Item = (usize, (f64, f64))> + '_ {
        self.table.rows.iter().enumerate().filter_map(|(unit, row)| Some((unit, Self::counts(row).ok()?)))
    }
}
