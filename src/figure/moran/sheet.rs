//! Moran's scatterplot as sheets: a row for each unit.

use crate::document::MoranSpec;
use crate::figure::table::about_lines;
use crate::figure::view::Sources;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::MoranModel;
use super::words;

/// The value, the scores and the sort of each unit; then what must be known of the indicator.
pub fn workbook(spec: &MoranSpec, model: &MoranModel, sources: Sources<'_>) -> Workbook {
    let lang = spec.lang;
    let caption = sources.atlas.caption(&spec.indicator).ok();
    let decimals = caption.map_or(0, |caption| caption.decimals);
    let text = |text| lang.text(text).to_owned();
    let unit = caption.map_or("", |caption| lang.pick(caption.unit));
    let head = vec![
        text(texts::TABLE_CODE),
        text(texts::TABLE_TERRITORY),
        format!("{} [{unit}]", text(texts::SPINE_HEAD_VALUE)),
        text(texts::MORAN_SHEET_OWN),
        text(texts::MORAN_SHEET_NEIGHBOURS),
        text(texts::MORAN_SHEET_SORT),
    ];
    let rows = model.points.iter().map(|point| {
        let row = model.row(point);
        let score = |value| Cell::Number { value, decimals: 3 };
        vec![
            Cell::text(row.code.as_str()),
            Cell::text(&*row.name),
            row.value.map_or(Cell::Empty, |value| Cell::Number { value, decimals: decimals + 1 }),
            score(point.own),
            score(point.neighbours),
            Cell::text(lang.cluster(point.cluster)),
        ]
    });
    let values = Sheet {
        name: text(texts::SHEET_VALUES),
        widths: vec![9.0, 30.0, 14.0, 18.0, 22.0, 24.0],
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
