//! The texts of a profile: title, footer, alternative text, reading.

use crate::base::Level;
use crate::data::{Caption, Method};
use crate::document::SpineSpec;
use crate::figure::map::kinds::change::Direction;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::quality;
use crate::figure::reading::voice::capital;
use crate::figure::view::Prepared;
use crate::figure::wording::{on_its_own, reference_name, value_text, weighted_note};
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{self, Lang, texts};

use super::SpineView;
use super::model::{Before, SpineModel, SpineRow, Verdict};

/// The most indicators that a sentence names.
const MOST_NAMED: usize = 5;
/// The most rows that the alternative text tells one by one.
const MOST_TOLD: usize = 8;

/// The territory: "Ambito di Corsico", "Comune di Corsico".
pub fn name(lang: Lang, model: &SpineModel) -> Option<String> {
    let (_, name, level) = model.own.as_ref()?;
    Some(on_its_own(lang, *level, name))
}

pub fn title(lang: Lang, model: &SpineModel) -> String {
    match name(lang, model) {
        Some(name) => texts::spine_title(lang, name),
        None => lang.text(texts::SPINE_TITLE_OF_ALL).to_owned(),
    }
}

/// The peers: "i 17 Ambiti", "i 6 Comuni dell'Ambito di Corsico".
pub fn peers(lang: Lang, model: &SpineModel) -> String {
    let count = i18n::number(lang, model.count as f64, 0);
    let all = match lang {
        Lang::It => italian::the_counted(&count, model.level),
        Lang::En => texts::spine_the_counted(lang, &count, italian::noun_of(model.level, model.count == 1)),
    };
    match &model.within {
        Some(ambito) => {
            let of = match lang {
                Lang::It => italian::place(Some(Preposition::Di), Level::Ambiti, ambito),
                Lang::En => format!("of the {}", lang.territory(Level::Ambiti, ambito)),
            };
            format!("{all} {of}")
        }
        None => all,
    }
}

pub fn subtitle(lang: Lang, model: &SpineModel) -> String {
    match model.has_ats() {
        true => texts::spine_subtitle(lang, peers(lang, model)),
        false => texts::spine_subtitle_median(lang, peers(lang, model)),
    }
}

/// The date of a row, with what its value is worth.
pub fn dated(lang: Lang, caption: Caption<'_>, row: &SpineRow) -> String {
    reference_name(lang, caption.stated(row.date)) + quality::mark(lang, row.quality).map_or("", |_| "*")
}

/// A value in short.
pub fn written(lang: Lang, caption: Caption<'_>, value: f64) -> String {
    value_text(lang, caption, Ok(value))
}

/// "7° su 17".
pub fn place(lang: Lang, row: &SpineRow) -> Option<String> {
    row.place.map(|place| match place.is_shared() {
        true => texts::spine_place_shared(lang, place.place, place.of),
        false => texts::spine_place(lang, place.place, place.of),
    })
}

/// "in aumento dal 2022".
fn moved(lang: Lang, caption: Caption<'_>, row: &SpineRow) -> Option<String> {
    match &row.before {
        Before::Moved(date, moved) => {
            let from = reference_name(lang, caption.stated(*date));
            let [before, now] = [moved.before, moved.now].map(|x| written(lang, moved.caption(caption), x));
            Some(match moved.direction() {
                Direction::Up => texts::spine_up(lang, from, before, now),
                Direction::Down => texts::spine_down(lang, from, before, now),
                Direction::Same => texts::spine_level(lang, from),
            })
        }
        Before::Broken(date) => Some(texts::spine_broken(lang, reference_name(lang, caption.stated(*date)))),
        Before::Nothing => None,
    }
}

/// A row in a sentence, for tooltips and screen readers.
pub fn sentence(lang: Lang, caption: Caption<'_>, row: &SpineRow) -> String {
    let name = lang.pick(caption.name);
    let mut parts = Vec::new();
    parts.extend(row.value.map(|value| value_text(lang, caption, value)));
    parts.extend(row.ats.map(|ats| texts::spine_ats(lang, written(lang, caption, ats))));
    if let Some(peers) = row.peers {
        let [low, median, high] = [peers.min, peers.median, peers.max].map(|x| written(lang, caption, x));
        parts.push(match row.is_constant() {
            true => texts::spine_all_equal(lang, low),
            false => texts::spine_spread(lang, low, median, high),
        });
    }
    parts.extend(place(lang, row));
    parts.extend(moved(lang, caption, row));
    if parts.is_empty() {
        parts.push(lang.text(texts::ABSENT_MISSING).to_owned());
    }
    format!("{name} ({}): {}", reference_name(lang, caption.stated(row.date)), parts.join("; "))
}

/// Sources and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, SpineView>, shown: &[&SpineRow]) -> Footer {
    let Prepared { model, remarks, sources, .. } = *prepared;
    let (lang, atlas) = (prepared.spec.lang, sources.atlas);
    let captions = || shown.iter().filter_map(|row| atlas.caption(&row.indicator).ok());
    let source = footer::in_short(lang, captions());
    let weighted = captions().filter_map(|caption| weighted_note(lang, caption, model.level, Method::Pooled));
    let few = model.count < super::model::LEAST_OF_QUARTERS;
    let mut notes = vec![texts::SPINE_NOTE, if few { texts::SPINE_FEW } else { texts::SPINE_QUARTILES }];
    if model.has_ats() && model.has_medians() {
        notes.push(texts::SPINE_MEDIANS);
    }
    if model.has_verdicts() {
        notes.push(texts::SPINE_COLOUR_NOTE);
    }
    if shown.iter().any(|row| !row.quality.is_final()) {
        notes.push(texts::SPINE_STAR);
    }
    if shown.iter().any(|row| !row.spark.is_empty()) {
        notes.push(texts::SPINE_COURSE_NOTE);
    }
    let notes: Vec<&str> = notes.into_iter().map(|note| lang.text(note)).collect();
    let mut lines = vec![notes.join(" ")];
    lines.extend(weighted);
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    let mut dates: Vec<_> = shown.iter().map(|row| row.date).collect();
    dates.sort();
    dates.dedup();
    lines.extend(footer::remarks(lang, atlas, &model.datasets, &dates));
    Footer { sources: vec![source], remarks: lines, credits: vec![Credit::Program] }
}

pub fn alternative(prepared: &Prepared<'_, SpineView>) -> String {
    let (model, lang, atlas) = (prepared.model, prepared.spec.lang, prepared.sources.atlas);
    let mut told = vec![texts::alt_spine(lang, title(lang, model), subtitle(lang, model))];
    let rows = model.rows.iter().take(MOST_TOLD);
    told.extend(rows.filter_map(|row| {
        let caption = atlas.caption(&row.indicator).ok()?;
        Some(format!("{}.", sentence(lang, caption, row)))
    }));
    if model.rows.len() > MOST_TOLD {
        told.push(texts::alt_spine_more(lang, model.rows.len() - MOST_TOLD));
    }
    told.join(" ")
}

pub fn reading(prepared: &Prepared<'_, SpineView>) -> Vec<String> {
    let (model, lang, atlas) = (prepared.model, prepared.spec.lang, prepared.sources.atlas);
    let named = |rows: &[&SpineRow]| {
        let names: Vec<String> = rows
            .iter()
            .filter_map(|row| {
                let caption = atlas.caption(&row.indicator).ok()?;
                let value = written(lang, caption, row.known().or(row.peers.map(|peers| peers.median))?);
                let name = i18n::within_sentence(lang.pick(caption.name));
                Some(texts::spine_named(lang, name, value, reference_name(lang, caption.stated(row.date))))
            })
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        i18n::some_named(&names, MOST_NAMED, |more| texts::spine_more(lang, more))
    };
    let Some((_, name, level)) = &model.own else {
        return vec![texts::spine_reading_of_all(lang, capital(&peers(lang, model)), model.rows.len())];
    };
    let place = match lang {
        Lang::It => italian::place(None, *level, name),
        Lang::En => match level {
            Level::Comuni | Level::Ambiti => {
                texts::spine_the(lang, self::name(lang, model).unwrap_or_default())
            }
            Level::Asst | Level::Ats => self::name(lang, model).unwrap_or_default(),
        },
    };
    let quarters = || model.rows.iter().filter(|row| !row.is_constant() && row.quartiles().is_some());
    let above: Vec<&SpineRow> =
        quarters().filter(|row| row.known() > row.quartiles().map(|[.., q3]| q3)).collect();
    let below: Vec<&SpineRow> = quarters()
        .filter(|row| row.known().is_some_and(|value| row.quartiles().is_some_and(|[q1, ..]| value < q1)))
        .collect();
    let mut told = Vec::new();
    let count = quarters().filter(|row| row.known().is_some()).count();
    if count > 0 {
        let peers = peers(lang, model);
        let middle = count - above.len() - below.len();
        // It begins its sentence in English.
        let place = if lang == Lang::En { capital(&place) } else { place };
        told.push(texts::spine_reading_counts(lang, place, peers, above.len(), below.len(), middle, count));
    }
    if !above.is_empty() {
        told.push(texts::spine_reading_above(lang, named(&above)));
    }
    if !below.is_empty() {
        told.push(texts::spine_reading_below(lang, named(&below)));
    }
    for (verdict, text) in [
        (Verdict::Better, texts::spine_reading_better as fn(Lang, String) -> String),
        (Verdict::Worse, texts::spine_reading_worse),
    ] {
        let rows: Vec<&SpineRow> = model.rows.iter().filter(|row| row.verdict == verdict).collect();
        if !rows.is_empty() {
            told.push(text(lang, named(&rows)));
        }
    }
    told
}

/// Said in place of rows.
pub fn nothing(spec: &SpineSpec) -> &'static str {
    spec.lang.text(texts::SPINE_NOTHING)
}
