//! The texts of a threshold beside a chart: its name and value, how many are below it, and what they lack to reach
//! it.

use crate::base::decimal;
use crate::data::{Atlas, Caption, Method, Need, Reference, Standard};
use crate::document::{RankingSpec, SeriesMode, SeriesSpec, Threshold};
use crate::i18n::{Lang, Thing, number, texts};

use super::precision::same;
use super::sums::sum_in_words;
use super::wording::{listed, value_text};

/// The most decimals of a threshold that are written.
const MOST_DECIMALS: usize = 6;
/// The most lines that are named.
const MOST_NAMED: usize = 6;

pub fn label(lang: Lang, threshold: &Threshold, indicator: Caption<'_>) -> String {
    // With the digits that it was set with: whoever counts again needs them.
    let decimals = indicator.decimals.max(decimal::places(threshold.value).min(MOST_DECIMALS));
    let value = value_text(lang, Caption { decimals, ..indicator }, Ok(threshold.value));
    match threshold.name.trim() {
        "" => texts::threshold_unnamed(lang, value),
        name => format!("{name} {value}"),
    }
}

/// States that the threshold was set by the author of the figure and not by a document.
pub fn sentence(lang: Lang, threshold: &Threshold, indicator: Caption<'_>) -> String {
    texts::threshold_sentence(lang, label(lang, threshold, indicator))
}

/// How many of the ranked units are below it, and how much they lack in total where that can be counted.
pub fn below(spec: &RankingSpec, threshold: &Threshold, values: &[f64], atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    let is_below = |value: f64| value < threshold.value && !same(value, threshold.value);
    let below = values.iter().filter(|value| is_below(**value)).count();
    let mut sentences =
        vec![texts::threshold_below(lang, lang.count_of(below, values.len(), Thing::Territory))];
    let lacking = lacking(spec, threshold, atlas).filter(|_| below > 0);
    // Persons, places, bodies: a tenth of one is still one more.
    sentences.extend(lacking.map(|n| {
        let what = atlas.catalogue.get(&spec.indicator);
        let what = what.map(|own| sum_in_words(lang, &own.numerator, None, atlas)).unwrap_or_default();
        texts::threshold_lacking(lang, what, number(lang, n.ceil(), 0))
    }));
    sentences
}

/// The same for a reading, where the line is not seen.
pub fn read(spec: &RankingSpec, values: &[f64], atlas: &Atlas) -> Vec<String> {
    let (Some(threshold), Ok(indicator)) = (&spec.standard, atlas.caption(&spec.indicator)) else {
        return Vec::new();
    };
    let first = sentence(spec.lang, threshold, indicator);
    std::iter::once(first).chain(below(spec, threshold, values, atlas)).collect()
}

/// Which of the lines of a series are below it at their last date: "Corsico e ATS".
pub fn below_at_last(lang: Lang, threshold: &Threshold, when: &str, lines: &[(String, f64)]) -> String {
    let is_below = |value: f64| value < threshold.value && !same(value, threshold.value);
    let names: Vec<String> =
        lines.iter().filter(|(_, value)| is_below(*value)).map(|(name, _)| name.clone()).collect();
    match names.len() {
        0 => texts::threshold_series_none(lang, when),
        few if few <= MOST_NAMED => texts::threshold_series_below(lang, when, listed(lang, &names)),
        many => texts::threshold_series_below(lang, when, lang.count_of(many, lines.len(), Thing::Territory)),
    }
}

/// What each unit needs to reach it, in the unit of the numerator: places, bodies, persons. `None` where that cannot be counted.
pub fn needs(spec: &RankingSpec, threshold: &Threshold, atlas: &Atlas) -> Option<Vec<Need>> {
    let Reference::Date(date) = spec.at else { return None };
    let standard = Standard::Value(threshold.value, spec.indicator.clone());
    if !standard.fits(atlas) || spec.method_shown() != Method::Pooled {
        return None;
    }
    standard.needs(atlas, date, spec.level).ok()
}

/// What the units below it lack in total.
fn lacking(spec: &RankingSpec, threshold: &Threshold, atlas: &Atlas) -> Option<f64> {
    let needs = needs(spec, threshold, atlas)?;
    Some(needs.iter().filter_map(|need| need.missing()).filter(|missing| *missing > 0.0).sum())
}

/// The standard drawn over a series; only for values, not for differences or indices.
pub fn of_series(spec: &SeriesSpec) -> Option<&Threshold> {
    spec.standard.as_ref().filter(|_| spec.mode == SeriesMode::Absolute)
}
