//! Switching the indicator.

use crate::document::{ElementKind, MapSpec};

use super::map;
use super::state::State;

/// Shows an indicator: a computed one on the map, one as published below it.
pub(super) fn set_indicator(state: &mut State, id: String) {
    if state.bundle.atlas.published(&id).is_some() {
        return set_published(state, id);
    }
    // After a published table the map returns as it was.
    state.document.published = None;
    let asked = MapSpec { indicator: id, ..state.document.map.clone() };
    map::show(state, &asked);
}

/// The areas of a published table have no boundaries to draw, so its values are shown below the map.
fn set_published(state: &mut State, id: String) {
    state.settings.saw(&id);
    state.settings.panels.list = true;
    if state.document.published.as_ref().is_none_or(|published| published.indicator != id) {
        state.document.show_published(&id, &state.bundle.atlas);
    }
    if state.document.element(state.settings.tab).is_none() {
        state.settings.tab = ElementKind::Series;
    }
}
