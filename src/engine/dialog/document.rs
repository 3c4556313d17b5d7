//! What is done with a Word document that was dropped on the window.

use std::path::PathBuf;

use crate::engine::effect::Effect;
use crate::engine::files::FileJob;
use crate::engine::reports::{DocumentEnd, DocumentWork};
use crate::engine::state::{Notice, State};

use super::types::Dialog;

/// Starts the work.
pub(super) fn work(state: &mut State, work: DocumentWork) -> Option<Effect> {
    let Some(Dialog::Document(form)) = &mut state.dialog else { return None };
    (form.is_running, form.end) = (true, None);
    Some(Effect::File(FileJob::Document(form.path.clone(), work)))
}

/// Shows what came of it, in the dialog or, if that is closed, as a notice.
pub(super) fn done(state: &mut State, path: PathBuf, end: Result<DocumentEnd, String>) {
    match &mut state.dialog {
        Some(Dialog::Document(form)) if form.path == path => (form.is_running, form.end) = (false, Some(end)),
        _ => state.notice = Some(Notice::of(end.map(|end| end.told))),
    }
}
