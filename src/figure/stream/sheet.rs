//! A stream as sheets: a row for each part, a column for each date, as values and as shares.

use crate::data::Reference;
use crate::document::StreamSpec;
use crate::figure::table::about_lines;
use crate::figure::view::Sources;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::{StreamModel, StreamPart};
use super::words;

/// The values and the shares of all parts, each with their sum, then what must be known of the indicator at each date.
pub fn workbook(spec: &StreamSpec, model: &StreamModel, sources: Sources<'_>) -> Workbook {
    let lang = spec.lang;
    let caption = sources.atlas.caption(&spec.indicator).ok();
    let decimals = caption.map_or(0, |caption| caption.decimals);
    let unit = caption.map(|caption| lang.pick(caption.unit)).unwrap_or_default();
    let text = |text| lang.text(text).to_owned();
    let columns = 0..model.columns.len();
    let head = |unit: &str| {
        let mut head = vec![text(texts::TABLE_CODE), text(texts::TABLE_TERRITORY)];
        head.extend(columns.clone().map(|at| format!("{} [{unit}]", words::date(spec, model, at))));
        head
    };
    let named = |part: &StreamPart| {
        let code = part.code.as_ref().map_or("", |code| code.as_str());
        vec![Cell::text(code), Cell::text(words::name(lang, model, part))]
    };
    let whole = || vec![Cell::text(model.code.as_str()), Cell::text(words::whole(lang, model))];
    let widths: Vec<f64> = [9.0, 34.0].into_iter().chain(std::iter::repeat_n(14.0, columns.len())).collect();
    let sheet = |name, unit: &str, rows| Sheet {
        name: text(name),
        head: head(unit),
        widths: widths.clone(),
        rows,
        frozen: 2,
        notes: Vec::new(),
    };
    let number = |value, decimals| Cell::Number { value, decimals };
    let mut values: Vec<Vec<Cell>> = Vec::new();
    let mut shares: Vec<Vec<Cell>> = Vec::new();
    for part in &model.parts {
        values
            .push([named(part), part.values.iter().map(|value| number(*value, decimals)).collect()].concat());
        let own = columns.clone().map(|at| match model.share(part, at) {
            Some(share) => number(share, words::SHARE_DECIMALS),
            None => Cell::text(lang.text(texts::MARK_NOT_APPLICABLE)),
        });
        shares.push([named(part), own.collect()].concat());
    }
    values.push(
        [whole(), model.columns.iter().map(|column| number(column.total, decimals)).collect()].concat(),
    );
    let references: Vec<Reference> = model.columns.iter().map(|column| column.date.into()).collect();
    let about = about_lines(spec, &spec.indicator, &references, sources, |at, column| {
        if let Some(own) = model.columns.iter().find(|own| Reference::from(own.date) == at) {
            column.breaks = own.breaks.iter().map(|found| lang.pick(found).to_owned()).collect();
        }
    });
    let title = caption.map(|caption| {
        format!("{}. {}", words::title(lang, model, caption), words::subtitle(spec, model, caption))
    });
    let of_whole = texts::stream_share_unit(lang, words::whole(lang, model));
    let sheets =
        [sheet(texts::SHEET_VALUES, unit, values), sheet(texts::STREAM_SHEET_SHARES, &of_whole, shares)];
    Workbook {
        title: title.unwrap_or_default(),
        decimal_comma: lang == Lang::It,
        sheets: sheets.into_iter().chain(about).collect(),
    }
}
