//! Right, below: the selected territories, selection by condition, and saved sets.

use egui::Ui;
use lucide_icons::Icon;

use super::condition::condition_ui;
use crate::base::{Code, Level};
use crate::engine::{Action, State};
use crate::figure::mapped_text;
use crate::i18n::texts;
use crate::ui::commands::Command;
use crate::ui::widgets::{heading, icon_button, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub struct ChoiceMemory {
    set_name: String,
    condition: String,
}

/// Lists the selected territories and the sets.
pub fn choice_ui(ui: &mut Ui, state: &State, memory: &mut ChoiceMemory) -> Option<Action> {
    let lang = state.settings.lang;
    let mut action = None;
    let selected = &state.document.map.selected;
    heading(ui, &format!("{} ({})", lang.text(texts::SELECTED), selected.len()));
    ui.horizontal_wrapped(|ui| {
        if ui.button(lang.text(texts::CHOOSE_ALL)).clicked() {
            action = Some(Action::Choose(all(state)));
        }
        let ambito = whole_ambito(state);
        let button = egui::Button::new(lang.text(texts::CHOOSE_AMBITO));
        let response = ui
            .add_enabled(ambito.is_some(), button)
            .on_disabled_hover_text(lang.text(texts::CHOOSE_AMBITO_HINT));
        if response.clicked() {
            action = ambito.map(Action::AddSelected);
        }
        if ui.add_enabled(!selected.is_empty(), egui::Button::new(lang.text(texts::CHOOSE_NONE))).clicked() {
            action = Some(Action::Choose(Vec::new()));
        }
        let invert = ui.button(lang.text(texts::CHOOSE_INVERT));
        let hint = Command::InvertSelection.hint(ui, lang, lang.text(texts::CHOOSE_INVERT_HINT));
        if invert.on_hover_text(hint).clicked() {
            action = Some(Action::InvertSelected);
        }
    });
    action = condition_ui(ui, state, &mut memory.condition).or(action);
    if selected.is_empty() {
        small(ui, lang.text(texts::SELECTED_HINT));
    }
    for code in selected.iter().take(SHOWN) {
        ui.horizontal(|ui| {
            let (name, value) = name_and_value(state, code);
            let remove = format!("{} {name}", lang.text(texts::REMOVE));
            if icon_button(ui, Icon::X, &remove, true, false).clicked() {
                action = Some(Action::ToggleSelected(code.clone()));
            }
            ui.add(egui::Label::new(&name).truncate());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| small(ui, value));
        });
    }
    if selected.len() > SHOWN {
        small(ui, format!("… +{}", selected.len() - SHOWN));
    }
    sets_ui(ui, state, memory, &mut action);
    action
}

/// How many selected territories are listed; more are counted.
const SHOWN: usize = 40;

fn sets_ui(ui: &mut Ui, state: &State, memory: &mut ChoiceMemory, action: &mut Option<Action>) {
    let lang = state.settings.lang;
    if state.document.map.selected.is_empty() && state.document.sets.is_empty() {
        return;
    }
    ui.add_space(6.0);
    small(ui, lang.text(texts::SETS));
    for set in &state.document.sets {
        ui.horizontal(|ui| {
            let label = format!("{} ({})", set.name, set.codes.len());
            if ui.add(egui::Button::new(label).truncate()).clicked() {
                *action = Some(Action::UseSet(set.name.clone()));
            }
            let remove = format!("{} {}", lang.text(texts::REMOVE_SET), set.name);
            if icon_button(ui, Icon::Trash2, &remove, true, false).clicked() {
                *action = Some(Action::RemoveSet(set.name.clone()));
            }
        });
    }
    if state.document.map.selected.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        let field = egui::TextEdit::singleline(&mut memory.set_name)
            .hint_text(lang.text(texts::SET_NAME))
            .desired_width(ui.available_width() - 80.0);
        let field = ui.add(field);
        field.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::TextInput, true, lang.text(texts::SET_NAME))
        });
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let ready = !memory.set_name.trim().is_empty();
        let save = ui.add_enabled(ready, egui::Button::new(lang.text(texts::SAVE_SET))).clicked();
        if ready && (save || entered) {
            *action = Some(Action::SaveSet(std::mem::take(&mut memory.set_name)));
        }
    });
}

fn all(state: &State) -> Vec<Code> {
    state
        .bundle
        .atlas
        .territories
        .units(state.document.map.level)
        .iter()
        .map(|unit| unit.code.clone())
        .collect()
}

/// The Comuni of the Ambiti that the selected Comuni belong to.
fn whole_ambito(state: &State) -> Option<Vec<Code>> {
    let territories = &state.bundle.atlas.territories;
    let mut codes = Vec::new();
    for code in &state.document.map.selected {
        let at = territories.position(Level::Comuni, code)?;
        let ambito = territories.position(Level::Ambiti, &territories.comuni()[at].ambito.0)?;
        let members = &territories.units(Level::Ambiti)[ambito].members;
        codes.extend(members.iter().map(|&i| territories.comuni()[i].code.clone()));
    }
    (!codes.is_empty()).then_some(codes)
}

fn name_and_value(state: &State, code: &Code) -> (String, String) {
    let territories = &state.bundle.atlas.territories;
    let Some((level, at)) = territories.find(code) else { return (code.to_string(), String::new()) };
    let name = state.settings.lang.among_others(level, &territories.units(level)[at].name);
    // The value, if the table shown has it: at another level the card shows it.
    let value = (level == state.document.map.level)
        .then(|| {
            Some(mapped_text(
                &state.document.map,
                state.model.caption_of(state.indicator()?, at),
                state.model.table.rows.get(at)?.value,
            ))
        })
        .flatten();
    (name, value.unwrap_or_else(|| state.settings.lang.one_of_level(level).to_owned()))
}
