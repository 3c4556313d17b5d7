//! The project that is open.

use std::sync::Arc;

use crate::io::project::{Import, ProjectFile};

use super::state::State;

/// The project that is open.
#[derive(Clone, Debug, Default)]
pub struct Open {
    /// What it holds.
    pub file: Arc<ProjectFile>,
}

/// Takes imports into the project; every view then reads them. An import of the same id is replaced.
pub fn take(state: &mut State, imports: Vec<Import>) {
    let file = Arc::make_mut(&mut state.project.file);
    imports.into_iter().for_each(|import| file.add(import));
    state.bundle = Arc::new(state.base.with_projects([&*state.project.file]));
}
