//! The question which Ambito is the user's.

use egui::{ScrollArea, Ui};

use crate::engine::{Action, Home, State, home};
use crate::i18n::texts;
use crate::ui::theme::{MODAL, SPACE};
use crate::ui::widgets::{list_entered, small};

/// The Ambiti, of which one is picked, and the way past the question.
pub(crate) fn home_ui(ui: &mut Ui, state: &State, height: f32) -> Option<Action> {
    let lang = state.settings.lang;
    let mut action = None;
    small(ui, lang.text(texts::HOME_WHY));
    ui.add_space(SPACE[1]);
    let choices = home::choices(&state.bundle.atlas, lang);
    let height = height - MODAL.fields;
    ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink([false, true]).show(
        ui,
        |ui| {
            let names = choices.iter().map(|(code, name)| (code, name.clone()));
            // All are seen at once where the window is wide enough.
            let columns = if ui.available_width() < MODAL.wide / 2.0 { 1 } else { 2 };
            let picked = list_entered(ui, "home", names, state.settings.home(), columns);
            action = picked.map(|code| Action::SettleIn(Home::Ambito(code.clone())));
        },
    );
    ui.add_space(SPACE[1]);
    if ui.button(lang.text(texts::HOME_SKIP)).clicked() {
        action = Some(Action::SettleIn(Home::Nowhere));
    }
    action
}
