//! Writing views and pages to files.

use std::path::Path;

use super::effect::Effect;
use super::export_job::{ExportRequest, ExportWork};
use super::state::{Notice, State};

/// Starts writing, unless another file is being written.
pub(super) fn start(state: &mut State, path: &Path, work: ExportWork) -> Option<Effect> {
    if std::mem::replace(&mut state.exporting, true) {
        return None;
    }
    let (dpi, lang) = (state.settings.dpi.0, state.settings.lang);
    Some(Effect::Export(Box::new(ExportRequest { work, path: path.to_owned(), dpi, lang })))
}

/// Reports why nothing is written.
pub(super) fn refuse(state: &mut State, text: String) -> Option<Effect> {
    state.notice = Some(Notice::error(text));
    None
}
