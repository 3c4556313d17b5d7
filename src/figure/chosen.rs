//! Which units of a level the chosen territories stand for.

use crate::base::{Code, Level};
use crate::data::Atlas;

use super::map_model::FigureError;

/// For each unit of the level, whether it shares a Comune with a chosen territory.
///
/// # Errors
/// A code that is no territory's.
pub fn chosen_units(chosen: &[Code], level: Level, atlas: &Atlas) -> Result<Vec<bool>, FigureError> {
    let territories = &atlas.territories;
    let membership = territories.membership(level);
    let mut found = vec![false; territories.units(level).len()];
    for code in chosen {
        // A code of this very level first, since the others would be found at the smallest.
        let place = territories.position(level, code).map(|unit| (level, unit));
        let (at, unit) = place
            .or_else(|| territories.find(code))
            .ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
        for &comune in &territories.units(at)[unit].members {
            if let Some(unit) = membership[comune] {
                found[unit as usize] = true;
            }
        }
    }
    Ok(found)
}
