//! What is said and offered where there is nothing to show yet.

use egui::{Button, Ui};
use lucide_icons::Icon;

use super::search::action_of;
use crate::base::Level;
use crate::document::{TableSpec, TableView};
use crate::engine::search::{HitKind, search};
use crate::engine::{Action, State, home};
use crate::i18n::{Text, texts};
use crate::ui::commands::Command;
use crate::ui::widgets::small;

/// How territories are chosen, for a view that shows them; the user's Ambito is offered.
pub(crate) fn choose_ui(ui: &mut Ui, state: &State, why: Text) -> Option<Action> {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    small(ui, lang.text(why));
    small(ui, lang.text(texts::CHOOSE_HOW));
    let code = home::of(atlas, &state.settings)?;
    let unit = atlas.territories.position(Level::Ambiti, code)?;
    let name = lang.territory(Level::Ambiti, &atlas.territories.units(Level::Ambiti)[unit].name);
    ui.button(name).clicked().then(|| Action::Choose(vec![code.clone()]))
}

/// What an indicator that is not found may be: another word, a territory, or data of the user's own.
pub(crate) fn nothing_found_ui(ui: &mut Ui, state: &State, typed: &mut String) -> Option<Action> {
    let lang = state.settings.lang;
    small(ui, lang.text(texts::SEARCH_NOTHING));
    let mut action = None;
    let places = search(&state.bundle, &state.document.sets, typed.trim(), lang, 3);
    if let Some(place) = places.into_iter().find(|hit| matches!(hit.kind, HitKind::Territory(..))) {
        small(ui, texts::search_is_place(lang, &place.name, &place.context));
        if ui.button(texts::search_go_to(lang, &place.name)).clicked() {
            action = Some(action_of(place));
        }
    }
    if ui.button(lang.text(texts::SEARCH_CLEAR)).clicked() {
        typed.clear();
    }
    small(ui, lang.text(texts::SEARCH_OWN_DATA));
    import_ui(ui, state).or(action)
}

/// The way to data of the user's own.
pub(crate) fn import_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let text = format!("{} {}", char::from(Icon::FileInput), state.settings.lang.text(texts::INTAKE_MENU));
    let button = ui.add(Button::new(text));
    if button.clicked() { Command::Import.action(state) } else { None }
}

/// Why a table has no rows, and what brings them back.
pub(crate) fn no_rows_ui(ui: &mut Ui, state: &State, spec: &TableSpec) -> Option<Action> {
    let lang = state.settings.lang;
    let set = |view| Action::SetView(Box::new(TableSpec { view, ..spec.clone() }.into()));
    small(ui, lang.text(texts::TABLE_NO_ROWS));
    let filter = spec.view.filter.trim();
    if !filter.is_empty() {
        small(ui, texts::table_no_name(lang, filter));
        let clear = ui.button(lang.text(texts::SEARCH_CLEAR)).clicked();
        return clear.then(|| set(TableView { filter: String::new(), ..spec.view.clone() }));
    }
    if spec.view.only_selected && spec.selected.is_empty() {
        small(ui, lang.text(texts::TABLE_NONE_SELECTED));
        let all = ui.button(lang.text(texts::TABLE_SHOW_ALL)).clicked();
        return all.then(|| set(TableView { only_selected: false, ..spec.view.clone() }));
    }
    None
}
