//! A map read in sentences: by what of its indicator it shows.

mod two;

use crate::data::Atlas;
use crate::document::{MapKind, MapSpec};
use crate::figure::reading::change;
use crate::figure::reading::distribution::{self, Fact, Facts};
use crate::figure::reading::voice::{Voice, compares, method_sentence};

use super::kinds::change::breaks;
use super::{MapModel, Shown};

/// The sentences. Nothing for a spec the model was not made from.
pub fn sentences(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
    let voice = Voice { lang: spec.lang, indicator, level: spec.level };
    let chosen = atlas.territories.sharing(spec.level, &spec.chosen).unwrap_or_default();
    let is_chosen = |unit: usize| chosen.get(unit).copied().unwrap_or(false);
    if let Shown::Two(axes) = &model.shown {
        let mut sentences = two::sentences(&voice, spec, model, axes, atlas);
        sentences.extend(model.not_final(spec.lang, atlas));
        return sentences;
    }
    let mut facts = Facts::default();
    for (unit, row) in model.table.rows.iter().enumerate() {
        let (name, chosen) = (row.name.as_str(), is_chosen(unit));
        match row.value {
            Ok(value) => facts.present.push(Fact { name, value, chosen, range: None }),
            Err(reason) => facts.absent.push((name, reason, chosen)),
        }
    }
    let mut sentences = match spec.kind {
        MapKind::Change { from } => {
            facts.whole = model.whole;
            let breaks = !breaks(&model.table.datasets, from, spec.date, atlas).is_empty();
            let mut sentences = change::sentences(&voice, &facts, from, spec.date, breaks);
            sentences.extend(method_sentence(&voice, spec.method));
            sentences
        }
        _ => {
            facts.whole = model.whole.filter(|_| compares(indicator));
            distribution::sentences(&voice, facts, spec.date, spec.method, atlas)
        }
    };
    sentences.extend(model.not_final(spec.lang, atlas));
    sentences
}
