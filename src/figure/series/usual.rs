//! The time series of an indicator when nobody has asked for anything else: the same in the window and on the command
//! line.

use crate::base::Code;
use crate::data::{AreaKind, Atlas, Caption, Kind};
use crate::document::{SeriesMode, SeriesSpec};

/// Those territories against the ATS; of an indicator as published, against the region too.
pub fn usual(atlas: &Atlas, caption: Caption<'_>, chosen: Vec<Code>, mode: SeriesMode) -> SeriesSpec {
    let mut spec = SeriesSpec { mode, ..SeriesSpec::new(caption.id, chosen) };
    if caption.as_published {
        spec.areas = usual_areas(atlas, caption.id);
    } else if stands_alone(caption, &spec.chosen, mode) {
        spec.benchmarks.clear();
    }
    spec
}

/// Whether nothing is drawn beside the chosen: three million residents would flatten the line of any Comune.
pub fn stands_alone(caption: Caption<'_>, chosen: &[Code], mode: SeriesMode) -> bool {
    let as_counts = caption.kind == Kind::Count && mode != SeriesMode::Base100;
    !caption.as_published && as_counts && !chosen.is_empty()
}

/// The region, where a table prints it beside several areas of one kind.
fn usual_areas(atlas: &Atlas, indicator: &str) -> Vec<Code> {
    if atlas.listed_kind(indicator).is_none() {
        return Vec::new();
    }
    let rows = atlas.published_values(indicator).unwrap_or_default();
    let regions = rows.iter().filter(|row| row.area.kind == AreaKind::Region);
    let mut codes: Vec<Code> = regions.map(|row| row.area.code.clone()).collect();
    codes.dedup();
    codes
}
