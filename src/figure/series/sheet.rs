//! A time series as sheets: a row for each line, a column for each date or year.

use crate::figure::table::of_columns;
use crate::figure::view::Told;
use crate::figure::wording::reference_label;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::{SeriesView, words};

/// What is drawn of each line; then what must be known of the indicator at each date.
pub fn workbook(told: &Told<'_, SeriesView>) -> Workbook {
    let (spec, model, atlas) = (told.spec, told.model, told.sources.atlas);
    let lang = spec.lang;
    let decimals = atlas.caption(&spec.indicator).map_or(0, |caption| caption.decimals);
    let text = |text| lang.text(text).to_owned();
    let mut head = vec![text(texts::TABLE_CODE), text(texts::TABLE_TERRITORY)];
    head.extend(model.references.iter().map(|at| reference_label(lang, *at)));
    head.push(text(texts::TABLE_NOTES));
    let mut widths = vec![9.0, 30.0];
    widths.extend(model.references.iter().map(|_| 14.0));
    widths.push(40.0);
    let rows = model.lines.iter().rev().map(|line| {
        let mut cells = vec![Cell::text(line.code.as_str()), Cell::Text(words::full_name(lang, model, line))];
        let mut notes = Vec::new();
        cells.extend(model.references.iter().enumerate().map(|(i, at)| {
            match line.at.iter().position(|own| *own == i).map(|own| line.values[own]) {
                Some(Ok(value)) => Cell::Number { value, decimals },
                Some(Err(reason)) => {
                    notes.push(format!("{}: {}", reference_label(lang, *at), lang.absence(reason)));
                    Cell::Empty
                }
                None => Cell::Empty,
            }
        }));
        cells.push(if notes.is_empty() { Cell::Empty } else { Cell::Text(notes.join("; ")) });
        cells
    });
    let values = Sheet {
        name: text(texts::SHEET_VALUES),
        head,
        widths,
        rows: rows.collect(),
        frozen: 2,
        notes: Vec::new(),
    };
    let columns = model.own_references().into_iter().map(|at| (spec.indicator.clone(), at)).collect();
    // The sheets of a table of the same dates say all the rest.
    let about = of_columns(spec, columns, told.sources).sheets.into_iter().skip(1);
    let caption = atlas.caption(&spec.indicator);
    Workbook {
        title: caption.map(|caption| words::title(spec, caption)).unwrap_or_default(),
        decimal_comma: lang == Lang::It,
        sheets: std::iter::once(values).chain(about).collect(),
    }
}
