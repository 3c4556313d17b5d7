//! A heat strip as sheets: a row for each unit, a column for each date.

use crate::data::{Reference, Value};
use crate::document::HeatStripSpec;
use crate::figure::table::about_lines;
use crate::figure::view::Sources;
use crate::figure::wording::unit_made;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::{HeatStripModel, StripRow};
use super::words;

/// The values, then what must be known of the indicator at each date.
pub fn workbook(spec: &HeatStripSpec, model: &HeatStripModel, sources: Sources<'_>) -> Workbook {
    let lang = spec.lang;
    let caption = sources.atlas.caption(&spec.indicator).ok();
    let decimals = caption.map_or(0, |caption| caption.decimals);
    let unit = caption.map(|caption| unit_made(lang, caption, spec.level, spec.method)).unwrap_or_default();
    let text = |text| lang.text(text).to_owned();
    let mut head = vec![text(texts::TABLE_CODE), text(texts::TABLE_TERRITORY)];
    let dates = (0..model.columns.len()).map(|at| format!("{} [{unit}]", words::date(spec, model, at)));
    head.extend(dates);
    let cell = |value: Value| match value {
        Ok(value) => Cell::Number { value, decimals },
        Err(why) => Cell::text(lang.absence(why)),
    };
    let row = |row: &StripRow| {
        let mut cells = vec![Cell::text(row.code.as_str()), Cell::text(&*row.name)];
        cells.extend(row.values.iter().map(|(value, _)| cell(*value)));
        cells
    };
    let widths = [9.0, 30.0].into_iter().chain(std::iter::repeat_n(14.0, model.columns.len())).collect();
    let rows = model.rows.iter().chain(&model.ats).map(row).collect();
    let values = Sheet { name: text(texts::SHEET_VALUES), head, widths, rows, frozen: 2, notes: Vec::new() };
    let references: Vec<Reference> = model.columns.iter().map(|column| column.date.into()).collect();
    let about = about_lines(spec, &spec.indicator, &references, sources, |at, column| {
        if let Some(own) = model.columns.iter().find(|own| Reference::from(own.date) == at) {
            column.breaks = own.breaks.iter().map(|found| lang.pick(found).to_owned()).collect();
        }
    });
    let title = caption
        .map(|caption| format!("{}. {}", lang.pick(caption.name), words::subtitle(spec, model, caption)));
    Workbook {
        title: title.unwrap_or_default(),
        decimal_comma: lang == Lang::It,
        sheets: std::iter::once(values).chain(about).collect(),
    }
}
