//! From an element of a page back to the view it came from.

use crate::document::{Element, MapSpec, OfKind};
use crate::engine::indicator::set_indicator;
use crate::engine::state::State;

/// Leaves the composer and shows in the window what the selected element shows: indicator, date, level, selection and
/// settings. The page is kept. Data that are not available are not shown, as everywhere else.
pub fn marked(state: &mut State) {
    let at = state.composer.at;
    let Some(figure) = state.document.composed() else { return };
    let Some(element) = figure.spec.element(at).cloned() else { return };
    state.show_figure(None);
    match MapSpec::of(&element) {
        Some(map) => {
            state.document.published = None;
            state.settings.saw(&map.indicator);
            let (page, lang) = (state.document.map.page.clone(), state.settings.lang);
            state.document.map = MapSpec { page, lang, ..map.clone() };
        }
        None => view(state, element),
    }
}

/// Opens the bottom panel on a view, and moves the map to its subject.
fn view(state: &mut State, mut element: Element) {
    let subject = element.spec().subject(&state.bundle.atlas);
    if state.document.published.is_some() || state.document.map.indicator != subject.indicator {
        set_indicator(state, subject.indicator.clone());
    }
    let map = &mut state.document.map;
    if state.document.published.is_none() {
        if let Some(date) = subject.at.date().filter(|_| element.spec().level().is_some()) {
            map.date = date;
            map.set_kind(subject.kind.clone());
        }
        if let Some(level) = element.spec().level() {
            map.level = level;
        }
        map.method = subject.method;
    }
    map.selected = subject.selected;
    *element.page_mut() = Default::default();
    element.spec_mut().set_lang(state.settings.lang);
    state.settings.panels.list = true;
    state.settings.tab = element.kind();
    state.document.set(element);
}
