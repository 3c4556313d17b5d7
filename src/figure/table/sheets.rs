//! A table as sheets: the values, and what must be known of each column.

use crate::base::Code;
use crate::data::{Absence, Atlas, Value};
use crate::document::TableSpec;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::after::after;
use super::model::TableModel;
use super::words::{self, head};

/// The values, with the codes and in the last column why any is not there; then the metadata.
pub fn workbook(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Workbook {
    Workbook {
        title: words::title(spec, atlas),
        decimal_comma: spec.lang == Lang::It,
        sheets: vec![values(spec, model, atlas, true), metadata(spec, model, atlas)],
    }
}

/// The values as they are pasted: without the codes, which a spreadsheet would turn into numbers.
pub fn clipboard(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Sheet {
    values(spec, model, atlas, false)
}

fn values(spec: &TableSpec, model: &TableModel, atlas: &Atlas, codes: bool) -> Sheet {
    let lang = spec.lang;
    let heads: Vec<String> = model
        .columns
        .iter()
        .map(|column| head(lang, &column.of, atlas).map_or_else(String::new, |head| head.line()))
        .collect();
    let line = |code: Option<&Code>, name: &str, values: &[Option<Value>]| {
        let mut cells = Vec::with_capacity(values.len() + 3);
        if codes {
            cells.push(code.map_or(Cell::Empty, |code| Cell::text(code.as_str())));
        }
        cells.push(Cell::text(name));
        let mut notes = Vec::new();
        for ((column, value), head) in model.columns.iter().zip(values).zip(&heads) {
            let decimals = atlas.caption(&column.of.indicator).map_or(0, |known| known.decimals);
            cells.push(match value {
                Some(Ok(value)) => Cell::Number { value: *value, decimals },
                _ => Cell::Empty,
            });
            if let Some(Err(reason)) = value {
                notes.push(format!("{head}: {}", lang.absence(*reason)));
            }
        }
        cells.push(if notes.is_empty() { Cell::Empty } else { Cell::Text(notes.join("; ")) });
        cells
    };
    let shown = model.shown.iter().map(|&i| &model.rows[i]);
    let mut rows: Vec<Vec<Cell>> = shown
        .map(|row| {
            let values: Vec<Option<Value>> = row.cells.iter().copied().map(Some).collect();
            line(Some(&row.code), &row.name, &values)
        })
        .collect();
    rows.extend(after(spec, model, atlas).iter().map(|row| line(row.code.as_ref(), &row.name, &row.values)));
    let text = |text| lang.text(text).to_owned();
    let mut head = vec![text(texts::TABLE_TERRITORY)];
    let mut widths = vec![30.0];
    if codes {
        head.insert(0, text(texts::TABLE_CODE));
        widths.insert(0, 9.0);
    }
    let frozen = head.len();
    widths.extend(heads.iter().map(|_| 18.0));
    head.extend(heads);
    head.push(text(texts::TABLE_NOTES));
    widths.push(40.0);
    Sheet { name: text(texts::SHEET_VALUES), head, widths, rows, frozen }
}

/// One row a column of the values; the last says what wrote it.
fn metadata(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Sheet {
    let lang = spec.lang;
    let heads = [
        (texts::META_COLUMN, 34.0),
        (texts::META_ID, 24.0),
        (texts::META_DEFINITION, 60.0),
        (texts::META_UNIT, 26.0),
        (texts::META_NUMERATOR, 30.0),
        (texts::META_DENOMINATOR, 30.0),
        (texts::META_MULTIPLIER, 14.0),
        (texts::META_SOURCE, 40.0),
        (texts::META_LICENCE, 16.0),
        (texts::META_DATE, 18.0),
        (texts::META_FROM, 18.0),
        (texts::META_LEVEL, 20.0),
        (texts::META_METHOD, 30.0),
        (texts::META_PRESENT, 14.0),
    ];
    let absent = Absence::ALL.map(|reason| lang.absence(reason).to_owned());
    let terms = |terms: &[crate::data::Term]| {
        let texts: Vec<String> = terms.iter().map(ToString::to_string).collect();
        if texts.is_empty() { Cell::Empty } else { Cell::Text(texts.join(" + ")) }
    };
    let count = |n: usize| Cell::Number { value: n as f64, decimals: 0 };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (i, column) in model.columns.iter().enumerate() {
        let Ok(caption) = atlas.caption(&column.of.indicator) else { continue };
        let Some(head) = head(lang, &column.of, atlas) else { continue };
        // What is as published is not worked out: it has no sums, and no method.
        let made = atlas.catalogue.get(&column.of.indicator);
        let (level, method) = match made {
            Some(_) => (lang.level(spec.level).to_owned(), lang.method(spec.method)),
            None => (printed_level(lang, model), lang.text(texts::AS_PUBLISHED)),
        };
        let mut row = vec![
            Cell::Text(head.line()),
            Cell::text(caption.id),
            Cell::text(lang.pick(caption.definition)),
            Cell::Text(head.unit),
            made.map_or(Cell::Empty, |made| terms(&made.numerator)),
            made.map_or(Cell::Empty, |made| terms(&made.denominator)),
            made.map_or(Cell::Empty, |made| Cell::Number { value: made.multiplier, decimals: 0 }),
            Cell::text(lang.pick(caption.source)),
            Cell::text(caption.licence),
            Cell::Text(column.of.at.to_string()),
            column.of.from.map_or(Cell::Empty, |from| Cell::Text(from.to_string())),
            Cell::Text(level),
            Cell::text(method),
            count(model.values(i).filter(Result::is_ok).count()),
        ];
        row.extend(Absence::ALL.map(|reason| count(model.absent(i, reason))));
        rows.push(row);
    }
    let width = heads.len() + absent.len();
    let mut program = vec![Cell::text(concat!("Atlante Sociale ", env!("CARGO_PKG_VERSION")))];
    program.resize(width, Cell::Empty);
    rows.push(program);
    Sheet {
        name: lang.text(texts::SHEET_METADATA).to_owned(),
        head: heads.iter().map(|(text, _)| lang.text(*text).to_owned()).chain(absent).collect(),
        widths: heads.iter().map(|(_, width)| *width).chain(Absence::ALL.map(|_| 16.0)).collect(),
        rows,
        frozen: 1,
    }
}

/// What the rows are where a column is as published.
fn printed_level(lang: Lang, model: &TableModel) -> String {
    model.level.map_or(lang.text(texts::LISTED_AREAS), |level| lang.level(level)).to_owned()
}
