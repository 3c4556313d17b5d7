//! Page styles, kept under a name and shared as a file.

use egui::Ui;
use lucide_icons::Icon;

use super::ask::ask;
use super::fields;
use crate::engine::{Action, FigureAction, State};
use crate::i18n::texts;
use crate::ui::widgets::{button_at_the_end, gap, heading, icon_button, small};

/// The styles: a click applies one. `name` is the one being typed.
pub(crate) fn styles_ui(ui: &mut Ui, state: &State, name: &mut String) -> Option<Action> {
    let lang = state.settings.lang;
    let styles = &state.settings.styles;
    let mut asked = None;
    gap(ui);
    heading(ui, lang.text(texts::STYLES));
    small(ui, lang.text(texts::STYLES_HINT));
    for style in styles {
        let (mut removed, mut used) = (None, None);
        button_at_the_end(
            ui,
            |ui| {
                let text = texts::style_remove(lang, &style.name);
                if icon_button(ui, Icon::Trash2, &text, true, false).clicked() {
                    removed = Some(FigureAction::RemoveStyle(style.name.clone()));
                }
            },
            |ui| {
                let button = ui.add(egui::Button::new(style.name.as_str()).truncate());
                if button.on_hover_text(texts::style_use(lang, &style.name)).clicked() {
                    used = Some(FigureAction::UseStyle(style.name.clone()));
                }
            },
        );
        asked = removed.or(used).or(asked);
    }
    let (mut saves, named) = (false, !name.trim().is_empty());
    button_at_the_end(
        ui,
        |ui| {
            let button = egui::Button::new(lang.text(texts::STYLE_SAVE));
            saves = ui.add_enabled(named, button).clicked();
        },
        |ui| {
            let field = lang.text(texts::STYLE_NAME);
            fields::line(ui, field, name, field);
        },
    );
    if saves {
        asked = Some(FigureAction::SaveStyle(std::mem::take(name)));
    }
    ui.horizontal_wrapped(|ui| {
        if ui.button(lang.text(texts::STYLES_IMPORT)).clicked() {
            asked = Some(FigureAction::ImportStylesFrom);
        }
        if ui.add_enabled(!styles.is_empty(), egui::Button::new(lang.text(texts::STYLES_EXPORT))).clicked() {
            asked = Some(FigureAction::ExportStylesAs);
        }
    });
    asked.map(ask)
}
