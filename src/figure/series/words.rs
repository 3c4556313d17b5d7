//! The words of a time series: names, axis, remarks, footer, alternative text.

use crate::base::{Date, Diagnostic, Level, Severity};
use crate::data::{Absence, Atlas, Caption, Kind, Method, Reference, Value};
use crate::document::{SeriesMode, SeriesSpec};
use crate::figure::map::kinds::change::difference;
use crate::figure::page::footer::{self, Footer, Source};
use crate::figure::page::style;
use crate::figure::precision::{self, Move};
use crate::figure::quality;
use crate::figure::wording::{
    change_text, change_unit, owner, reference_label, reference_phrase, value_text,
};
use crate::i18n::{self, Lang, texts};

use super::against::Against;
use super::numbers::{Line, LineRole, MOST_CHOSEN, SeriesModel};

/// Decimals of an index.
const INDEX_DECIMALS: usize = 1;
/// Absent values told one by one, and lines read out in the alternative text.
const TOLD: usize = 6;

/// The title: the one typed, or the indicator's name and what is drawn of it.
pub fn title(spec: &SeriesSpec, indicator: Caption<'_>) -> String {
    let name = spec.lang.pick(indicator.name);
    let made = match spec.mode {
        SeriesMode::Absolute => name.to_owned(),
        SeriesMode::Change => texts::title_change(spec.lang, name),
        SeriesMode::Base100 => texts::series_title_index(spec.lang, name),
    };
    spec.page.title.clone().unwrap_or(made)
}

/// Levels, method and dates.
pub fn subtitle(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>) -> String {
    let references = model.own_references();
    let (levels, span) = (levels(spec, model, indicator), span(spec.lang, &references));
    let comma = if references.len() > 1 { "," } else { "" };
    format!("{levels}{comma} {span}").trim().to_owned()
}

/// The levels of the lines, with the method where values are aggregated.
fn levels(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>) -> String {
    let lang = spec.lang;
    let own = |line: &&Line| line.role != LineRole::Benchmark;
    let mut lines: Vec<&Line> = model.lines.iter().filter(own).collect();
    if lines.is_empty() {
        lines.extend(&model.lines);
    }
    let mut levels: Vec<Level> = lines.iter().filter_map(|line| line.level).collect();
    levels.sort_unstable();
    levels.dedup();
    // What is larger than every level is named itself.
    let larger = lines.iter().filter(|line| line.level.is_none()).map(|line| line.name.as_str());
    let names: Vec<&str> = levels.iter().map(|level| lang.level(*level)).chain(larger).collect();
    let names = names.join(", ");
    match levels.iter().any(|level| *level != Level::Comuni) {
        _ if indicator.as_published => format!("{names} ({})", lang.text(texts::AS_PUBLISHED)),
        true => format!("{names} ({})", lang.method(spec.method)),
        false => names,
    }
}

/// "dal 1/1/2019 al 1/1/2023", "dal 2016 al 2018"; of one reference, "al 1/1/2023".
fn span(lang: Lang, references: &[Reference]) -> String {
    match references {
        [] => String::new(),
        [one] => reference_phrase(lang, *one),
        [first, .., last] => {
            texts::dates_span(lang, reference_label(lang, *first), reference_label(lang, *last))
        }
    }
}

/// What the vertical axis counts.
pub fn axis(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>) -> String {
    let lang = spec.lang;
    let bases: Vec<String> =
        model.bases.iter().map(|&i| reference_label(lang, model.references[i])).collect();
    match spec.mode {
        SeriesMode::Absolute => lang.pick(indicator.unit).to_owned(),
        SeriesMode::Change => {
            let since: Vec<String> = bases.iter().map(|base| texts::series_since(lang, base)).collect();
            format!("{}, {}", change_unit(lang, indicator), listed(lang, &since))
        }
        SeriesMode::Base100 => texts::series_index(lang, listed(lang, &bases)),
    }
}

/// "a", "a e b", "a, b e c".
fn listed(lang: Lang, parts: &[String]) -> String {
    match parts {
        [first @ .., last] if !first.is_empty() => texts::both(lang, first.join(", "), last),
        _ => parts.concat(),
    }
}

/// A value as it is drawn.
pub fn value(spec: &SeriesSpec, indicator: Caption<'_>, value: Value) -> String {
    match (spec.mode, value) {
        (SeriesMode::Change, value) => change_text(spec.lang, indicator, value),
        (SeriesMode::Base100, Ok(x)) => i18n::number(spec.lang, x, INDEX_DECIMALS),
        (_, value) => value_text(spec.lang, indicator, value),
    }
}

/// The name of a line: with its level where Comuni and Ambiti stand side by side, as some share their name.
pub fn name(lang: Lang, model: &SeriesModel, line: &Line) -> String {
    if line.published.is_some() {
        // Names of areas tell of what kind they are.
        return line.name.clone();
    }
    match line.level {
        Some(Level::Comuni) if model.mixed => texts::name_comune(lang, &line.name),
        Some(Level::Ambiti) if model.mixed => texts::name_ambito(lang, &line.name),
        // There is one, and its full name would take the room of the lines.
        Some(Level::Ats) => lang.level(Level::Ats).to_owned(),
        _ => line.name.clone(),
    }
}

/// What the reader must know of the numbers.
pub fn remarks(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> Vec<Diagnostic> {
    let lang = spec.lang;
    let mut remarks = Vec::new();
    let mut remark = |severity, code, message: String| remarks.push(Diagnostic { severity, code, message });
    let text = |text| lang.text(text).to_owned();
    let between = |i: usize| [i, model.own_after(i)].map(|i| reference_label(lang, model.references[i]));
    if model.lines.iter().all(|line| line.values.iter().all(Result::is_err)) {
        remark(Severity::Warning, "no_values", text(texts::SERIES_NO_VALUES));
    } else if model.own.len() == 1 {
        remark(Severity::Note, "one_date", text(texts::SERIES_ONE_DATE));
    }
    for found in &model.breaks {
        let [before, after] = between(found.after);
        let where_ = texts::series_break(lang, before, after);
        remark(Severity::Warning, "series_break", format!("{where_} {}", lang.pick(&found.text)));
    }
    if model.starts_anew() {
        let base = |i: &usize| reference_label(lang, model.references[*i]);
        let others: Vec<String> = model.bases.iter().filter(|i| model.base != Some(**i)).map(base).collect();
        let message = texts::series_base_break(lang, listed(lang, &others));
        remark(Severity::Warning, "base_across_break", message);
    }
    for &gap in &model.gaps {
        let [before, after] = between(gap);
        remark(Severity::Note, "missing_dates", texts::series_gap(lang, before, after));
    }
    let lacking = model.lines.iter().flat_map(|line| {
        lacking_bases(model, line).into_iter().map(|base| (name(lang, model, line), Some(base)))
    });
    for (name, base) in lacking.chain(model.without_base.iter().map(|name| (name.clone(), model.base))) {
        let base = base.map_or_else(String::new, |i| reference_label(lang, model.references[i]));
        let text = texts::series_no_base(lang, &name, &base);
        remark(Severity::Warning, "no_base", text);
    }
    if !model.unlisted.is_empty() {
        let text = texts::series_unlisted(lang, model.unlisted.join(", "));
        remark(Severity::Note, "unlisted", text);
    }
    for message in absent(spec, model) {
        remark(Severity::Note, "absent_values", message);
    }
    let is_group = |l: &Line| l.published.is_none() && l.level != Some(Level::Comuni);
    let groups = model.lines.iter().any(|l| l.role != LineRole::Benchmark && is_group(l));
    if spec.method != Method::Pooled && groups {
        remark(Severity::Note, "not_pooled", text(texts::WARN_NOT_POOLED));
        if model.of(LineRole::Benchmark).next().is_some() {
            remark(Severity::Note, "benchmarks_pooled", text(texts::SERIES_BENCHMARKS_POOLED));
        }
    }
    let has_asst = model.lines.iter().any(|line| line.level == Some(Level::Asst));
    if Against::of(spec, atlas).levels.contains(&Level::Asst) && !spec.chosen.is_empty() && !has_asst {
        remark(Severity::Note, "no_asst", text(texts::SERIES_NO_ASST));
    }
    let is_count = atlas.caption(&spec.indicator).is_ok_and(|caption| caption.kind == Kind::Count);
    let beside = model.of(LineRole::Benchmark).next().is_some() || model.band.is_some();
    if is_count && spec.mode != SeriesMode::Base100 && beside {
        remark(Severity::Warning, "counts_of_different_size", text(texts::SERIES_COUNTS));
    }
    if spec.chosen.len() > MOST_CHOSEN && model.of(LineRole::Chosen).next().is_none() {
        remark(Severity::Note, "crowd", texts::series_crowd(lang, MOST_CHOSEN));
    }
    if model.of(LineRole::Chosen).count() > style::SERIES.len() {
        remark(Severity::Note, "many_lines", text(texts::SERIES_MANY));
    }
    if spec.band && model.band.as_ref().is_none_or(|band| band.extremes.iter().all(Option::is_none)) {
        remark(Severity::Note, "no_band", text(texts::SERIES_NO_BAND));
    }
    remarks
}

/// Which of the values are not final, in order of time.
pub fn not_final(lang: Lang, model: &SeriesModel) -> Vec<String> {
    let at = |i: usize| quality::sentences(lang, None, model.references[i], model.graded(i));
    (0..model.references.len()).flat_map(at).collect()
}

/// The bases at which a line has no value although it has some after or before them, so that nothing of these can be drawn.
fn lacking_bases(model: &SeriesModel, line: &Line) -> Vec<usize> {
    let at_base = |base| line.observed_at(base).is_some_and(|value| value.is_ok());
    let present = line.at.iter().zip(&line.observed).filter(|(_, value)| value.is_ok());
    let mut lacking: Vec<usize> = present.filter_map(|(at, _)| model.base_of(*at)).collect();
    lacking.dedup();
    lacking.retain(|base| !at_base(*base));
    lacking
}

/// Who lacks a value, when and why; those behind the chosen by their number.
fn absent(spec: &SeriesSpec, model: &SeriesModel) -> Vec<String> {
    let lang = spec.lang;
    let mut told = Vec::new();
    let mut others = 0;
    for line in model.lines.iter().rev().filter(|line| lacking_bases(model, line).is_empty()) {
        for (at, value) in line.points(&model.references) {
            let Err(reason) = value else { continue };
            if line.role == LineRole::Context || told.len() == TOLD {
                others += 1;
                continue;
            }
            let why = match (spec.mode, reason) {
                (SeriesMode::Base100, Absence::NotApplicable) => lang.text(texts::SERIES_INDEX_OF_NOTHING),
                _ => lang.absence(reason),
            };
            let name = name(lang, model, line);
            told.push(texts::series_absent(lang, &name, reference_phrase(lang, at), why));
        }
    }
    if others > 0 {
        told.push(texts::series_absent_others(lang, others));
    }
    told
}

/// Source and dates, the remarks without which the figure would mislead, and who made it.
pub fn footer(
    spec: &SeriesSpec,
    model: &SeriesModel,
    indicator: Caption<'_>,
    remarks: &[Diagnostic],
    atlas: &Atlas,
) -> Footer {
    const PRINTED: [&str; 9] = [
        "series_break",
        "base_across_break",
        "missing_dates",
        "absent_values",
        "not_pooled",
        "benchmarks_pooled",
        "no_asst",
        "no_base",
        "unlisted",
    ];
    let lang = spec.lang;
    let own = model.own_references();
    let mut sources = vec![footer::source(lang, indicator, &span(lang, &own))];
    sources.extend(sources_beside(spec, model, atlas).into_iter().map(Source::Told));
    let printed = remarks.iter().filter(|remark| PRINTED.contains(&remark.code));
    let mut lines: Vec<String> = indicator.note.map(|note| lang.pick(note).to_owned()).into_iter().collect();
    lines.extend(printed.map(|remark| remark.message.clone()));
    lines.extend(not_final(lang, model));
    let dates: Vec<Date> = own.iter().filter_map(|at| at.date()).collect();
    lines.extend(footer::remarks(lang, atlas, &model.datasets, &dates));
    Footer { sources, remarks: lines, credits: vec![lang.text(texts::FIGURE_LINE).to_owned()] }
}

/// Of the areas set against computed values: who, when, whose figure it is, and what must be known of it.
pub fn sources_beside(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    let mut sentences = Vec::new();
    for published in atlas.published_indicators().iter().filter(|p| p.id != spec.indicator) {
        let beside = model.lines.iter().filter(|line| line.published.as_ref() == Some(&published.id));
        let who: Vec<String> = beside
            .map(|line| {
                let references: Vec<Reference> = line.points(&model.references).map(|(at, _)| at).collect();
                format!("{} {}", name(lang, model, line), span(lang, &references))
            })
            .collect();
        if !who.is_empty() {
            let (source, licence) = (lang.pick(&published.source), &published.licence);
            sentences.push(texts::series_beside(lang, who.join(", "), source, licence));
            sentences.extend(published.note.as_ref().map(|note| lang.pick(note).to_owned()));
        }
    }
    sentences
}

/// What a line says from its first value to its last, for tooltips and the alternative text.
pub fn course(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>, line: &Line) -> Option<String> {
    let lang = spec.lang;
    let name = name(lang, model, line);
    // What lies before the last break does not compare with what lies after it.
    let start = line.at.partition_point(|at| *at < model.comparable_from());
    let points = |skip: usize| -> Vec<(Reference, f64)> {
        let points = line.points(&model.references).skip(skip);
        points.filter_map(|(at, value)| Some((at, value.ok()?))).collect()
    };
    let present = Some(points(start)).filter(|present| !present.is_empty()).unwrap_or_else(|| points(0));
    let text = |x| value(spec, indicator, Ok(x));
    let (&(first, a), &(last, b)) = (present.first()?, present.last()?);
    let at = |reference| reference_label(lang, reference);
    Some(if first == last || spec.mode != SeriesMode::Absolute {
        texts::alt_at(lang, &name, text(b), at(last))
    } else {
        let Move { decimals, is_about } =
            precision::of_move(indicator.decimals, [a, b], indicator.kind == Kind::Count);
        let finer = Caption { decimals, ..indicator };
        let text = |x| value(spec, finer, Ok(x));
        let mut moved = change_text(lang, finer, difference(Ok(b), Ok(a)));
        if is_about {
            moved = texts::about(lang, &moved);
        }
        texts::alt_from_to(lang, &name, text(a), at(first), text(b), at(last), &moved)
    })
}

/// The alternative text: what is followed, from what to what, and where the series breaks.
pub fn alternative(
    spec: &SeriesSpec,
    model: &SeriesModel,
    indicator: Caption<'_>,
    remarks: &[Diagnostic],
) -> String {
    let lang = spec.lang;
    let (title, span) = (title(spec, indicator), subtitle(spec, model, indicator));
    let mut sentences = vec![texts::alt_series(lang, title, span, axis(spec, model, indicator))];
    let told = |role| model.of(role).filter_map(|line| course(spec, model, indicator, line));
    sentences.extend(told(LineRole::Chosen).take(TOLD));
    let more = told(LineRole::Chosen).count().saturating_sub(TOLD);
    if more > 0 {
        sentences.push(texts::alt_more(lang, more));
    }
    sentences.extend(told(LineRole::Benchmark));
    let context: Vec<&Line> = model.of(LineRole::Context).collect();
    let last = model.own_references().pop();
    let at_last = |line: &&Line| line.points(&model.references).rfind(|(at, _)| Some(*at) == last)?.1.ok();
    let mut at_last: Vec<(f64, &str)> =
        context.iter().filter_map(|line| Some((at_last(line)?, line.name.as_str()))).collect();
    at_last.sort_by(|a, b| a.0.total_cmp(&b.0));
    if let (Some((low, lowest)), Some((high, highest)), Some(last)) = (at_last.first(), at_last.last(), last)
    {
        let text = |x: &f64| value(spec, indicator, Ok(*x));
        let of = |name: &str, x: f64| owner(lang, name, x, at_last.iter().map(|(value, _)| *value));
        sentences.push(texts::alt_context(
            lang,
            context.len(),
            reference_phrase(lang, last),
            text(low),
            of(lowest, *low),
            text(high),
            of(highest, *high),
        ));
    }
    let printed = ["no_values", "series_break", "missing_dates", "absent_values", "no_base", "unlisted"];
    sentences.extend(remarks.iter().filter(|r| printed.contains(&r.code)).map(|r| r.message.clone()));
    sentences.extend(not_final(lang, model));
    sentences.join(" ")
}
