//! The numbers behind a figure of the units of one level, as sheets.

use crate::data::Reference;
use crate::document::{Spec, TableColumn, TableSpec};
use crate::figure::view::Sources;
use crate::i18n::Lang;
use crate::scene::Workbook;

use super::model::TableModel;
use super::sheets::workbook;

/// The table that the window would show beside a figure, written as sheets.
pub fn behind(spec: &impl Spec, sources: Sources<'_>) -> Workbook {
    let table = TableSpec::opening(&spec.subject(sources.atlas), sources.atlas);
    table.map_or_else(|| nothing(spec.lang()), |table| sheets(&table, sources))
}

/// Values of several indicators, each at its own date, for the units of a figure.
pub fn of_columns(spec: &impl Spec, columns: Vec<(String, Reference)>, sources: Sources<'_>) -> Workbook {
    let subject = spec.subject(sources.atlas);
    let columns = columns.into_iter().map(|(id, at)| TableColumn::value(id, at)).collect();
    let table = TableSpec {
        method: subject.method,
        chosen: subject.chosen,
        lang: subject.lang,
        ..TableSpec::new(columns, subject.level)
    };
    sheets(&table, sources)
}

fn sheets(table: &TableSpec, sources: Sources<'_>) -> Workbook {
    match TableModel::new(table, sources.atlas) {
        Ok(model) => workbook(table, &model, sources.atlas),
        Err(_) => nothing(table.lang),
    }
}

fn nothing(lang: Lang) -> Workbook {
    Workbook { title: String::new(), decimal_comma: lang == Lang::It, sheets: Vec::new() }
}
