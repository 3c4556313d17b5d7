//! The choices that views offer beyond what is in their specs.

use std::sync::Arc;

use crate::base::{Code, Date, Level};
use crate::data::{Caption, Indicator};
use crate::document::ScatterSpec;
use crate::io::Bundle;

use super::state::State;
use crate::figure::Asked;

/// The indicators that have a value near the date of the map. To find the dates of each takes longer than a frame, and the answer
/// is the same for every indicator of the map.
#[derive(Clone)]
pub struct Usable {
    of: (Arc<Bundle>, Date, Level),
    ids: Vec<String>,
}

impl Usable {
    /// Those of the map, found again only if what they depend on has changed.
    fn of(state: &State, known: &mut Option<Self>) -> Vec<String> {
        let (atlas, shown) = (&state.bundle.atlas, &state.document.map);
        let is_same = |known: &Self| {
            let (bundle, date, level) = &known.of;
            Arc::ptr_eq(bundle, &state.bundle) && (*date, *level) == (shown.date, shown.level)
        };
        if let Some(known) = known.as_ref().filter(|known| is_same(known)) {
            return known.ids.clone();
        }
        let fits = |other: &&Indicator| {
            let is_other = Asked::Points.is_allowed(other.kind.scale());
            is_other
                && atlas.known_at(other) <= shown.level
                && atlas.nearest_date(other, shown.date).is_some()
        };
        let ids = atlas.catalogue.indicators().iter().filter(fits).map(|other| other.id.clone()).collect();
        known.insert(Self { of: (state.bundle.clone(), shown.date, shown.level), ids }).ids.clone()
    }
}

/// The indicators that can be compared with the current one: the others with values at any date. `known` keeps those of the map
/// from one call to the next.
pub fn usable_across(state: &State, known: &mut Option<Usable>) -> Vec<String> {
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
    let mut usable = Usable::of(state, known);
    usable.retain(|id| *id != shown.indicator);
    usable
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
