//! A matrix of correlations as sheets: the matrix, then a row for each pair.

use crate::document::MatrixSpec;
use crate::figure::view::Sources;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::MatrixModel;
use super::words;

/// The coefficients as they stand in the figure, and all numbers of each pair.
pub fn workbook(spec: &MatrixSpec, model: &MatrixModel, sources: Sources<'_>) -> Workbook {
    let (lang, atlas) = (spec.lang, sources.atlas);
    let text = |text| lang.text(text).to_owned();
    let names: Vec<String> = (0..model.indicators.len())
        .map(|at| {
            let (name, date) = words::label(lang, atlas, model, at);
            format!("{name} ({date})")
        })
        .collect();
    let number = |value, decimals| Cell::Number { value, decimals };
    let count = names.len();
    let rows = names.iter().enumerate().map(|(i, name)| {
        let of = |j: usize| match model.pairs[i].get(j).copied().flatten() {
            Some(pair) => number(pair.r, 2),
            None => Cell::Empty,
        };
        std::iter::once(Cell::text(name)).chain((0..count).map(of)).collect()
    });
    let square = Sheet {
        name: text(texts::SHEET_VALUES),
        head: std::iter::once(text(texts::MATRIX_SHEET_ONE)).chain(names.iter().cloned()).collect(),
        widths: std::iter::once(34.0).chain(std::iter::repeat_n(12.0, count)).collect(),
        rows: rows.collect(),
        frozen: 1,
        notes: Vec::new(),
    };
    let pairs = model.all().map(|(i, j, pair)| {
        vec![
            Cell::text(&*names[j]),
            Cell::text(&*names[i]),
            number(pair.r, 3),
            number(pair.p, 4),
            pair.corrected.map_or(Cell::Empty, |p| number(p, 4)),
            number(pair.n as f64, 0),
            if pair.is_inside { Cell::text(text(texts::MATRIX_YES)) } else { Cell::Empty },
        ]
    });
    let listed = Sheet {
        name: text(texts::TAB_MATRIX),
        head: vec![
            text(texts::MATRIX_SHEET_ONE),
            text(texts::MATRIX_SHEET_OTHER),
            "r".to_owned(),
            text(texts::MATRIX_SHEET_P),
            text(texts::MATRIX_SHEET_CORRECTED),
            text(texts::MATRIX_SHEET_UNITS),
            text(texts::MATRIX_SHEET_INSIDE),
        ],
        widths: vec![34.0, 34.0, 10.0, 10.0, 16.0, 12.0, 18.0],
        rows: pairs.collect(),
        frozen: 2,
        notes: Vec::new(),
    };
    Workbook {
        title: format!("{}. {}", lang.text(texts::MATRIX_TITLE), words::subtitle(spec)),
        decimal_comma: lang == Lang::It,
        sheets: vec![square, listed],
    }
}
