//! Top: date, level, undo and redo, export, language, appearance, search.

use egui::{Button, RichText, Ui};
use lucide_icons::Icon;

use super::search::{SearchMemory, search_ui};
use crate::base::Level;
use crate::document::ElementKind;
use crate::document::element::Spec;
use crate::engine::{Action, Appearance, DialogAction, State};
use crate::figure::HypothesisWords;
use crate::i18n::{Lang, texts};
use crate::ui::commands::Command;
use crate::ui::project::menu_ui;
use crate::ui::theme::{SPACE, Theme};
use crate::ui::widgets::{drop_down, icon_button, segmented};

use super::layers::layers_ui;
use super::view_buttons::view_buttons;

/// One row of controls.
pub fn top_ui(ui: &mut Ui, state: &State, search: &mut SearchMemory) -> Option<Action> {
    let lang = state.settings.lang;
    let mut action = None;
    let mut ask = |asked: Option<Action>| action = asked.or(action.take());
    ui.horizontal_wrapped(|ui| {
        ask(menu_ui(ui, state));
        ui.add_space(SPACE[0]);
        let map = &state.document.map;
        let dates = state.dates().into_iter().map(|date| (date, state.date_name(date)));
        ask(drop_down(ui, lang.text(texts::REFERENCE_DATE), dates, map.date, 100.0)
            .map(|date| Action::map(map, |map| map.date = date)));
        ui.separator();
        let known = state.bundle.atlas.known_together(map.indicators());
        let levels = Level::ALL.into_iter().filter(|level| *level >= known);
        let levels = levels.map(|level| (level, lang.level(level).to_owned()));
        ask(segmented(ui, levels, map.level).map(|level| Action::map(map, |map| map.level = level)));
        ui.separator();
        ask(Command::Undo.button_action(ui, state, state.history.undo_steps() > 0, false));
        ask(Command::Redo.button_action(ui, state, state.history.redo_steps() > 0, false));
        ui.separator();
        ask(Command::Import.button_action(ui, state, true, false));
        ask(layers_ui(ui, state));
        ask(view_buttons(ui, state, ElementKind::Map));
        if state.exporting {
            ui.spinner();
        }
        ui.separator();
        let langs = [(Lang::It, "IT".to_owned()), (Lang::En, "EN".to_owned())];
        ask(segmented(ui, langs, lang).map(Action::SetLang));
        ui.separator();
        let panels = state.settings.panels;
        for (panel, open) in [
            (Command::ToggleIndicators, panels.indicators),
            (Command::ToggleViews, panels.list),
            (Command::ToggleLegend, panels.legend),
        ] {
            ask(panel.button_action(ui, state, true, open));
        }
        ui.separator();
        let dark = ui.visuals().dark_mode;
        let (icon, name, appearance) = if dark {
            (Icon::Sun, texts::LIGHT, Appearance::Light)
        } else {
            (Icon::Moon, texts::DARK, Appearance::Dark)
        };
        if icon_button(ui, icon, lang.text(name), true, false).clicked() {
            ask(Some(Action::SetAppearance(appearance)));
        }
        ask(search_ui(ui, state, search));
    });
    if let Some(hypothesis) = state.bundle.atlas.hypothesis() {
        let hypothesis = HypothesisWords::of(lang, hypothesis);
        let text = RichText::new(hypothesis.short).color(Theme::of(ui).warning);
        let button = ui.add(Button::new(text).truncate()).on_hover_text(hypothesis.full);
        ask(button.clicked().then(|| Action::Dialog(DialogAction::WhatIf(None))));
    }
    action
}
