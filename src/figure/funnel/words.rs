//! The texts of a funnel plot: subtitle, footer, alternative text, reading.

use crate::analysis::{Place, Point};
use crate::data::{Caption, Method};
use crate::document::FunnelSpec;
use crate::figure::page::footer::Footer;
use crate::figure::quality;
use crate::figure::reading::voice::capital;
use crate::figure::stated::Stated;
use crate::figure::view::Prepared;
use crate::figure::wording::{listed, value_text};
use crate::i18n::{self, texts};
use crate::stats::compare::{Basis, Side};

use super::FunnelView;
use super::model::FunnelModel;

/// The most territories that a sentence names.
const MOST_NAMED: usize = 8;

/// Whose values these are.
fn stated<'a>(spec: &FunnelSpec, model: &FunnelModel, caption: Caption<'a>) -> Stated<'a> {
    let (lang, level, date, quality) = (spec.lang, spec.level, spec.date, model.quality);
    Stated { lang, caption, level, method: Method::Pooled, date, quality }
}

/// Level, method, date and benchmark.
pub fn subtitle(spec: &FunnelSpec, model: &FunnelModel, caption: Caption<'_>) -> String {
    let lang = spec.lang;
    let stated = stated(spec, model, caption);
    texts::funnel_subtitle(lang, stated.units(), stated.when(), lang.benchmark(model.against))
}

/// The name of the indicator.
pub fn title(spec: &FunnelSpec, caption: Caption<'_>) -> String {
    spec.lang.pick(caption.name).to_owned()
}

/// What must be known of the drawing: how many lie outside, how they scatter, what the limits are.
pub fn own_notes(spec: &FunnelSpec, model: &FunnelModel) -> Vec<String> {
    let lang = spec.lang;
    let Some(funnel) = &model.funnel else { return Vec::new() };
    let meaning = match funnel.basis {
        Basis::Part => texts::STATS_MEANING_PART,
        Basis::Count => texts::STATS_MEANING_COUNT,
    };
    let mut notes = lang.funnel_sentences(funnel);
    if funnel.outside()[0] > 0 {
        notes.push(lang.text(texts::FUNNEL_MARKS).to_owned());
    }
    notes.push(lang.text(meaning).to_owned());
    notes
}

/// Source and date, and what must be known.
pub fn footer(prepared: &Prepared<'_, FunnelView>, caption: Caption<'_>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let own = own_notes(spec, model);
    stated(spec, model, caption).footer(own, remarks, &model.counted.table.datasets, sources.atlas)
}

/// Where a point lies, in words.
pub fn place(spec: &FunnelSpec, place: Place) -> &'static str {
    let text = match place {
        Place::Within => texts::FUNNEL_WITHIN,
        Place::Beyond95(Side::Below) => texts::FUNNEL_BELOW_95,
        Place::Beyond95(_) => texts::FUNNEL_ABOVE_95,
        Place::Beyond998(Side::Below) => texts::FUNNEL_BELOW_998,
        Place::Beyond998(_) => texts::FUNNEL_ABOVE_998,
    };
    spec.lang.text(text)
}

/// The territory of a point, in a sentence.
fn name(spec: &FunnelSpec, model: &FunnelModel, point: &Point) -> String {
    spec.lang.territory(spec.level, &model.row(point).name)
}

/// A point in words, for tooltips and screen readers.
pub fn point(spec: &FunnelSpec, model: &FunnelModel, caption: Caption<'_>, point: &Point) -> String {
    let lang = spec.lang;
    let value = value_text(lang, caption, Ok(model.value(point)));
    let size = i18n::number(lang, point.denominator, 0);
    texts::funnel_point(lang, name(spec, model, point), value, size, place(spec, point.place))
}

/// The territories beyond limits on a side, in one sentence.
fn beyond(spec: &FunnelSpec, model: &FunnelModel, side: Side, is_wide: bool) -> Option<String> {
    let found: Vec<&Point> = model
        .outside()
        .into_iter()
        .filter(|point| point.place.side() == side)
        .filter(|point| matches!(point.place, Place::Beyond998(_)) == is_wide)
        .collect();
    let first = *found.first()?;
    let mut names: Vec<String> =
        found.iter().take(MOST_NAMED).map(|point| name(spec, model, point)).collect();
    match found.len().saturating_sub(MOST_NAMED) {
        0 => {}
        1 => names.push(spec.lang.text(texts::FUNNEL_ONE_MORE).to_owned()),
        more => names.push(texts::funnel_more(spec.lang, more)),
    }
    let where_ = capital(place(spec, first.place));
    Some(texts::significance_named(spec.lang, where_, listed(spec.lang, &names)))
}

/// The benchmark, in one sentence.
fn middle(spec: &FunnelSpec, model: &FunnelModel, caption: Caption<'_>) -> Option<String> {
    let value = model.funnel.as_ref()?.benchmark * model.counted.multiplier;
    Some(texts::stats_benchmark(spec.lang, value_text(spec.lang, caption, Ok(value))))
}

pub fn alternative(prepared: &Prepared<'_, FunnelView>, caption: Caption<'_>) -> String {
    let Prepared { spec, model, .. } = *prepared;
    let lang = spec.lang;
    let mut told = vec![texts::alt_funnel(lang, title(spec, caption), subtitle(spec, model, caption))];
    told.push(texts::read_unit(lang, lang.pick(caption.unit)));
    told.extend(middle(spec, model, caption));
    match &model.funnel {
        Some(funnel) => told.extend(lang.funnel_sentences(funnel)),
        None => told.push(lang.text(texts::FUNNEL_NOTHING).to_owned()),
    }
    told.extend([Side::Above, Side::Below].into_iter().filter_map(|side| beyond(spec, model, side, true)));
    told.extend(prepared.remarks.iter().map(|remark| remark.sentence(lang)));
    told.join(" ")
}

pub fn reading(prepared: &Prepared<'_, FunnelView>, caption: Caption<'_>) -> Vec<String> {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    let Some(funnel) = &model.funnel else { return vec![lang.text(texts::FUNNEL_NOTHING).to_owned()] };
    // Whose values, of which day: a reading may stand without its figure.
    let mut told = vec![texts::figure_told(lang, title(spec, caption), subtitle(spec, model, caption))];
    told.push(texts::read_unit(lang, lang.pick(caption.unit)));
    told.extend(middle(spec, model, caption));
    told.extend(lang.funnel_sentences(funnel));
    for is_wide in [true, false] {
        for side in [Side::Above, Side::Below] {
            told.extend(beyond(spec, model, side, is_wide));
        }
    }
    for point in funnel.points.iter().filter(|point| model.is_selected(point)).take(MOST_NAMED) {
        told.push(format!("{}.", self::point(spec, model, caption, point)));
    }
    told.extend(remarks.iter().map(|remark| remark.sentence(lang)));
    told.extend(quality::of_tables(lang, sources.atlas, &[&model.counted.table]));
    told
}
