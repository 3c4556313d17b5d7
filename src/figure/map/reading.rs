//! The reading of a map, which depends on its kind.

use crate::base::Level;
use crate::data::Atlas;
use crate::document::{MapSpec, Representation};
use crate::i18n::texts;

use super::MapModel;

/// That a hypothesis keeps the classes of the official Ambiti, where classes are shown.
pub fn kept_classes(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Option<String> {
    let is_moved = spec.level == Level::Ambiti && atlas.hypothesis().is_some();
    let has_classes = model.names.is_empty() && !model.colours.is_empty();
    let is_coloured = spec.representation == Representation::Choropleth;
    (is_moved && has_classes && is_coloured).then(|| spec.lang.text(texts::WHAT_IF_CLASSES).to_owned())
}

/// The sentences; empty if the model was not made from this spec.
pub fn sentences(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
    if atlas.catalogue.get(&spec.indicator).is_none() {
        return Vec::new();
    }
    let mut sentences = model.shown.reading(spec, model, atlas);
    sentences.extend(model.not_final(spec.lang, atlas));
    sentences
}
