//! What an analysis found becomes an indicator of the project.

use crate::document::MapSpec;
use crate::engine::intake::show_imported;
use crate::engine::project;
use crate::engine::state::{Notice, State};
use crate::i18n::texts;
use crate::io::project::{KeptResult, take_in_result};

/// Keeps what the window's map shows.
pub fn shown(state: &mut State) {
    let spec = MapSpec { lang: state.settings.lang, ..state.document.map.clone() };
    let result = KeptResult::of(&spec, &state.model, &state.bundle.atlas);
    match result {
        Some(result) => keep(state, &result),
        None => {
            let text = state.settings.lang.text(texts::KEPT_ONLY_RESULTS).to_owned();
            state.notice = Some(Notice::error(text));
        }
    }
}

/// Keeps a result, and shows its map.
pub fn keep(state: &mut State, result: &KeptResult) {
    let lang = state.settings.lang;
    match take_in_result(result, &state.project.file, &state.base.atlas) {
        Ok(import) => {
            project::take(state, vec![import.clone()]);
            state.document.published = None;
            show_imported(state, &[import]);
            let name = result.columns.first().map_or("", |column| lang.pick(&column.name));
            state.notice = Some(Notice::info(texts::kept_told(lang, name)));
        }
        Err(error) => state.notice = Some(Notice::error(error.text(lang))),
    }
}
