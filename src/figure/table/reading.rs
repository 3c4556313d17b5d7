//! The reading of a table: several indicators side by side.

use crate::base::Level;
use crate::data::{Atlas, Caption, Reference};
use crate::document::TableSpec;
use crate::figure::reading::change;
use crate::figure::reading::distribution::{self, Fact, Facts};
use crate::figure::reading::published;
use crate::figure::reading::voice::{Voice, compares, method_sentence};
use crate::figure::wording::{change_text, span_text};
use crate::i18n::{Lang, texts};

use super::{TableModel, not_final};

/// The most columns described; for more there is the table itself.
const MOST_NAMED: usize = 6;

/// The sentences: for each column the extremes and the overall value, over the rows shown.
pub fn sentences(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for (i, column) in model.columns.iter().enumerate().take(MOST_NAMED) {
        let Some(indicator) = atlas.catalogue.get(&column.of.indicator) else {
            sentences.extend(as_published(spec, model, i, atlas));
            continue;
        };
        let voice = Voice { lang: spec.lang, indicator, level: spec.level };
        let mut facts = Facts::default();
        for row in model.shown.iter().filter_map(|&row| model.rows.get(row)) {
            // Selected rows are bold in the table; describing each column of several would be too long.
            match row.cells[i] {
                Ok(value) => {
                    facts.present.push(Fact { name: &row.name, value, selected: false, range: None })
                }
                Err(reason) => facts.absent.push((&row.name, reason, None, false)),
            }
        }
        // Computed values refer to days, and the first overall row is the ATS.
        let Some(at) = column.of.at.date() else { continue };
        let ats = model.overall_rows.first().filter(|_| spec.level != Level::Ats);
        facts.overall = ats.and_then(|ats| ats.cells[i].ok()).filter(|_| compares(indicator));
        match column.of.from.and_then(Reference::date) {
            Some(from) => {
                sentences.extend(change::sentences(&voice, &facts, from, at, !column.breaks.is_empty()))
            }
            None => sentences.extend(distribution::column(&voice, facts, at, spec.method)),
        }
        if i == 0 {
            sentences.extend(method_sentence(&voice, spec.method));
        }
    }
    let more = model.columns.len().saturating_sub(MOST_NAMED);
    if more > 0 {
        sentences.push(texts::read_more_columns(spec.lang, more));
    }
    sentences.extend(not_final(spec, model, atlas));
    sentences
}

/// Of differences between what is printed: who has the lowest and the highest.
fn changes(lang: Lang, caption: Caption<'_>, dates: [Reference; 2], present: &[(&str, f64)]) -> Vec<String> {
    let by_value = |a: &&(&str, f64), b: &&(&str, f64)| a.1.total_cmp(&b.1);
    let [from, to] = dates.map(|at| caption.stated(at));
    let (name, span) = (lang.pick(caption.name), span_text(lang, from, to));
    match (present.iter().min_by(by_value), present.iter().max_by(by_value)) {
        (Some((lowest, low)), Some((highest, high))) if present.len() > 1 => {
            let [low, high] = [low, high].map(|x| change_text(lang, caption, Ok(*x)));
            vec![texts::read_published_changes(lang, name, span, low, lowest, high, highest)]
        }
        _ => Vec::new(),
    }
}

/// Of a column as published: its ends, and how many exceed what the rows are part of. A difference is nobody's print.
fn as_published(spec: &TableSpec, model: &TableModel, i: usize, atlas: &Atlas) -> Vec<String> {
    let column = &model.columns[i];
    let Ok(caption) = column.caption(atlas) else { return Vec::new() };
    let shown = model.shown.iter().map(|&row| &model.rows[row]);
    if let Some(from) = column.of.from {
        let present = shown.filter_map(|row| Some((row.name.as_str(), row.cells[i].ok()?)));
        return changes(spec.lang, caption, [from, column.of.at], &present.collect::<Vec<_>>());
    }
    let rows: Vec<published::Row<'_>> =
        shown.map(|row| published::Row { name: &row.name, value: row.cells[i] }).collect();
    // Beside computed columns the first overall row is the ATS, which the source need not print.
    let overall = model.overall_rows.iter().zip(&column.overall_tables).filter(|_| model.as_published);
    let overall = overall.filter(|(_, table)| table.is_none());
    let overall = overall.map(|(row, _)| row).next();
    let overall = overall.and_then(|row| {
        let own = atlas.published(&column.of.indicator);
        let is_misprint = own
            .is_some_and(|own| own.is_misprint(|area| spec.lang.area(area) == row.name, column.of.at.year()));
        Some(published::Whole { name: &row.name, value: row.cells[i].ok()?, is_misprint })
    });
    published::column(spec.lang, caption, column.of.at, &rows, overall)
}
