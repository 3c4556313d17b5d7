//! The figures kept with the work.

use egui::Ui;
use lucide_icons::Icon;

use super::ask;
use super::fields::row;
use crate::engine::{Action, FigureAction, State};
use crate::i18n::{fill, texts};
use crate::ui::widgets::{button_at_the_end, gap, heading, icon_button};

/// Their names: a click shows one.
pub fn gallery_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let (lang, composer) = (state.settings.lang, &state.composer);
    let mut action = None;
    heading(ui, lang.text(texts::FIGURES_KEPT));
    for kept in &composer.figures {
        let open = composer.open == Some(kept.id);
        let about = |text| fill(lang.text(text), &[&kept.name]);
        let (mut asked, mut shown) = (None, None);
        button_at_the_end(
            ui,
            |ui| {
                let buttons = [
                    (Icon::Trash2, texts::FIGURE_REMOVE, FigureAction::Remove(kept.id)),
                    (Icon::CopyPlus, texts::FIGURE_DUPLICATE, FigureAction::Duplicate(kept.id)),
                ];
                for (icon, text, request) in buttons.into_iter().filter(|_| open) {
                    if icon_button(ui, icon, &about(text), true, false).clicked() {
                        asked = Some(request);
                    }
                }
            },
            |ui| {
                let label = row(ui, egui::Button::selectable(open, kept.name.as_str()).truncate());
                if label.clicked() && !open {
                    shown = Some(FigureAction::Open(kept.id));
                }
            },
        );
        action = asked.or(shown).map(ask).or(action);
    }
    gap(ui);
    action
}
