//! What is said of a threshold beside a chart: its name and value, who is below it, and what they lack to reach it.

use crate::data::{Atlas, Caption, Method, Reference, Standard};
use crate::document::{RankingSpec, SeriesMode, SeriesSpec, Threshold};
use crate::i18n::{Lang, Thing, compact_number, texts};

use super::wording::value_text;

/// The name and the value, as they stand at the line.
pub fn label(lang: Lang, threshold: &Threshold, indicator: Caption<'_>) -> String {
    let value = value_text(lang, indicator, Ok(threshold.value));
    match threshold.name.trim() {
        "" => texts::threshold_unnamed(lang, value),
        name => format!("{name} {value}"),
    }
}

/// That the line is a threshold of whoever made the figure: no document is said to print it.
pub fn sentence(lang: Lang, threshold: &Threshold, indicator: Caption<'_>) -> String {
    texts::threshold_sentence(lang, label(lang, threshold, indicator))
}

/// How many of the ranked stand below it, and how much they lack in all where that can be counted.
pub fn below(spec: &RankingSpec, threshold: &Threshold, values: &[f64], atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    let below = values.iter().filter(|value| **value < threshold.value).count();
    let mut sentences =
        vec![texts::threshold_below(lang, lang.count_of(below, values.len(), Thing::Territory))];
    let lacking =
        (below > 0 && spec.method_shown() == Method::Pooled).then(|| lacking(spec, threshold, atlas));
    sentences.extend(lacking.flatten().map(|n| texts::threshold_lacking(lang, compact_number(lang, n, 1))));
    sentences
}

/// What those below it lack in all, in the unit of what is counted: places, bodies, persons.
fn lacking(spec: &RankingSpec, threshold: &Threshold, atlas: &Atlas) -> Option<f64> {
    let Reference::Date(date) = spec.at else { return None };
    let standard = Standard::Value(threshold.value, spec.indicator.clone());
    if !standard.fits(atlas) {
        return None;
    }
    let needs = standard.needs(atlas, date, spec.level).ok()?;
    Some(needs.iter().filter_map(|need| need.missing()).filter(|missing| *missing > 0.0).sum())
}

/// The standard that is drawn over a series: it is a value, and no difference or index.
pub fn of_series(spec: &SeriesSpec) -> Option<&Threshold> {
    spec.standard.as_ref().filter(|_| spec.mode == SeriesMode::Absolute)
}
