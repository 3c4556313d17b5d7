//! The texts of a distribution: title, footer, alternative text, reading.

use crate::base::{Level, decimal};
use crate::data::{Caption, Kind, Method};
use crate::document::{DistributionForm, DistributionSpec};
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::precision;
use crate::figure::quality::in_words;
use crate::figure::view::Prepared;
use crate::figure::wording::{notes, owner, reference_phrase, told_name, value_text, weighted_note};
use crate::i18n::italian;
use crate::i18n::{self, Lang, texts};

use super::DistributionView;
use super::model::{Bar, DistributionModel, Dot, Row};

/// The most rows that the alternative text tells one by one.
const MOST_TOLD: usize = 6;

/// Whether rows are drawn: units that are in no groups are only counted.
pub fn has_rows(spec: &DistributionSpec, model: &DistributionModel) -> bool {
    spec.form == DistributionForm::Rows && !model.rows.is_empty()
}

fn when(spec: &DistributionSpec, model: &DistributionModel, caption: Caption<'_>) -> String {
    let phrase = reference_phrase(spec.lang, caption.stated(spec.date));
    in_words(spec.lang, phrase, model.quality.unwrap_or_default())
}

pub fn subtitle(spec: &DistributionSpec, model: &DistributionModel, caption: Caption<'_>) -> String {
    let (lang, units) = (spec.lang, spec.lang.level(model.level));
    match has_rows(spec, model) {
        true => texts::distribution_subtitle_rows(lang, units, when(spec, model, caption)),
        false => texts::distribution_subtitle(lang, units, when(spec, model, caption)),
    }
}

pub fn title(lang: Lang, caption: Caption<'_>) -> String {
    texts::distribution_title(lang, lang.pick(caption.name))
}

/// What must be known of the drawing itself.
pub fn own_notes(spec: &DistributionSpec, model: &DistributionModel, caption: Caption<'_>) -> Vec<String> {
    let lang = spec.lang;
    let is_count = caption.kind == Kind::Count;
    let text = |text| lang.text(text).to_owned();
    match has_rows(spec, model) {
        true => {
            let logarithmic = model.is_logarithmic.then(|| text(texts::DISTRIBUTION_NOTE_COUNTS));
            let mut notes = vec![text(texts::DISTRIBUTION_QUARTILES)];
            if !is_count {
                notes.insert(0, text(texts::DISTRIBUTION_NOTE_ROWS));
            }
            notes.extend(logarithmic);
            notes.extend(is_count.then(|| text(texts::DISTRIBUTION_NOTE_NO_TOTALS)));
            notes
        }
        false => {
            // The other form is there where units are in groups.
            let counts =
                (is_count && !model.rows.is_empty()).then(|| text(texts::DISTRIBUTION_NOTE_COUNTS_BARS));
            let totals = is_count.then(|| text(texts::DISTRIBUTION_NOTE_NO_TOTALS));
            std::iter::once(text(texts::DISTRIBUTION_NOTE_BARS)).chain(counts).chain(totals).collect()
        }
    }
}

/// Source and date, and what must be known.
pub fn footer(prepared: &Prepared<'_, DistributionView>, caption: Caption<'_>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let mut lines = notes(lang, caption, Some(model.level), Method::Pooled);
    lines.extend(own_notes(spec, model, caption));
    if has_rows(spec, model) {
        lines.extend(weighted_note(lang, caption, Level::Ambiti, Method::Pooled));
    }
    lines.extend(model.mixed.iter().cloned());
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    lines.extend(footer::remarks(lang, sources.atlas, &model.datasets, &[spec.date]));
    let source = footer::source(lang, caption, &when(spec, model, caption));
    Footer { sources: vec![source], remarks: lines, credits: vec![Credit::Program] }
}

/// The name of a row: "Corsico (6)".
pub fn row_name(lang: Lang, row: &Row) -> String {
    texts::distribution_row(lang, &row.name, row.dots.len())
}

/// A unit in words, for tooltips and screen readers.
pub fn dot(lang: Lang, caption: Caption<'_>, dot: &Dot) -> String {
    format!("{}: {}", dot.name, value_text(lang, caption, Ok(dot.value)))
}

/// A bar in words.
pub fn bar(lang: Lang, caption: Caption<'_>, bar: &Bar) -> String {
    let [from, to] = [bar.from, bar.to].map(|end| i18n::compact_number(lang, end, caption.decimals + 2));
    let told = texts::distribution_bar(lang, from, to, bar.count);
    match bar.selected {
        0 => told,
        selected => texts::distribution_bar_selected(lang, told, selected),
    }
}

fn row(lang: Lang, caption: Caption<'_>, row: &Row, level: Level) -> Option<String> {
    let summary = row.summary?;
    let value = |x| value_text(lang, caption, Ok(x));
    let name = told_name(lang, Some(Level::Ambiti), &row.name);
    let count = italian::counted(&i18n::number(lang, summary.n as f64, 0), summary.n == 1, level);
    if summary.n == 1 {
        return Some(texts::distribution_row_one(lang, name, value(summary.min), count));
    }
    let [low, median, high] = [summary.min, summary.median, summary.max].map(value);
    Some(texts::distribution_row_told(lang, name, low, median, high, count))
}

pub fn alternative(prepared: &Prepared<'_, DistributionView>, caption: Caption<'_>) -> String {
    let Prepared { spec, model, .. } = *prepared;
    let lang = spec.lang;
    let mut told = vec![texts::alt_distribution(lang, title(lang, caption), subtitle(spec, model, caption))];
    let parts: Vec<String> = match has_rows(spec, model) {
        true => {
            // Those with a selected Comune first, in the order of the rows.
            let selected = model.rows.iter().filter(|row| row.is_selected);
            let others = model.rows.iter().filter(|row| !row.is_selected);
            let rows = selected.chain(others);
            rows.filter_map(|one| row(lang, caption, one, model.level)).collect()
        }
        false => model.bars.iter().map(|one| bar(lang, caption, one)).collect(),
    };
    let most = if has_rows(spec, model) { MOST_TOLD } else { parts.len() };
    told.extend(parts.iter().take(most).map(|part| format!("{part}.")));
    if parts.len() > most {
        told.push(texts::alt_more(lang, parts.len() - most));
    }
    if model.dots.is_empty() {
        told.push(lang.text(texts::DISTRIBUTION_NOTHING).to_owned());
    }
    told.join(" ")
}

pub fn reading(prepared: &Prepared<'_, DistributionView>, caption: Caption<'_>) -> Vec<String> {
    let Prepared { spec, model, .. } = *prepared;
    let lang = spec.lang;
    let Some(all) = model.all else { return vec![lang.text(texts::DISTRIBUTION_NOTHING).to_owned()] };
    let value = |x| value_text(lang, caption, Ok(x));
    let values = || model.dots.iter().map(|dot| dot.value);
    let who = |x: f64| {
        let named = model.dots.iter().find(|dot| precision::same(dot.value, x));
        owner(lang, caption.decimals, named.map_or("", |dot| &dot.name), x, values())
    };
    let count = italian::counted(&i18n::number(lang, all.n as f64, 0), all.n == 1, model.level);
    let (low, high) = (value(all.min), value(all.max));
    let (name, when) = (lang.pick(caption.name), when(spec, model, caption));
    let ends = [all.min, all.max].map(who);
    let mut told =
        vec![texts::distribution_reading_all(lang, name, when, count, low, &ends[0], high, &ends[1])];
    if all.n >= super::model::LEAST_OF_QUARTERS {
        let [q1, q3, median] = [all.q1, all.q3, all.median].map(value);
        told.push(texts::distribution_reading_middle(lang, q1, q3, median));
    }
    let sides = |dots: &mut dyn Iterator<Item = f64>, of: f64| {
        dots.fold((0, 0), |(above, below), x| {
            let by = decimal::difference(x, of);
            (above + usize::from(by > 0.0), below + usize::from(by < 0.0))
        })
    };
    if let Some(ats) = model.ats {
        let (above, below) = sides(&mut values(), ats);
        told.push(texts::distribution_reading_ats(lang, value(ats), above, below));
    }
    let spread = |row: &&Row| row.summary.filter(|summary| summary.n > 1).map_or(-1.0, |s| s.max - s.min);
    // Of counts the widest is the largest.
    let widest = model.rows.iter().max_by(|a, b| spread(a).total_cmp(&spread(b)));
    if let Some((row, summary)) = widest.and_then(|row| Some((row, row.summary?)))
        && caption.kind != Kind::Count
        && summary.n > 1
    {
        let [low, high] = [summary.min, summary.max].map(value);
        told.push(texts::distribution_reading_widest(lang, &row.name, low, high));
    }
    let chosen: Vec<f64> = model.chosen().map(|dot| dot.value).collect();
    if !chosen.is_empty() && chosen.len() < all.n {
        let (above, below) = sides(&mut chosen.iter().copied(), all.median);
        let median = value(all.median);
        told.push(texts::distribution_reading_selected(lang, chosen.len(), above, below, median));
    }
    told
}
