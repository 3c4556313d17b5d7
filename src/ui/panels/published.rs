//! An indicator as published: the sentence on why the map does not show it.

use egui::Ui;

use crate::engine::{Action, Below, State};
use crate::i18n::texts;

/// Why the map stays as it is, where the values are, and the way back.
pub fn published_bar_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    let (published, mapped) = (state.published()?, state.indicator()?);
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(texts::published_no_map(lang, lang.pick(&published.name), lang.pick(&mapped.name)));
        for (text, below) in [(texts::SEE_SERIES, Below::Series), (texts::SEE_TABLE, Below::Table)] {
            if state.settings.below != below && ui.button(lang.text(text)).clicked() {
                action = Some(Action::SetBelow(below));
            }
        }
        if ui.button(lang.text(texts::BACK_TO_MAP)).clicked() {
            action = Some(Action::SetIndicator(mapped.id.clone()));
        }
    });
    action
}
