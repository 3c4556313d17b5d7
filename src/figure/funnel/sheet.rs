//! A funnel plot as sheets: a row for each unit, with its limits.

use crate::document::FunnelSpec;
use crate::figure::table::about_lines;
use crate::figure::view::Sources;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};
use crate::stats::intervals::Confidence;

use super::model::FunnelModel;
use super::words;

/// The counts, the value, its standard score and the limits of each unit; then what must be known of the indicator.
pub fn workbook(spec: &FunnelSpec, model: &FunnelModel, sources: Sources<'_>) -> Workbook {
    let lang = spec.lang;
    let caption = sources.atlas.caption(&spec.indicator).ok();
    let decimals = caption.map_or(0, |caption| caption.decimals);
    let text = |text| lang.text(text).to_owned();
    let number = |value| Cell::Number { value, decimals: decimals + 1 };
    let whole = |value| Cell::Number { value, decimals: 0 };
    let unit = caption.map_or("", |caption| lang.pick(caption.unit));
    let limits = |level| {
        let percent = lang.confidence(level);
        [texts::funnel_sheet_lower(lang, percent), texts::funnel_sheet_upper(lang, percent)]
    };
    let mut head = vec![
        text(texts::TABLE_CODE),
        text(texts::TABLE_TERRITORY),
        text(texts::FUNNEL_SHEET_NUMERATOR),
        text(texts::FUNNEL_SHEET_DENOMINATOR),
        format!("{} [{unit}]", text(texts::SPINE_HEAD_VALUE)),
        text(texts::FUNNEL_SHEET_SCORE),
    ];
    head.extend(Confidence::ALL.into_iter().flat_map(limits));
    head.push(text(texts::FUNNEL_SHEET_PLACE));
    let rows = model.funnel.iter().flat_map(|funnel| funnel.points.iter().map(move |point| (funnel, point)));
    let rows = rows.map(|(funnel, point)| {
        let row = model.row(point);
        let mut cells = vec![
            Cell::text(row.code.as_str()),
            Cell::text(&*row.name),
            whole(point.numerator),
            whole(point.denominator),
            number(model.value(point)),
            point.score.map_or(Cell::Empty, |value| Cell::Number { value, decimals: 2 }),
        ];
        for level in Confidence::ALL {
            let limits = funnel.limits(point.denominator, level).scaled(model.counted.multiplier);
            cells.extend([number(limits.lower), number(limits.upper)]);
        }
        cells.push(Cell::text(words::place(spec, point.place)));
        cells
    });
    let values = Sheet {
        name: text(texts::SHEET_VALUES),
        widths: [9.0, 30.0].into_iter().chain([14.0; 8]).chain([30.0]).collect(),
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
