//! What the list of indicators remembers while the program runs.

use std::any::Any;
use std::ops::RangeInclusive;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::data::Reference;
use crate::engine::State;

/// What the panel remembers while the program runs.
#[derive(Default)]
pub struct IndicatorsMemory {
    /// The search text.
    pub search: String,
    /// Favourites, as they were when the pointer last left the list.
    pub favourites: Vec<String>,
    /// Recently shown indicators, as they were then.
    pub recent: Vec<String>,
    /// The row to scroll to.
    pub wanted: Option<String>,
    /// Open themes, of computed indicators and of those as published.
    open: FxHashSet<(String, bool)>,
    /// The indicator shown when the list was last drawn.
    shown: Option<String>,
    /// The positions of the dates of each indicator on its axis, from 0 to 1; valid while the data do not change.
    dates: FxHashMap<String, Arc<[f32]>>,
    of: Option<Arc<dyn Any + Send + Sync>>,
}

impl IndicatorsMemory {
    /// Follows the shown indicator: one that came from elsewhere, as after an import, has its theme opened and is
    /// scrolled to. Favourites and recent indicators are updated unless the pointer is over the list.
    pub fn follow(&mut self, state: &State, is_pointed: bool) {
        let data: Arc<dyn Any + Send + Sync> = Arc::clone(&state.bundle) as _;
        if self.of.as_ref().is_none_or(|of| !Arc::ptr_eq(of, &data)) {
            self.dates.clear();
            self.of = Some(data);
        }
        let is_first = self.shown.is_none();
        if is_first && let Some(first) = state.bundle.atlas.catalogue.themes().first() {
            self.open.insert((first.id.clone(), false));
        }
        if is_first || !is_pointed {
            self.favourites.clone_from(&state.settings.favourites);
            self.recent.clone_from(&state.settings.recent);
        }
        let shown = state.caption().map(|caption| caption.id.to_owned());
        if shown == self.shown {
            return;
        }
        if let Some(id) = &shown {
            let atlas = &state.bundle.atlas;
            let computed = atlas.catalogue.get(id).map(|own| (own.theme.clone(), false));
            let theme = computed.or_else(|| atlas.published(id).map(|own| (own.theme.clone(), true)));
            // A list drawn for the first time begins with its first theme, unless data have come in before it was drawn.
            let is_at_top = is_first && state.project.file.imports.is_empty();
            self.open.extend(theme);
            // No scrolling where the user selected it in the list.
            self.wanted = shown.clone().filter(|_| !is_pointed && !is_at_top);
        }
        self.shown = shown;
    }

    /// Whether a theme is open.
    pub(crate) fn is_open(&self, theme: &str, as_published: bool) -> bool {
        self.open.contains(&(theme.to_owned(), as_published))
    }

    /// Opens a theme, or closes it.
    pub(crate) fn toggle(&mut self, theme: &str, as_published: bool) {
        let key = (theme.to_owned(), as_published);
        if !self.open.remove(&key) {
            self.open.insert(key);
        }
    }

    /// The positions of the dates of an indicator between the first and the last year of all data, from 0 to 1.
    pub fn dates(&mut self, state: &State, id: &str) -> Arc<[f32]> {
        if let Some(known) = self.dates.get(id) {
            return Arc::clone(known);
        }
        let span = span(state);
        let place = |at: Reference| {
            let day = at.day_on_axis();
            let year = f32::from(day.year()) + f32::from(day.month() - 1) / 12.0;
            (year - span.start()) / (span.end() - span.start()).max(1.0)
        };
        let places: Vec<f32> =
            state.bundle.atlas.references(id).unwrap_or_default().into_iter().map(place).collect();
        let places: Arc<[f32]> = places.into();
        self.dates.insert(id.to_owned(), Arc::clone(&places));
        places
    }
}

/// The years of all the data: every axis has the same ones, so that dates can be compared down the list.
fn span(state: &State) -> RangeInclusive<f32> {
    let years = state.bundle.atlas.datasets.iter().flat_map(|dataset| dataset.dates().flatten());
    let years = years.map(|date| f32::from(date.year()));
    let (first, last) = years
        .fold((f32::INFINITY, f32::NEG_INFINITY), |(first, last), year| (first.min(year), last.max(year)));
    first..=last + 1.0
}
