//! A slope chart as sheets: a row for each line.

use crate::data::Reference;
use crate::document::SlopeSpec;
use crate::figure::table::about_lines;
use crate::figure::view::Sources;
use crate::figure::wording::unit_made;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};
use crate::stats::Place;

use super::model::SlopeModel;
use super::words;

/// Both values, the difference and the ranks of each line; then what must be known of the indicator at each date.
pub fn workbook(spec: &SlopeSpec, model: &SlopeModel, sources: Sources<'_>) -> Workbook {
    let lang = spec.lang;
    let decimals = sources.atlas.caption(&spec.indicator).map_or(0, |caption| caption.decimals);
    let text = |text| lang.text(text).to_owned();
    let made = sources.atlas.caption(&spec.indicator);
    let unit =
        made.as_ref().map(|&caption| unit_made(lang, caption, spec.level, spec.method)).unwrap_or_default();
    let [from, to] = [0, 1].map(|at| format!("{} [{unit}]", words::date(spec, model, at)));
    let head = [
        text(texts::TABLE_CODE),
        text(texts::TABLE_TERRITORY),
        from,
        to,
        text(texts::SLOPE_DIFFERENCE),
        text(texts::SLOPE_BEFORE_PLACE),
        text(texts::SLOPE_NOW_PLACE),
    ];
    let number = |value| Cell::Number { value, decimals };
    let place = |places: Option<[Place; 2]>, at: usize| {
        places.map_or(Cell::Empty, |places| Cell::Number { value: places[at].place as f64, decimals: 0 })
    };
    let rows = model.lines.iter().rev().map(|line| {
        vec![
            Cell::text(line.code.as_str()),
            Cell::text(words::name(spec, model, line)),
            number(line.moved.before),
            number(line.moved.now),
            number(line.moved.by()),
            place(line.places, 0),
            place(line.places, 1),
        ]
    });
    let name = text(texts::SHEET_VALUES);
    let widths = vec![9.0, 30.0, 14.0, 14.0, 14.0, 14.0, 14.0];
    let values =
        Sheet { name, head: head.to_vec(), widths, rows: rows.collect(), frozen: 2, notes: Vec::new() };
    let dates = [spec.from, spec.to].map(Reference::from);
    let about = about_lines(spec, &spec.indicator, &dates, sources, |at, column| {
        if at == dates[1] {
            column.breaks = model.breaks.iter().map(|found| lang.pick(found).to_owned()).collect();
        }
    });
    Workbook {
        title: {
            let subtitle = made.map(|caption| words::subtitle(spec, caption)).unwrap_or_default();
            format!("{}. {subtitle}", words::title(spec, sources.atlas))
        },
        decimal_comma: lang == Lang::It,
        sheets: std::iter::once(values).chain(about).collect(),
    }
}
