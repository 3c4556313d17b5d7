//! The texts of a scatterplot matrix. What is said of its pairs is said by the matrix of correlations.

use crate::data::Atlas;
use crate::document::ScatterMatrixSpec;
use crate::figure::matrix::{self, MatrixView};
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::view::{Prepared, Sources};
use crate::i18n::{Lang, texts};

use super::ScatterMatrixView;
use super::model::ScatterMatrixModel;

pub fn subtitle(spec: &ScatterMatrixSpec) -> String {
    texts::scatter_matrix_subtitle(spec.lang, spec.lang.level(spec.level))
}

/// The short name of an indicator and its date, marked where its values are not final.
pub fn label(lang: Lang, atlas: &Atlas, model: &ScatterMatrixModel, at: usize) -> (String, String) {
    matrix::label(lang, atlas, &model.matrix, at)
}

/// A pair in words, for tooltips and screen readers.
pub fn cell(model: &ScatterMatrixModel, atlas: &Atlas, lang: Lang, at: (usize, usize)) -> String {
    let pair = model.matrix.pairs[at.0].get(at.1).copied().flatten();
    matrix::cell(lang, atlas, &model.matrix, at, pair)
}

/// The lines of a cell above the diagonal, and whether chance alone would hardly make the relation.
pub fn coefficients(lang: Lang, model: &ScatterMatrixModel, (i, j): (usize, usize)) -> (Vec<String>, bool) {
    let Some(pair) = model.matrix.pairs[i].get(j).copied().flatten() else {
        return (vec![lang.text(texts::SCATTER_MATRIX_NONE).to_owned()], false);
    };
    let mut lines = vec![format!("ρ = {}", matrix::coefficient(lang, pair.r))];
    if let Ok(found) = &model.scatters[i][j].pearson {
        lines.push(format!("r = {}", matrix::coefficient(lang, found.r)));
    }
    if pair.n < model.values[i].len() {
        lines.push(texts::scatter_matrix_units(lang, pair.n));
    }
    if pair.is_inside {
        lines.push(lang.text(texts::MATRIX_KEY_INSIDE).to_owned());
    } else if !pair.is_told() {
        lines.push(lang.text(texts::MATRIX_KEY_CHANCE).to_owned());
    }
    (lines, pair.is_told())
}

/// The notes on the drawing itself.
pub fn own_notes(spec: &ScatterMatrixSpec, model: &ScatterMatrixModel) -> Vec<String> {
    let mut notes = vec![spec.lang.text(texts::SCATTER_MATRIX_NOTE).to_owned()];
    notes.extend(matrix::own_notes(&model.matrix_spec, &model.matrix).into_iter().skip(1));
    notes
}

/// The matrix of the same pairs, which says what there is to say of them.
pub fn of_matrix<'a>(
    model: &'a ScatterMatrixModel,
    remarks: &'a [crate::figure::Remark],
    sources: Sources<'a>,
) -> Prepared<'a, MatrixView> {
    Prepared { spec: &model.matrix_spec, model: &model.matrix, remarks, sources }
}

/// Sources and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, ScatterMatrixView>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    let source =
        footer::in_short(lang, model.indicators.iter().filter_map(|one| atlas.caption(&one.indicator).ok()));
    let mut lines = vec![own_notes(spec, model).join(" ")];
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    let dates: Vec<_> = model.indicators.iter().map(|one| one.date).collect();
    lines.extend(footer::remarks(lang, atlas, &model.matrix.datasets, &dates));
    Footer { sources: vec![source], remarks: lines, credits: vec![Credit::Program] }
}
