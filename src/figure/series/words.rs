//! The texts of a time series: names, axis, remarks, footer, alternative text.

use crate::base::{Date, Level};
use crate::data::{Absence, Atlas, Caption, Kind, Method, Quality, Reference, Value};
use crate::document::{SeriesMode, SeriesSpec};
use crate::figure::map::kinds::change::{Moved, difference};
use crate::figure::page::footer::{self, Credit, Footer, Source};
use crate::figure::page::style;
use crate::figure::pair::not_pooled;
use crate::figure::precision::{self, Move};
use crate::figure::quality::{self, Moves};
use crate::figure::remark::Remark;
use crate::figure::threshold;
use crate::figure::withheld::Compared;
use crate::figure::wording::{Named, is_heading, listed};
use crate::figure::wording::{
    absence_text, change_text, change_unit, current_euros, method_said, notes, owner, published_rows,
    reference_label, reference_phrase, span_text, value_text,
};
use crate::i18n::{self, Lang, Text, Thing, texts};

use super::against::Against;
use super::numbers::{INDEX_DECIMALS, Line, LineRole, MOST_SELECTED, SeriesModel};

/// The most missing values mentioned one by one, and the most lines listed in the alternative text.
const MOST_NAMED: usize = 6;

/// The title: the one typed, or the name of the indicator and the mode.
pub fn title(spec: &SeriesSpec, indicator: Caption<'_>) -> String {
    let name = spec.lang.pick(indicator.name);
    let made = match spec.mode {
        SeriesMode::Absolute => name.to_owned(),
        SeriesMode::Change => texts::title_change(spec.lang, name),
        SeriesMode::Base100 => texts::series_title_index(spec.lang, name),
        SeriesMode::Ats100 => texts::series_title_relative(spec.lang, name),
    };
    spec.page.title.clone().unwrap_or(made)
}

/// Levels, method and dates.
pub fn subtitle(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>) -> String {
    let references = stated_own(model);
    let (levels, span) = (levels(spec, model, indicator), span(spec.lang, &references));
    let comma = if references.len() > 1 { "," } else { "" };
    let own = format!("{levels}{comma} {span}").trim().to_owned();
    std::iter::once(own).chain(spans_beside(spec, model, indicator)).collect::<Vec<_>>().join("; ")
}

/// The areas beside computed values and their dates, which may lie outside those of the values.
fn spans_beside(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>) -> Vec<String> {
    let mut spans: Vec<(String, Vec<&str>)> = Vec::new();
    let beside = model.of(LineRole::Benchmark).filter(|line| line.published.is_some());
    for line in beside.filter(|_| !indicator.as_published) {
        let points = line.points(&model.references).filter(|(_, value)| value.is_ok());
        let span = span(spec.lang, &points.map(|(at, _)| at).collect::<Vec<_>>());
        match spans.iter_mut().find(|(known, _)| *known == span) {
            Some((_, names)) => names.push(&line.name),
            None => spans.push((span, vec![&line.name])),
        }
    }
    spans.into_iter().map(|(span, names)| format!("{} {span}", names.join(", ")).trim().to_owned()).collect()
}

/// The levels of the lines, with the method where values are aggregated.
fn levels(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>) -> String {
    let lang = spec.lang;
    let own = |line: &&Line| line.role != LineRole::Benchmark;
    let mut lines: Vec<&Line> = model.lines.iter().filter(own).collect();
    let mut method = spec.method;
    if lines.is_empty() {
        lines.extend(&model.lines);
        // What others are set against is pooled, whatever the method.
        method = Method::Pooled;
    }
    let mut levels: Vec<Level> = lines.iter().filter_map(|line| line.level).collect();
    levels.sort_unstable();
    levels.dedup();
    // Areas beyond all levels are named individually.
    let larger = lines.iter().filter(|line| line.level.is_none()).map(|line| line.name.as_str());
    let names: Vec<&str> = levels.iter().map(|level| lang.level(*level)).chain(larger).collect();
    // A whole table is called what its source calls its rows.
    let names = match indicator.as_published && names.len() > MOST_NAMED {
        true => published_rows(lang, None, indicator.rows).to_owned(),
        false => names.join(", "),
    };
    if indicator.as_published {
        return format!("{names} ({})", lang.text(texts::AS_PUBLISHED));
    }
    let made = levels.last().and_then(|level| method_said(lang, indicator, *level, method));
    made.map_or_else(|| names.clone(), |made| format!("{names} ({made})"))
}

/// What the indicator's own values are said to refer to.
fn stated_own(model: &SeriesModel) -> Vec<Reference> {
    model.own.iter().map(|&i| model.stated(i)).collect()
}

/// "dal 1/1/2019 al 1/1/2023", "dal 2016 al 2018"; for a single reference, "al 1/1/2023".
fn span(lang: Lang, references: &[Reference]) -> String {
    match references {
        [] => String::new(),
        [one] => reference_phrase(lang, *one),
        [first, .., last] => span_text(lang, *first, *last),
    }
}

/// The title of the vertical axis.
pub fn axis(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>) -> String {
    let lang = spec.lang;
    let bases = model.counted_from().into_iter().map(|i| reference_label(lang, model.stated(i)));
    let bases: Vec<String> = bases.collect();
    match spec.mode {
        SeriesMode::Absolute => lang.pick(indicator.unit).to_owned(),
        SeriesMode::Change => {
            let since: Vec<String> = bases.iter().map(|base| texts::series_since(lang, base)).collect();
            format!("{}, {}", change_unit(lang, indicator), listed(lang, &since))
        }
        SeriesMode::Base100 => texts::series_index(lang, listed(lang, &bases)),
        SeriesMode::Ats100 => lang.text(texts::SERIES_RELATIVE).to_owned(),
    }
}

/// A value as it is drawn.
pub fn value(spec: &SeriesSpec, indicator: Caption<'_>, value: Value) -> String {
    match (spec.mode, value) {
        (SeriesMode::Change, value) => change_text(spec.lang, indicator, value),
        (SeriesMode::Base100 | SeriesMode::Ats100, Ok(x)) => i18n::number(spec.lang, x, INDEX_DECIMALS),
        (_, value) => value_text(spec.lang, indicator, value),
    }
}

/// The decimals of the values as they are drawn.
fn drawn_decimals(spec: &SeriesSpec, indicator: Caption<'_>) -> usize {
    if spec.mode.is_index() { INDEX_DECIMALS } else { indicator.decimals }
}

/// The name of a line, with its level where Comuni and Ambiti are shown together, because some share their names.
pub fn name(lang: Lang, model: &SeriesModel, line: &Line) -> String {
    named(model, line).text(lang)
}

fn named(model: &SeriesModel, line: &Line) -> Named {
    let name = line.name.clone();
    if line.published.is_some() {
        // Names of areas already say what kind they are.
        return Named::Plain(name);
    }
    match line.level {
        Some(Level::Comuni) if model.mixed => Named::Comune(name),
        Some(Level::Ambiti) if model.mixed => Named::Ambito(name),
        Some(Level::Ats) => Named::Ats,
        Some(Level::Comuni | Level::Ambiti | Level::Asst) | None => Named::Plain(name),
    }
}

/// The same in a sentence.
fn told(line: &Line) -> Named {
    match line.level.filter(|_| line.published.is_none()) {
        Some(level) => Named::Told(level, line.name.clone()),
        None => Named::Plain(line.name.clone()),
    }
}

/// The same with more room: the ATS by its full name.
pub(crate) fn full_name(lang: Lang, model: &SeriesModel, line: &Line) -> String {
    match line.level {
        Some(Level::Ats) => line.name.clone(),
        _ => name(lang, model, line),
    }
}

/// What is said in place of the lines.
pub fn nothing(model: &SeriesModel) -> Text {
    if model.lacks_ats() { texts::SERIES_NO_ATS } else { texts::SERIES_NO_VALUES }
}

/// The remarks on the numbers.
pub fn remarks(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let between = |i: usize| (model.stated(i), model.stated(model.own_after(i)));
    if model.lines.iter().all(|line| line.values.iter().all(Result::is_err)) {
        remarks.push(if model.lacks_ats() { Remark::NoLinesWithoutAts } else { Remark::NoLines });
    } else if model.own.len() == 1 {
        remarks.push(Remark::OneDate);
    }
    for (i, found) in model.breaks.iter().enumerate() {
        let (before, after) = between(found.after);
        // Where the series goes on, what was off it has been told.
        let begun = model.breaks[..i].iter().find(|other| other.text == found.text);
        if begun.is_some_and(|begun| model.compares(begun.after, model.own_after(found.after))) {
            continue;
        }
        remarks.push(Remark::BreakBetween { before, after, what: found.text.clone() });
    }
    if let Some(base) = spec.base.filter(|_| spec.mode.has_base())
        && model.off_series().any(|off| model.references[off] == base)
    {
        let others = model.counted_from().into_iter().map(|i| model.stated(i)).collect();
        let base = atlas.caption(&spec.indicator).map_or(base, |caption| caption.stated(base));
        remarks.push(Remark::BaseOffSeries { base, others });
    }
    if model.starts_anew() {
        let others = model.counted_from().into_iter().filter(|i| model.base != Some(*i));
        remarks.push(Remark::BaseAcrossBreak { bases: others.map(|i| model.stated(i)).collect() });
    }
    for &gap in &model.gaps {
        let (before, after) = between(gap);
        remarks.push(match model.is_yearly() {
            true => Remark::MissingDates { before, after },
            false => Remark::NoOtherDates { before, after },
        });
    }
    let lacking = model.lines.iter().flat_map(|line| {
        let reason = |base| line.observed_at(base).and_then(Result::err).unwrap_or(Absence::Missing);
        let of_line = move |base| (told(line), base, reason(base));
        lacking_bases(model, line).into_iter().map(of_line)
    });
    let without = model
        .without_base
        .iter()
        .filter_map(|name| Some((Named::Plain(name.clone()), model.base?, Absence::Missing)));
    for (of, base, reason) in lacking.chain(without) {
        remarks.push(Remark::NoBase { of, base: model.stated(base), reason });
    }
    if !model.unlisted.is_empty() {
        remarks.push(Remark::Unlisted { names: model.unlisted.clone() });
    }
    if !model.without_ats.is_empty() && !model.lacks_ats() {
        let at = model.without_ats.iter().map(|position| model.stated(*position)).collect();
        remarks.push(Remark::WithoutAts { at });
    }
    remarks.extend(absent(spec, model, atlas.caption(&spec.indicator).ok()));
    if !model.other_base.is_empty() {
        remarks.push(Remark::OtherBase { names: model.other_base.clone() });
    }
    if !model.mixed_bases.is_empty() {
        remarks.push(Remark::MixedBases { names: model.mixed_bases.clone() });
    }
    remarks.extend(notes_on_values(model, atlas));
    let is_hidden =
        |line: &Line| line.observed.iter().zip(&line.bounds).any(|(x, b)| x.is_ok() && b.is_some());
    if model.lines.iter().any(is_hidden) {
        remarks.push(Remark::HiddenValues);
    }
    let is_group = |l: &Line| l.published.is_none() && l.level != Some(Level::Comuni);
    let groups = model.lines.iter().any(|l| l.role != LineRole::Benchmark && is_group(l));
    if let Some(remark) = not_pooled(Level::Ambiti, spec.method).filter(|_| groups) {
        remarks.push(remark);
        if model.of(LineRole::Benchmark).next().is_some() {
            remarks.push(Remark::BenchmarksPooled);
        }
    }
    remarks.extend(grey(model));
    let has_asst = model.lines.iter().any(|line| line.level == Some(Level::Asst));
    if Against::of(spec, atlas).levels.contains(&Level::Asst) && !spec.selected.is_empty() && !has_asst {
        remarks.push(Remark::NoAsst);
    }
    let is_count = atlas.caption(&spec.indicator).is_ok_and(|caption| caption.kind == Kind::Count);
    let beside = model.of(LineRole::Benchmark).next().is_some() || model.band.is_some();
    if is_count && !spec.mode.is_index() && beside {
        remarks.push(Remark::CountsOfDifferentSize);
    }
    if spec.selected.len() > MOST_SELECTED && model.of(LineRole::Selected).next().is_none() {
        remarks.push(Remark::Crowd { most: MOST_SELECTED });
    }
    if model.of(LineRole::Selected).count() > style::SERIES.len() {
        remarks.push(Remark::ManyLines);
    }
    if spec.band && model.band.as_ref().is_none_or(|band| band.extremes.iter().all(Option::is_none)) {
        remarks.push(Remark::NoBand);
    }
    remarks
}

/// What the lines without a name are.
fn grey(model: &SeriesModel) -> Option<Remark> {
    let count = model.of(LineRole::Context).count();
    let first = model.of(LineRole::Context).next()?;
    let level = first.level.filter(|_| first.published.is_none());
    let are_others = model.of(LineRole::Selected).any(|line| line.level == first.level);
    Some(Remark::GreyLines { level, count, are_others })
}

/// What must be known of single values as published, of those followed and of what they are set against.
fn notes_on_values(model: &SeriesModel, atlas: &Atlas) -> Vec<Remark> {
    let lines = model.lines.iter().filter(|line| line.role != LineRole::Context);
    let of = |line: &Line| {
        let rows = line.published.as_ref().and_then(|id| atlas.published_values(id).ok());
        let is_drawn = |at: Reference| line.points(&model.references).any(|(own, x)| own == at && x.is_ok());
        let own = rows.unwrap_or_default().into_iter();
        let own = own.filter(|row| row.area.code == line.code && is_drawn(row.reference));
        own.filter_map(|row| Some((row.reference, row.note?.clone()))).collect::<Vec<_>>()
    };
    let notes =
        lines.flat_map(|line| of(line).into_iter().map(move |(at, what)| (line.name.clone(), at, what)));
    notes.map(|(of, at, what)| Remark::PublishedOtherwise { of, at, what }).collect()
}

/// Says which of the values are not final, in chronological order.
pub fn not_final(lang: Lang, model: &SeriesModel) -> Vec<String> {
    let at = |i: usize| quality::sentences(lang, None, model.stated(i), model.graded(i));
    (0..model.references.len()).flat_map(at).collect()
}

/// The same with one sentence for all dates at which all values are estimated, or provisional.
fn not_final_at_once(lang: Lang, model: &SeriesModel) -> Vec<String> {
    let all = 0..model.references.len();
    let shared = |i: usize| quality::shared(&model.graded(i));
    let mut lines = Vec::new();
    for one in [Quality::Provisional, Quality::Estimated] {
        let dates = all.clone().filter(|i| shared(*i) == Some(one));
        let dates: Vec<String> = dates.map(|i| reference_phrase(lang, model.stated(i))).collect();
        if dates.is_empty() {
            continue;
        }
        let dates = listed(lang, &dates);
        lines.push(match one {
            Quality::Estimated => texts::estimated_all(lang, dates),
            _ => texts::provisional_all(lang, dates),
        });
    }
    let mixed = all.filter(|i| !matches!(shared(*i), Some(Quality::Provisional | Quality::Estimated)));
    lines.extend(mixed.flat_map(|i| quality::sentences(lang, None, model.stated(i), model.graded(i))));
    lines
}

/// The bases at which a line has no value although it has some before or after them, so that these cannot be drawn.
fn lacking_bases(model: &SeriesModel, line: &Line) -> Vec<usize> {
    let at_base = |base| line.observed_at(base).is_some_and(|value| value.is_ok());
    let present = line.at.iter().zip(&line.observed).filter(|(_, value)| value.is_ok());
    let mut lacking: Vec<usize> = present.filter_map(|(at, _)| model.base_of(*at)).collect();
    lacking.dedup();
    lacking.retain(|base| !at_base(*base));
    lacking
}

/// Which lines lack a value, when and why; those of the context are counted.
fn absent(spec: &SeriesSpec, model: &SeriesModel, indicator: Option<Caption<'_>>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let (mut others, mut others_uncertain) = (0, 0);
    for line in model.lines.iter().rev().filter(|line| lacking_bases(model, line).is_empty()) {
        let uncertain = uncertain(model, line);
        if line.role == LineRole::Context {
            others_uncertain += uncertain.len();
        } else if !uncertain.is_empty() {
            remarks.push(Remark::UncertainAt { of: told(line), at: spans(model, &uncertain) });
        }
    }
    remarks.extend((others_uncertain > 0).then_some(Remark::OthersUncertain { count: others_uncertain }));
    let before = remarks.len();
    for line in model.lines.iter().rev().filter(|line| lacking_bases(model, line).is_empty()) {
        let uncertain = uncertain(model, line);
        let observed = line.observed.iter().zip(&line.bounds);
        let points = line.at.iter().zip(line.values.iter().copied());
        for ((position, value), (observed, bounds)) in points.zip(observed) {
            let Err(reason) = value else { continue };
            // What lacks there is the value of the ATS, and not that of the line.
            let lacks_ats =
                model.without_ats.contains(position) && (observed.is_ok() || line.level == Some(Level::Ats));
            // What is said of dates off the series is said once for all lines.
            let is_lone = spec.mode.has_base() && model.off_series().any(|off| off == *position);
            if lacks_ats || is_lone || uncertain.contains(position) {
                continue;
            }
            let at = model.stated(*position);
            if line.role == LineRole::Context || remarks.len() == before + MOST_NAMED {
                others += 1;
                continue;
            }
            let of = told(line);
            // Between two values lies no index and no difference.
            let is_value = spec.mode == SeriesMode::Absolute;
            let between = bounds.zip(indicator).filter(|_| observed.is_err() && is_value);
            if let Some((ends, indicator)) = between {
                let between = Lang::both(|lang| absence_text(lang, indicator, reason, Some(ends)));
                remarks.push(Remark::WithheldAt { of, at, between });
                continue;
            }
            remarks.push(match (spec.mode, reason) {
                (SeriesMode::Base100, Absence::NotApplicable) => Remark::NoIndexAt { of, at },
                (_, reason) => Remark::AbsentAt { of, at, reason },
            });
        }
    }
    if others > 0 {
        remarks.push(Remark::OthersAbsent { count: others });
    }
    remarks
}

/// The positions at which a line has a value, and what is drawn of it depends on what the source withholds.
fn uncertain(model: &SeriesModel, line: &Line) -> Vec<usize> {
    let points = line.at.iter().zip(line.values.iter().zip(&line.observed));
    let is_uncertain =
        |(drawn, observed): (&Value, &Value)| *drawn == Err(Absence::Suppressed) && observed.is_ok();
    let found = points.filter(|(_, values)| is_uncertain(*values)).map(|(position, _)| *position);
    found.filter(|position| model.own.contains(position)).collect()
}

/// Positions as stretches of the indicator's own references.
fn spans(model: &SeriesModel, positions: &[usize]) -> Vec<[Reference; 2]> {
    let follows = |a: &usize, b: &usize| model.own_after(*a) == *b;
    let ends = positions.chunk_by(follows).filter_map(|run| Some([*run.first()?, *run.last()?]));
    ends.map(|ends| ends.map(|position| model.stated(position))).collect()
}

/// Whether the figure would mislead without the remark. How it is drawn is visible.
fn is_in_footer(remark: &Remark) -> bool {
    match remark {
        Remark::BaseAcrossBreak { .. }
        | Remark::NotPooled
        | Remark::LowestOfComuni
        | Remark::HighestOfComuni
        | Remark::PartialValues
        | Remark::BenchmarksPooled
        | Remark::GreyLines { .. }
        | Remark::NoAsst => true,
        // That there is nothing to show is said in place of the lines.
        Remark::NoLines | Remark::NoLinesWithoutAts => false,
        other => is_in_alt_text(other),
    }
}

/// Whether someone who cannot see the lines must be told.
fn is_in_alt_text(remark: &Remark) -> bool {
    matches!(
        remark,
        Remark::NoLines
            | Remark::NoLinesWithoutAts
            | Remark::WithoutAts { .. }
            | Remark::OtherBase { .. }
            | Remark::MixedBases { .. }
            | Remark::BreakBetween { .. }
            | Remark::BaseOffSeries { .. }
            | Remark::MissingDates { .. }
            | Remark::NoOtherDates { .. }
            | Remark::AbsentAt { .. }
            | Remark::WithheldAt { .. }
            | Remark::UncertainAt { .. }
            | Remark::OthersUncertain { .. }
            | Remark::HiddenValues
            | Remark::NoIndexAt { .. }
            | Remark::OthersAbsent { .. }
            | Remark::NoBase { .. }
            | Remark::Unlisted { .. }
            | Remark::PublishedOtherwise { .. }
    )
}

/// Source and dates, the remarks without which the figure would mislead, and the author.
pub fn footer(
    spec: &SeriesSpec,
    model: &SeriesModel,
    indicator: Caption<'_>,
    remarks: &[Remark],
    atlas: &Atlas,
) -> Footer {
    let lang = spec.lang;
    let own = model.own_references();
    let mut sources = vec![footer::source(lang, indicator, &span(lang, &stated_own(model)))];
    sources.extend(sources_beside(spec, model, atlas).into_iter().map(Source::Prepared));
    let stated = remarks.iter().filter(|remark| is_in_footer(remark));
    let group = model.lines.iter().filter_map(|line| line.level).find(|level| *level != Level::Comuni);
    let mut lines = notes(lang, indicator, group, spec.method);
    lines.extend(stated.map(|remark| remark.text(lang)));
    // What is of one year alone is in the same euros.
    if spec.mode != SeriesMode::Ats100 && own.len() > 1 {
        lines.extend(current_euros(lang, indicator));
    }
    lines.extend(standard(spec, indicator));
    lines.extend(below_standard(spec, model));
    // On a page of several elements the others say the same of single dates.
    lines.extend(match spec.page.part {
        None => not_final_at_once(lang, model),
        Some(_) => not_final(lang, model),
    });
    let dates: Vec<Date> = own.iter().filter_map(|at| at.date()).collect();
    if model.lines.iter().any(|line| line.qualities.iter().any(|quality| !quality.is_final())) {
        lines.push(lang.text(texts::SERIES_RINGS).to_owned());
    }
    // What is said of a break is not said again.
    let known = footer::remarks(lang, atlas, &model.datasets, &dates).into_iter();
    let new: Vec<String> =
        known.filter(|note| !lines.iter().any(|line| line.contains(note.as_str()))).collect();
    lines.extend(new);
    Footer { sources, remarks: lines, credits: vec![Credit::Program] }
}

/// The explanation of the line of a standard.
fn standard(spec: &SeriesSpec, indicator: Caption<'_>) -> Option<String> {
    threshold::of_series(spec).map(|standard| threshold::sentence(spec.lang, standard, indicator))
}

/// Which lines are below it at the indicator's last date.
pub(super) fn below_standard(spec: &SeriesSpec, model: &SeriesModel) -> Option<String> {
    let standard = threshold::of_series(spec)?;
    let last = *model.own.last()?;
    let at_last = |line: &Line| {
        let (_, value) = line.at.iter().zip(&line.observed).find(|(at, _)| **at == last)?;
        Some((told(line).text(spec.lang), (*value).ok()?))
    };
    let followed = model.of(LineRole::Selected).chain(model.of(LineRole::Benchmark));
    let lines: Vec<(String, f64)> =
        followed.filter(|line| line.published.is_none()).filter_map(at_last).collect();
    let when = reference_phrase(spec.lang, model.stated(last));
    (!lines.is_empty()).then(|| threshold::below_at_last(spec.lang, standard, &when, &lines))
}

/// The range of the Comuni of a group that is drawn as a band, at the last date at which all have a value.
pub(super) fn band(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>) -> Option<String> {
    let (lang, band) = (spec.lang, model.band.as_ref()?);
    let drawn = model.own.iter().zip(&band.extremes).rev();
    let (at, (low, high)) = drawn.filter_map(|(at, extremes)| Some((*at, (*extremes)?))).next()?;
    let of = lang.territory(band.level, &band.name);
    let when = reference_phrase(lang, model.stated(at));
    let [low, high] = [low, high].map(|x| value(spec, indicator, Ok(x)));
    Some(texts::read_band(lang, of, lang.count(band.members, Thing::Comune), when, low, high))
}

/// For benchmark areas of computed values: source, dates, whose figure it is, and what must be known of it.
pub fn sources_beside(spec: &SeriesSpec, model: &SeriesModel, atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    let mut sentences = Vec::new();
    for published in atlas.published_indicators().iter().filter(|p| p.id != spec.indicator) {
        let beside = model.lines.iter().filter(|line| line.published.as_ref() == Some(&published.id));
        let who: Vec<String> = beside
            .map(|line| {
                let references: Vec<Reference> = line.points(&model.references).map(|(at, _)| at).collect();
                format!("{} {}", told(line).text(lang), span(lang, &references))
            })
            .collect();
        if !who.is_empty() {
            let (source, licence) = (lang.pick(&published.source), lang.licence(&published.licence));
            sentences.push(texts::series_beside(lang, who.join(", "), source, licence));
            sentences.extend(published.note.as_ref().map(|note| lang.pick(note).to_owned()));
        }
    }
    sentences
}

/// The change of a line between the dates that compare, as observed; none with a value at one of them only, or if it
/// depends on what the source withholds.
pub(super) fn moved(
    model: &SeriesModel,
    line: &Line,
    indicator: Caption<'_>,
) -> Option<Result<Moved, Absence>> {
    let [first, last] = line.ends(model.comparable_from())?;
    (first < last).then(|| Moved::between(line.limited(first), line.limited(last), indicator))
}

/// The decimals of what is told of the lines followed and of those they are set against: the same for all, in the reading
/// and in the alternative text.
pub fn told_decimals(model: &SeriesModel, indicator: Caption<'_>) -> usize {
    let followed = model.of(LineRole::Selected).chain(model.of(LineRole::Benchmark));
    let computed = followed.filter(|line| line.published.is_none());
    let moves: Vec<(&Line, Moved)> =
        computed.filter_map(|line| Some((line, moved(model, line, indicator)?.ok()?))).collect();
    let ends: Vec<[f64; 2]> = moves.iter().map(|(_, moved)| [moved.before, moved.now]).collect();
    let wanted = precision::of_moves(indicator.decimals, &ends, indicator.kind == Kind::Count);
    let certain = |(line, moved): &(&Line, Moved)| {
        let [first, last] = line.ends(model.comparable_from())?;
        let bounds = [first, last].map(|i| line.limited(i).1);
        Some(moved.most_decimals(bounds, indicator.decimals, wanted))
    };
    moves.iter().filter_map(certain).min().unwrap_or(wanted)
}

/// The decimals of two indices of a line: more than their own where these do not tell them apart, unless they would depend
/// on what the source withholds.
pub(super) fn index_decimals(line: &Line, ends: [f64; 2]) -> usize {
    if line.is_limited { INDEX_DECIMALS } else { precision::apart(INDEX_DECIMALS, &ends) }
}

/// The course of a line from its first value to its last, for tooltips and the alternative text.
pub fn course(spec: &SeriesSpec, model: &SeriesModel, indicator: Caption<'_>, line: &Line) -> Option<String> {
    let lang = spec.lang;
    let name = told(line).text(lang);
    // Values before the last break are not comparable with those after it.
    let start = line.at.partition_point(|at| *at < model.comparable_from());
    let points = |skip: usize| -> Vec<(Reference, f64)> {
        let points = line.at.iter().map(|&i| model.stated(i)).zip(line.values.iter().copied()).skip(skip);
        points.filter_map(|(at, value)| Some((at, value.ok()?))).collect()
    };
    let present = Some(points(start)).filter(|present| !present.is_empty()).unwrap_or_else(|| points(0));
    let text = |x| value(spec, indicator, Ok(x));
    let (&(first, a), &(last, b)) = (present.first()?, present.last()?);
    let at = |reference| reference_label(lang, reference);
    Some(if model.is_parted(line, [first, last]) {
        texts::read_published_parted(lang, &name, text(a), at(first), text(b), at(last))
    } else if first != last && spec.mode == SeriesMode::Ats100 {
        let decimals = index_decimals(line, [a, b]);
        let [from, to] = [a, b].map(|x| i18n::number(lang, x, decimals));
        texts::alt_index_from_to(lang, &name, from, at(first), to, at(last))
    } else if first != last && indicator.kind.has_steps() {
        // Steps have an order, and no differences.
        texts::alt_index_from_to(lang, &name, text(a), at(first), text(b), at(last))
    } else if first == last || spec.mode != SeriesMode::Absolute {
        texts::alt_at(lang, &name, text(b), at(last))
    } else if let Some(Err(_)) = moved(model, line, indicator) {
        texts::alt_uncertain(lang, &name, span(lang, &[first, last]))
    } else {
        let Move { decimals, is_about } = match line.published {
            Some(_) => precision::of_move(indicator.decimals, [a, b], indicator.kind == Kind::Count),
            None => {
                let decimals = told_decimals(model, indicator);
                Move { decimals, is_about: !precision::agrees(decimals, [a, b]) }
            }
        };
        let finer = Caption { decimals, ..indicator };
        let text = |x| value(spec, finer, Ok(x));
        let mut moved = change_text(lang, finer, difference(Ok(b), Ok(a)));
        if is_about {
            moved = texts::about(lang, &moved);
        }
        texts::alt_from_to(lang, &name, text(a), at(first), text(b), at(last), &moved)
    })
}

/// The lines of the context at the last date, of which the alternative text names the ends.
pub fn compared<'a>(spec: &SeriesSpec, model: &SeriesModel, atlas: &'a Atlas) -> Vec<Compared<'a>> {
    let Ok(caption) = atlas.caption(&spec.indicator) else { return Vec::new() };
    let Some(last) = model.own.last() else { return Vec::new() };
    let lines: Vec<&Line> = model.of(LineRole::Context).collect();
    let Some(level) = lines.first().and_then(|line| line.level) else { return Vec::new() };
    let at_last = lines.iter().filter_map(|line| {
        let i = line.at.binary_search(last).ok()?;
        // Between what a difference or an index lies is not told.
        let bounds = line.bounds.get(i).copied().flatten().filter(|_| spec.mode == SeriesMode::Absolute);
        Some((&*line.name, line.values[i], bounds))
    });
    let are_changes = spec.mode == SeriesMode::Change;
    vec![Compared { are_changes, ..Compared::of_values(spec.lang, caption, level, at_last) }]
}

/// The dates between which the lines followed change, if the values there are of unlike status.
pub fn unlike(spec: &SeriesSpec, model: &SeriesModel) -> Vec<Moves> {
    // Beside itself alone the ATS is 100 at each date, whatever its values are.
    let followed = || model.of(LineRole::Selected).chain(model.of(LineRole::Benchmark));
    if spec.mode == SeriesMode::Ats100 && followed().all(|line| line.level == Some(Level::Ats)) {
        return Vec::new();
    }
    let of = |line: &Line| {
        let [first, last] = line.ends(model.comparable_from())?;
        let ends = [first, last].map(|i| line.at[i]);
        let status = ends.map(|position| line.quality_at(position));
        let is_own = line.published.is_none() && first < last;
        is_own.then(|| Moves::unlike(&spec.indicator, ends.map(|at| model.references[at]), [status]))?
    };
    let mut found: Vec<Moves> = followed().filter_map(of).collect();
    found.dedup();
    found
}

/// The alternative text: what is followed, from which value to which, and where the series breaks.
pub fn alternative(
    spec: &SeriesSpec,
    model: &SeriesModel,
    indicator: Caption<'_>,
    remarks: &[Remark],
    atlas: &Atlas,
) -> String {
    let lang = spec.lang;
    let (title, span) = (title(spec, indicator), subtitle(spec, model, indicator));
    let mut sentences = vec![texts::alt_series(lang, title, span, axis(spec, model, indicator))];
    sentences.extend(standard(spec, indicator));
    sentences.extend(below_standard(spec, model));
    sentences.extend(band(spec, model, indicator));
    let courses = |role| model.of(role).filter_map(|line| course(spec, model, indicator, line));
    sentences.extend(courses(LineRole::Selected).take(MOST_NAMED));
    let more = courses(LineRole::Selected).count().saturating_sub(MOST_NAMED);
    if more > 0 {
        let headings = model.of(LineRole::Selected).any(|line| is_heading(atlas, &line.code));
        sentences.push(if headings {
            texts::alt_more_entries(lang, more)
        } else {
            texts::alt_more(lang, more)
        });
    }
    sentences.extend(courses(LineRole::Benchmark));
    let context: Vec<&Line> = model.of(LineRole::Context).collect();
    let last = model.own_references().pop();
    let at_last = |line: &&Line| line.points(&model.references).rfind(|(at, _)| Some(*at) == last)?.1.ok();
    let told = |line: &Line| told(line).text(lang);
    let mut at_last: Vec<(f64, String)> =
        context.iter().filter_map(|line| Some((at_last(line)?, told(line)))).collect();
    at_last.sort_by(|a, b| a.0.total_cmp(&b.0));
    if let (Some((low, lowest)), Some((high, highest)), Some(last)) = (at_last.first(), at_last.last(), last)
    {
        let text = |x: &f64| value(spec, indicator, Ok(*x));
        let of = |name: &str, x: f64| {
            owner(lang, drawn_decimals(spec, indicator), name, x, at_last.iter().map(|(value, _)| *value))
        };
        let is_headed = context.iter().any(|line| is_heading(atlas, &line.code));
        let told = if is_headed { texts::alt_context_entries } else { texts::alt_context };
        sentences.push(told(
            lang,
            context.len(),
            reference_phrase(lang, indicator.stated(last)),
            text(low),
            of(lowest, *low),
            text(high),
            of(highest, *high),
        ));
    }
    sentences.extend(remarks.iter().filter(|remark| is_in_alt_text(remark)).map(|remark| remark.text(lang)));
    sentences.extend(not_final(lang, model));
    sentences.join(" ")
}
