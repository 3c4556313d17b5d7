//! A heat table as sheets: the scores with the group of each row, the measures of each column, then the values.

use crate::document::{HeatTableSpec, IndicatorAt};
use crate::figure::table;
use crate::figure::view::Sources;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::HeatTableModel;
use super::words;

/// All sheets.
pub fn workbook(spec: &HeatTableSpec, model: &HeatTableModel, sources: Sources<'_>) -> Workbook {
    let (lang, atlas) = (spec.lang, sources.atlas);
    let text = |text| lang.text(text).to_owned();
    let names: Vec<String> = model
        .columns
        .iter()
        .map(|column| {
            let [name, date, _] = words::column(lang, atlas, column);
            format!("{name} ({date})")
        })
        .collect();
    let score = |z: Option<f64>| z.map_or(Cell::Empty, |value| Cell::Number { value, decimals: 2 });
    let whole = |value: usize| Cell::Number { value: value as f64, decimals: 0 };
    let rows = model.rows.iter().map(|row| {
        let own = [
            Cell::text(row.code.as_str()),
            Cell::text(&*row.name),
            row.group.map_or(Cell::Empty, |group| whole(group + 1)),
        ];
        own.into_iter().chain(row.z.iter().map(|z| score(*z))).collect()
    });
    let head = [text(texts::TABLE_CODE), text(texts::TABLE_TERRITORY), text(texts::HEAT_SHEET_GROUP)];
    let scores = Sheet {
        name: text(texts::HEAT_SHEET_SCORES),
        head: head.into_iter().chain(names.iter().cloned()).collect(),
        widths: [9.0, 28.0, 9.0].into_iter().chain(std::iter::repeat_n(12.0, names.len())).collect(),
        rows: rows.collect(),
        frozen: 2,
        notes: Vec::new(),
    };
    let number = |value: f64, decimals: usize| Cell::Number { value, decimals };
    let measures = model.columns.iter().zip(&names).map(|(column, name)| {
        let decimals = atlas.caption(&column.of.indicator).map_or(1, |caption| caption.decimals) + 2;
        let [mean, sd] = match column.measure {
            Some([mean, sd]) => [number(mean, decimals), number(sd, decimals)],
            None => [Cell::Empty, Cell::Empty],
        };
        vec![Cell::text(&**name), whole(column.present), mean, sd]
    });
    let measures = Sheet {
        name: text(texts::HEAT_SHEET_MEASURES),
        head: vec![
            text(texts::MATRIX_SHEET_ONE),
            text(texts::MATRIX_SHEET_UNITS),
            text(texts::HEAT_SHEET_MEAN),
            text(texts::HEAT_SHEET_SD),
        ],
        widths: vec![34.0, 12.0, 14.0, 18.0],
        rows: measures.collect(),
        frozen: 1,
        notes: Vec::new(),
    };
    let of = |one: &IndicatorAt| (one.indicator.clone(), one.date.into());
    let columns = model.columns.iter().map(|column| of(&column.of)).collect();
    let values = table::of_columns(spec, columns, sources);
    Workbook {
        title: format!("{}. {}", lang.text(texts::HEAT_TITLE), words::subtitle(spec, model)),
        decimal_comma: lang == Lang::It,
        sheets: [scores, measures].into_iter().chain(values.sheets).collect(),
    }
}
