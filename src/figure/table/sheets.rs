//! A table as sheets: the values, and what must be known of each column.

use crate::base::{Code, Level};
use crate::data::{Absence, Atlas, Bilingual, Detail, Graded, Indicator, Scale};
use crate::document::TableSpec;
use crate::figure::wording::{absence_text, ats_made, method_of, published_rows, value_text};
use crate::i18n::{Lang, texts, within_sentence};
use crate::scene::{Cell, Sheet, Workbook};

use super::after::after;
use super::model::TableModel;
use super::steps::step_columns;
use super::words::{self, head_of, line_of};

/// The values, with codes and, in the last column, why any are missing; then the metadata.
pub fn workbook(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Workbook {
    Workbook {
        title: words::title(spec, atlas),
        decimal_comma: spec.lang == Lang::It,
        sheets: vec![values(spec, model, atlas, true), metadata(spec.lang, about(spec, model, atlas))],
    }
}

/// The values for pasting: without the codes, which a spreadsheet would turn into numbers.
pub fn clipboard(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Sheet {
    values(spec, model, atlas, false)
}

fn values(spec: &TableSpec, model: &TableModel, atlas: &Atlas, codes: bool) -> Sheet {
    let lang = spec.lang;
    let heads: Vec<String> =
        model.columns.iter().map(|column| line_of(spec, column, atlas).unwrap_or_default()).collect();
    let steps = step_columns(spec, model, atlas);
    let line = |code: Option<&Code>, name: &str, values: &[Option<Graded>], details: &[Detail]| {
        let mut cells = Vec::with_capacity(values.len() + 3);
        if codes {
            cells.push(code.map_or(Cell::Empty, |code| Cell::text(code.as_str())));
        }
        cells.push(Cell::text(name));
        let mut notes = Vec::new();
        for (i, ((column, value), head)) in model.columns.iter().zip(values).zip(&heads).enumerate() {
            let (detail, caption) = (details.get(i), column.caption(atlas).ok());
            let decimals = caption.map_or(0, |known| known.decimals);
            let name = |value: f64| {
                let known = caption.filter(|known| known.kind.scale() == Scale::Names)?;
                Some(value_text(lang, known, Ok(value)))
            };
            cells.push(match value {
                Some((Ok(value), _)) if let Some(name) = name(*value) => Cell::Text(name),
                Some((Ok(value), _)) => Cell::Number { value: *value, decimals },
                _ => Cell::Empty,
            });
            match value {
                Some((Err(reason), _)) => {
                    let bounds = detail.and_then(|detail| detail.bounds);
                    let why = caption.map(|caption| absence_text(lang, caption, *reason, bounds));
                    notes.push(format!("{head}: {}", why.unwrap_or_default()));
                }
                // Where all are so the head says it.
                Some((_, own)) if column.quality.is_none() && !own.is_final() => {
                    notes.push(format!("{head}: {}", lang.quality(*own)));
                }
                _ => {}
            }
            if let Some(note) = detail.and_then(|detail| detail.note.as_ref()) {
                notes.push(format!("{head}: {}", within_sentence(lang.pick(note))));
            }
        }
        cells.extend(steps.iter().map(|step| step.cell(code)));
        cells.push(if notes.is_empty() { Cell::Empty } else { Cell::Text(notes.join("; ")) });
        cells
    };
    let shown = model.shown.iter().map(|&i| &model.rows[i]);
    let mut rows: Vec<Vec<Cell>> = shown
        .map(|row| {
            let values: Vec<Option<Graded>> =
                (0..row.cells.len()).map(|column| Some(row.graded(column))).collect();
            line(Some(&row.code), &row.name, &values, &row.details)
        })
        .collect();
    rows.extend(
        after(spec, model, atlas)
            .iter()
            .map(|row| line(row.code.as_ref(), &row.name, &row.values, &row.details)),
    );
    let text = |text| lang.text(text).to_owned();
    let rows_of = words::rows_of(spec, atlas);
    let mut head =
        vec![rows_of.map_or_else(|| text(texts::TABLE_TERRITORY), |rows| lang.pick(rows).to_owned())];
    let mut widths = vec![30.0];
    if codes {
        head.insert(0, text(texts::TABLE_CODE));
        widths.insert(0, 9.0);
    }
    let frozen = head.len();
    widths.extend(heads.iter().map(|_| 18.0));
    head.extend(heads);
    widths.extend(steps.iter().map(|_| 18.0));
    head.extend(steps.iter().map(|step| step.head(lang)));
    head.push(text(texts::TABLE_NOTES));
    widths.push(40.0);
    let notes = if codes { notes(spec, model, atlas) } else { Vec::new() };
    Sheet { name: text(texts::SHEET_VALUES), head, widths, rows, frozen, notes }
}

/// The notes below the values: what they are, where they come from and what must be known of them.
fn notes(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<String> {
    let what = format!("{}. {}", words::title(spec, atlas), words::subtitle(spec, model, atlas));
    let mut footer = words::footer(spec, model, None, atlas);
    let of_the_page = words::keys(spec, model);
    footer.remarks.retain(|line| !of_the_page.contains(line));
    footer.credits.clear();
    let below = footer.paragraphs(&spec.page, spec.lang);
    std::iter::once(what).chain(below).collect()
}

/// What must be known of a column of numbers.
#[derive(Clone, Debug)]
pub struct About {
    /// Its header above the values.
    pub line: String,
    pub unit: String,
    named: [Cell; 2],
    /// What it is computed from, its source and its dates, cell by cell.
    known: Vec<Cell>,
    pub level: String,
    /// How the values were computed.
    pub method: String,
    /// The status the sources give to them.
    pub quality: String,
    /// The breaks of the series that they cross or begin after.
    pub breaks: Vec<String>,
    /// The number of values present.
    pub present: usize,
    /// The number of values missing, by reason.
    pub absent: [usize; Absence::ALL.len()],
}

/// What must be known of each column of a table.
pub fn about(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<About> {
    let lang = spec.lang;
    let terms = |terms: &[crate::data::Term]| {
        let texts: Vec<String> = terms.iter().map(ToString::to_string).collect();
        if texts.is_empty() { Cell::Empty } else { Cell::Text(texts.join(" + ")) }
    };
    let one = |(i, column): (usize, &super::Column)| {
        let caption = column.caption(atlas).ok()?;
        let (head, line) = (head_of(spec, column, atlas)?, line_of(spec, column, atlas)?);
        // Published values are not computed: they have no sums and no method.
        let made = atlas.catalogue.get(&column.of.indicator);
        let (level, method) = match made {
            Some(made) => (lang.level(spec.level).to_owned(), method(spec, model, made)),
            None => (published_level(lang, model, caption.rows), lang.text(texts::AS_PUBLISHED).to_owned()),
        };
        let known = vec![
            made.map_or(Cell::Empty, |made| terms(&made.numerator)),
            made.map_or(Cell::Empty, |made| terms(&made.denominator)),
            made.map_or(Cell::Empty, |made| Cell::Number { value: made.multiplier, decimals: 0 }),
            Cell::text(lang.pick(caption.source)),
            Cell::text(lang.licence(caption.licence)),
            Cell::Text(column.of.at.to_string()),
            column.of.from.map_or(Cell::Empty, |from| Cell::Text(from.to_string())),
        ];
        Some(About {
            line,
            unit: head.unit,
            named: [Cell::text(caption.id), Cell::text(lang.pick(caption.definition))],
            known,
            level,
            method,
            quality: quality_of(spec, model, i),
            breaks: column.breaks.iter().map(|found| lang.pick(found).to_owned()).collect(),
            present: model.values(i).filter(Result::is_ok).count(),
            absent: Absence::ALL.map(|reason| model.absent(i, reason)),
        })
    };
    model.columns.iter().enumerate().filter_map(one).collect()
}

/// One row per column of the values; the last row says which program wrote it.
pub fn metadata(lang: Lang, columns: Vec<About>) -> Sheet {
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
        (texts::META_QUALITY, 24.0),
        (texts::META_BREAKS, 40.0),
        (texts::META_PRESENT, 14.0),
    ];
    let absent = Absence::ALL.map(|reason| lang.absence(reason).to_owned());
    let count = |n: usize| Cell::Number { value: n as f64, decimals: 0 };
    let row = |column: About| {
        let About { line, unit, named, known, level, method, quality, breaks, present, absent } = column;
        let breaks = if breaks.is_empty() { Cell::Empty } else { Cell::Text(breaks.join(" ")) };
        let mut row = vec![Cell::Text(line)];
        row.extend(named);
        row.push(Cell::Text(unit));
        row.extend(known);
        row.extend([level, method, quality].map(Cell::Text));
        row.extend([breaks, count(present)]);
        row.extend(absent.map(count));
        row
    };
    let mut rows: Vec<Vec<Cell>> = columns.into_iter().map(row).collect();
    let mut program = vec![Cell::text(concat!("Atlante Sociale ", env!("CARGO_PKG_VERSION")))];
    program.resize(heads.len() + absent.len(), Cell::Empty);
    rows.push(program);
    Sheet {
        name: lang.text(texts::SHEET_METADATA).to_owned(),
        head: heads.iter().map(|(text, _)| lang.text(*text).to_owned()).chain(absent).collect(),
        widths: heads.iter().map(|(_, width)| *width).chain(Absence::ALL.map(|_| 16.0)).collect(),
        rows,
        frozen: 1,
        notes: Vec::new(),
    }
}

/// How the values were computed; among means or extremes the ATS is computed differently.
fn method(spec: &TableSpec, model: &TableModel, indicator: &Indicator) -> String {
    let lang = spec.lang;
    let own = match spec.level > indicator.known_at {
        true => method_of(lang, indicator.into(), spec.method),
        // What the source gives of these very units is not made at all.
        false if indicator.known_at > Level::Comuni => lang.text(texts::METHOD_GIVEN).to_owned(),
        false => lang.method(spec.method).to_owned(),
    };
    match ats_made(lang, indicator.into(), spec.level, spec.method) {
        Some(made) if !model.overall_rows.is_empty() => {
            format!("{own}; {}: {made}", lang.level(Level::Ats))
        }
        _ => own,
    }
}

/// The status of the values of a column, with counts where it differs.
fn quality_of(spec: &TableSpec, model: &TableModel, column: usize) -> String {
    let lang = spec.lang;
    if let Some(shared) = model.columns[column].quality {
        return lang.quality(shared).to_owned();
    }
    let shown =
        || model.shown.iter().map(|&row| model.rows[row].graded(column)).filter(|(value, _)| value.is_ok());
    let count = |quality| shown().filter(|(_, own)| *own == quality).count();
    let prepared = crate::data::Quality::MARKED.into_iter().map(|quality| (quality, count(quality)));
    let prepared: Vec<String> = prepared
        .filter(|(_, count)| *count > 0)
        .map(|(quality, count)| format!("{}: {count}", lang.quality(quality)))
        .collect();
    prepared.join("; ")
}

/// What the rows are where a column is as published.
fn published_level(lang: Lang, model: &TableModel, rows: Option<&Bilingual>) -> String {
    published_rows(lang, model.level, rows).to_owned()
}
