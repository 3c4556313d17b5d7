//! A forecast as a sheet: a row for each year.

use crate::document::ForecastSpec;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::ForecastModel;
use super::words;

/// The values of all years with their interval, and what was counted.
pub fn workbook(spec: &ForecastSpec, model: &ForecastModel) -> Workbook {
    let lang = spec.lang;
    let text = |text| lang.text(text).to_owned();
    let decimals = words::decimals(spec, model);
    let number = |value| Cell::Number { value, decimals };
    let rows = model.points.iter().map(|point| {
        let end = |at: usize| point.interval.map_or(Cell::Empty, |of| number(of[at]));
        let counted = model.counted.filter(|(date, _)| *date == point.date);
        vec![
            Cell::text(point.date.to_string()),
            number(point.value),
            end(0),
            end(1),
            counted.map_or(Cell::Empty, |(_, value)| number(value)),
        ]
    });
    let values = Sheet {
        name: text(texts::SHEET_VALUES),
        head: vec![
            text(texts::FORECAST_SHEET_DATE),
            words::measure(spec, model),
            text(texts::FORECAST_SHEET_LOWER),
            text(texts::FORECAST_SHEET_UPPER),
            text(texts::FORECAST_SHEET_COUNTED),
        ],
        widths: vec![12.0, 24.0, 18.0, 18.0, 18.0],
        rows: rows.collect(),
        frozen: 1,
        notes: Vec::new(),
    };
    Workbook {
        title: format!("{}. {}", words::title(spec, model), words::subtitle(spec, model)),
        decimal_comma: lang == Lang::It,
        sheets: vec![values],
    }
}
