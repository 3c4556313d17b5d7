//! Converting between the state and a project.

use std::sync::Arc;

use crate::document::{Document, Project, ProjectKind};
use crate::engine::composer::Composer;
use crate::engine::history::History;
use crate::engine::project::Open;
use crate::engine::state::State;
use crate::figure::MapModel;
use crate::figure::Warned;
use crate::io::project::ProjectFile;

impl State {
    /// Whether closing the project now would lose something: for one with a file any change, including of what is
    /// shown; for one without a file its figures, sets, imports and notes, since a map that was merely viewed is not
    /// worth a question.
    pub fn is_unsaved(&self) -> bool {
        let Open { file, saved, seen, path, .. } = &self.project;
        let (now, then) = (&self.document, &saved.work.document);
        !Arc::ptr_eq(file, saved)
            || (&now.figures, &now.sets, &now.what_if) != (&then.figures, &then.sets, &then.what_if)
            || path.is_some() && seen.as_ref().is_none_or(|seen| !now.is_same_work(seen))
    }
}

/// The project as it would be saved now.
pub(super) fn file(state: &State) -> ProjectFile {
    let of_file = &state.project.file;
    let work = Project {
        kind: ProjectKind::Project,
        document: Document { composing: None, ..state.document.clone() },
        ..of_file.work.clone()
    };
    ProjectFile { work, imports: of_file.imports.clone(), recovered: None }
}

/// Shows the work of the opened project on its data, with an empty undo history.
pub(super) fn put(state: &mut State) {
    let document = state.project.file.work.document.clone();
    state.document.what_if.clone_from(&document.what_if);
    state.document.own.clone_from(&document.own);
    state.rebuild();
    state.add_rates(document.indicators());
    let model = MapModel::new(&document.map, state.bundle.sources()).ok();
    state.document = Document { what_if: state.document.what_if.clone(), ..document };
    match model {
        Some(Warned { value, remarks }) => (state.model, state.remarks) = (Arc::new(value), remarks),
        // It was never open in the window, or its data are gone.
        None => state.open_anew(),
    }
    state.document.set_lang(state.settings.lang);
    state.composer = Composer::with(&state.document.figures);
    state.history = History::default();
    state.gesture = None;
    state.pinned.clear();
    state.forget_unknown();
    // After setting the language and completing the views, because showing a project must not count as a change.
    state.project.seen = Some(state.document.clone());
}

/// Replaces the open project with an empty one.
pub(super) fn start_anew(state: &mut State) {
    let (pending, boundaries) = (std::mem::take(&mut state.project.pending), state.project.boundaries.take());
    state.project = Open { pending, boundaries, ..Open::new(Arc::clone(&state.project.program_data)) };
    put(state);
    state.notice = None;
}
