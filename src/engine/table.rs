//! The table below the map: what the map shows, with columns added beside it.

use crate::base::Code;
use crate::data::Method;
use crate::document::{TableColumn, TableSpec, TableView};
use crate::export::sheet;
use crate::figure::table::{TableModel, clipboard};
use crate::i18n::Lang;

use super::failure::figure_error;
use super::state::State;

/// What the user has made of the table. It opens as the map reads: from the highest value.
#[derive(Clone, Debug, PartialEq)]
pub struct TableState {
    /// Columns beside those of the map.
    pub added: Vec<TableColumn>,
    /// The columns while an indicator as published is in sight; without any, all it has values for.
    pub printed: Vec<TableColumn>,
    /// Order, choice and look of the rows.
    pub view: TableView,
}

impl Default for TableState {
    fn default() -> Self {
        Self { added: Vec::new(), printed: Vec::new(), view: TableView::opening() }
    }
}

/// The table as it is seen: the map's own columns first, at its level, by its method; or that of the indicator as
/// published in sight.
pub fn table_spec(state: &State) -> TableSpec {
    let mut spec = state.spec.table();
    (spec.view, spec.lang) = (state.table.view.clone(), state.settings.lang);
    match &state.published {
        Some(id) => {
            (spec.columns, spec.level) = (removable(state), state.bundle.atlas.listed_level(id));
            spec.method = Method::Pooled;
        }
        None => {
            for added in &state.table.added {
                if !spec.columns.contains(added) {
                    spec.columns.push(added.clone());
                }
            }
        }
    }
    spec
}

/// The columns that the user can take away: those beside the map's own; of an indicator as published all.
pub fn removable(state: &State) -> Vec<TableColumn> {
    match &state.published {
        None => state.table.added.clone(),
        Some(_) if !state.table.printed.is_empty() => state.table.printed.clone(),
        Some(id) => {
            let references = state.bundle.atlas.references(id).unwrap_or_default();
            references.into_iter().map(|at| TableColumn::value(id.as_str(), at)).collect()
        }
    }
}

/// Puts other columns in the place of the removable ones.
pub(super) fn set_columns(state: &mut State, columns: Vec<TableColumn>) {
    match state.published {
        Some(_) => state.table.printed = columns,
        None => state.table.added = columns,
    }
}

/// Shows a printed table whole, as it stands in its source. One that prints fewer areas than its indicators have
/// chooses those, where they are ours.
pub(super) fn show_printed(state: &mut State, name: &str) {
    let tables = state.bundle.atlas.printed_tables();
    let Some(table) = tables.iter().find(|table| table.name == name) else { return };
    let spec = TableSpec::printed(table);
    state.table.printed = spec.columns;
    let ours = |code: &Code| state.bundle.atlas.territories.find(code).is_some();
    state.table.view.only_chosen = spec.view.only_chosen && spec.chosen.iter().all(ours);
    if state.table.view.only_chosen {
        state.spec.chosen = spec.chosen;
    }
}

/// The table as text that a spreadsheet takes.
pub(super) fn copied(state: &State) -> Result<String, String> {
    let (spec, atlas) = (table_spec(state), &state.bundle.atlas);
    let model = TableModel::new(&spec, atlas).map_err(|error| figure_error(spec.lang, &error))?;
    Ok(sheet::clipboard(&clipboard(&spec, &model, atlas), spec.lang == Lang::It))
}

/// A name for a file of the table.
pub(super) fn file_name(state: &State) -> String {
    let stem = match (&state.published, state.table.added.as_slice()) {
        (Some(id), _) => format!("tabella_{id}"),
        (None, []) => state.spec.file_stem(),
        (None, _) => format!("tabella_{}", state.spec.level.id()),
    };
    format!("{stem}.xlsx")
}
