//! The table below the map: what the map shows, with columns added beside it.

use crate::document::{MapKind, SortBy, TableColumn, TableSort, TableSpec, TableView};
use crate::export::sheet;
use crate::figure::table::{TableModel, clipboard};
use crate::i18n::Lang;

use super::state::State;

/// What the user has made of the table. It opens as the map reads: from the highest value.
#[derive(Clone, Debug, PartialEq)]
pub struct TableState {
    /// Columns beside those of the map.
    pub added: Vec<TableColumn>,
    /// Order, choice and look of the rows.
    pub view: TableView,
}

impl Default for TableState {
    fn default() -> Self {
        let sort = TableSort { by: SortBy::Column(0), descending: true };
        Self { added: Vec::new(), view: TableView { sort, ..TableView::default() } }
    }
}

/// The table as it is seen: the map's own columns first, at its level, by its method.
pub fn table_spec(state: &State) -> TableSpec {
    let map = &state.spec;
    let mut first = TableColumn::value(map.indicator.as_str(), map.date);
    let mut columns = match &map.kind {
        MapKind::Value => vec![first],
        MapKind::Change { from } => {
            first.from = Some(*from);
            vec![first]
        }
        MapKind::Two { second } => vec![first, TableColumn::value(second.as_str(), map.date)],
    };
    for added in &state.table.added {
        if !columns.contains(added) {
            columns.push(added.clone());
        }
    }
    TableSpec {
        method: map.method,
        view: state.table.view.clone(),
        chosen: map.chosen.clone(),
        lang: state.settings.lang,
        ..TableSpec::new(columns, map.level)
    }
}

/// The table as text that a spreadsheet takes.
pub(super) fn copied(state: &State) -> Result<String, String> {
    let (spec, atlas) = (table_spec(state), &state.bundle.atlas);
    let model = TableModel::new(&spec, atlas).map_err(|error| error.to_string())?;
    Ok(sheet::clipboard(&clipboard(&spec, &model, atlas), spec.lang == Lang::It))
}

/// A name for a file of the table.
pub(super) fn file_name(state: &State) -> String {
    let stem = match state.table.added.as_slice() {
        [] => state.spec.file_stem(),
        _ => format!("tabella_{}", state.spec.level.id()),
    };
    format!("{stem}.xlsx")
}
