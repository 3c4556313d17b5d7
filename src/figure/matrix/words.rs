//! The texts of a matrix of correlations: title, footer, alternative text, reading.

use crate::data::Atlas;
use crate::document::{Coefficient, IndicatorAt, MatrixSpec};
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::reading::voice::capital;
use crate::figure::view::Prepared;
use crate::figure::wording::reference_name;
use crate::i18n::{self, Lang, texts};

use super::MatrixView;
use super::model::{MatrixModel, Pair};

/// The most pairs that the alternative text tells one by one.
const MOST_TOLD: usize = 6;
const DECIMALS: usize = 2;

/// A coefficient, which never rounds to one unless it is one.
pub fn coefficient(lang: Lang, r: f64) -> String {
    let decimals = if r.abs() < 1.0 && r.abs() >= 0.995 { 4 } else { DECIMALS };
    i18n::number(lang, r, decimals)
}

/// A coefficient with its symbol: ρ for ranks, r for values.
fn with_symbol(lang: Lang, model: &MatrixModel, r: f64) -> String {
    let symbol = match model.coefficient {
        Coefficient::Spearman => "ρ",
        Coefficient::Pearson => "r",
    };
    format!("{symbol} = {}", coefficient(lang, r))
}

/// The short name of an indicator and its date, marked where its values are not final.
pub fn label(lang: Lang, atlas: &Atlas, model: &MatrixModel, at: usize) -> (String, String) {
    let one = &model.indicators[at];
    let mark = if model.uncertain[at] { "*" } else { "" };
    let Ok(caption) = atlas.caption(&one.indicator) else { return (one.indicator.clone(), String::new()) };
    let date = reference_name(lang, caption.stated(one.date));
    (lang.pick(caption.short).to_owned(), format!("{date}{mark}"))
}

fn name(lang: Lang, atlas: &Atlas, one: &IndicatorAt) -> String {
    let Ok(caption) = atlas.caption(&one.indicator) else { return one.indicator.clone() };
    let name = i18n::within_sentence(lang.pick(caption.name));
    texts::matrix_dated(lang, name, reference_name(lang, caption.stated(one.date)))
}

pub fn subtitle(spec: &MatrixSpec) -> String {
    let lang = spec.lang;
    let what = lang.text(match spec.coefficient {
        Coefficient::Spearman => texts::MATRIX_OF_RANKS,
        Coefficient::Pearson => texts::MATRIX_OF_VALUES,
    });
    texts::matrix_subtitle(lang, capital(what), lang.level(spec.level))
}

/// The notes on the drawing itself.
pub fn own_notes(spec: &MatrixSpec, model: &MatrixModel) -> Vec<String> {
    let lang = spec.lang;
    let mut notes = vec![
        texts::matrix_note_p(lang, i18n::number(lang, model.compared as f64, 0)),
        lang.text(texts::MATRIX_NOTE_CENSUS).to_owned(),
        lang.text(texts::MATRIX_NOTE_DATES).to_owned(),
    ];
    if model.uncertain.contains(&true) {
        notes.push(lang.text(texts::SPINE_STAR).to_owned());
    }
    if spec.by_likeness {
        notes.push(lang.text(texts::MATRIX_NOTE_ORDER).to_owned());
    }
    notes
}

/// Sources and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, MatrixView>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    let source =
        footer::in_short(lang, model.indicators.iter().filter_map(|one| atlas.caption(&one.indicator).ok()));
    let mut lines = vec![own_notes(spec, model).join(" ")];
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    let mut dates: Vec<_> = model.indicators.iter().map(|one| one.date).collect();
    dates.sort();
    dates.dedup();
    lines.extend(footer::remarks(lang, atlas, &model.datasets, &dates));
    Footer { sources: vec![source], remarks: lines, credits: vec![Credit::Program] }
}

/// The two indicators of a pair, in a sentence.
pub fn pair_name(lang: Lang, atlas: &Atlas, model: &MatrixModel, (i, j): (usize, usize)) -> String {
    let [one, other] = [j, i].map(|at| name(lang, atlas, &model.indicators[at]));
    texts::matrix_pair(lang, one, other)
}

/// A cell in words, for tooltips and screen readers.
pub fn cell(
    lang: Lang,
    atlas: &Atlas,
    model: &MatrixModel,
    at: (usize, usize),
    pair: Option<Pair>,
) -> String {
    let name = pair_name(lang, atlas, model, at);
    match pair {
        None => texts::matrix_cell_none(lang, name),
        Some(pair) => match pair.corrected {
            Some(p) => {
                let r = with_symbol(lang, model, pair.r);
                texts::matrix_cell(lang, name, r, i18n::p_value(lang, p), pair.n)
            }
            None => texts::matrix_cell_inside(lang, name, with_symbol(lang, model, pair.r)),
        },
    }
}

pub fn alternative(prepared: &Prepared<'_, MatrixView>) -> String {
    let Prepared { spec, model, sources, .. } = *prepared;
    let lang = spec.lang;
    let mut told = vec![texts::alt_matrix(lang, lang.text(texts::MATRIX_TITLE), subtitle(spec))];
    let strongest = model.told();
    told.extend(
        strongest
            .iter()
            .take(MOST_TOLD)
            .map(|(i, j, pair)| cell(lang, sources.atlas, model, (*i, *j), Some(*pair)))
            .map(|told| format!("{}.", capital(&told))),
    );
    told.push(texts::matrix_reading_count(lang, strongest.len(), model.compared));
    told.join(" ")
}

pub fn reading(prepared: &Prepared<'_, MatrixView>) -> Vec<String> {
    let Prepared { spec, model, sources, .. } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    if model.all().next().is_none() {
        return vec![lang.text(texts::MATRIX_NOTHING).to_owned()];
    }
    let strongest = model.told();
    let mut told = vec![texts::matrix_reading_count(lang, strongest.len(), model.compared)];
    let first = |is_direct: bool| strongest.iter().find(|(.., pair)| (pair.r > 0.0) == is_direct);
    if let Some((i, j, pair)) = first(true) {
        let name = pair_name(lang, atlas, model, (*i, *j));
        told.push(texts::matrix_reading_positive(lang, name, with_symbol(lang, model, pair.r)));
    }
    if let Some((i, j, pair)) = first(false) {
        let name = pair_name(lang, atlas, model, (*i, *j));
        told.push(texts::matrix_reading_negative(lang, name, with_symbol(lang, model, pair.r)));
    }
    told.push(lang.text(texts::MATRIX_NOTE_CENSUS).to_owned());
    told
}
