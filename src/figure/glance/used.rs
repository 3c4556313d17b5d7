//! What a place at a glance is made from.

use crate::data::{Atlas, Reference};
use crate::document::{GlancePart, GlanceSpec};
use crate::figure::reading::plain;

use super::model;

/// The values that are shown, each at its date.
pub fn used(spec: &GlanceSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
    let is_single = spec
        .territory(atlas)
        .is_some_and(|(level, unit)| atlas.territories.units(level)[unit].members.len() == 1);
    let counts = spec.counts.iter().take(if is_single { spec.counts.len() } else { 1 });
    let mut all: Vec<(String, Reference)> = Vec::new();
    for one in counts {
        all.extend(model::start(one, atlas).map(|from| (one.indicator.clone(), from.into())));
        all.push((one.indicator.clone(), one.date.into()));
    }
    if spec.part != GlancePart::Sentences && !is_single {
        all.extend(spec.rate.iter().map(|one| (one.indicator.clone(), one.date.into())));
    }
    // What a change is divided from.
    all.extend(
        spec.rate.iter().filter_map(|one| Some((one.indicator.clone(), model::start(one, atlas)?.into()))),
    );
    if spec.part != GlancePart::Weights {
        let said = plain::used(atlas).into_iter().map(|(id, date)| (id, date.into()));
        all.extend(said.filter(|one| !all.contains(one)).collect::<Vec<_>>());
    }
    all
}
