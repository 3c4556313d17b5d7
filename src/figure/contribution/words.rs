//! The texts of contributions to a change: title, footer, alternative text, reading.

use crate::analysis::Contribution;
use crate::base::Level;
use crate::data::{Atlas, Caption, Indicator, Method, Value};
use crate::document::ContributionSpec;
use crate::figure::map::kinds::change::Direction;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::quality::in_words;
use crate::figure::sums::sum_in_words;
use crate::figure::view::Prepared;
use crate::figure::wording::{
    change_text, current_euros, notes, owner, reference_name, reference_phrase, span_text, told_name,
    value_text, weighted_note,
};
use crate::i18n::italian::{self, counted};
use crate::i18n::{self, Lang, texts};

use super::ContributionView;
use super::model::ContributionModel;

/// The most members that the alternative text tells one by one.
const MOST_TOLD: usize = 8;

/// The territory: "Ambito di Corsico", "ATS".
pub fn whole(lang: Lang, model: &ContributionModel) -> String {
    told_name(lang, Some(model.level), &model.name)
}

/// The same with the members that are left out, where its value is that of the others.
pub fn whole_known(spec: &ContributionSpec, model: &ContributionModel) -> String {
    let (lang, name) = (spec.lang, whole(spec.lang, model));
    match model.divided.as_ref().map(|divided| (divided.parts.len(), divided.level)) {
        Some((known, level)) if known < model.members => {
            texts::contribution_whole_known(lang, name, counting(lang, known, level), model.members)
        }
        _ => name,
    }
}

fn counting(lang: Lang, count: usize, level: Level) -> String {
    counted(&i18n::number(lang, count as f64, 0), count == 1, level)
}

pub fn title(spec: &ContributionSpec, model: &ContributionModel, caption: Caption<'_>) -> String {
    let name = spec.lang.pick(caption.name);
    match model.shows_sides(spec) {
        true => texts::contribution_title_sides(spec.lang, name),
        false => texts::contribution_title(spec.lang, name),
    }
}

/// The territory, its members and the dates.
pub fn subtitle(spec: &ContributionSpec, model: &ContributionModel, caption: Caption<'_>) -> String {
    let lang = spec.lang;
    let span = span_text(lang, caption.stated(spec.from), caption.stated(spec.to));
    let members = model.divided.as_ref().filter(|_| !model.shows_sides(spec)).map(|divided| divided.level);
    match members {
        Some(level) => {
            let one = match lang {
                Lang::It => italian::noun_of(level, true),
                Lang::En => lang.one_of_level(level),
            };
            texts::contribution_subtitle(lang, whole_known(spec, model), one, span)
        }
        None => texts::contribution_subtitle_alone(lang, whole_known(spec, model), span),
    }
}

/// The date of a value, with a word if none of the values is final.
pub fn date(spec: &ContributionSpec, model: &ContributionModel, at: usize) -> String {
    let label = reference_name(spec.lang, model.period.of([spec.from, spec.to][at].into()));
    in_words(spec.lang, label, model.quality[at].unwrap_or_default())
}

/// The value of the territory at each date, and the change.
pub fn ends(lang: Lang, model: &ContributionModel, caption: Caption<'_>) -> Option<[String; 3]> {
    let moved = model.moved()?;
    let caption = moved.caption(caption);
    let value = |x| value_text(lang, caption, Ok(x));
    Some([value(moved.before), value(moved.now), moved.text(lang, caption)])
}

/// A contribution with its sign.
pub fn by(lang: Lang, model: &ContributionModel, caption: Caption<'_>, by: f64) -> String {
    change_text(lang, Caption { decimals: model.decimals, ..caption }, Ok(by))
}

/// A value of a member at a date, or why there is none.
pub fn own(lang: Lang, caption: Caption<'_>, value: Value) -> String {
    value_text(lang, caption, value)
}

/// The two sides of a rate, in words.
pub fn sides(lang: Lang, indicator: &Indicator, atlas: &Atlas) -> [String; 2] {
    [&indicator.numerator, &indicator.denominator].map(|terms| sum_in_words(lang, terms, None, atlas))
}

/// A member in words, for tooltips and screen readers.
pub fn part(lang: Lang, model: &ContributionModel, caption: Caption<'_>, part: &Contribution) -> String {
    let own = part.own.map(|value| own(lang, caption, value));
    let told =
        texts::contribution_part(lang, &part.name, by(lang, model, caption, part.by), &own[0], &own[1]);
    match part.effects {
        Some([numerator, denominator]) => texts::contribution_part_sides(
            lang,
            told,
            by(lang, model, caption, numerator),
            by(lang, model, caption, denominator),
        ),
        None => told,
    }
}

/// What must be known of the drawing itself.
pub fn own_notes(spec: &ContributionSpec, model: &ContributionModel, caption: Caption<'_>) -> Vec<String> {
    let lang = spec.lang;
    let mut notes = Vec::new();
    let Some(divided) = &model.divided else { return notes };
    if model.has_sides() {
        notes.push(lang.text(texts::CONTRIBUTION_METHOD).to_owned());
    } else if divided.parts.iter().any(|part| part.own.iter().any(Result::is_ok)) && caption.weight.is_some()
    {
        notes.push(lang.text(texts::CONTRIBUTION_METHOD_WEIGHTED).to_owned());
    }
    if let Some(sum) = model.written_sum.filter(|_| !model.shows_sides(spec)) {
        notes.push(texts::contribution_rounded(lang, by(lang, model, caption, sum)));
    }
    notes
}

/// Source and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, ContributionView>, caption: Caption<'_>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let when = |at: usize| {
        let phrase = reference_phrase(lang, caption.stated([spec.from, spec.to][at]));
        in_words(lang, phrase, model.quality[at].unwrap_or_default())
    };
    let mut lines = notes(lang, caption, Some(model.level), Method::Pooled);
    lines.extend(weighted_note(lang, caption, model.level, Method::Pooled));
    lines.extend(current_euros(lang, caption));
    lines.extend(own_notes(spec, model, caption));
    lines.extend(model.mixed.iter().cloned());
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    lines.extend(footer::remarks(lang, sources.atlas, &model.datasets, &[spec.from, spec.to]));
    let source = footer::source(lang, caption, &texts::both(lang, when(0), when(1)));
    Footer { sources: vec![source], remarks: lines, credits: vec![Credit::Program] }
}

pub fn alternative(prepared: &Prepared<'_, ContributionView>) -> String {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let Ok(indicator) = sources.atlas.indicator(&spec.indicator) else { return String::new() };
    let caption = Caption::from(indicator);
    let (title, subtitle) = (title(spec, model, caption), subtitle(spec, model, caption));
    let mut told = vec![texts::alt_contribution(lang, title, subtitle)];
    told.extend(change(spec, model, caption));
    match model.shows_sides(spec) {
        true => told.extend(of_sides(spec, model, indicator, sources.atlas)),
        false => {
            let all: Vec<String> =
                model.parts().map(|(one, _)| format!("{}.", part(lang, model, caption, one))).collect();
            let (first, last) = (MOST_TOLD / 2, MOST_TOLD - MOST_TOLD / 2);
            if all.len() > MOST_TOLD {
                // Those that contribute most, on either side.
                told.extend(all[..first].iter().cloned());
                told.push(texts::alt_more(lang, all.len() - MOST_TOLD));
                told.extend(all[all.len() - last..].iter().cloned());
            } else {
                told.extend(all);
            }
        }
    }
    told.extend(remarks.iter().map(|remark| remark.text(lang)));
    told.join(" ")
}

/// The values at both dates and the change between them.
fn change(spec: &ContributionSpec, model: &ContributionModel, caption: Caption<'_>) -> Option<String> {
    let lang = spec.lang;
    let [before, now, by] = ends(lang, model, caption)?;
    let when = [spec.from, spec.to].map(|date| reference_phrase(lang, caption.stated(date)));
    let whole = whole_known(spec, model);
    Some(texts::contribution_reading_change(
        lang,
        lang.pick(caption.name),
        whole,
        before,
        &when[0],
        now,
        &when[1],
        by,
    ))
}

/// What the numerator and the denominator did.
fn of_sides(
    spec: &ContributionSpec,
    model: &ContributionModel,
    indicator: &Indicator,
    atlas: &Atlas,
) -> Vec<String> {
    let lang = spec.lang;
    let Some(divided) = &model.divided else { return Vec::new() };
    let (Some(effects), Some(alone)) = (divided.effects, divided.alone) else { return Vec::new() };
    let caption = Caption::from(indicator);
    let [numerator, denominator] = sides(lang, indicator, atlas);
    let value = |x| value_text(lang, caption, Ok(x));
    let effects = effects.map(|effect| by(lang, model, caption, effect));
    vec![
        texts::contribution_reading_alone(lang, &numerator, value(alone[0]), &denominator, value(alone[1])),
        texts::contribution_reading_sides(lang, &effects[0], &effects[1]),
    ]
}

pub fn reading(prepared: &Prepared<'_, ContributionView>) -> Vec<String> {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let Ok(indicator) = sources.atlas.indicator(&spec.indicator) else { return Vec::new() };
    let caption = Caption::from(indicator);
    let mut told: Vec<String> = change(spec, model, caption).into_iter().collect();
    let Some(divided) = &model.divided else {
        return remarks.iter().map(|remark| remark.text(lang)).collect();
    };
    // Members are told where they are drawn.
    if divided.parts.len() > 1 && !model.shows_sides(spec) {
        let count = |direction| {
            divided.parts.iter().filter(|part| Direction::of(rounded_off(part.by)) == direction).count()
        };
        let [up, down, same] = Direction::ALL.map(count);
        let units = counting(lang, divided.parts.len(), divided.level);
        told.push(match same {
            0 => texts::contribution_reading_count(lang, units, up, down),
            _ => texts::contribution_reading_count_same(lang, units, up, down, same),
        });
        let values = || divided.parts.iter().map(|part| part.by);
        let who = |part: &Contribution| {
            let name = told_name(lang, Some(divided.level), &part.name);
            owner(lang, model.decimals, &name, part.by, values())
        };
        let (high, low) = (model.parts().next(), model.parts().last());
        if let (Some((high, _)), Some((low, _))) = (high, low) {
            let ends = [high, low].map(|part| by(lang, model, caption, part.by));
            told.push(texts::contribution_reading_ends(lang, who(high), &ends[0], who(low), &ends[1]));
        }
    }
    let marked = model.parts().filter(|(_, is_selected)| *is_selected && !model.shows_sides(spec));
    told.extend(marked.take(MOST_TOLD).map(|(one, _)| format!("{}.", part(lang, model, caption, one))));
    told.extend(of_sides(spec, model, indicator, sources.atlas));
    told.extend(remarks.iter().map(|remark| remark.text(lang)));
    told
}

/// A contribution without the noise of binary fractions, which is not told from none.
fn rounded_off(by: f64) -> f64 {
    if by.abs() < 1e-12 { 0.0 } else { by }
}
