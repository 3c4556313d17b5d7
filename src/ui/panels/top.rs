//! Top: date, level, undo and redo, export, language, appearance, search. What has no room goes into a menu.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Button, PopupCloseBehavior, RichText, Role, Ui, WidgetInfo};
use lucide_icons::Icon;
use rustc_hash::FxHashMap;

use super::search::{SearchMemory, search_ui};
use crate::base::Level;
use crate::document::ElementKind;
use crate::document::element::Spec;
use crate::engine::{Action, Appearance, DialogAction, State};
use crate::figure::HypothesisWords;
use crate::i18n::{Lang, texts};
use crate::ui::commands::Command;
use crate::ui::project::menu_ui;
use crate::ui::theme::{SEARCH_LEAST, SPACE, TOP_MORE, Theme};
use crate::ui::widgets::{drop_down, icon_button, icon_text, segmented};

use super::layers::layers_ui;
use super::view_buttons::view_buttons;

/// A part of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Menu,
    Date,
    Level,
    History,
    Data,
    Layers,
    Views,
    Language,
    Panels,
    Appearance,
}

impl Part {
    /// From left to right.
    const ALL: [Self; 10] = [
        Self::Menu,
        Self::Date,
        Self::Level,
        Self::History,
        Self::Data,
        Self::Layers,
        Self::Views,
        Self::Language,
        Self::Panels,
        Self::Appearance,
    ];
    /// Those that can go into the menu, the first to go first. Appearance is among the settings too, import in the menu of the
    /// project, and undo has a key that everybody knows; who does not read the language of the window looks for the button here.
    const FOLDING: [Self; 8] = [
        Self::Appearance,
        Self::Data,
        Self::History,
        Self::Language,
        Self::Layers,
        Self::Panels,
        Self::Views,
        Self::Level,
    ];

    fn ui(self, ui: &mut Ui, state: &State) -> Option<Action> {
        let (lang, map) = (state.settings.lang, &state.document.map);
        match self {
            Self::Menu => menu_ui(ui, state),
            Self::Date => {
                let dates = state.dates().into_iter().map(|date| (date, state.date_name(date)));
                drop_down(ui, lang.text(texts::REFERENCE_DATE), dates, map.date, 100.0)
                    .map(|date| Action::map(map, |map| map.date = date))
            }
            Self::Level => {
                let known = state.bundle.atlas.known_together(map.indicators());
                let levels = Level::ALL.into_iter().filter(|level| *level >= known);
                let levels = levels.map(|level| (level, lang.level(level).to_owned()));
                segmented(ui, levels, map.level).map(|level| Action::map(map, |map| map.level = level))
            }
            Self::History => {
                let undo = Command::Undo.button_action(ui, state, state.history.undo_steps() > 0, false);
                let redo = Command::Redo.button_action(ui, state, state.history.redo_steps() > 0, false);
                undo.or(redo)
            }
            Self::Data => Command::Import.button_action(ui, state, true, false),
            Self::Layers => layers_ui(ui, state),
            Self::Views => view_buttons(ui, state, ElementKind::Map),
            Self::Language => {
                // The other one, in its own words: who cannot read the window reads these.
                let (code, name, other) = match lang {
                    Lang::It => ("EN", "English", Lang::En),
                    Lang::En => ("IT", "Italiano", Lang::It),
                };
                let button = ui.button(code).on_hover_text(name);
                button.clicked().then_some(Action::SetLang(other))
            }
            Self::Panels => {
                let panels = state.settings.panels;
                let all = [
                    (Command::ToggleIndicators, panels.indicators),
                    (Command::ToggleViews, panels.list),
                    (Command::ToggleLegend, panels.legend),
                    (Command::ToggleDates, panels.dates),
                    (Command::ToggleBeside, panels.beside),
                ];
                let asked = all.map(|(panel, open)| panel.button_action(ui, state, true, open));
                asked.into_iter().flatten().last()
            }
            Self::Appearance => {
                let (icon, name, appearance) = if ui.visuals().dark_mode {
                    (Icon::Sun, texts::LIGHT, Appearance::Light)
                } else {
                    (Icon::Moon, texts::DARK, Appearance::Dark)
                };
                let clicked = icon_button(ui, icon, lang.text(name), true, false).clicked();
                clicked.then_some(Action::SetAppearance(appearance))
            }
        }
    }
}

/// How wide the parts were when they were last in the bar.
#[derive(Default)]
pub struct TopMemory {
    widths: FxHashMap<(Part, Lang), f32>,
    search: SearchMemory,
}

impl TopMemory {
    /// The parts that go into the menu, in a bar of this width.
    fn folded(&self, lang: Lang, room: f32) -> &'static [Part] {
        let width = |part: &Part| self.widths.get(&(*part, lang)).copied().unwrap_or(0.0);
        let mut left: f32 = Part::ALL.iter().map(width).sum();
        for (count, part) in Part::FOLDING.iter().enumerate() {
            let more = if count > 0 { TOP_MORE } else { 0.0 };
            // Composing and the level are needed more than a field to search in, which is a button then.
            let is_needed = matches!(part, Part::Views | Part::Level);
            let search = if is_needed { TOP_MORE } else { SEARCH_LEAST };
            if left + more + search <= room {
                return &Part::FOLDING[..count];
            }
            left -= width(part);
        }
        &Part::FOLDING
    }
}

/// One row of controls.
pub fn top_ui(ui: &mut Ui, state: &State, memory: &mut TopMemory) -> Option<Action> {
    let lang = state.settings.lang;
    let mut action = None;
    let mut ask = |asked: Option<Action>| action = asked.or(action.take());
    let folded = memory.folded(lang, ui.available_width());
    ui.horizontal(|ui| {
        let mut is_new = false;
        for part in Part::ALL.into_iter().filter(|part| !folded.contains(part)) {
            let from = ui.cursor().left();
            ask(part.ui(ui, state));
            if part == Part::Views && state.exporting {
                ui.spinner();
            }
            // Lines only between groups: each takes the room of half a button.
            if !matches!(part, Part::Data | Part::Language | Part::Panels | Part::Appearance) {
                ui.separator();
            }
            is_new |= memory.widths.insert((part, lang), ui.cursor().left() - from).is_none();
        }
        if is_new {
            // What was wider than its room is folded before anybody sees it.
            ui.ctx().request_discard("the bar is measured");
        }
        if !folded.is_empty() {
            ask(more_ui(ui, state, folded));
        }
        ask(search_ui(ui, state, &mut memory.search));
    });
    if let Some(hypothesis) = state.bundle.atlas.hypothesis() {
        let hypothesis = HypothesisWords::of(lang, hypothesis);
        let text = RichText::new(hypothesis.short).color(Theme::of(ui).warning);
        let button = ui.add(Button::new(text).truncate()).on_hover_text(hypothesis.full);
        ask(button.clicked().then(|| Action::Dialog(DialogAction::WhatIf(None))));
    }
    action
}

/// The menu of what has no room.
fn more_ui(ui: &mut Ui, state: &State, folded: &[Part]) -> Option<Action> {
    let mut action = None;
    let name = state.settings.lang.text(texts::MORE);
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (button, _) = MenuButton::new(icon_text(ui, Icon::Ellipsis)).config(config).ui(ui, |ui| {
        for part in Part::ALL.into_iter().filter(|part| folded.contains(part)) {
            ui.horizontal(|ui| action = part.ui(ui, state).or(action.take()));
        }
        ui.add_space(SPACE[0]);
    });
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    button.on_hover_text(name);
    action
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fold_one_after_the_other_as_the_bar_gets_narrow() {
        let widths = Part::ALL.map(|part| ((part, Lang::It), 100.0)).into_iter().collect();
        let memory = TopMemory { widths, search: SearchMemory::default() };
        let folded = |room| memory.folded(Lang::It, room).len();
        assert_eq!(folded(1000.0 + SEARCH_LEAST), 0);
        assert_eq!(folded(999.0 + SEARCH_LEAST), 1);
        assert_eq!(folded(700.0 + SEARCH_LEAST + TOP_MORE), 3);
        assert_eq!(folded(100.0), 8, "menu and date always stay");
    }
}
