//! The alternative text of a map, for screen readers.

use crate::data::{Absence, Atlas};
use crate::document::MapSpec;
use crate::i18n::texts;

use crate::figure::map::MapModel;
use crate::figure::map::kinds::{described, mapped_units, when_phrase};
use crate::figure::map::reading::part;
use crate::figure::wording::level_phrase_of;

/// A few sentences generated from the numbers: what is mapped, the extremes or the number of units per class, the
/// value of the ATS, and how many have no value.
pub fn map(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> String {
    let lang = spec.lang;
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return String::new() };
    let name = described(spec, atlas);
    let unit = mapped_units(spec, indicator, atlas);
    let level = level_phrase_of(lang, indicator.into(), spec.level, spec.method);
    let what = texts::alt_what(lang, &name, &level, when_phrase(spec, indicator), &unit);
    let mut sentences = vec![what];
    sentences.extend(part(spec, model, atlas));
    sentences.extend(model.shown.alt_text(spec, model, atlas));
    for reason in Absence::ALL {
        let count = model.absent(reason);
        if count > 0 {
            let sentence = texts::warn_absent(lang, count, lang.absence(reason));
            sentences.push(format!("{sentence}."));
        }
    }
    sentences.extend(model.not_final(lang, atlas));
    sentences.join(" ")
}
