//! The words of a time series: names, axis, remarks, footer, alternative text.

use crate::base::{Date, Diagnostic, Level, Severity};
use crate::data::{Absence, Atlas, Indicator, Kind, Method, Value};
use crate::document::{SeriesMode, SeriesSpec};
use crate::figure::change::difference;
use crate::figure::footer::{self, Footer};
use crate::figure::style;
use crate::figure::wording::{change_text, change_unit, date_phrase, value_text};
use crate::i18n::{self, Lang, fill, texts};

use super::model::{Line, LineRole, MOST_CHOSEN, SeriesModel};

/// Decimals of an index.
const INDEX_DECIMALS: usize = 1;
/// Absent values told one by one, and lines read out in the alternative text.
const TOLD: usize = 6;

/// The title: the one typed, or the indicator's name and what is drawn of it.
pub fn title(spec: &SeriesSpec, indicator: &Indicator) -> String {
    let name = spec.lang.pick(&indicator.name);
    let made = match spec.mode {
        SeriesMode::Absolute => name.to_owned(),
        SeriesMode::Change => fill(spec.lang.text(texts::TITLE_CHANGE), &[name]),
        SeriesMode::Base100 => fill(spec.lang.text(texts::SERIES_TITLE_INDEX), &[name]),
    };
    spec.page.title.clone().unwrap_or(made)
}

/// Levels, method and dates.
pub fn subtitle(spec: &SeriesSpec, model: &SeriesModel) -> String {
    let (levels, span) = (levels(spec, model), span(spec.lang, &model.dates));
    let comma = if model.dates.len() > 1 { "," } else { "" };
    format!("{levels}{comma} {span}").trim().to_owned()
}

/// The levels of the lines, with the method where values are aggregated.
fn levels(spec: &SeriesSpec, model: &SeriesModel) -> String {
    let lang = spec.lang;
    let own = |line: &&Line| line.role != LineRole::Benchmark;
    let mut levels: Vec<Level> = model.lines.iter().filter(own).map(|line| line.level).collect();
    if levels.is_empty() {
        levels.extend(model.lines.iter().map(|line| line.level));
    }
    levels.sort_unstable();
    levels.dedup();
    let names: Vec<&str> = levels.iter().map(|level| lang.level(*level)).collect();
    match levels.iter().any(|level| *level != Level::Comuni) {
        true => format!("{} ({})", names.join(", "), lang.method(spec.method)),
        false => names.join(", "),
    }
}

/// "dal 1/1/2019 al 1/1/2023"; of one date, "al 1/1/2023".
fn span(lang: Lang, dates: &[Date]) -> String {
    match dates {
        [] => String::new(),
        [date] => date_phrase(lang, *date),
        [first, .., last] => {
            fill(lang.text(texts::DATES_SPAN), &[&i18n::date(lang, *first), &i18n::date(lang, *last)])
        }
    }
}

/// What the vertical axis counts.
pub fn axis(spec: &SeriesSpec, model: &SeriesModel, indicator: &Indicator) -> String {
    let lang = spec.lang;
    let base = model.base.map_or_else(String::new, |i| i18n::date(lang, model.dates[i]));
    match spec.mode {
        SeriesMode::Absolute => lang.pick(&indicator.unit).to_owned(),
        SeriesMode::Change => fill(lang.text(texts::SERIES_SINCE), &[&change_unit(lang, indicator), &base]),
        SeriesMode::Base100 => fill(lang.text(texts::SERIES_INDEX), &[&base]),
    }
}

/// A value as it is drawn.
pub fn value(spec: &SeriesSpec, indicator: &Indicator, value: Value) -> String {
    match (spec.mode, value) {
        (SeriesMode::Change, value) => change_text(spec.lang, indicator, value),
        (SeriesMode::Base100, Ok(x)) => i18n::number(spec.lang, x, INDEX_DECIMALS),
        (_, value) => value_text(spec.lang, indicator, value),
    }
}

/// The name of a line: with its level where Comuni and Ambiti stand side by side, as some share their name.
pub fn name(lang: Lang, model: &SeriesModel, line: &Line) -> String {
    let has = |level| model.lines.iter().any(|other| other.level == level);
    let mixed = has(Level::Comuni) && has(Level::Ambiti);
    match line.level {
        Level::Comuni if mixed => fill(lang.text(texts::NAME_COMUNE), &[&line.name]),
        Level::Ambiti if mixed => fill(lang.text(texts::NAME_AMBITO), &[&line.name]),
        // There is one, and its full name would take the room of the lines.
        Level::Ats => lang.level(Level::Ats).to_owned(),
        _ => line.name.clone(),
    }
}

/// What the reader must know of the numbers.
pub fn remarks(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> Vec<Diagnostic> {
    let lang = spec.lang;
    let mut remarks = Vec::new();
    let mut remark = |severity, code, message: String| remarks.push(Diagnostic { severity, code, message });
    let text = |text| lang.text(text).to_owned();
    let between = |template, i: usize| {
        fill(template, &[&i18n::date(lang, model.dates[i]), &i18n::date(lang, model.dates[i + 1])])
    };
    if model.lines.iter().all(|line| line.values.iter().all(Result::is_err)) {
        remark(Severity::Warning, "no_values", text(texts::SERIES_NO_VALUES));
    } else if model.dates.len() == 1 {
        remark(Severity::Note, "one_date", text(texts::SERIES_ONE_DATE));
    }
    for found in &model.breaks {
        let where_ = between(lang.text(texts::SERIES_BREAK), found.after);
        remark(Severity::Warning, "series_break", format!("{where_} {}", lang.pick(&found.text)));
    }
    if model.base_is_across_a_break() {
        remark(Severity::Warning, "base_across_break", text(texts::SERIES_BASE_BREAK));
    }
    for &gap in &model.gaps {
        remark(Severity::Note, "missing_dates", between(lang.text(texts::SERIES_GAP), gap));
    }
    for message in absent(spec, model) {
        remark(Severity::Note, "absent_values", message);
    }
    let groups = model.lines.iter().any(|l| l.role != LineRole::Benchmark && l.level != Level::Comuni);
    if spec.method != Method::Pooled && groups {
        remark(Severity::Note, "not_pooled", text(texts::WARN_NOT_POOLED));
        if model.of(LineRole::Benchmark).next().is_some() {
            remark(Severity::Note, "benchmarks_pooled", text(texts::SERIES_BENCHMARKS_POOLED));
        }
    }
    let asst = |line: &&Line| line.level == Level::Asst;
    if spec.benchmarks.contains(&Level::Asst)
        && !spec.chosen.is_empty()
        && !model.lines.iter().any(|l| asst(&l))
    {
        remark(Severity::Note, "no_asst", text(texts::SERIES_NO_ASST));
    }
    let is_count = atlas.catalogue.get(&spec.indicator).is_some_and(|i| i.kind == Kind::Count);
    let beside = model.of(LineRole::Benchmark).next().is_some() || model.band.is_some();
    if is_count && spec.mode != SeriesMode::Base100 && beside {
        remark(Severity::Warning, "counts_of_different_size", text(texts::SERIES_COUNTS));
    }
    if spec.chosen.len() > MOST_CHOSEN && model.of(LineRole::Chosen).next().is_none() {
        remark(Severity::Note, "crowd", fill(lang.text(texts::SERIES_CROWD), &[&MOST_CHOSEN.to_string()]));
    }
    if model.of(LineRole::Chosen).count() > style::SERIES.len() {
        remark(Severity::Note, "many_lines", text(texts::SERIES_MANY));
    }
    if spec.band && model.band.as_ref().is_none_or(|band| band.extremes.iter().all(Option::is_none)) {
        remark(Severity::Note, "no_band", text(texts::SERIES_NO_BAND));
    }
    remarks
}

/// Who lacks a value, when and why; those behind the chosen by their number.
fn absent(spec: &SeriesSpec, model: &SeriesModel) -> Vec<String> {
    let lang = spec.lang;
    let mut told = Vec::new();
    let mut others = 0;
    for line in model.lines.iter().rev() {
        for (date, value) in line.points(&model.dates) {
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
            told.push(fill(lang.text(texts::SERIES_ABSENT), &[&name, &date_phrase(lang, date), why]));
        }
    }
    if others > 0 {
        told.push(fill(lang.text(texts::SERIES_ABSENT_OTHERS), &[&others.to_string()]));
    }
    told
}

/// Source and dates, the remarks without which the figure would mislead, and who made it.
pub fn footer(
    spec: &SeriesSpec,
    model: &SeriesModel,
    indicator: &Indicator,
    remarks: &[Diagnostic],
    atlas: &Atlas,
) -> Footer {
    const PRINTED: [&str; 7] = [
        "series_break",
        "base_across_break",
        "missing_dates",
        "absent_values",
        "not_pooled",
        "benchmarks_pooled",
        "no_asst",
    ];
    let lang = spec.lang;
    let sources = vec![footer::source(lang, indicator, &span(lang, &model.dates))];
    let printed = remarks.iter().filter(|remark| PRINTED.contains(&remark.code));
    let mut remarks: Vec<String> = printed.map(|remark| remark.message.clone()).collect();
    remarks.extend(footer::remarks(lang, atlas, &model.datasets, &model.dates));
    Footer { sources, remarks, credits: vec![lang.text(texts::FIGURE_LINE).to_owned()] }
}

/// What a line says from its first value to its last, for tooltips and the alternative text.
pub fn course(spec: &SeriesSpec, model: &SeriesModel, indicator: &Indicator, line: &Line) -> Option<String> {
    let lang = spec.lang;
    let name = name(lang, model, line);
    let present: Vec<(Date, f64)> =
        line.points(&model.dates).filter_map(|(date, value)| Some((date, value.ok()?))).collect();
    let text = |x| value(spec, indicator, Ok(x));
    let (&(first, a), &(last, b)) = (present.first()?, present.last()?);
    let at = |date| i18n::date(lang, date);
    Some(if first == last || spec.mode != SeriesMode::Absolute {
        fill(lang.text(texts::ALT_AT), &[&name, &text(b), &at(last)])
    } else {
        let moved = change_text(lang, indicator, difference(Ok(b), Ok(a)));
        fill(lang.text(texts::ALT_FROM_TO), &[&name, &text(a), &at(first), &text(b), &at(last), &moved])
    })
}

/// The alternative text: what is followed, from what to what, and where the series breaks.
pub fn alternative(
    spec: &SeriesSpec,
    model: &SeriesModel,
    indicator: &Indicator,
    remarks: &[Diagnostic],
) -> String {
    let lang = spec.lang;
    let what = [&title(spec, indicator), &subtitle(spec, model), &axis(spec, model, indicator)];
    let mut sentences = vec![fill(lang.text(texts::ALT_SERIES), &what.map(String::as_str))];
    let told = |role| model.of(role).filter_map(|line| course(spec, model, indicator, line));
    sentences.extend(told(LineRole::Chosen).take(TOLD));
    let more = told(LineRole::Chosen).count().saturating_sub(TOLD);
    if more > 0 {
        sentences.push(fill(lang.text(texts::ALT_MORE), &[&more.to_string()]));
    }
    sentences.extend(told(LineRole::Benchmark));
    let context: Vec<&Line> = model.of(LineRole::Context).collect();
    let last = model.dates.len().saturating_sub(1);
    let mut at_last: Vec<(f64, &str)> =
        context.iter().filter_map(|line| Some((line.values.get(last)?.ok()?, line.name.as_str()))).collect();
    at_last.sort_by(|a, b| a.0.total_cmp(&b.0));
    if let (Some((low, lowest)), Some((high, highest)), Some(date)) =
        (at_last.first(), at_last.last(), model.dates.last())
    {
        let text = |x: &f64| value(spec, indicator, Ok(*x));
        let parts = [
            &context.len().to_string(),
            &date_phrase(lang, *date),
            &text(low),
            *lowest,
            &text(high),
            *highest,
        ];
        sentences.push(fill(lang.text(texts::ALT_CONTEXT), &parts));
    }
    let printed = ["no_values", "series_break", "missing_dates", "absent_values"];
    sentences.extend(remarks.iter().filter(|r| printed.contains(&r.code)).map(|r| r.message.clone()));
    sentences.join(" ")
}
