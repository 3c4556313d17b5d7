//! Between the state and what a project keeps of it.

use std::sync::Arc;

use crate::base::Warned;
use crate::document::{Document, Project, ProjectKind};
use crate::engine::composer::Composer;
use crate::engine::history::History;
use crate::engine::state::State;
use crate::figure::MapModel;
use crate::io::project::ProjectFile;

impl State {
    /// Whether closing the project now would lose something that was made: figures, sets, imports, notes. What is in sight on the
    /// map is saved with them, and is not worth a question by itself.
    pub fn is_unsaved(&self) -> bool {
        let saved = &self.project.saved.work.document;
        !Arc::ptr_eq(&self.project.file, &self.project.saved) || !self.document.is_same_work(saved)
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

/// Shows the work of the project that was opened, on its data. Nothing done before can be undone into it.
pub(super) fn put(state: &mut State) {
    state.rebuild();
    let document = state.project.file.work.document.clone();
    let model = MapModel::new(&document.map, &state.bundle.atlas).ok();
    state.document = document;
    match model {
        Some(Warned { value, diagnostics }) => (state.model, state.remarks) = (Arc::new(value), diagnostics),
        // Never open in the window, or its data are gone.
        None => state.open_anew(),
    }
    state.document.set_lang(state.settings.lang);
    state.composer = Composer::with(&state.document.figures);
    state.history = History::default();
    state.gesture = None;
    state.pinned.clear();
    state.forget_unknown();
}
