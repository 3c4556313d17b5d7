//! The reading of a time series.

use crate::base::Level;
use crate::data::{Atlas, Indicator, Kind};
use crate::document::SeriesSpec;
use crate::figure::map::kinds::change::difference;
use crate::figure::precision::{self, Move};
use crate::figure::reading::voice::{Voice, capital, method_sentence};
use crate::figure::wording::{change_text, reference_label, value_text};
use crate::i18n::{Text, texts};

use super::words::not_final;
use super::{Line, LineRole, SeriesModel};

/// The most lines mentioned one by one; more are counted.
const MOST_NAMED: usize = 4;

/// The sentences, from the first date that compares with the last; of what is carried as published, from the first printed
/// value to the last.
pub fn sentences(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> Vec<String> {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else {
        return as_published(spec, model, atlas);
    };
    let mut sentences = moves(spec, model, indicator);
    sentences.extend(not_final(spec.lang, model));
    sentences
}

/// Each selected territory and its benchmarks, from the first comparable date to the last.
fn moves(spec: &SeriesSpec, model: &SeriesModel, indicator: &Indicator) -> Vec<String> {
    let voice = Voice { lang: spec.lang, indicator, level: Level::Comuni };
    let lang = spec.lang;
    let selected: Vec<&Line> = model.of(LineRole::Selected).collect();
    // Published benchmarks are left out: they are comparable only as far as their remarks say.
    let computed = model.of(LineRole::Benchmark).filter(|line| line.published.is_none());
    let named: Vec<&Line> = selected.iter().copied().take(MOST_NAMED).chain(computed).collect();
    let start = model.comparable_from();
    let mut sentences: Vec<String> = Vec::new();
    for line in named {
        let is_first = sentences.is_empty();
        sentences.extend(line.level.map(|level| moved(&voice, model, (line, level), start, is_first)));
    }
    if sentences.is_empty() {
        return vec![lang.text(texts::SERIES_NO_VALUES).to_owned()];
    }
    // "Quello dell'ATS" must follow the sentence that names the indicator, because on a page of several figures the
    // two must stay together.
    let mut sentences = vec![sentences.join(" ")];
    let groups = selected.iter().filter_map(|line| line.level).filter(|level| *level != Level::Comuni);
    if let Some(level) = groups.max() {
        let made = method_sentence(&Voice { level, ..voice }, spec.method);
        let beside = made.is_some() && model.of(LineRole::Benchmark).any(|line| line.published.is_none());
        sentences.extend(made);
        sentences.extend(beside.then(|| lang.text(texts::SERIES_BENCHMARKS_POOLED).to_owned()));
    }
    if selected.len() > MOST_NAMED {
        // A level may be drawn as if its units were selected.
        let text = if spec.selected.is_empty() { texts::read_more_lines } else { texts::read_more };
        sentences.push(text(lang, voice.number(selected.len() - MOST_NAMED)));
    }
    if start > 0 {
        let dates = voice.between([start - 1, start].map(|i| model.references[i]));
        sentences.push(texts::read_break(voice.lang, &dates));
    }
    sentences
}

/// The change of one territory. The first sentence names dates and indicator; the others need not.
fn moved(
    voice: &Voice<'_>,
    model: &SeriesModel,
    (line, level): (&Line, Level),
    start: usize,
    is_first: bool,
) -> String {
    let lang = voice.lang;
    let observed = line.at.iter().copied().zip(&line.observed).filter(|(i, _)| *i >= start);
    let present: Vec<(usize, f64)> = observed.filter_map(|(i, value)| Some((i, (*value).ok()?))).collect();
    let (Some(&(i, from)), Some(&(j, to))) = (present.first(), present.last()) else {
        let absence = line.observed.last().and_then(|value| value.err());
        let reason =
            absence.map_or_else(|| lang.text(texts::SERIES_NO_VALUES), |reason| lang.absence(reason));
        return capital(&texts::read_selected_absent(voice.lang, voice.place(level, &line.name), reason));
    };
    let of = voice.of_place(level, &line.name);
    let Move { decimals, is_about } =
        precision::of_move(voice.indicator.decimals, [from, to], voice.indicator.kind == Kind::Count);
    let finer = voice.finer(decimals);
    let voice = &Voice { indicator: &finer, ..*voice };
    let (before, now) = (voice.bare(from), voice.value(to));
    if i == j {
        let verb = voice.verb(texts::READ_IS, texts::READ_ARE);
        let when = voice.when(model.references[j]);
        return capital(&texts::read_one(voice.lang, &when, voice.subject(), &of, verb, &now));
    }
    let dates = voice.between([i, j].map(|i| model.references[i]));
    // A line that begins or ends at other dates than the first one states its own.
    let names_dates = is_first || i != start || j + 1 != model.references.len();
    let verb = |one: Text, many: Text| voice.verb(one, many);
    let subject = if is_first { voice.subject() } else { voice.that().to_owned() };
    if precision::same(to, from) {
        let verb = verb(texts::READ_STAYS, texts::READ_STAY);
        return match names_dates {
            true => capital(&texts::read_stayed(voice.lang, &dates, &subject, &of, verb, &now)),
            false => capital(&texts::read_stayed_too(voice.lang, &subject, &of, verb, &now)),
        };
    }
    let verb = match to > from {
        true => verb(texts::READ_RISES, texts::READ_RISE),
        false => verb(texts::READ_FALLS, texts::READ_FALL),
    };
    let mut by = change_text(lang, voice.indicator, difference(Ok(to), Ok(from)));
    if is_about {
        by = texts::about(lang, by);
    }
    match names_dates {
        true => capital(&texts::read_moved(voice.lang, &dates, &subject, &of, verb, &before, &now, &by)),
        false => capital(&texts::read_moved_too(voice.lang, &subject, &of, verb, &before, &now, &by)),
    }
}

/// From the first printed value to the last, line by line.
fn as_published(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> Vec<String> {
    let Ok(caption) = atlas.caption(&spec.indicator) else { return Vec::new() };
    let lang = spec.lang;
    let followed = model.of(LineRole::Selected).chain(model.of(LineRole::Benchmark));
    let lines: Vec<&Line> = followed.chain(model.of(LineRole::Context)).collect();
    let mut sentences = vec![texts::read_published_series(lang, lang.pick(caption.name))];
    let text = |x: f64| value_text(lang, caption, Ok(x));
    for line in lines.iter().take(MOST_NAMED) {
        let present = line.at.iter().zip(&line.observed);
        let present: Vec<(usize, f64)> =
            present.filter_map(|(i, value)| Some((*i, (*value).ok()?))).collect();
        let at = |i: usize| reference_label(lang, model.references[i]);
        let name = &line.name;
        sentences.push(match present.as_slice() {
            [] => texts::read_published_without(lang, name),
            [(i, value)] => texts::read_published_single(lang, name, text(*value), at(*i)),
            [(i, from), .., (j, to)] if precision::same(*from, *to) => {
                texts::read_published_stays(lang, name, text(*to), at(*i), at(*j))
            }
            [(i, from), .., (j, to)] => {
                let by = change_text(lang, caption, difference(Ok(*to), Ok(*from)));
                let moved = if to > from { texts::read_published_rises } else { texts::read_published_falls };
                moved(lang, name, text(*from), at(*i), text(*to), at(*j), by)
            }
        });
    }
    if lines.len() > MOST_NAMED {
        sentences.push(texts::read_published_more(lang, lines.len() - MOST_NAMED));
    }
    sentences.extend(not_final(lang, model));
    sentences
}
