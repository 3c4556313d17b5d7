//! The default benchmarks of a time series.

use crate::base::{Code, Level};
use crate::data::{AreaKind, Atlas, Kind};
use crate::document::SeriesSpec;

/// The benchmarks of a time series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Against {
    /// Levels whose units contain the territories followed.
    pub levels: Vec<Level>,
    /// Areas known only by published values.
    pub areas: Vec<Code>,
}

impl Against {
    /// Those of the spec, or the default ones of its indicator.
    pub fn of(spec: &SeriesSpec, atlas: &Atlas) -> Self {
        let levels = spec.benchmarks.clone().unwrap_or_else(|| usual_levels(spec, atlas));
        let areas = spec.areas.clone().unwrap_or_else(|| usual_areas(atlas, &spec.indicator));
        Self { levels, areas }
    }
}

/// The ATS, except for counts of selected territories: three million residents would flatten the line of any Comune.
fn usual_levels(spec: &SeriesSpec, atlas: &Atlas) -> Vec<Level> {
    let is_count = atlas
        .caption(&spec.indicator)
        .is_ok_and(|caption| caption.kind == Kind::Count && !caption.as_published);
    let flattens = is_count && !spec.mode.is_index() && !spec.selected.is_empty();
    if flattens { Vec::new() } else { vec![Level::Ats] }
}

/// The region, if the table of an indicator as published has it beside several areas of one kind.
fn usual_areas(atlas: &Atlas, indicator: &str) -> Vec<Code> {
    if atlas.listed_kind(indicator).is_none() {
        return Vec::new();
    }
    let mut regions: Vec<Code> = Vec::new();
    for row in atlas.published_values(indicator).unwrap_or_default() {
        if row.area.kind == AreaKind::Region && !regions.contains(&row.area.code) {
            regions.push(row.area.code.clone());
        }
    }
    regions
}
