//! Requests about kept figures, and the name of the page.

use crate::document::KeptFigure;
use crate::engine::{Action, FigureAction, State};
use crate::i18n::texts;

pub fn ask(action: FigureAction) -> Action {
    Action::Figure(action)
}

/// The action, as part of a gesture if there is one.
pub fn within(gesture: Option<u64>, action: FigureAction) -> Action {
    match gesture {
        Some(gesture) => Action::InGesture(gesture, Box::new(ask(action))),
        None => ask(action),
    }
}

/// The name of the page in the window.
pub(crate) fn page_name(state: &State, figure: &KeptFigure) -> String {
    texts::page_name(state.settings.lang, &figure.name)
}
