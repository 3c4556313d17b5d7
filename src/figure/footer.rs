//! What must stand below every figure: source, date, licence, and the remarks without which it would mislead.

use crate::base::Date;
use crate::data::{Atlas, Caption};
use crate::i18n::{Lang, fill, texts};

/// Source, dates and licence of an indicator. `when` is a phrase: "al 1/1/2023".
pub fn source<'a>(lang: Lang, caption: impl Into<Caption<'a>>, when: &str) -> String {
    let caption = caption.into();
    fill(lang.text(texts::SOURCE_LINE), &[lang.pick(caption.source), when, caption.licence])
}

/// The remarks that must be printed on those datasets at those dates.
pub fn remarks(lang: Lang, atlas: &Atlas, datasets: &[String], dates: &[Date]) -> Vec<String> {
    let used = atlas.datasets.iter().filter(|dataset| datasets.contains(&dataset.meta.id));
    used.flat_map(|dataset| &dataset.meta.notes)
        .filter(|note| note.printed && note.date.is_none_or(|date| dates.contains(&date)))
        .map(|note| lang.pick(&note.text).to_owned())
        .collect()
}
