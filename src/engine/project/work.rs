//! Between the state and what a project keeps of it.

use std::sync::Arc;

use crate::document::{KeptFigure, Project, ProjectKind, TableView};
use crate::engine::composer::Composer;
use crate::engine::history::History;
use crate::engine::state::State;
use crate::engine::table::TableState;
use crate::figure::MapModel;
use crate::io::project::ProjectFile;

impl State {
    /// Whether closing the project now would lose something that was made: figures, sets, imports, notes. What is in sight on the
    /// map is saved with them, and is not worth a question by itself.
    pub fn is_unsaved(&self) -> bool {
        let saved = &self.project.saved.work;
        !Arc::ptr_eq(&self.project.file, &self.project.saved)
            || self.sets != saved.sets
            || self.composer.figures.len() != saved.figures.len()
            || self.composer.figures.iter().zip(&saved.figures).any(|(now, then)| **now != *then)
    }
}

/// The project as it would be saved now.
pub(super) fn file(state: &State) -> ProjectFile {
    let of_file = &state.project.file;
    let work = Project {
        kind: ProjectKind::Project,
        map: Some(state.spec.clone()),
        scatter: state.scatter.clone(),
        columns: state.table.added.clone(),
        table: state.table.view.clone(),
        figures: state.composer.figures.iter().map(|kept| KeptFigure::clone(kept)).collect(),
        sets: state.sets.clone(),
        ..of_file.work.clone()
    };
    ProjectFile { work, imports: of_file.imports.clone(), recovered: None }
}

/// Shows the work of the project that was opened, on its data. Nothing done before can be undone into it.
pub(super) fn put(state: &mut State) {
    let work = state.project.file.work.clone();
    state.rebuild();
    let shown = work.map.and_then(|map| {
        let model = MapModel::new(&map, &state.bundle.atlas).ok()?;
        Some((map, model))
    });
    match shown {
        Some((mut map, model)) => {
            map.lang = state.settings.lang;
            (state.spec, state.model, state.remarks) = (map, Arc::new(model.value), model.diagnostics);
        }
        None => state.open_anew(),
    }
    state.scatter = work.scatter;
    let is_untouched = work.columns.is_empty() && work.table == TableView::default();
    state.table = if is_untouched {
        TableState::default()
    } else {
        TableState { added: work.columns, view: work.table, ..TableState::default() }
    };
    state.composer = Composer::with(work.figures);
    state.sets = work.sets;
    state.history = History::default();
    state.gesture = None;
    state.scatter_x = None;
    state.published = None;
    state.published_at = None;
    state.pinned.clear();
    state.forget_unknown();
}
