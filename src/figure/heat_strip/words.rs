//! The texts of a heat strip: subtitle, footer, alternative text, reading.

use crate::base::Level;
use crate::data::{Absence, Caption, Kind, Value};
use crate::document::{HeatStripSpec, StripOrder};
use crate::figure::map::kinds::change::{Direction, Moved};
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::quality::in_words;
use crate::figure::view::Prepared;
use crate::figure::wording::{
    current_euros, level_phrase_of, notes, owner, reference_label, reference_name, reference_phrase, span_of,
    span_text, told_name, value_text,
};
use crate::i18n::italian::counted;
use crate::i18n::{self, Lang, texts};

use super::HeatStripView;
use super::model::{HeatStripModel, StripRow};

/// The most marked units that are told one by one.
const MOST_TOLD: usize = 6;

/// Level, method, dates and order.
pub fn subtitle(spec: &HeatStripSpec, model: &HeatStripModel, caption: Caption<'_>) -> String {
    let lang = spec.lang;
    let level = level_phrase_of(lang, caption, spec.level, spec.method);
    let order = match spec.order {
        StripOrder::Place => lang.text(texts::STRIP_BY_PLACE).to_owned(),
        StripOrder::Value => texts::strip_by_value(lang, reference_phrase(lang, caption.stated(spec.date))),
    };
    match model.columns.as_slice() {
        [first, .., last] => {
            let span = span_text(lang, caption.stated(first.date), caption.stated(last.date));
            texts::strip_subtitle(lang, level, span, order)
        }
        _ => texts::strip_subtitle(lang, level, reference_phrase(lang, caption.stated(spec.date)), order),
    }
}

/// A date in full, with a word if none of its values is final.
pub fn date(spec: &HeatStripSpec, model: &HeatStripModel, at: usize) -> String {
    let column = &model.columns[at];
    let label = reference_name(spec.lang, model.period.of(column.date.into()));
    in_words(spec.lang, label, column.quality.unwrap_or_default())
}

/// A date above its column: the year, where no two dates are of the same.
pub fn short_date(spec: &HeatStripSpec, model: &HeatStripModel, at: usize) -> String {
    let year = |at: usize| model.columns[at].date.year();
    let is_alone = (0..model.columns.len()).all(|other| other == at || year(other) != year(at));
    match is_alone {
        true => year(at).to_string(),
        false => reference_label(spec.lang, model.period.of(model.columns[at].date.into())),
    }
}

/// A value in words, for tooltips and screen readers.
pub fn cell(spec: &HeatStripSpec, name: &str, date: &str, caption: Caption<'_>, value: Value) -> String {
    texts::strip_cell(spec.lang, name, date, value_text(spec.lang, caption, value))
}

/// What must be known of the drawing itself.
pub fn own_notes(spec: &HeatStripSpec, model: &HeatStripModel, caption: Caption<'_>) -> Vec<String> {
    let lang = spec.lang;
    let mut notes = vec![lang.text(texts::STRIP_NOTE_CLASSES).to_owned()];
    if model.columns.iter().any(|column| !column.breaks.is_empty()) {
        notes.push(lang.text(texts::STRIP_NOTE_BREAKS).to_owned());
    }
    notes.extend((caption.kind == Kind::Count).then(|| lang.text(texts::STRIP_NOTE_COUNTS).to_owned()));
    notes
}

/// Source and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, HeatStripView>, caption: Caption<'_>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let dates: Vec<_> = model.columns.iter().map(|column| column.date).collect();
    let when = span_of(lang, caption, &dates, spec.date);
    let mut lines = notes(lang, caption, Some(spec.level), spec.method);
    lines.extend(current_euros(lang, caption));
    lines.extend(own_notes(spec, model, caption));
    lines.extend(model.mixed.iter().cloned());
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    lines.extend(footer::remarks(lang, sources.atlas, &model.datasets, &dates));
    Footer {
        sources: vec![footer::source(lang, caption, &when)],
        remarks: lines,
        credits: vec![Credit::Program],
    }
}

/// The lowest and the highest value at the date the rows are ordered by.
fn ends(spec: &HeatStripSpec, model: &HeatStripModel, caption: Caption<'_>) -> Option<String> {
    let lang = spec.lang;
    if caption.kind.has_steps() {
        return None;
    }
    let present: Vec<(&StripRow, f64)> =
        model.rows.iter().filter_map(|row| Some((row, row.values[model.at].0.ok()?))).collect();
    let (low, high) = (
        present.iter().min_by(|a, b| a.1.total_cmp(&b.1))?,
        present.iter().max_by(|a, b| a.1.total_cmp(&b.1))?,
    );
    let when = reference_phrase(lang, caption.stated(model.columns[model.at].date));
    let value = |x| value_text(lang, caption, Ok(x));
    if present.len() == 1 {
        let name = told_name(lang, Some(spec.level), &low.0.name);
        return Some(texts::strip_only(lang, when, value(low.1), name));
    }
    let all = || present.iter().map(|one| one.1);
    let who = |(row, x): &(&StripRow, f64)| {
        owner(lang, caption.decimals, &told_name(lang, Some(spec.level), &row.name), *x, all())
    };
    Some(texts::strip_ends(lang, when, value(low.1), who(low), value(high.1), who(high)))
}

/// How many rose and fell between the first date that compares and the one the rows are ordered by.
fn moves(spec: &HeatStripSpec, model: &HeatStripModel, caption: Caption<'_>) -> Option<String> {
    let lang = spec.lang;
    let first = model.first_comparable();
    if first == model.at || caption.kind.has_steps() {
        return None;
    }
    let moved = |row: &StripRow| {
        let (before, now) = (row.values[first].0.ok()?, row.values[model.at].0.ok()?);
        Some(Moved { before, now }.direction())
    };
    let all: Vec<Direction> = model.rows.iter().filter_map(moved).collect();
    let [up, down, same] = Direction::ALL.map(|of| all.iter().filter(|one| **one == of).count());
    let [from, to] = [first, model.at].map(|at| caption.stated(model.columns[at].date));
    let units = counted(&i18n::number(lang, all.len() as f64, 0), all.len() == 1, spec.level);
    (!all.is_empty()).then(|| texts::strip_moves(lang, span_text(lang, from, to), units, up, down, same))
}

/// The course of a row between the same two dates.
fn course(
    spec: &HeatStripSpec,
    model: &HeatStripModel,
    caption: Caption<'_>,
    row: &StripRow,
    name: String,
) -> String {
    let lang = spec.lang;
    let first = model.first_comparable();
    let [from, to] =
        [first, model.at].map(|at| reference_phrase(lang, caption.stated(model.columns[at].date)));
    let now = row.values[model.at].0;
    match (row.values[first].0, now) {
        (Ok(before), Ok(now)) if first != model.at && !caption.kind.has_steps() => {
            let moved = Moved { before, now };
            let caption = moved.caption(caption);
            let value = |x| value_text(lang, caption, Ok(x));
            let by = moved.text(lang, caption);
            texts::strip_course(lang, name, value(before), from, value(now), to, by)
        }
        _ => texts::strip_now(lang, name, value_text(lang, caption, now), to),
    }
}

/// The courses of the marked units.
fn marked(spec: &HeatStripSpec, model: &HeatStripModel, caption: Caption<'_>) -> Vec<String> {
    let marked = model.rows.iter().filter(|row| row.is_selected).take(MOST_TOLD);
    let told = |row: &StripRow| told_name(spec.lang, Some(spec.level), &row.name);
    marked.map(|row| course(spec, model, caption, row, told(row))).collect()
}

pub fn reading(prepared: &Prepared<'_, HeatStripView>) -> Vec<String> {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let Ok(caption) = sources.atlas.caption(&spec.indicator) else { return Vec::new() };
    let units = counted(&i18n::number(lang, model.rows.len() as f64, 0), model.rows.len() == 1, spec.level);
    let mut told = vec![texts::strip_reading(lang, lang.pick(caption.name), units, model.columns.len())];
    told.extend(ends(spec, model, caption));
    told.extend(moves(spec, model, caption));
    // Told by its level: there is only one.
    let ats = model.ats.as_ref().map(|ats| (ats, lang.level(Level::Ats).to_owned()));
    told.extend(ats.map(|(ats, name)| course(spec, model, caption, ats, name)));
    told.extend(marked(spec, model, caption));
    told.extend(remarks.iter().map(|remark| remark.sentence(lang)));
    told
}

pub fn alternative(prepared: &Prepared<'_, HeatStripView>) -> String {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let Ok(caption) = sources.atlas.caption(&spec.indicator) else { return String::new() };
    let title = lang.pick(caption.name);
    let mut told = vec![texts::alt_strip(lang, title, subtitle(spec, model, caption))];
    told.extend(ends(spec, model, caption));
    told.extend(moves(spec, model, caption));
    told.extend(marked(spec, model, caption));
    told.extend(remarks.iter().map(|remark| remark.sentence(lang)));
    told.join(" ")
}

/// A reason for which values are missing, in the key.
pub fn absence(lang: Lang, reason: Absence) -> &'static str {
    lang.absence(reason)
}
