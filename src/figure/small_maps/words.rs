//! The texts of small maps: title, footer, alternative text, reading.

use crate::base::Date;
use crate::data::{Atlas, Caption, Quality, Table};
use crate::document::{SmallMapsOf, SmallMapsSpec};
use crate::figure::map::kinds::mapped_text;
use crate::figure::map::legend::scheme_note;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::quality;
use crate::figure::reading::voice::capital;
use crate::figure::remark::Remark;
use crate::figure::view::Prepared;
use crate::figure::wording::{
    level_phrase_of, level_phrase_of_all, notes, reference_label, reference_name, reference_phrase,
    span_text, withheld_notes,
};
use crate::i18n::italian::noun_of;
use crate::i18n::{self, Lang, texts};

use super::SmallMapsView;
use super::model::{SmallMap, SmallMapsModel};

/// The most maps of which the alternative text and the reading tell the ends.
const MOST_TOLD: usize = 6;
/// The most dates that are listed one by one.
const MOST_DATES: usize = 8;

/// The name of the indicator of a map, and its date with a mark where its values are not final.
pub fn head(lang: Lang, atlas: &Atlas, map: &SmallMap, shares: bool) -> [String; 2] {
    let Ok(caption) = atlas.caption(&map.of.indicator) else {
        return [map.of.indicator.clone(), String::new()];
    };
    let at = caption.stated(map.of.date);
    // What the dates are is in the subtitle, where all are of one indicator.
    let date = if shares { reference_label(lang, at) } else { reference_name(lang, at) };
    let date = match map.quality() {
        Some(quality) => quality::marked(lang, date, quality),
        None => format!("{date} *"),
    };
    [lang.pick(caption.short).to_owned(), date]
}

/// The date of a map as a phrase: "al 1/1/2023".
pub fn when(lang: Lang, atlas: &Atlas, map: &SmallMap) -> String {
    match atlas.caption(&map.of.indicator) {
        Ok(caption) => reference_phrase(lang, caption.stated(map.of.date)),
        Err(_) => map.of.date.to_string(),
    }
}

pub fn title(spec: &SmallMapsSpec, atlas: &Atlas) -> String {
    let lang = spec.lang;
    match &spec.of {
        SmallMapsOf::Dates { indicator, .. } => atlas
            .caption(indicator)
            .map_or_else(|_| indicator.clone(), |caption| lang.pick(caption.name).to_owned()),
        SmallMapsOf::Indicators(_) => lang.text(texts::SMALL_MAPS_TITLE).to_owned(),
    }
}

/// From the first date to the last, or the only one.
fn span(lang: Lang, caption: Caption<'_>, model: &SmallMapsModel) -> Option<String> {
    let (first, last) = (model.maps.first()?.of.date, model.maps.last()?.of.date);
    Some(match first == last {
        true => reference_phrase(lang, caption.stated(first)),
        false => span_text(lang, caption.stated(first), caption.stated(last)),
    })
}

pub fn subtitle(spec: &SmallMapsSpec, model: &SmallMapsModel, atlas: &Atlas) -> String {
    let lang = spec.lang;
    match &spec.of {
        SmallMapsOf::Dates { indicator, .. } => {
            let Ok(caption) = atlas.caption(indicator) else { return String::new() };
            let level = level_phrase_of(lang, caption, spec.level, spec.method);
            match span(lang, caption, model) {
                Some(when) => texts::small_maps_subtitle(lang, level, when),
                None => level,
            }
        }
        SmallMapsOf::Indicators(_) => {
            let captions = model.maps.iter().filter_map(|map| atlas.caption(&map.of.indicator).ok());
            let captions: Vec<Caption<'_>> = captions.collect();
            let level = level_phrase_of_all(lang, &captions, spec.level, spec.method);
            texts::small_maps_subtitle(lang, level, lang.text(texts::SMALL_MAPS_OWN_DATES))
        }
    }
}

/// "2012–2020, 2022".
fn years(spans: &[(i16, i16)]) -> String {
    let span = |(from, to): &(i16, i16)| match from == to {
        true => from.to_string(),
        false => format!("{from}–{to}"),
    };
    spans.iter().map(span).collect::<Vec<_>>().join(", ")
}

/// Dates one by one, or how many.
fn dates(lang: Lang, caption: Caption<'_>, dates: &[Date]) -> String {
    match dates.len() {
        many if many > MOST_DATES => i18n::number(lang, many as f64, 0),
        _ => {
            let name = |date: &Date| reference_label(lang, caption.stated(*date));
            dates.iter().map(name).collect::<Vec<_>>().join(", ")
        }
    }
}

/// The notes on the drawing itself.
pub fn own_notes(spec: &SmallMapsSpec, model: &SmallMapsModel, atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    if !model.share_classes {
        return vec![lang.text(texts::SMALL_MAPS_OWN_CLASSES).to_owned()];
    }
    let mut notes = Vec::new();
    let classed = model.maps.iter().find(|map| map.map.classes.is_some());
    if model.has_circles() {
        notes.push(lang.text(texts::SMALL_MAPS_SAME_CIRCLES).to_owned());
    } else {
        notes.extend(classed.and_then(|map| scheme_note(&map.spec, &map.map, atlas)));
        notes.push(lang.text(texts::SMALL_MAPS_SAME_CLASSES).to_owned());
    }
    if !model.gaps.is_empty() {
        notes.push(texts::small_maps_gaps(lang, years(&model.gaps)));
    }
    let caption = model.maps.first().and_then(|map| atlas.caption(&map.of.indicator).ok());
    if let Some(caption) = caption.filter(|_| !model.left_out.is_empty()) {
        notes.push(texts::small_maps_left_out(lang, dates(lang, caption, &model.left_out)));
    }
    notes
}

/// Sources and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, SmallMapsView>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    let captions = || model.maps.iter().filter_map(|map| atlas.caption(&map.of.indicator).ok());
    let source = match (model.share_classes, captions().next()) {
        (true, Some(caption)) => {
            footer::source(lang, caption, &span(lang, caption, model).unwrap_or_default())
        }
        _ => footer::in_short(lang, captions()),
    };
    let mut lines = vec![own_notes(spec, model, atlas).join(" ")];
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    let mut more = Vec::new();
    for map in &model.maps {
        let Ok(caption) = atlas.caption(&map.of.indicator) else { continue };
        let own = notes(lang, caption, Some(spec.level), spec.method);
        let own = own.into_iter().chain(withheld_notes(lang, caption, &map.map.table.rows));
        // Of several indicators it is said which one a note is of.
        more.extend(own.map(|note| match model.share_classes {
            true => note,
            false => texts::small_maps_of(lang, lang.pick(caption.short), i18n::within_sentence(&note)),
        }));
    }
    // The marks beside dates, and in words where only some values of a map are not final.
    let marks: Vec<Quality> = model.maps.iter().filter_map(SmallMap::quality).collect();
    more.extend(quality::key(lang, &marks));
    let mixed = model.maps.iter().filter(|map| map.quality().is_none()).map(|map| &map.map.table);
    more.extend(quality::of_tables(lang, atlas, &mixed.collect::<Vec<&Table>>()));
    let dates: Vec<Date> = model.maps.iter().map(|map| map.of.date).collect();
    more.extend(footer::remarks(lang, atlas, &model.datasets, &dates));
    for line in more {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let credits = vec![Credit::Boundaries(sources.basemap.credit.clone())];
    Footer { sources: vec![source], remarks: lines, credits }
}

/// The maps of which the ends are told: the first and the last by date, or the first of several indicators.
pub fn told(model: &SmallMapsModel) -> Vec<&SmallMap> {
    let known: Vec<&SmallMap> = model.maps.iter().filter(|map| map.present() > 0).collect();
    match (model.share_classes, known.as_slice()) {
        (true, [first, .., last]) => vec![first, last],
        _ => known.into_iter().take(MOST_TOLD).collect(),
    }
}

/// What a map is of, and its lowest and highest value with their territories.
fn of_map(spec: &SmallMapsSpec, model: &SmallMapsModel, map: &SmallMap, atlas: &Atlas) -> String {
    let lang = spec.lang;
    let when = when(lang, atlas, map);
    let what = match (model.share_classes, atlas.caption(&map.of.indicator)) {
        (false, Ok(caption)) => format!("{}, {when}", lang.pick(caption.name)),
        _ => capital(&when),
    };
    let told = map.map.shown.alt_text(&map.spec, &map.map, atlas).join(" ");
    texts::small_maps_of(lang, what, i18n::within_sentence(&told))
}

pub fn alternative(prepared: &Prepared<'_, SmallMapsView>) -> String {
    let Prepared { spec, model, sources, .. } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    let count = i18n::number(lang, model.maps.len() as f64, 0);
    let title = title(spec, atlas);
    let mut all = vec![texts::alt_small_maps(lang, title, subtitle(spec, model, atlas), count)];
    all.extend(told(model).into_iter().map(|map| of_map(spec, model, map, atlas)));
    all.extend(empty(spec, model, atlas));
    all.join(" ")
}

/// The dates, or the indicators, without any value.
fn empty(spec: &SmallMapsSpec, model: &SmallMapsModel, atlas: &Atlas) -> Option<String> {
    let name = |map: &SmallMap| {
        let [name, _] = head(spec.lang, atlas, map, model.share_classes);
        let when = when(spec.lang, atlas, map);
        if model.share_classes { when } else { format!("{name}, {when}") }
    };
    let names: Vec<String> = model.empty().map(name).collect();
    (!names.is_empty()).then(|| texts::small_maps_reading_empty(spec.lang, names.join("; ")))
}

pub fn reading(prepared: &Prepared<'_, SmallMapsView>) -> Vec<String> {
    let Prepared { spec, model, sources, .. } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    let number = |count: usize| i18n::number(lang, count as f64, 0);
    let count = number(model.maps.len());
    let Some(first) = model.maps.first() else {
        return vec![lang.text(texts::SMALL_MAPS_NOTHING).to_owned()];
    };
    let Ok(caption) = atlas.caption(&first.of.indicator) else { return Vec::new() };
    let mut all = Vec::new();
    if !model.share_classes {
        all.push(texts::small_maps_reading_indicators(lang, count));
        all.extend(told(model).into_iter().map(|map| of_map(spec, model, map, atlas)));
        all.extend(empty(spec, model, atlas));
        return all;
    }
    let (name, span) = (lang.pick(caption.name), span(lang, caption, model).unwrap_or_default());
    all.push(match model.has_circles() {
        true => texts::small_maps_reading_circles(lang, name, count, span),
        false => texts::small_maps_reading_dates(lang, name, count, span),
    });
    all.extend(told(model).into_iter().map(|map| of_map(spec, model, map, atlas)));
    let when = |date: Date| reference_phrase(lang, caption.stated(date));
    if let Some([(from, before), (to, now)]) = model.ats {
        let written = |value: f64| mapped_text(&first.spec, caption, Ok(value));
        let (before, now) = (written(before), written(now));
        all.push(texts::small_maps_reading_ats(lang, before, when(from), now, when(to)));
    }
    let broken = model.maps.iter().flat_map(|map| map.breaks.iter().map(|what| (map.at, what)));
    let broken = broken.map(|(at, what)| Remark::SeriesBreakAt { at, what: what.clone() });
    let mut breaks: Vec<String> = broken.map(|remark| remark.text(lang)).collect();
    if !breaks.is_empty() {
        all.push(lang.text(texts::SMALL_MAPS_BROKEN).to_owned());
        all.append(&mut breaks);
    }
    if let (Some(moves), [from, to]) = (model.moves, told(model).as_slice()) {
        let units = match lang {
            Lang::It => noun_of(spec.level, false),
            Lang::En => lang.level(spec.level),
        };
        let [up, down, same] = [moves.up, moves.down, moves.same].map(number);
        let [from, to] = [from, to].map(|map| when(map.of.date));
        all.push(texts::small_maps_reading_moves(lang, units, from, to, up, down, same));
        if moves.unknown > 0 {
            all.push(texts::small_maps_reading_unknown(lang, number(moves.unknown)));
        }
    }
    if !model.gaps.is_empty() {
        all.push(texts::small_maps_gaps(lang, years(&model.gaps)));
    }
    all.extend(empty(spec, model, atlas));
    all
}
