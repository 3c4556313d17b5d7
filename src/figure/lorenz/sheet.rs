//! A Lorenz curve as sheets: a row for each unit, from the lowest value.

use crate::document::LorenzSpec;
use crate::figure::table::about_lines;
use crate::figure::view::Sources;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::LorenzModel;
use super::words;

/// The value of each unit and where the curve is after it; then what must be known of the indicator.
pub fn workbook(spec: &LorenzSpec, model: &LorenzModel, sources: Sources<'_>) -> Workbook {
    let lang = spec.lang;
    let caption = sources.atlas.caption(&spec.indicator).ok();
    let decimals = caption.map_or(0, |caption| caption.decimals);
    let text = |text| lang.text(text).to_owned();
    let unit = caption.map_or("", |caption| lang.pick(caption.unit));
    let head = vec![
        text(texts::TABLE_CODE),
        text(texts::TABLE_TERRITORY),
        format!("{} [{unit}]", text(texts::SPINE_HEAD_VALUE)),
        text(texts::LORENZ_SHEET_HEADS),
        text(texts::LORENZ_SHEET_SHARE),
    ];
    let rows = model.stretches().map(|(row, [heads, share], _)| {
        let percent = |share: f64| Cell::Number { value: 100.0 * share, decimals: 2 };
        vec![
            Cell::text(row.code.as_str()),
            Cell::text(&*row.name),
            row.value.map_or(Cell::Empty, |value| Cell::Number { value, decimals }),
            percent(heads),
            percent(share),
        ]
    });
    let values = Sheet {
        name: text(texts::SHEET_VALUES),
        widths: vec![9.0, 30.0, 14.0, 24.0, 24.0],
        head,
        rows: rows.collect(),
        frozen: 2,
        notes: Vec::new(),
    };
    let about = about_lines(spec, &spec.indicator, &[spec.date.into()], sources, |_, _| {});
    let title = caption
        .map(|caption| format!("{}. {}", words::title(spec, caption), words::subtitle(spec, model, caption)));
    Workbook {
        title: title.unwrap_or_default(),
        decimal_comma: lang == Lang::It,
        sheets: std::iter::once(values).chain(about).collect(),
    }
}
