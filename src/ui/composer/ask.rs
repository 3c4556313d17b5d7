//! Requests about the figures kept, and how the page is called.

use crate::document::KeptFigure;
use crate::engine::{Action, FigureAction, State};
use crate::i18n::texts;

pub fn ask(action: FigureAction) -> Action {
    Action::Figure(action)
}

/// A request that is one moment of a movement, where it is.
pub fn within(gesture: Option<u64>, action: FigureAction) -> Action {
    match gesture {
        Some(gesture) => Action::InGesture(gesture, Box::new(ask(action))),
        None => ask(action),
    }
}

/// How the page is called in the window.
pub fn page_name(state: &State, kept: &KeptFigure) -> String {
    texts::page_name(state.settings.lang, &kept.name)
}
