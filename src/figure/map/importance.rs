//! The importance of territories, for labels.

use crate::base::{Date, Level};
use crate::data::{Atlas, Method, Query};

/// The indicator that measures importance.
const RESIDENTS: &str = "residenti";

/// Residents of each unit at the date nearest to `near`: a large empty Comune matters less than a small populous one.
/// All zero where residents are not known.
pub fn importance(atlas: &Atlas, level: Level, near: Date) -> Vec<f64> {
    let residents = || {
        let date = atlas.nearest_date(atlas.indicator(RESIDENTS).ok()?, near)?;
        atlas.compute(&Query { indicator: RESIDENTS.into(), date, level, method: Method::Pooled }).ok()
    };
    match residents() {
        Some(table) => table.rows.iter().map(|row| row.value.unwrap_or(0.0)).collect(),
        None => vec![0.0; atlas.territories.units(level).len()],
    }
}
