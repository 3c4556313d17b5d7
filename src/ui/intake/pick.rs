//! Drop-down lists with a search field.

use egui::{Margin, Popup, PopupCloseBehavior, Response, Role, ScrollArea, TextEdit, Ui, WidgetInfo};
use lucide_icons::Icon;

use crate::base::{Code, Level};
use crate::engine::State;
use crate::engine::intake::area_name;
use crate::i18n::{folded, texts};
use crate::ui::focus::focus_when_opened;
use crate::ui::theme::{INTAKE, SEARCH_LIST_WIDTH, SPACE};
use crate::ui::widgets::small;

/// A button that opens a list of territories; returns the chosen one.
pub(crate) fn place_ui(ui: &mut Ui, state: &State, of: &str, search: &mut String) -> Option<Code> {
    let lang = state.settings.lang;
    let name = texts::intake_place_of(lang, of);
    let text = format!("{} {}", lang.text(texts::INTAKE_OTHER_PLACE), char::from(Icon::ChevronDown));
    let button = ui.button(text);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if button.clicked() {
        search.clear();
    }
    let units = Level::ALL.into_iter();
    let units =
        units.flat_map(|level| state.base.atlas.territories.units(level).iter().map(move |u| (level, u)));
    let named = units.map(|(level, unit)| {
        let name = match level {
            Level::Comuni => unit.name.clone(),
            _ => area_name(level, &unit.name),
        };
        (unit.code.clone(), name)
    });
    list_ui(&button, lang.text(texts::INTAKE_PLACE_SEARCH), named, search)
}

/// The list below an open button, filtered by the search field.
pub(crate) fn list_ui<T>(
    button: &Response,
    name: &str,
    options: impl Iterator<Item = (T, String)>,
    search: &mut String,
) -> Option<T> {
    let mut picked = None;
    Popup::menu(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(SEARCH_LIST_WIDTH)
        .show(|ui| {
            let hint = format!("{} {name}", char::from(Icon::Search));
            // Menus have no padding of their own.
            let margin = Margin::symmetric(SPACE[1] as i8, SPACE[0] as i8);
            let edit = TextEdit::singleline(search).hint_text(hint).margin(margin);
            let field = ui.add(edit.desired_width(SEARCH_LIST_WIDTH));
            field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
            focus_when_opened(ui, &field);
            let wanted = folded(search);
            ScrollArea::vertical().max_height(INTAKE.menu).show(ui, |ui| {
                let mut found = 0;
                for (value, name) in options.filter(|(_, name)| folded(name).contains(&wanted)) {
                    found += 1;
                    if ui.selectable_label(false, name).clicked() {
                        picked = Some(value);
                        ui.close();
                    }
                }
                if found == 0 {
                    small(ui, "–");
                }
            });
        });
    picked
}
