//! The choices that views offer beyond what is in their specs.

use crate::base::Code;
use crate::data::{Caption, Indicator};
use crate::document::ScatterSpec;

use super::state::State;
use crate::figure::Asked;

/// The indicators that can be compared with the current one: the others with values at any date.
pub fn usable_across(state: &State) -> Vec<String> {
    let (atlas, shown) = (&state.bundle.atlas, &state.document.map);
    let ids =
        |all: &mut dyn Iterator<Item = &Indicator>| all.map(|other| other.id.clone()).collect::<Vec<_>>();
    if let Some(spec) = state.document.view::<ScatterSpec>().filter(|spec| atlas.published(&spec.y).is_some())
    {
        let compares =
            |id: &String| *id != spec.y && atlas.compares_across(id, &spec.y, spec.y_date, spec.level);
        let is_drawn = |other: &&Indicator| Asked::Points.is_allowed(other.kind.scale());
        let computed = ids(&mut atlas.catalogue.indicators().iter().filter(is_drawn));
        let published = atlas.published_indicators().iter().map(|other| other.id.clone());
        return computed.into_iter().chain(published).filter(compares).collect();
    }
    let fits = |other: &&Indicator| {
        let is_other = other.id != shown.indicator && Asked::Points.is_allowed(other.kind.scale());
        is_other && atlas.known_at(other) <= shown.level && atlas.nearest_date(other, shown.date).is_some()
    };
    ids(&mut atlas.catalogue.indicators().iter().filter(fits))
}

/// The areas known only by published values that the current indicator can be compared with, with their names.
pub fn series_areas(state: &State, caption: Caption<'_>) -> Vec<(Code, String)> {
    let mut areas: Vec<(Code, String)> = Vec::new();
    for (_, rows) in state.bundle.atlas.benchmarks(caption.id) {
        for area in rows.iter().map(|row| row.area).filter(|area| area.unit.is_none()) {
            let entry = (area.code.clone(), state.settings.lang.area(&area.name).to_owned());
            if !areas.contains(&entry) {
                areas.push(entry);
            }
        }
    }
    areas
}
