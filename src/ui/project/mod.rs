//! The project in the window: its menu, its contents, and the questions before it is closed.

mod ask;
mod contents;
mod menu;

use egui::Ui;

use crate::engine::{Action, ProjectAction, State};

pub use menu::{menu_ui, pressed};

/// Whether a dialog is above the window, which then takes the keys.
pub fn is_over(state: &State) -> bool {
    let project = &state.project;
    project.leaving.is_some()
        || !project.pending.is_empty()
        || project.shows_contents
        || state.dialog.is_some()
}

/// The dialog above the window: a question, or the contents of the project.
pub(crate) fn over_ui(ui: &Ui, state: &State) -> Vec<Action> {
    let asked = match (&state.project.leaving, state.project.shows_contents) {
        (Some(_), _) => ask::leave_ui(ui, state),
        (None, _) if !state.project.pending.is_empty() => ask::pending_ui(ui, state),
        (None, true) => return contents::contents_ui(ui, state),
        (None, false) => None,
    };
    asked.map(Action::Project).into_iter().collect()
}

/// The title of the window: what is open, and whether it is saved.
pub fn title(state: &State) -> String {
    let mark = if state.is_unsaved() { "*" } else { "" };
    format!("{}{mark} – Atlante Sociale", state.project.name(state.settings.lang))
}

fn ask(action: ProjectAction) -> Option<Action> {
    Some(Action::Project(action))
}
