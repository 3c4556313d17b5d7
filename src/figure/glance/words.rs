//! The texts of a place at a glance: sentences, titles, footer, alternative text.

use crate::base::Level;
use crate::data::{Atlas, Caption, Quality, Value};
use crate::document::GlancePart;
use crate::figure::map::kinds::change::{Direction, Moved};
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::quality;
use crate::figure::reading::plain;
use crate::figure::reading::voice::capital;
use crate::figure::view::Prepared;
use crate::figure::wording::{on_its_own, reference_name, reference_phrase};
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{self, Lang, Thing, texts};

use super::GlanceView;
use super::model::{Count, GlanceModel, Members, RateChange, Weights};
use super::used::used;

/// With fewer residents it is said how much one of them moves a percentage.
const SMALL: f64 = 500.0;

/// A place as a subject: "L'Ambito di Corsico", "Corsico", "The Ambito of Corsico".
pub(super) fn subject(lang: Lang, level: Level, name: &str) -> String {
    plain::subject(lang, level, name)
}

/// "dell'Ambito di Corsico", "of the Ambito of Corsico".
pub(super) fn of_it(lang: Lang, level: Level, name: &str) -> String {
    match (lang, level) {
        (Lang::It, _) => italian::place(Some(Preposition::Di), level, name),
        (Lang::En, Level::Comuni) => format!("of {name}"),
        (Lang::En, _) => format!("of the {}", short(lang, level, name)),
    }
}

fn from_it(lang: Lang, level: Level, name: &str) -> String {
    match (lang, level) {
        (Lang::It, _) => italian::place(Some(Preposition::Da), level, name),
        (Lang::En, Level::Comuni) => format!("from {name}"),
        (Lang::En, _) => format!("from the {}", short(lang, level, name)),
    }
}

/// "Ambito di Corsico", "ATS", "Corsico".
pub(super) fn short(lang: Lang, level: Level, name: &str) -> String {
    match level {
        Level::Ats => lang.level(Level::Ats).to_owned(),
        _ => lang.territory(level, name),
    }
}

/// A share in per cent, with more decimals where it would look like nothing.
pub(super) fn percent(lang: Lang, share: f64) -> String {
    let decimals = if share > 0.0 && share < 0.1 { 2 } else { 1 };
    i18n::number(lang, share, decimals)
}

fn whole_number(lang: Lang, value: f64) -> String {
    i18n::number(lang, value, 0)
}

/// A change with its sign.
pub(super) fn signed(lang: Lang, moved: Option<&Moved>) -> String {
    moved.map_or_else(
        || lang.text(texts::MARK_MISSING).to_owned(),
        |moved| i18n::signed_number(lang, moved.by(), 0),
    )
}

/// What a member contributes to a rate, with its sign.
pub(super) fn contribution(lang: Lang, by: Option<f64>, decimals: usize) -> String {
    by.map_or_else(|| lang.text(texts::MARK_MISSING).to_owned(), |by| i18n::signed_number(lang, by, decimals))
}

/// The head of the contributions: "Contributo, Vecchiaia 2022–2023".
pub(super) fn contribution_head(lang: Lang, change: &RateChange, rate: Caption<'_>) -> String {
    let [from, to] = [change.from, change.at.date].map(crate::base::Date::year);
    texts::glance_head_contribution(lang, lang.pick(rate.short), from, to)
}

/// What a Comune contributes to the change of a rate of its Ambito.
fn part_of_rate(lang: Lang, model: &GlanceModel, atlas: &Atlas) -> Option<String> {
    let change = model.rate_change.as_ref().filter(|_| model.level == Level::Comuni)?;
    let (level, name) = model.whole.as_ref()?;
    let caption = atlas.caption(&change.at.indicator).ok()?;
    let moved = Moved { before: change.ends[0], now: change.ends[1] };
    let written = moved.caption(caption);
    let value = |x| i18n::number(lang, x, written.decimals);
    let [from, to] = [change.from, change.at.date].map(|date| reference_name(lang, caption.stated(date)));
    let own = contribution(lang, change.by(&model.code), change.decimals);
    let all = i18n::signed_number(lang, change.change(), change.decimals);
    let of_whole = of_it(lang, *level, name);
    let of_own = of_it(lang, model.level, &model.name);
    let name = lang.pick(caption.name);
    let (before, now) = (value(moved.before), value(moved.now));
    Some(texts::glance_rate_part(lang, name, of_whole, before, from, now, to, of_own, own, all))
}

/// A count, or the mark of its absence.
pub(super) fn number(lang: Lang, caption: Caption<'_>, value: Value) -> String {
    match value {
        Ok(value) => i18n::number(lang, value, caption.decimals),
        Err(reason) => lang.text(mark(reason)).to_owned(),
    }
}

fn mark(reason: crate::data::Absence) -> crate::i18n::Text {
    use crate::data::Absence;
    match reason {
        Absence::Missing => texts::MARK_MISSING,
        Absence::Suppressed => texts::MARK_SUPPRESSED,
        Absence::NotApplicable => texts::MARK_NOT_APPLICABLE,
    }
}

/// How many residents, as in a sentence: "117.654 residenti".
fn residents(lang: Lang, value: f64) -> String {
    match value == 1.0 {
        true => lang.count(1, Thing::Resident),
        false => {
            let many = lang.count(2, Thing::Resident);
            let noun = many.split_once(' ').map_or(many.as_str(), |(_, noun)| noun);
            format!("{} {noun}", whole_number(lang, value))
        }
    }
}

/// What is said of a place.
pub fn sentences(lang: Lang, model: &GlanceModel, atlas: &Atlas) -> Vec<String> {
    let mut told = Vec::new();
    let place = subject(lang, model.level, &model.name);
    if let Some(only) = &model.only {
        told.push(texts::glance_only_comune(lang, &place, only));
    }
    if model.is_whole_ambito {
        told.push(texts::glance_whole_ambito(lang, &place));
    }
    if let Some(count) = &model.residents {
        told.push(how_many(lang, model, count, &place));
        told.extend(change(lang, count));
        told.extend(part_of_change(lang, model, count));
        if let Ok(value) = count.own
            && value > 0.0
            && value < SMALL
        {
            let points = i18n::number(lang, 100.0 / value, 1);
            told.push(texts::glance_small(lang, residents(lang, value), points));
        }
    }
    told.extend(part_of_rate(lang, model, atlas));
    told.extend(plain::sentences(atlas, &model.code, lang).into_iter().map(|told| told.text));
    told
}

fn how_many(lang: Lang, model: &GlanceModel, count: &Count, place: &str) -> String {
    let at = reference_phrase(lang, count.date.into());
    let when = quality::in_aside(lang, at.clone(), count.quality);
    let value = match count.own {
        Ok(value) => value,
        Err(reason) => return texts::glance_no_count(lang, place, lang.absence(reason), at),
    };
    let written = residents(lang, value);
    match (&model.whole, count.share) {
        (Some((level, name)), Some(share)) => {
            let share = format!("{}%", percent(lang, share));
            let share = match lang {
                Lang::It => italian::percentage(&share),
                Lang::En => share,
            };
            texts::glance_has(lang, place, written, when, share, of_it(lang, *level, name))
        }
        _ => texts::glance_has_alone(lang, place, written, when),
    }
}

/// "Dal 1/1/2018", "Since 1/1/2018".
fn since(lang: Lang, date: crate::base::Date) -> String {
    capital(&texts::glance_since(lang, from_day(lang, date)))
}

fn change(lang: Lang, count: &Count) -> Option<String> {
    let (moved, from) = (count.moved?, count.from?);
    let since = since(lang, from);
    let by = whole_number(lang, moved.by().abs());
    let rate = match moved.before > 0.0 {
        true => format!("{}%", i18n::signed_number(lang, 100.0 * moved.by() / moved.before, 1)),
        false => lang.text(texts::MARK_NOT_APPLICABLE).to_owned(),
    };
    Some(match moved.direction() {
        Direction::Up => texts::glance_rose(lang, since, by, rate),
        Direction::Down => texts::glance_fell(lang, since, by, rate),
        Direction::Same => texts::glance_stayed(lang, since),
    })
}

/// What a Comune adds to the change of its Ambito.
fn part_of_change(lang: Lang, model: &GlanceModel, count: &Count) -> Option<String> {
    let (level, name) =
        model.whole.as_ref().filter(|_| model.level == Level::Comuni && !model.is_whole_ambito)?;
    let (own, whole) = (count.moved?.by(), count.whole_moved?.by());
    let inside = lang.within(*level, name);
    let is_part = own * whole > 0.0 && own.abs() <= whole.abs();
    if is_part {
        let by = whole_number(lang, whole.abs());
        let share = format!("{}%", percent(lang, 100.0 * own / whole));
        let share = if lang == Lang::It { italian::percentage(&share) } else { share };
        let from = from_it(lang, model.level, &model.name);
        return Some(match whole > 0.0 {
            true => texts::glance_part_of_change(lang, by, inside, share, from),
            false => texts::glance_part_of_fall(lang, by, inside, share, from),
        });
    }
    let worded = |by: f64| match Direction::of(by) {
        Direction::Up => texts::glance_up(lang, whole_number(lang, by)),
        Direction::Down => texts::glance_down(lang, whole_number(lang, -by)),
        Direction::Same => lang.text(texts::GLANCE_SAME).to_owned(),
    };
    Some(texts::glance_others(lang, worded(whole), inside, worded(whole - own)))
}

/// The title for the part that is shown.
pub fn title(lang: Lang, model: &GlanceModel, part: GlancePart) -> String {
    let place = on_its_own(lang, model.level, &model.name);
    match (part, &model.weights, &model.whole) {
        (GlancePart::Weights, Weights::Members(_), _) => texts::glance_members_title(lang, place),
        (GlancePart::Weights, Weights::Counts(_), Some((level, name))) => {
            texts::glance_weight_title(lang, place, short(lang, *level, name))
        }
        _ => texts::glance_title(lang, place),
    }
}

fn members_subtitle(lang: Lang, members: &Members) -> String {
    let when = dated(lang, members.count.date, members.quality);
    match members.from {
        Some(from) => texts::glance_members_subtitle(lang, when, from_day(lang, from)),
        None => texts::glance_members_alone(lang, when),
    }
}

/// "dal 1/1/2018", "1/1/2018".
fn from_day(lang: Lang, date: crate::base::Date) -> String {
    i18n::joined_date(lang, Preposition::Da, date)
}

fn dated(lang: Lang, date: crate::base::Date, quality: Quality) -> String {
    quality::in_words(lang, reference_phrase(lang, date.into()), quality)
}

/// The subtitle for the part that is shown.
pub fn subtitle(lang: Lang, model: &GlanceModel, part: GlancePart) -> String {
    match (part, &model.weights) {
        (GlancePart::Sentences, _) => String::new(),
        (_, Weights::Members(members)) => members_subtitle(lang, members),
        (_, Weights::Counts(_)) => match &model.whole {
            Some((level, name)) => texts::glance_weight_subtitle(lang, of_it(lang, *level, name)),
            None => String::new(),
        },
    }
}

/// Sources and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, GlanceView>) -> Footer {
    let Prepared { spec, model, remarks, sources, .. } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    let used = used(spec, atlas);
    let mut ids: Vec<&str> = used.iter().map(|(id, _)| id.as_str()).collect();
    ids.dedup();
    let source = footer::in_short(lang, ids.iter().filter_map(|id| atlas.caption(id).ok()));
    let mut lines: Vec<String> = Vec::new();
    if matches!(model.weights, Weights::Members(_)) && spec.part != GlancePart::Sentences {
        lines.push(lang.text(texts::GLANCE_ADDS_UP).to_owned());
        lines.extend(model.rate_change.as_ref().map(|_| lang.text(texts::GLANCE_CONTRIBUTIONS).to_owned()));
    }
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    let mut dates: Vec<_> = used.iter().filter_map(|(_, at)| at.date()).collect();
    dates.sort();
    dates.dedup();
    lines.extend(footer::remarks(lang, atlas, &model.datasets, &dates));
    Footer { sources: vec![source], remarks: lines, credits: vec![Credit::Program] }
}

/// A row of the members in a sentence.
pub(super) fn member(lang: Lang, members: &Members, at: usize) -> String {
    let row = &members.rows[at];
    let name = lang.territory(members.level, &row.name);
    let count =
        row.count.map_or_else(|reason| lang.absence(reason).to_owned(), |value| whole_number(lang, value));
    let share =
        row.share.map_or_else(|| lang.text(texts::MARK_MISSING).to_owned(), |share| percent(lang, share));
    texts::glance_row(lang, name, count, share, signed(lang, row.moved.as_ref()))
}

/// A count in a sentence, with its date.
pub(super) fn measured(lang: Lang, atlas: &Atlas, count: &Count) -> String {
    let caption = atlas.caption(&count.indicator);
    let name = caption.as_ref().map_or(count.indicator.as_str(), |caption| lang.pick(caption.name));
    format!("{name} ({})", reference_name(lang, count.date.into()))
}

/// The most members that the alternative text tells one by one.
const MOST_TOLD: usize = 8;

pub fn alternative(prepared: &Prepared<'_, GlanceView>) -> String {
    let Prepared { spec, model, sources, .. } = *prepared;
    let lang = spec.lang;
    let mut told = vec![texts::alt_glance(lang, title(lang, model, spec.part))];
    if spec.part != GlancePart::Weights {
        told.extend(sentences(lang, model, sources.atlas));
    }
    if spec.part != GlancePart::Sentences {
        match &model.weights {
            Weights::Members(members) => {
                let most = members.rows.len().min(MOST_TOLD);
                told.extend((0..most).map(|at| format!("{}.", member(lang, members, at))));
            }
            Weights::Counts(counts) => {
                told.extend(counts.iter().map(|count| weighs(lang, model, sources.atlas, count)))
            }
        }
    }
    told.join(" ")
}

/// "Residenti (1/1/2026): 34.811, 28,9% dell'Ambito di Corsico."
fn weighs(lang: Lang, model: &GlanceModel, atlas: &Atlas, count: &Count) -> String {
    let what = measured(lang, atlas, count);
    let own =
        count.own.map_or_else(|reason| lang.absence(reason).to_owned(), |value| whole_number(lang, value));
    match (&model.whole, count.share) {
        (Some((level, name)), Some(share)) => {
            format!("{what}: {own}, {}% {}.", percent(lang, share), of_it(lang, *level, name))
        }
        _ => format!("{what}: {own}."),
    }
}

pub fn reading(prepared: &Prepared<'_, GlanceView>) -> Vec<String> {
    let Prepared { spec, model, sources, .. } = *prepared;
    let mut told = match spec.part {
        GlancePart::Weights => Vec::new(),
        _ => sentences(spec.lang, model, sources.atlas),
    };
    if spec.part != GlancePart::Sentences
        && let Weights::Counts(counts) = &model.weights
    {
        told.extend(counts.iter().skip(1).map(|count| weighs(spec.lang, model, sources.atlas, count)));
    }
    if spec.part == GlancePart::Weights
        && let Weights::Members(members) = &model.weights
    {
        told.extend((0..members.rows.len().min(3)).map(|at| format!("{}.", member(spec.lang, members, at))));
    }
    told
}
