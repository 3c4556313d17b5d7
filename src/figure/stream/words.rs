//! The texts of a stream: title, footer, alternative text, reading.

use crate::base::{Level, decimal};
use crate::data::{Caption, Method};
use crate::document::{StreamForm, StreamSpec};
use crate::figure::map::kinds::change::Moved;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::quality::in_words;
use crate::figure::remark::break_text;
use crate::figure::view::Prepared;
use crate::figure::wording::{
    current_euros, notes, reference_label, reference_name, reference_phrase, span_of, span_text, told_name,
    value_text,
};
use crate::i18n::italian::{self, counted};
use crate::i18n::{self, Lang, texts};

use super::StreamView;
use super::model::{StreamModel, StreamPart};

/// The decimals of shares.
pub const SHARE_DECIMALS: usize = 1;
/// The most parts that are told one by one.
const MOST_TOLD: usize = 6;

/// The territory that is divided.
pub fn whole(lang: Lang, model: &StreamModel) -> String {
    told_name(lang, Some(model.level), &model.name)
}

/// A part where its level is said.
pub fn name(lang: Lang, model: &StreamModel, part: &StreamPart) -> String {
    match part.code {
        Some(_) => told_name(lang, Some(model.members), &part.name),
        None => texts::stream_others(lang, counting(lang, part.count, model.members)),
    }
}

/// A part beside its band.
pub fn short_name(lang: Lang, model: &StreamModel, part: &StreamPart) -> String {
    match part.code {
        Some(_) => part.name.clone(),
        None => name(lang, model, part),
    }
}

fn counting(lang: Lang, count: usize, level: Level) -> String {
    counted(&i18n::number(lang, count as f64, 0), count == 1, level)
}

pub fn value(lang: Lang, caption: Caption<'_>, value: f64) -> String {
    value_text(lang, caption, Ok(value))
}

/// A share, or the mark of one of nothing.
pub fn share(lang: Lang, share: Option<f64>) -> String {
    match share {
        Some(share) => format!("{}%", i18n::number(lang, share, SHARE_DECIMALS)),
        None => lang.text(texts::MARK_NOT_APPLICABLE).to_owned(),
    }
}

pub fn title(lang: Lang, model: &StreamModel, caption: Caption<'_>) -> String {
    texts::stream_title(lang, lang.pick(caption.name), whole(lang, model))
}

/// The parts, the dates and how they are stacked.
pub fn subtitle(spec: &StreamSpec, model: &StreamModel, caption: Caption<'_>) -> String {
    let lang = spec.lang;
    let dates: Vec<_> = model.columns.iter().map(|column| column.date).collect();
    let when = span_of(lang, caption, &dates, spec.date);
    let form = lang.text(match spec.form {
        StreamForm::Stream => texts::STREAM_AS_STREAM,
        StreamForm::Stack => texts::STREAM_AS_STACK,
        StreamForm::Shares => texts::STREAM_AS_SHARES,
    });
    texts::stream_subtitle(lang, counting(lang, model.count, model.members), when, form)
}

/// A date in full, with a word if none of its values is final.
pub fn date(spec: &StreamSpec, model: &StreamModel, at: usize) -> String {
    let column = &model.columns[at];
    let label = reference_name(spec.lang, model.period.of(column.date.into()));
    in_words(spec.lang, label, column.quality.unwrap_or_default())
}

/// A date below the bands: the year, where no two dates are of the same.
pub fn short_date(spec: &StreamSpec, model: &StreamModel, at: usize) -> String {
    let year = |at: usize| model.columns[at].date.year();
    match (0..model.columns.len()).all(|other| other == at || year(other) != year(at)) {
        true => year(at).to_string(),
        false => reference_label(spec.lang, model.period.of(model.columns[at].date.into())),
    }
}

fn at(spec: &StreamSpec, model: &StreamModel, caption: Caption<'_>, at: usize) -> String {
    reference_phrase(spec.lang, caption.stated(model.columns[at].date))
}

/// A part in words, for tooltips and screen readers: its value and its share at the ends of what can be followed.
pub fn part(prepared: &Prepared<'_, StreamView>, caption: Caption<'_>, part: &StreamPart) -> String {
    let Prepared { spec, model, .. } = *prepared;
    let lang = spec.lang;
    let told = |at: usize| {
        let share = match (lang, model.share(part, at)) {
            (Lang::It, Some(known)) => italian::percentage(&share(lang, Some(known))),
            (_, known) => share(lang, known),
        };
        texts::stream_at(
            lang,
            value(lang, caption, part.values[at]),
            share,
            self::at(spec, model, caption, at),
        )
    };
    let (first, name) = (model.first_joined(), name(lang, model, part));
    match first == model.at {
        true => texts::stream_part_now(lang, name, told(model.at)),
        false => texts::stream_part(lang, name, told(first), told(model.at)),
    }
}

/// What must be known of the drawing itself.
pub fn own_notes(spec: &StreamSpec, model: &StreamModel, caption: Caption<'_>) -> Vec<String> {
    let lang = spec.lang;
    let form = match spec.form {
        StreamForm::Stream => texts::STREAM_NOTE_STREAM,
        StreamForm::Stack => texts::STREAM_NOTE_STACK,
        StreamForm::Shares => texts::STREAM_NOTE_SHARES,
    };
    let mut notes = vec![lang.text(form).to_owned()];
    if model.columns.iter().skip(1).any(|column| !column.joins) {
        notes.push(lang.text(texts::STREAM_NOTE_GAPS).to_owned());
    }
    notes.extend(breaks(lang, model));
    if !model.left_out.is_empty() {
        let label = |date: &crate::base::Date| reference_label(lang, caption.stated(*date));
        let dates: Vec<String> = model.left_out.iter().map(|(date, _)| label(date)).collect();
        notes.push(texts::stream_left_out(lang, dates.join(", ")));
    }
    notes
}

/// How the series breaks, each break once.
fn breaks(lang: Lang, model: &StreamModel) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for what in model.columns.iter().flat_map(|column| &column.breaks) {
        let text = break_text(lang, what);
        if !told.contains(&text) {
            told.push(text);
        }
    }
    told
}

/// Source and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, StreamView>, caption: Caption<'_>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let dates: Vec<_> = model.columns.iter().map(|column| column.date).collect();
    let when = span_of(lang, caption, &dates, spec.date);
    let mut lines = own_notes(spec, model, caption);
    lines.extend(notes(lang, caption, Some(model.level), Method::Pooled));
    lines.extend(current_euros(lang, caption));
    lines.extend(model.mixed.iter().cloned());
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    lines.extend(footer::remarks(lang, sources.atlas, &model.datasets, &dates));
    Footer {
        sources: vec![footer::source(lang, caption, &when)],
        remarks: lines,
        credits: vec![Credit::Program],
    }
}

/// The course of the whole over what can be followed.
fn course(spec: &StreamSpec, model: &StreamModel, caption: Caption<'_>) -> Option<String> {
    let lang = spec.lang;
    let (first, last) = (model.first_joined(), model.columns.get(model.at)?);
    let now = value(lang, caption, last.total);
    let when = at(spec, model, caption, model.at);
    if first == model.at {
        return Some(texts::stream_total_now(lang, now, when));
    }
    let moved = Moved { before: model.columns[first].total, now: last.total };
    let by = moved.text(lang, moved.caption(caption));
    let before = value(lang, caption, moved.before);
    Some(texts::stream_total(lang, before, at(spec, model, caption, first), now, when, by))
}

/// The largest part, and the shares that moved most.
fn shares(spec: &StreamSpec, model: &StreamModel, caption: Caption<'_>) -> Vec<String> {
    let lang = spec.lang;
    let mut told = Vec::new();
    let first = model.first_joined();
    let of = |part: &StreamPart, at: usize| model.share(part, at);
    let written = |share: f64| {
        let text = format!("{}%", i18n::number(lang, share, SHARE_DECIMALS));
        if lang == Lang::It { italian::percentage(&text) } else { text }
    };
    let parts: Vec<&StreamPart> = model.parts.iter().filter(|part| part.code.is_some()).collect();
    let Some(largest) = parts.first().filter(|_| model.count > 1) else { return told };
    let ties = parts
        .iter()
        .filter(|part| decimal::difference(part.values[model.at], largest.values[model.at]) == 0.0);
    if let (Some(share), 1) = (of(largest, model.at), ties.count()) {
        let when = at(spec, model, caption, model.at);
        told.push(texts::stream_largest(lang, when, name(lang, model, largest), written(share)));
    }
    if first == model.at {
        return told;
    }
    // As they are written, so that the sentence says no change that cannot be seen in it.
    let rounded = |share: f64| decimal::rounded(share, SHARE_DECIMALS);
    let moved = parts.iter().filter_map(|part| Some((*part, of(part, first)?, of(part, model.at)?)));
    let moved: Vec<_> = moved.filter(|(_, before, now)| rounded(*before) != rounded(*now)).collect();
    let by = |(_, before, now): &&(&StreamPart, f64, f64)| now - before;
    let up = moved.iter().filter(|one| by(one) > 0.0).max_by(|a, b| by(a).total_cmp(&by(b)));
    let down = moved.iter().filter(|one| by(one) < 0.0).min_by(|a, b| by(a).total_cmp(&by(b)));
    let span = span_text(
        lang,
        caption.stated(model.columns[first].date),
        caption.stated(model.columns[model.at].date),
    );
    let plain = |share: f64| format!("{}%", i18n::number(lang, share, SHARE_DECIMALS));
    if let Some((part, before, now)) = up {
        told.push(texts::stream_up(lang, &span, name(lang, model, part), plain(*before), plain(*now)));
    }
    if let Some((part, before, now)) = down {
        told.push(texts::stream_down(lang, &span, name(lang, model, part), plain(*before), plain(*now)));
    }
    told
}

/// The parts that are marked.
fn marked(prepared: &Prepared<'_, StreamView>, caption: Caption<'_>) -> Vec<String> {
    let marked = prepared.model.parts.iter().filter(|part| part.is_selected).take(MOST_TOLD);
    marked.map(|one| format!("{}.", part(prepared, caption, one))).collect()
}

pub fn reading(prepared: &Prepared<'_, StreamView>) -> Vec<String> {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let Ok(caption) = sources.atlas.caption(&spec.indicator) else { return Vec::new() };
    let units = counting(lang, model.count, model.members);
    let mut told = vec![texts::stream_reading(
        lang,
        lang.pick(caption.name),
        whole(lang, model),
        units,
        model.columns.len(),
    )];
    if !model.columns.is_empty() {
        told.extend(course(spec, model, caption));
        told.extend(shares(spec, model, caption));
        told.extend(marked(prepared, caption));
        told.extend(breaks(lang, model));
    }
    told.extend(remarks.iter().map(|remark| remark.text(lang)));
    told
}

pub fn alternative(prepared: &Prepared<'_, StreamView>) -> String {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let Ok(caption) = sources.atlas.caption(&spec.indicator) else { return String::new() };
    let (title, subtitle) = (title(lang, model, caption), subtitle(spec, model, caption));
    let mut told = vec![texts::alt_stream(lang, title, subtitle)];
    if !model.columns.is_empty() {
        told.extend(course(spec, model, caption));
        told.extend(
            model.parts.iter().take(MOST_TOLD).map(|one| format!("{}.", part(prepared, caption, one))),
        );
        if model.parts.len() > MOST_TOLD {
            told.push(texts::alt_more(lang, model.parts.len() - MOST_TOLD));
        }
    }
    told.extend(remarks.iter().map(|remark| remark.text(lang)));
    told.join(" ")
}
