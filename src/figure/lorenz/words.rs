//! The texts of a Lorenz curve: subtitle, footer, alternative text, reading.

use crate::data::{Caption, Method};
use crate::document::LorenzSpec;
use crate::figure::page::footer::Footer;
use crate::figure::quality;
use crate::figure::stated::Stated;
use crate::figure::view::Prepared;
use crate::figure::wording::value_text;
use crate::i18n::{self, texts};

use super::LorenzView;
use super::model::LorenzModel;

/// The most selected territories that are told.
const MOST_NAMED: usize = 8;

/// Whose values these are.
fn stated<'a>(spec: &LorenzSpec, model: &LorenzModel, caption: Caption<'a>) -> Stated<'a> {
    let (lang, level, date, quality) = (spec.lang, spec.level, spec.date, model.quality);
    Stated { lang, caption, level, method: Method::Pooled, date, quality }
}

/// Level and date.
pub fn subtitle(spec: &LorenzSpec, model: &LorenzModel, caption: Caption<'_>) -> String {
    let lang = spec.lang;
    let stated = stated(spec, model, caption);
    texts::lorenz_subtitle(lang, stated.units(), stated.when())
}

/// The name of the indicator.
pub fn title(spec: &LorenzSpec, caption: Caption<'_>) -> String {
    texts::lorenz_title(spec.lang, spec.lang.pick(caption.name))
}

/// Gini's index, and what both ends have.
pub fn measures(spec: &LorenzSpec, model: &LorenzModel) -> Vec<String> {
    let lang = spec.lang;
    let percent = |x: f64| lang.percentage(&format!("{}%", i18n::number(lang, 100.0 * x, 1)));
    let (top, bottom) = (percent(model.ends.top), percent(model.ends.bottom));
    let ends = match model.ends.ratio() {
        Some(ratio) => texts::stats_ends(lang, top, bottom, i18n::number(lang, ratio, 2)),
        None => texts::stats_ends_none(lang, top),
    };
    vec![texts::stats_gini(lang, i18n::number(lang, model.gini, 3)), ends]
}

/// What must be known of the drawing.
pub fn own_notes(spec: &LorenzSpec, model: &LorenzModel) -> Vec<String> {
    let mut notes = measures(spec, model);
    notes.push(spec.lang.text(texts::STATS_BETWEEN_AREAS).to_owned());
    notes
}

/// Source and date, and what must be known.
pub fn footer(prepared: &Prepared<'_, LorenzView>, caption: Caption<'_>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let own = own_notes(spec, model);
    stated(spec, model, caption).footer(own, remarks, &model.unequal.table.datasets, sources.atlas)
}

/// A unit in words, for tooltips and screen readers.
pub fn stretch(
    spec: &LorenzSpec,
    caption: Caption<'_>,
    row: &crate::data::Row,
    [heads, share]: [f64; 2],
) -> String {
    let percent = |x: f64| spec.lang.percentage(&format!("{}%", i18n::number(spec.lang, 100.0 * x, 1)));
    let value = value_text(spec.lang, caption, row.value);
    texts::lorenz_stretch(spec.lang, &row.name, value, percent(heads), percent(share))
}

pub fn alternative(prepared: &Prepared<'_, LorenzView>, caption: Caption<'_>) -> String {
    let Prepared { spec, model, .. } = *prepared;
    let lang = spec.lang;
    let mut told = vec![texts::alt_lorenz(lang, title(spec, caption), subtitle(spec, model, caption))];
    told.extend(measures(spec, model));
    told.extend(prepared.remarks.iter().map(|remark| remark.sentence(lang)));
    told.join(" ")
}

pub fn reading(prepared: &Prepared<'_, LorenzView>, caption: Caption<'_>) -> Vec<String> {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let lang = spec.lang;
    // Whose values, of which day: a reading may stand without its figure.
    let mut told = vec![texts::figure_told(lang, title(spec, caption), subtitle(spec, model, caption))];
    told.extend(own_notes(spec, model));
    let selected = model.stretches().filter(|(_, _, is_selected)| *is_selected).take(MOST_NAMED);
    told.extend(selected.map(|(row, end, _)| format!("{}.", stretch(spec, caption, row, end))));
    told.extend(remarks.iter().map(|remark| remark.sentence(lang)));
    told.extend(quality::of_tables(lang, sources.atlas, &[&model.unequal.table]));
    told
}
