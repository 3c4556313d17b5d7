//! Top: date, level, undo and redo, export, language, appearance, search.

use egui::Ui;
use lucide_icons::Icon;

use super::search::{SearchMemory, search_ui};
use crate::base::Level;
use crate::document::ElementKind;
use crate::engine::{Action, Appearance, IntakeAction, Panels, State};
use crate::i18n::{self, Lang, texts};
use crate::ui::project::menu_ui;
use crate::ui::theme::SPACE;
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
        let dates = state.dates().into_iter().map(|date| (date, i18n::date(lang, date)));
        ask(drop_down(ui, lang.text(texts::REFERENCE_DATE), dates, map.date, 100.0)
            .map(|date| Action::map(map, |map| map.date = date)));
        ui.separator();
        let levels = Level::ALL.map(|level| (level, lang.level(level).to_owned()));
        ask(segmented(ui, levels, map.level).map(|level| Action::map(map, |map| map.level = level)));
        ui.separator();
        for (icon, name, steps, asked) in [
            (Icon::Undo2, texts::UNDO, state.history.undo_steps(), Action::Undo),
            (Icon::Redo2, texts::REDO, state.history.redo_steps(), Action::Redo),
        ] {
            if icon_button(ui, icon, lang.text(name), steps > 0, false).clicked() {
                ask(Some(asked));
            }
        }
        ui.separator();
        if icon_button(ui, Icon::FileInput, lang.text(texts::INTAKE_OPEN), true, false).clicked() {
            ask(Some(Action::Intake(IntakeAction::Open)));
        }
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
        for (icon, name, open, toggled) in [
            (
                Icon::PanelLeft,
                texts::SHOW_INDICATORS,
                panels.indicators,
                Panels { indicators: !panels.indicators, ..panels },
            ),
            (Icon::PanelBottom, texts::SHOW_LIST, panels.list, Panels { list: !panels.list, ..panels }),
            (
                Icon::PanelRight,
                texts::SHOW_LEGEND,
                panels.legend,
                Panels { legend: !panels.legend, ..panels },
            ),
        ] {
            if icon_button(ui, icon, lang.text(name), true, open).clicked() {
                ask(Some(Action::SetPanels(toggled)));
            }
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
    action
}
