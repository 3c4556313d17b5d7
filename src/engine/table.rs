//! The table below the map: what the map shows, with columns added beside it.

use crate::base::Code;
use crate::document::{TableColumn, TableSpec};
use crate::export::sheet;
use crate::figure::table::{TableModel, clipboard};
use crate::i18n::Lang;

use super::failure::figure_error;
use super::state::State;

/// The columns that the user can remove: those added beside the map's own, or, for an indicator as published, all of
/// them.
pub fn removable(state: &State) -> &[TableColumn] {
    let Some(spec) = state.document.view::<TableSpec>() else { return &[] };
    match state.document.published {
        Some(_) => &spec.columns,
        None => spec.added(&state.document.subject(&state.bundle.atlas), &state.bundle.atlas),
    }
}

/// Shows a published table in full, as in its source. If it covers fewer areas than its indicators have, those areas
/// are selected where they are ours.
pub(super) fn show_published_table(state: &mut State, name: &str) {
    let tables = state.bundle.atlas.published_tables();
    let Some(table) = tables.iter().find(|table| table.name == name) else { return };
    let published = TableSpec::published(table);
    let Some(mut spec) = state.document.view::<TableSpec>().cloned() else { return };
    spec.columns = published.columns;
    let ours = |code: &Code| state.bundle.atlas.territories.find(code).is_some();
    spec.view.only_selected = published.view.only_selected && published.selected.iter().all(ours);
    if spec.view.only_selected {
        spec.selected.clone_from(&published.selected);
        state.document.map.selected = published.selected;
    }
    state.document.set(spec.into());
}

/// The table as text to paste into a spreadsheet.
pub(super) fn copied(state: &State) -> Result<String, String> {
    let atlas = &state.bundle.atlas;
    let Some(spec) = state.document.view::<TableSpec>() else { return Ok(String::new()) };
    let model = TableModel::new(spec, atlas).map_err(|error| figure_error(spec.lang, &error))?;
    Ok(sheet::clipboard(&clipboard(spec, &model, atlas), spec.lang == Lang::It))
}
