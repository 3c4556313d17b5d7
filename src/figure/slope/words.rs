//! The texts of a slope chart: subtitle, footer, labels, alternative text, reading.

use crate::base::Level;
use crate::data::{Atlas, Caption, Indicator, Kind, Query};
use crate::document::SlopeSpec;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::precision;
use crate::figure::quality::in_words;
use crate::figure::remark::{Remark, break_text};
use crate::figure::view::Prepared;
use crate::figure::wording::{
    current_euros, hidden_note, level_phrase_of, notes, reference_label, reference_name, reference_phrase,
    span_text, told_name, value_text,
};
use crate::i18n::italian::counted;
use crate::i18n::{self, Lang, texts};
use crate::stats::Place;

use super::SlopeView;
use super::model::{SlopeLine, SlopeModel, SlopeRole};

/// The most lines mentioned one by one in the alternative text; more are counted.
const MOST_NAMED: usize = 6;

/// Level, method and dates.
pub fn subtitle(spec: &SlopeSpec, caption: Caption<'_>) -> String {
    let span = span_text(spec.lang, caption.stated(spec.from), caption.stated(spec.to));
    texts::slope_subtitle(spec.lang, level_phrase_of(spec.lang, caption, spec.level, spec.method), span)
}

/// Source and dates, and what must be known; what places in brackets are, where they are written.
pub fn footer(
    spec: &SlopeSpec,
    model: &SlopeModel,
    indicator: &Indicator,
    remarks: &[Remark],
    atlas: &Atlas,
    has_places: bool,
) -> Footer {
    let lang = spec.lang;
    let when = |at: usize| {
        let phrase = reference_phrase(lang, Caption::from(indicator).stated([spec.from, spec.to][at]));
        in_words(lang, phrase, model.quality[at].unwrap_or_default())
    };
    let sources = vec![footer::source(lang, indicator, &texts::both(lang, when(0), when(1)))];
    let mut lines = notes(lang, indicator.into(), Some(spec.level), spec.method);
    lines.extend(current_euros(lang, indicator.into()));
    if has_places && model.shows_places() {
        lines.push(places_key(lang, model));
    }
    lines.extend(model.mixed.iter().cloned());
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    let query =
        |date| Query { indicator: spec.indicator.clone(), date, level: spec.level, method: spec.method };
    lines.extend([spec.from, spec.to].into_iter().find_map(|date| hidden_note(lang, atlas, &query(date))));
    lines.extend(footer::remarks(lang, atlas, &model.datasets, &[spec.from, spec.to]));
    Footer { sources, remarks: lines, credits: vec![Credit::Program] }
}

/// A date.
pub fn label(spec: &SlopeSpec, model: &SlopeModel, at: usize) -> String {
    reference_name(spec.lang, model.period.of([spec.from, spec.to][at].into()))
}

/// The date shown below its end of the lines.
pub fn date(spec: &SlopeSpec, model: &SlopeModel, at: usize) -> String {
    in_words(spec.lang, label(spec, model, at), model.quality[at].unwrap_or_default())
}

/// The name of a line; a group states its level where Comuni are shown beside it.
pub fn name(spec: &SlopeSpec, model: &SlopeModel, line: &SlopeLine) -> String {
    let mixed = model.lines.iter().any(|other| other.level != line.level && other.level != Level::Ats);
    match line.level {
        Level::Ats => spec.lang.level(Level::Ats).to_owned(),
        level if mixed => spec.lang.territory(level, &line.name),
        _ => line.name.clone(),
    }
}

/// The values at both dates and the difference, with the decimals at which the three agree.
pub fn course(spec: &SlopeSpec, indicator: &Indicator, line: &SlopeLine) -> [String; 3] {
    let ends = [line.moved.before, line.moved.now];
    let written = precision::of_move(indicator.decimals, ends, indicator.kind == Kind::Count);
    let caption = Caption { decimals: written.decimals, ..Caption::from(indicator) };
    let value = |x| value_text(spec.lang, caption, Ok(x));
    [value(line.moved.before), value(line.moved.now), line.moved.text(spec.lang, caption)]
}

/// The same for several lines in columns, which are written alike.
pub fn courses(spec: &SlopeSpec, indicator: &Indicator, lines: &[&SlopeLine]) -> Vec<[String; 3]> {
    let moves: Vec<[f64; 2]> = lines.iter().map(|line| [line.moved.before, line.moved.now]).collect();
    let decimals = precision::of_moves(indicator.decimals, &moves, indicator.kind == Kind::Count);
    let caption = Caption { decimals, ..Caption::from(indicator) };
    let value = |x| value_text(spec.lang, caption, Ok(x));
    let course = |line: &&SlopeLine| {
        [value(line.moved.before), value(line.moved.now), line.moved.text(spec.lang, caption)]
    };
    lines.iter().map(course).collect()
}

/// "(3° su 17)", if a rank means anything; "(9° su 193 Comuni)" among other units than the lines around it are; for the many lines
/// of the context just "(3°)", where the total is the same for all.
pub fn place(spec: &SlopeSpec, model: &SlopeModel, line: &SlopeLine, at: usize) -> Option<String> {
    let Place { place, of, .. } = line.places?[at];
    Some(match line.role {
        SlopeRole::Context if totals(model).len() == 1 => texts::slope_place(spec.lang, place),
        SlopeRole::Selected if line.level != spec.level => {
            let units = counted(&i18n::number(spec.lang, of as f64, 0), of == 1, line.level);
            texts::slope_place_of(spec.lang, place, units)
        }
        _ => texts::slope_place_of(spec.lang, place, of),
    })
}

/// The meaning of a rank in brackets: out of how many, if that is the same for all.
pub fn places_key(lang: Lang, model: &SlopeModel) -> String {
    match totals(model)[..] {
        [of] => texts::slope_places_of(lang, of),
        _ => lang.text(texts::SLOPE_PLACES).to_owned(),
    }
}

/// Among how many the lines are ranked, at both dates.
fn totals(model: &SlopeModel) -> Vec<usize> {
    let places = model.lines.iter().filter_map(|line| line.places).flatten();
    let mut among: Vec<usize> = places.map(|place| place.of).collect();
    among.sort_unstable();
    among.dedup();
    among
}

/// A line in sentences, for tooltips and screen readers.
pub fn sentences(spec: &SlopeSpec, model: &SlopeModel, indicator: &Indicator, line: &SlopeLine) -> String {
    let [before, now, difference] = course(spec, indicator, line);
    let of = |at: usize| place(spec, model, line, at);
    let with = |value: String, place: Option<String>| match place {
        Some(place) => format!("{value} {place}"),
        None => value,
    };
    let (before, now) = (with(before, of(0)), with(now, of(1)));
    texts::alt_slope_line(
        spec.lang,
        told_name(spec.lang, Some(line.level), &line.name),
        before,
        now,
        difference,
    )
}

pub fn alternative(spec: &SlopeSpec, model: &SlopeModel, indicator: &Indicator) -> String {
    let lang = spec.lang;
    // Highlighted lines first.
    let shown: Vec<&SlopeLine> = [SlopeRole::Selected, SlopeRole::Benchmark, SlopeRole::Context]
        .into_iter()
        .flat_map(|role| model.of(role))
        .collect();
    let mut lines: Vec<String> =
        shown.iter().take(MOST_NAMED).map(|line| sentences(spec, model, indicator, line)).collect();
    if shown.len() > MOST_NAMED {
        lines.push(texts::alt_slope_more(lang, shown.len() - MOST_NAMED));
    }
    if lines.is_empty() {
        lines.push(lang.text(texts::SLOPE_NO_PAIRS).trim_end_matches('.').to_owned());
    }
    let mut sentences = vec![texts::alt_slope(
        lang,
        lang.pick(&indicator.name),
        subtitle(spec, indicator.into()),
        lines.join("; "),
    )];
    for (at, quality) in model.quality.iter().enumerate() {
        if quality.is_some_and(|quality| !quality.is_final()) {
            sentences.push(texts::slope_not_final(lang, date(spec, model, at)));
        }
    }
    sentences.extend(model.mixed.iter().cloned());
    sentences.extend(model.breaks.iter().map(|what| break_text(lang, what)));
    sentences.join(" ")
}

/// The sentences on selected territories of other levels, which the sentences on the units do not cover; those do
/// include the ATS.
pub fn groups(sentences: &Prepared<'_, SlopeView>) -> Vec<String> {
    let (spec, model) = (sentences.spec, sentences.model);
    let Ok(indicator) = sentences.sources.atlas.indicator(&spec.indicator) else { return Vec::new() };
    let others = model.of(SlopeRole::Selected).filter(|line| ![spec.level, Level::Ats].contains(&line.level));
    others
        .take(MOST_NAMED)
        .map(|line| format!("{}.", self::sentences(spec, model, indicator, line)))
        .collect()
}

/// The ranks of selected territories at both dates, in one sentence.
pub fn places(spec: &SlopeSpec, model: &SlopeModel) -> Option<String> {
    let lang = spec.lang;
    let sentences = |line: &SlopeLine| {
        let [before, now] = line.places?;
        let name = told_name(lang, Some(line.level), &line.name);
        // A territory may have a value at one date only.
        Some(match before.of == now.of {
            true => texts::slope_reading_place(lang, name, before.place, now.place, now.of),
            false => texts::slope_reading_place_apart(lang, name, before.place, before.of, now.place, now.of),
        })
    };
    let sentences: Vec<String> =
        model.of(SlopeRole::Selected).take(MOST_NAMED).filter_map(sentences).collect();
    let [from, to] = [spec.from, spec.to].map(|date| reference_label(lang, model.period.of(date.into())));
    if sentences.is_empty() {
        return None;
    }
    let told = texts::slope_reading_places(lang, from, to, sentences.join("; "));
    let mut shown = model.of(SlopeRole::Selected).take(MOST_NAMED);
    let is_unrounded = shown.any(|line| line.places.is_some() && line.is_unrounded);
    Some(if is_unrounded { format!("{told} {}", lang.text(texts::UNROUNDED)) } else { told })
}

/// The name of the indicator.
pub fn title(spec: &SlopeSpec, atlas: &Atlas) -> String {
    let caption = atlas.caption(&spec.indicator);
    caption.map(|caption| spec.lang.pick(caption.name).to_owned()).unwrap_or_default()
}
