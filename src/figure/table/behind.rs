//! The numbers behind a figure of the units of one level, as sheets.

use crate::data::Reference;
use crate::document::{Spec, TableColumn, TableSpec};
use crate::figure::view::Sources;
use crate::i18n::Lang;
use crate::scene::{Sheet, Workbook};

use super::model::TableModel;
use super::sheets::{About, about, metadata, workbook};

/// The table that the window would show beside a figure, as sheets.
pub fn behind(spec: &impl Spec, sources: Sources<'_>) -> Workbook {
    let table = TableSpec::opening(&spec.subject(sources.atlas), sources.atlas);
    table.map_or_else(|| nothing(spec.lang()), |table| sheets(&table, sources))
}

/// Values of several indicators, each at its own date, for the units of a figure.
pub fn of_columns(spec: &impl Spec, columns: Vec<(String, Reference)>, sources: Sources<'_>) -> Workbook {
    sheets(&of(spec, columns, sources), sources)
}

fn of(spec: &impl Spec, columns: Vec<(String, Reference)>, sources: Sources<'_>) -> TableSpec {
    let subject = spec.subject(sources.atlas);
    let columns = columns.into_iter().map(|(id, at)| TableColumn::value(id, at)).collect();
    TableSpec {
        method: subject.method,
        selected: subject.selected,
        lang: subject.lang,
        ..TableSpec::new(columns, subject.level)
    }
}

/// What must be known of an indicator at each date or year of a figure made of lines. The rows of a table at these
/// dates would differ from the lines, so `amend` replaces what is said of rows with what holds for the lines.
pub fn about_lines(
    spec: &impl Spec,
    indicator: &str,
    references: &[Reference],
    sources: Sources<'_>,
    amend: impl Fn(Reference, &mut About),
) -> Option<Sheet> {
    let columns = references.iter().map(|at| (indicator.to_owned(), *at)).collect();
    about_columns(spec, columns, sources, |i, column| amend(references[i], column))
}

/// What must be known of columns that a figure has rows of its own for; `amend` replaces what is said of rows.
pub fn about_columns(
    spec: &impl Spec,
    columns: Vec<(String, Reference)>,
    sources: Sources<'_>,
    amend: impl Fn(usize, &mut About),
) -> Option<Sheet> {
    let table = of(spec, columns, sources);
    let model = TableModel::new(&table, sources.atlas).ok()?;
    let mut columns = about(&table, &model, sources.atlas);
    columns.iter_mut().enumerate().for_each(|(i, column)| amend(i, column));
    Some(metadata(table.lang, columns))
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
