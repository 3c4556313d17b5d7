//! What the map and the views below it show, as specs: the window draws them, the composer puts them on pages.

use crate::base::{Code, Level};
use crate::data::{Caption, Indicator};
use crate::document::{Element, RankingSpec, ScatterSpec, SeriesSpec};
use crate::figure::series::{self, usual};

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
            RankingSpec { range, ..map.ranking() }
        }
    };
    RankingSpec { chosen: map.chosen.clone(), lang: state.settings.lang, ..spec }
}

/// The scatterplot of what the map shows; none where no other indicator can be set against it.
pub fn scatter_spec(state: &State) -> Option<ScatterSpec> {
    let spec = state.spec.scatter(across(state)?.id.as_str());
    Some(ScatterSpec { view: state.scatter.clone(), lang: state.settings.lang, ..spec })
}

/// The indicators that can be set against the one shown: the others with values at any date.
pub fn usable_across(state: &State) -> impl Iterator<Item = &Indicator> {
    let atlas = &state.bundle.atlas;
    atlas.catalogue.indicators().iter().filter(|other| state.spec.can_cross(other, atlas))
}

/// The indicator across the scatterplot: the one picked, or else the usual one.
pub fn across(state: &State) -> Option<&Indicator> {
    state.spec.across(state.scatter_x.as_deref(), &state.bundle.atlas)
}

/// The time series of what is shown; none of an indicator that is not known.
pub fn series_spec(state: &State) -> Option<SeriesSpec> {
    let atlas = &state.bundle.atlas;
    let caption = state.caption()?;
    let references = atlas.references(caption.id).unwrap_or_default();
    let SeriesView { mode, base, asst, ats, areas, band } = &state.settings.series;
    let mut spec = usual(atlas, caption, state.spec.chosen.clone(), *mode);
    (spec.method, spec.lang) = (state.spec.method, state.settings.lang);
    spec.base = base.filter(|base| references.contains(base));
    // With nothing chosen the ATS is all there is to see.
    if !ats && (caption.as_published || !spec.chosen.is_empty()) {
        spec.benchmarks.clear();
    }
    if caption.as_published || stands_alone(caption, state) {
        return Some(spec);
    }
    spec.benchmarks.splice(0..0, asst.then_some(Level::Asst));
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
    series::stands_alone(caption, &state.spec.chosen, state.settings.series.mode)
}
