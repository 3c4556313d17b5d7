//! From an element of a page back to the view it came from.

use crate::base::Level;
use crate::data::Reference;
use crate::document::{Element, MapSpec};
use crate::engine::settings::{Below, SeriesView};
use crate::engine::state::State;
use crate::engine::update::set_indicator;

/// Leaves the composer, and shows in the window what the marked element shows: indicator, date, level, choice, and how it is
/// drawn. The page stays kept. What is not among the data here is not shown, as anywhere else.
pub fn marked(state: &mut State) {
    let Some(element) = state.composer.kept().and_then(|kept| kept.spec.element(state.composer.at)).cloned()
    else {
        return;
    };
    state.composer.show(None);
    match element {
        Element::Map(spec) => {
            state.published = None;
            state.settings.saw(&spec.indicator);
            let (page, lang) = (state.spec.page.clone(), state.spec.lang);
            state.spec = MapSpec { page, lang, ..spec };
        }
        Element::Ranking(spec) => {
            below(state, Below::Ranking, &spec.indicator);
            state.published_at = Some(spec.at);
            if let (Some(date), None) = (spec.at.date(), &state.published) {
                (state.spec.date, state.spec.level, state.spec.method) = (date, spec.level, spec.method);
            }
            state.settings.ranking_range = spec.range;
            state.spec.chosen = spec.chosen;
        }
        Element::Series(spec) => {
            below(state, Below::Series, &spec.indicator);
            let [asst, ats] = [Level::Asst, Level::Ats].map(|level| spec.benchmarks.contains(&level));
            let (mode, base, areas, band) = (spec.mode, spec.base, spec.areas, spec.band);
            state.settings.series = SeriesView { mode, base, asst, ats, areas, band };
            (state.spec.method, state.spec.chosen) = (spec.method, spec.chosen);
        }
        Element::Scatter(spec) => {
            below(state, Below::Scatter, &spec.y);
            (state.scatter_x, state.scatter) = (Some(spec.x), spec.view);
            (state.spec.date, state.spec.level, state.spec.method) = (spec.y_date, spec.level, spec.method);
            state.spec.chosen = spec.chosen;
        }
        Element::Table(spec) => {
            let mut columns = spec.columns;
            if let Some(first) = columns.first().cloned() {
                below(state, Below::Table, &first.indicator);
                if state.published.is_some() {
                    state.table.printed = std::mem::take(&mut columns);
                } else if let Reference::Date(date) = first.at {
                    state.spec.date = date;
                    columns.remove(0);
                }
            }
            state.table.added = columns;
            state.table.view = spec.view;
            (state.spec.level, state.spec.method, state.spec.chosen) = (spec.level, spec.method, spec.chosen);
        }
    }
}

/// Opens the panel below the map on a view of that indicator.
fn below(state: &mut State, view: Below, indicator: &str) {
    if state.published.is_some() || state.spec.indicator != indicator {
        set_indicator(state, indicator.to_owned());
    }
    state.settings.panels.list = true;
    state.settings.below = view;
}
