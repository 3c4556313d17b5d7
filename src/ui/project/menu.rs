//! The menu of the project.

use egui::{Button, Role, Ui, WidgetInfo};
use lucide_icons::Icon;

use super::ask;
use crate::engine::{Action, Leaving, ProjectAction, State};
use crate::i18n::{Lang, texts};
use crate::ui::commands::Command;
use crate::ui::theme::MENU_WIDTH;
use crate::ui::widgets::small;

/// An entry that is not a command: its text and its action.
fn entry_ui(ui: &mut Ui, text: &str, key: Option<String>, action: Action) -> Option<Action> {
    let mut button = Button::new(text);
    if let Some(key) = key {
        button = button.shortcut_text(key);
    }
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    response.clicked().then(|| {
        ui.close();
        action
    })
}

fn command_ui(ui: &mut Ui, state: &State, command: Command) -> Option<Action> {
    let lang = state.settings.lang;
    let key = command.key_text(ui, lang);
    entry_ui(ui, lang.text(command.text()), key, command.action(state)?)
}

/// To other boundaries, and back to those of the program.
fn boundaries_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let mut entry =
        |text, action| entry_ui(ui, state.settings.lang.text(text), None, Action::Project(action));
    let own = state.project.boundaries.is_some().then_some(ProjectAction::Leave(Leaving::Boundaries(None)));
    let own = own.and_then(|own| entry(texts::BOUNDARIES_OWN, own));
    entry(texts::BOUNDARIES_OPEN, ProjectAction::AskBoundaries).or(own)
}

/// The list of shortcuts.
fn keys_ui(ui: &mut Ui, lang: Lang) {
    egui::Grid::new("keys").num_columns(2).show(ui, |ui| {
        for command in Command::ALL {
            if let Some(key) = command.key_text(ui, lang) {
                ui.label(lang.text(command.text()));
                ui.label(key);
                ui.end_row();
            }
        }
    });
}

pub fn menu_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    let mark = if state.is_unsaved() { " •" } else { "" };
    let name = lang.text(texts::PROJECT_MENU);
    let text = format!("{} {name}{mark}", char::from(Icon::Menu));
    let menu = ui.menu_button(text, |ui| {
        ui.set_min_width(MENU_WIDTH);
        small(ui, standing(state));
        ui.separator();
        let commands = |ui: &mut Ui, commands: &[Command]| {
            commands.iter().filter_map(|command| command_ui(ui, state, *command)).last()
        };
        let mut action = commands(ui, &[Command::NewProject, Command::OpenProject]);
        ui.add_enabled_ui(!state.settings.recent_projects.is_empty(), |ui| {
            ui.menu_button(lang.text(texts::PROJECT_RECENT), |ui| {
                action = recent_ui(ui, state).or(action.take())
            });
        });
        ui.separator();
        action = commands(ui, &[Command::SaveProject, Command::SaveProjectAs]).or(action);
        ui.separator();
        action = commands(ui, &[Command::Import, Command::Coverage, Command::Contents]).or(action);
        ui.separator();
        let tools = [
            Command::Analysis,
            Command::Reports,
            Command::Whence,
            Command::Standards,
            Command::Formula,
            Command::WhatIf,
        ];
        action = commands(ui, &tools).or(action);
        ui.separator();
        action = boundaries_ui(ui, state).or(action);
        ui.separator();
        action =
            commands(ui, &[Command::Home, Command::Palette, Command::Settings, Command::Help]).or(action);
        ui.menu_button(lang.text(texts::KEYBOARD), |ui| keys_ui(ui, lang));
        if let Some(drawing) = state.drawing {
            ui.separator();
            small(ui, drawing.text(lang));
        }
        action
    });
    menu.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    menu.response.on_hover_text(standing(state));
    menu.inner.flatten()
}

fn recent_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let mut action = None;
    for path in &state.settings.recent_projects {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
            action = ask(ProjectAction::Leave(Leaving::Open(path.clone())));
            ui.close();
        }
    }
    action
}

/// The shortcuts of the menu's commands, whether it is open or not.
pub fn pressed(ui: &Ui, state: &State) -> Option<Action> {
    // The shortcut with Shift first: the other one would match it too.
    let commands = [
        Command::SaveProjectAs,
        Command::Import,
        Command::Whence,
        Command::NewProject,
        Command::OpenProject,
        Command::SaveProject,
    ];
    let pressed = ui.input_mut(|input| commands.into_iter().find(|command| command.is_pressed(input)));
    pressed.and_then(|command| command.action(state))
}

/// What is open, in a few words.
fn standing(state: &State) -> String {
    let lang = state.settings.lang;
    let mut words = vec![state.project.name(lang)];
    words.extend(state.is_unsaved().then(|| lang.text(texts::PROJECT_CHANGED).to_owned()));
    words.extend(state.project.read_only(lang).map(|_| lang.text(texts::PROJECT_READING_ONLY).to_owned()));
    words.join(" · ")
}
