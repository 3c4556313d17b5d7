//! An indicator as published: the message on why the map does not show it.

use egui::Ui;

use crate::document::ElementKind;
use crate::engine::{Action, State};
use crate::i18n::texts;

/// Why the map stays as it is, where the values are, and the way back.
pub fn published_bar_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    let (published, mapped) = (state.published()?, state.indicator()?);
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(texts::published_no_map(lang, lang.pick(&published.name), lang.pick(&mapped.name)));
        for (text, tab) in [(texts::SEE_SERIES, ElementKind::Series), (texts::SEE_TABLE, ElementKind::Table)]
        {
            if state.settings.tab != tab && ui.button(lang.text(text)).clicked() {
                action = Some(Action::SetTab(tab));
            }
        }
        if ui.button(lang.text(texts::BACK_TO_MAP)).clicked() {
            action = Some(Action::SetIndicator(mapped.id.clone()));
        }
    });
    action
}
