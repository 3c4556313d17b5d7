//! "Il mio Ambito": the Ambito that the user works in, on which the window opens.

pub(super) mod choice;
mod sentences;

use crate::base::Level;
use crate::document::Spec;

use super::action::Framing;
use super::dialog::Dialog;
use super::effect::Effect;
use super::settings::Home;
use super::state::State;

pub use choice::{choices, of};
pub use sentences::Sentences;

/// Whether the user is to be asked, which is done once.
pub fn is_to_be_asked(state: &State) -> bool {
    state.settings.home == Home::Unasked && !choices(&state.bundle.atlas, state.settings.lang).is_empty()
}

/// Shows the user's Ambito, or asks for it.
pub(super) fn go(state: &mut State) -> Vec<Effect> {
    let Some(code) = of(&state.bundle.atlas, &state.settings).cloned() else {
        state.dialog = Some(Dialog::Home);
        return Vec::new();
    };
    let is_known = state.bundle.atlas.known_together(state.document.map.indicators()) <= Level::Ambiti;
    let map = &mut state.document.map;
    if is_known {
        choice::put(map, &code);
    } else {
        map.selected = vec![code];
    }
    state.shows_home = true;
    vec![Effect::Frame(Framing::Selected)]
}

/// Takes the answer and shows the Ambito.
pub(super) fn settle(state: &mut State, home: Home) -> Vec<Effect> {
    state.dialog = None;
    state.settings.home = home;
    if state.settings.home().is_some() {
        return go(state);
    }
    state.shows_home = false;
    Vec::new()
}
