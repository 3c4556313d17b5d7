//! What is spread over areas, and over how many heads.

use crate::base::Level;
use crate::data::{Atlas, Indicator, Kind, Query, Table};
use crate::stats::inequality::Weighted;
use crate::stats::segregation::Members;

use super::counted::{Counted, basis};
use super::refusal::{NoCounts, Refusal};

/// The areas of a table with their heads.
#[derive(Clone, Debug, PartialEq)]
pub struct Unequal {
    pub table: Table,
    /// The positions of the areas that have a value.
    pub units: Vec<usize>,
    pub areas: Vec<Weighted>,
    /// The Ambito of each, by position; all 0 at the level of the Ambiti or above.
    pub groups: Vec<usize>,
}

/// The values of a mean, a ratio or a share, weighted by their denominators: mean incomes by taxpayers.
///
/// # Errors
/// Counts, densities, changes, steps, and rates without their denominators are refused.
pub fn heads(atlas: &Atlas, query: &Query) -> Result<Unequal, Refusal> {
    let indicator = atlas.indicator(&query.indicator)?;
    has_heads(indicator).map_err(|why| Refusal::NoCounts { indicator: indicator.id.clone(), why })?;
    let table = atlas.compute(query)?;
    let membership = atlas.territories.membership(Level::Ambiti);
    let units = atlas.territories.units(query.level);
    let group = |unit: usize| match query.level {
        Level::Comuni => {
            let member = units.get(unit).and_then(|unit| unit.members.first());
            member
                .and_then(|member| membership.get(*member).copied().flatten())
                .map_or(0, |group| group as usize)
        }
        _ => 0,
    };
    let mut found = Unequal { units: Vec::new(), areas: Vec::new(), groups: Vec::new(), table };
    for (unit, row) in found.table.rows.iter().enumerate() {
        let (Ok(value), Some(Ok(weight))) = (row.value, row.denominator) else { continue };
        found.units.push(unit);
        found.areas.push(Weighted { value, weight });
        found.groups.push(group(unit));
    }
    Ok(found)
}

/// Whether the values of an indicator are per head, with heads to weight them by.
///
/// # Errors
/// Why not.
pub fn has_heads(indicator: &Indicator) -> Result<(), NoCounts> {
    match indicator.kind {
        Kind::Ordinal | Kind::Category => Err(NoCounts::Steps),
        Kind::Change => Err(NoCounts::Balance),
        Kind::Density => Err(NoCounts::Density),
        Kind::Count => Err(NoCounts::Plain),
        Kind::Ratio | Kind::Share | Kind::Mean if indicator.denominator.is_empty() => Err(NoCounts::Given),
        Kind::Ratio | Kind::Share | Kind::Mean => Ok(()),
    }
}

/// The group and the population of each area that has both, for an indicator that counts a part of its denominator.
///
/// # Errors
/// See [`Refusal`].
pub fn parts(atlas: &Atlas, query: &Query) -> Result<(Table, Vec<(usize, Members)>), Refusal> {
    let indicator = atlas.indicator(&query.indicator)?;
    let refused = |why| Refusal::NoCounts { indicator: indicator.id.clone(), why };
    match basis(indicator).map_err(refused)? {
        crate::stats::compare::Basis::Part => {}
        crate::stats::compare::Basis::Count => return Err(refused(NoCounts::NotAPart)),
    }
    let counted = Counted::of(atlas, query)?;
    let members: Vec<_> =
        counted.known().map(|(unit, (group, population))| (unit, Members { group, population })).collect();
    Ok((counted.table, members))
}
