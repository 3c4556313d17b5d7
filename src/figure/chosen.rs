//! Which units of a level stand out: those that share a Comune with a chosen territory.

use crate::base::{Code, Level};
use crate::data::Atlas;

use super::map_model::FigureError;

/// For each unit of the level, whether it shares a Comune with a chosen territory.
///
/// # Errors
/// A code that is no territory's.
pub fn chosen_units(level: Level, codes: &[Code], atlas: &Atlas) -> Result<Vec<bool>, FigureError> {
    let territories = &atlas.territories;
    let membership = territories.membership(level);
    let mut chosen = vec![false; territories.units(level).len()];
    for code in codes {
        // A code of this very level first, since the others would be found at the smallest.
        let place = territories.position(level, code).map(|unit| (level, unit));
        let (of, unit) = place
            .or_else(|| territories.find(code))
            .ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
        for &comune in &territories.units(of)[unit].members {
            if let Some(unit) = membership[comune] {
                chosen[unit as usize] = true;
            }
        }
    }
    Ok(chosen)
}
