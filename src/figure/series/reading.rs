//! The reading of a time series.

use crate::base::{Level, decimal};
use crate::data::{Atlas, Indicator, Value};
use crate::document::{SeriesMode, SeriesSpec};
use crate::figure::map::kinds::change::{Direction, difference};
use crate::figure::precision;
use crate::figure::reading::voice::{Voice, capital, method_sentence};
use crate::figure::threshold;
use crate::figure::wording::{absence_text, change_text, reference_label, value_text};
use crate::i18n::{self, Text, texts};

use super::numbers::INDEX_DECIMALS;
use super::words::{self, index_decimals, not_final, told_decimals};
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
    // "Quella dell'ATS" takes name and dates from a sentence that says them: that a change is not shown says neither, and a line
    // with a value at one date alone says no others.
    let mut said = Said::default();
    for line in named {
        let told = line.level.and_then(|level| {
            let ats_beside_itself = spec.mode == SeriesMode::Ats100 && level == Level::Ats;
            (!ats_beside_itself).then(|| told(&voice, spec.mode, model, (line, level), start, said))
        });
        let is_told = !present(line, &line.observed, start).is_empty()
            && !matches!(words::moved(model, line, indicator.into()), Some(Err(_)));
        if told.is_some() && is_told {
            let present = present(line, &line.observed, start);
            let ends = present.first().zip(present.last()).map(|((first, _), (last, _))| [*first, *last]);
            said = Said { name: true, dates: said.dates || ends == own_span(model, start) };
        }
        sentences.extend(told);
    }
    if sentences.is_empty()
        && spec.mode == SeriesMode::Ats100
        && model.lines.iter().any(|line| line.level == Some(Level::Ats))
    {
        return vec![lang.text(texts::READ_ONLY_ATS).to_owned()];
    }
    if sentences.is_empty() || model.lacks_ats() {
        return vec![lang.text(words::nothing(model)).to_owned()];
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
    if spec.mode == SeriesMode::Absolute {
        sentences.extend(voice.unit());
        sentences.extend(beside(&voice, model));
    }
    let standard = threshold::of_series(spec);
    sentences.extend(standard.map(|own| threshold::sentence(lang, own, indicator.into())));
    sentences.extend(words::below_standard(spec, model));
    sentences.extend(words::band(spec, model, indicator.into()));
    if spec.mode != SeriesMode::Ats100 {
        sentences.extend(voice.current_euros());
    }
    if start > 0 {
        let before = model.own.iter().copied().rfind(|own| *own < start).unwrap_or_default();
        let dates = voice.between([before, start].map(|i| model.references[i]));
        sentences.push(texts::read_break(voice.lang, &dates));
    }
    let off: Vec<String> = model.off_series().map(|i| voice.when(model.references[i])).collect();
    if !off.is_empty() {
        sentences.push(texts::read_off_series(lang, voice.list(&off)));
    }
    sentences
}

/// What the sentences before have said, which need not be said again.
#[derive(Clone, Copy, Default)]
struct Said {
    /// The name of the indicator.
    name: bool,
    /// From which date to which.
    dates: bool,
}

/// The first and the last date that compare.
fn own_span(model: &SeriesModel, start: usize) -> Option<[usize; 2]> {
    let mut own = model.own.iter().copied().filter(|i| *i >= start);
    let first = own.next()?;
    Some([first, own.next_back().unwrap_or(first)])
}

/// The positions and values of a line that are there, from a position on.
fn present(line: &Line, values: &[Value], start: usize) -> Vec<(usize, f64)> {
    let from_start = line.at.iter().zip(values).filter(|(i, _)| **i >= start);
    from_start.filter_map(|(i, value)| Some((*i, (*value).ok()?))).collect()
}

/// What areas have that are known by published values alone: at the last date, that of their source.
fn beside(voice: &Voice<'_>, model: &SeriesModel) -> Vec<String> {
    let lines = model.of(LineRole::Benchmark).filter(|line| line.published.is_some());
    let told = lines.filter_map(|line| {
        let (at, value) = present(line, &line.observed, 0).last().copied()?;
        let when = voice.when(model.references[at]);
        Some(texts::read_as_published(voice.lang, &line.name, voice.value(value), when))
    });
    told.collect()
}

/// What is drawn of one territory, in words.
fn told(
    voice: &Voice<'_>,
    mode: SeriesMode,
    model: &SeriesModel,
    (line, level): (&Line, Level),
    start: usize,
    said: Said,
) -> String {
    let lang = voice.lang;
    let present = present(line, &line.values, start);
    let base = present.last().and_then(|(last, _)| model.base_of(*last));
    let of = voice.of_place(level, &line.name);
    let when = |i: usize| voice.when(model.references[i]);
    let between = |i: usize, j: usize| voice.between([i, j].map(|i| model.references[i]));
    let way = |by: f64| match Direction::of(by) {
        Direction::Up => voice.verb(texts::READ_RISES, texts::READ_RISE).to_owned(),
        Direction::Down => voice.verb(texts::READ_FALLS, texts::READ_FALL).to_owned(),
        Direction::Same => voice.verb(texts::READ_STAYS, texts::READ_STAY).to_owned() + &voice.unchanged(),
    };
    let index = |x: f64, decimals| i18n::number(lang, x, decimals);
    match (mode, present.as_slice()) {
        (SeriesMode::Ats100, [(i, from), .., (j, to)]) => {
            let decimals = index_decimals(line, [*from, *to]);
            let by = difference(Ok(decimal::rounded(*to, decimals)), Ok(decimal::rounded(*from, decimals)));
            let by = by.unwrap_or_default();
            let that = texts::read_ats_at_100(lang, voice.set_to_100(), voice.that());
            let (subject, verb) = (voice.subject(), way(by));
            let ends = [*from, *to].map(|x| index(x, decimals));
            let when = between(*i, *j);
            capital(&match by == 0.0 {
                true => texts::read_index_stays(lang, when, subject, of, that, verb, &ends[1]),
                false => texts::read_index_moves(lang, when, subject, of, that, verb, &ends[0], &ends[1]),
            })
        }
        (SeriesMode::Base100, [.., (j, value)]) if base.is_some_and(|base| base != *j) => {
            let verb = voice.verb(texts::READ_IS, texts::READ_ARE);
            let that = voice.that();
            let base = when(base.unwrap_or(*j));
            let value = index(*value, INDEX_DECIMALS);
            capital(&texts::read_index(
                lang,
                when(*j),
                voice.subject(),
                of,
                verb,
                value,
                voice.set_to_100(),
                that,
                base,
            ))
        }
        (SeriesMode::Change, [.., (j, by)]) if base.is_some_and(|base| base != *j) => {
            let finer = voice.finer(precision::apart(voice.indicator.decimals, &[*by]));
            // A base in the middle comes after the first date, and never after the last.
            let base = base.unwrap_or(*j);
            let (from, to, by) = if base < *j { (base, *j, *by) } else { (*j, base, -*by) };
            let by_text = change_text(lang, &finer, Ok(by));
            capital(&texts::read_change_of_one(
                lang,
                between(from, to),
                voice.subject(),
                of,
                way(by),
                by_text,
            ))
        }
        // What the line would be is not drawn, and its own values are not what is asked for.
        (SeriesMode::Base100 | SeriesMode::Change, []) if lacks_base(model, line) => {
            let base = model.base.map_or_else(String::new, when);
            capital(&texts::read_without_base(lang, voice.place(level, &line.name), base))
        }
        (SeriesMode::Base100, [_]) if line.is_limited && has_several(line, start) => {
            capital(&texts::read_uncertain_index(lang, of))
        }
        (SeriesMode::Ats100, [(i, drawn)]) if line.is_limited && has_several(line, start) => {
            let that = texts::read_ats_at_100(lang, voice.set_to_100(), voice.that());
            let verb = voice.verb(texts::READ_IS, texts::READ_ARE);
            let index = index(*drawn, INDEX_DECIMALS);
            capital(&texts::read_index_at(lang, when(*i), voice.subject(), of, that, verb, index))
        }
        (SeriesMode::Base100 | SeriesMode::Ats100, [(_, drawn)]) => {
            // At a single date the value says more than the index that is drawn.
            let told = moved(voice, model, (line, level), start, said);
            texts::read_drawn_as(lang, told.trim_end_matches('.'), index(*drawn, INDEX_DECIMALS))
        }
        _ => moved(voice, model, (line, level), start, said),
    }
}

/// Whether a line has values, and none at the base.
fn lacks_base(model: &SeriesModel, line: &Line) -> bool {
    let at_base = |base| line.observed_at(base).is_some_and(|value| value.is_ok());
    line.observed.iter().any(Result::is_ok) && model.base.is_some_and(|base| !at_base(base))
}

/// Whether a line has values at several dates, whatever is drawn of them.
fn has_several(line: &Line, start: usize) -> bool {
    line.ends(start).is_some_and(|[first, last]| first < last)
}

/// The change of one territory. The first sentence names dates and indicator; the others need not.
fn moved(
    voice: &Voice<'_>,
    model: &SeriesModel,
    (line, level): (&Line, Level),
    start: usize,
    said: Said,
) -> String {
    let lang = voice.lang;
    let present = present(line, &line.observed, start);
    let (Some(&(i, from)), Some(&(j, to))) = (present.first(), present.last()) else {
        let last = line.observed.len().checked_sub(1).map(|last| line.limited(last));
        let absence = last.and_then(|(value, bounds)| Some((value.err()?, bounds)));
        let reason = match absence {
            Some((reason, bounds)) => absence_text(lang, voice.indicator.into(), reason, bounds),
            None => lang.text(texts::SERIES_NO_VALUES).to_owned(),
        };
        return capital(&texts::read_selected_absent(voice.lang, voice.place(level, &line.name), reason));
    };
    let of = voice.of_place(level, &line.name);
    let decimals = told_decimals(model, voice.indicator.into());
    let is_about = !precision::agrees(decimals, [from, to]);
    let finer = voice.finer(decimals);
    let voice = &Voice { indicator: &finer, ..*voice };
    let (before, now) = (voice.bare(from), voice.value(to));
    if i == j {
        let verb = voice.verb(texts::READ_IS, texts::READ_ARE);
        let when = voice.when(model.references[j]);
        let now = voice.told_value(to);
        return capital(&texts::read_one(voice.lang, &when, voice.subject(), &of, verb, &now));
    }
    let dates = voice.between([i, j].map(|i| model.references[i]));
    if let Some(Err(_)) = words::moved(model, line, voice.indicator.into()) {
        return capital(&texts::read_uncertain(lang, &dates, voice.of_subject(), &of));
    }
    // A line that begins or ends at other dates than the first one states its own.
    let names_dates = !said.dates || own_span(model, start) != Some([i, j]);
    let verb = |one: Text, many: Text| voice.verb(one, many);
    let subject = if said.name { voice.that().to_owned() } else { voice.subject() };
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
    if voice.indicator.kind.has_steps() {
        return capital(&texts::read_moved_step(lang, &dates, &subject, &of, verb, voice.value(from), now));
    }
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
    sentences.extend(match spec.mode {
        SeriesMode::Absolute => None,
        SeriesMode::Change => Some(lang.text(texts::READ_PRINTED_CHANGE).to_owned()),
        SeriesMode::Base100 | SeriesMode::Ats100 => Some(lang.text(texts::READ_PRINTED_INDEX).to_owned()),
    });
    let text = |x: f64| value_text(lang, caption, Ok(x));
    for line in lines.iter().take(MOST_NAMED) {
        let present = present(line, &line.observed, 0);
        let at = |i: usize| reference_label(lang, model.references[i]);
        let name = &line.name;
        sentences.push(match present.as_slice() {
            [] => texts::read_published_without(lang, name),
            [(i, value)] => texts::read_published_single(lang, name, text(*value), at(*i)),
            [(i, from), .., (j, to)] if model.is_parted(line, [*i, *j].map(|i| model.references[i])) => {
                texts::read_published_parted(lang, name, text(*from), at(*i), text(*to), at(*j))
            }
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
