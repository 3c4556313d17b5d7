//! The reading of a map, which depends on its kind.

use crate::data::Atlas;
use crate::document::MapSpec;

use super::MapModel;

/// The sentences; empty if the model was not made from this spec.
pub fn sentences(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
    if atlas.catalogue.get(&spec.indicator).is_none() {
        return Vec::new();
    }
    let mut sentences = model.shown.reading(spec, model, atlas);
    sentences.extend(model.not_final(spec.lang, atlas));
    sentences
}
