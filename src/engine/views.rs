//! What the map and the views below it show, as specs: the window draws them, the composer puts them on pages.

use crate::base::{Code, Level};
use crate::data::{Caption, Indicator, Kind};
use crate::document::{Element, RankingSpec, ScatterSpec, SeriesMode, SeriesSpec};
use crate::figure::series::usual_areas;

use super::settings::{Below, SeriesView};
use super::state::State;
use super::table::table_spec;

/// A view that can be put on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The map.
    Map,
    /// One of those below it.
    Below(Below),
}

impl View {
    /// Every view.
    pub const ALL: [Self; 5] = [
        Self::Map,
        Self::Below(Below::Ranking),
        Self::Below(Below::Series),
        Self::Below(Below::Scatter),
        Self::Below(Below::Table),
    ];

    /// The view as an element of a page; none where it has nothing to show.
    pub fn element(self, state: &State) -> Option<Element> {
        Some(match self {
            Self::Map => Element::Map(state.spec.clone()),
            Self::Below(Below::Ranking) => Element::Ranking(ranking_spec(state)),
            Self::Below(Below::Series) => Element::Series(series_spec(state)?),
            Self::Below(Below::Scatter) => Element::Scatter(scatter_spec(state)?),
            Self::Below(Below::Table) => Element::Table(table_spec(state)),
        })
    }
}

/// The ranking of what the map shows, or of an indicator as published at one of its references.
pub fn ranking_spec(state: &State) -> RankingSpec {
    let (map, atlas) = (&state.spec, &state.bundle.atlas);
    let references = state.published.as_ref().and_then(|id| atlas.references(id).ok()).unwrap_or_default();
    let spec = match (&state.published, &references[..]) {
        (Some(id), [.., latest]) => {
            let at = state.published_at.filter(|at| references.contains(at)).unwrap_or(*latest);
            RankingSpec::new(id.as_str(), at, atlas.listed_level(id))
        }
        _ => {
            let range = state.settings.ranking_range && map.level != Level::Comuni;
            let spec = RankingSpec::new(map.indicator.as_str(), map.date, map.level);
            RankingSpec { method: map.method, range, ..spec }
        }
    };
    RankingSpec { chosen: map.chosen.clone(), lang: state.settings.lang, ..spec }
}

/// The scatterplot of what the map shows; none where no other indicator can be set against it.
pub fn scatter_spec(state: &State) -> Option<ScatterSpec> {
    let map = &state.spec;
    Some(ScatterSpec {
        level: map.level,
        method: map.method,
        view: state.scatter.clone(),
        chosen: map.chosen.clone(),
        lang: state.settings.lang,
        ..ScatterSpec::new(across(state)?.id.as_str(), map.indicator.as_str(), map.date)
    })
}

/// The indicators that can be set against the one shown: the others with values at any date.
pub fn usable_across(state: &State) -> impl Iterator<Item = &Indicator> {
    state.bundle.atlas.catalogue.indicators().iter().filter(|other| fits(state, other))
}

fn fits(state: &State, other: &Indicator) -> bool {
    let shown = &state.spec;
    other.id != shown.indicator && state.bundle.atlas.nearest_date(other, shown.date).is_some()
}

/// The indicator across the scatterplot: the one picked, or else density, or else the first there is.
pub fn across(state: &State) -> Option<&Indicator> {
    let wanted = [state.scatter_x.as_deref(), Some("densita")].into_iter().flatten();
    let mut known = wanted.filter_map(|id| state.bundle.atlas.catalogue.get(id));
    known.find(|other| fits(state, other)).or_else(|| usable_across(state).next())
}

/// The time series of what is shown; none of an indicator that is not known.
pub fn series_spec(state: &State) -> Option<SeriesSpec> {
    let atlas = &state.bundle.atlas;
    let caption = state.caption()?;
    let references = atlas.references(caption.id).unwrap_or_default();
    let SeriesView { mode, base, asst, ats, areas, band } = &state.settings.series;
    let mut spec = SeriesSpec::new(caption.id, state.spec.chosen.clone());
    (spec.method, spec.mode, spec.lang) = (state.spec.method, *mode, state.settings.lang);
    spec.base = base.filter(|base| references.contains(base));
    spec.benchmarks.clear();
    if caption.as_published {
        spec.benchmarks.extend(ats.then_some(Level::Ats));
        spec.areas = usual_areas(atlas, caption.id);
        return Some(spec);
    }
    if stands_alone(caption, state) {
        return Some(spec);
    }
    spec.benchmarks.extend(asst.then_some(Level::Asst));
    // With nothing chosen the ATS is all there is to see.
    spec.benchmarks.extend((*ats || spec.chosen.is_empty()).then_some(Level::Ats));
    let offered = series_areas(state, caption);
    spec.areas =
        areas.iter().filter(|code| offered.iter().any(|(known, _)| known == *code)).cloned().collect();
    spec.band = *band && !spec.chosen.is_empty();
    Some(spec)
}

/// The areas known by values only that the computed indicator shown can be set against, with their names.
pub fn series_areas(state: &State, caption: Caption<'_>) -> Vec<(Code, String)> {
    let mut areas: Vec<(Code, String)> = Vec::new();
    for (_, rows) in state.bundle.atlas.benchmarks(caption.id) {
        for area in rows.iter().map(|row| row.area).filter(|area| area.unit.is_none()) {
            let entry = (area.code.clone(), area.name.clone());
            if !areas.contains(&entry) {
                areas.push(entry);
            }
        }
    }
    areas
}

/// Whether nothing is drawn beside the chosen: three million residents would flatten the line of any Comune.
pub fn stands_alone(caption: Caption<'_>, state: &State) -> bool {
    let as_counts = caption.kind == Kind::Count && state.settings.series.mode != SeriesMode::Base100;
    as_counts && !state.spec.chosen.is_empty()
}
