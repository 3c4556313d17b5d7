//! The menu of the project.

use egui::{Button, Key, KeyboardShortcut, Modifiers, Role, Ui, WidgetInfo};
use lucide_icons::Icon;

use super::ask;
use crate::engine::{Action, DialogAction, IntakeAction, Leaving, ProjectAction, State};
use crate::i18n::{Text, texts};
use crate::ui::theme::MENU_WIDTH;
use crate::ui::widgets::small;

const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);
const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
/// Saves it under another name.
const SAVE_AS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
const NEW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::N);

/// Opens the import page.
const IMPORT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);

/// Asks where a number comes from.
const WHENCE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::F);

/// An entry of the menu.
struct Entry {
    text: Text,
    key: Option<KeyboardShortcut>,
    action: Action,
}

impl Entry {
    fn all() -> [Self; 8] {
        let entry = |text, key, action| Self { text, key, action: Action::Project(action) };
        let import = Action::Intake(IntakeAction::Open);
        let [updates, whence] = [DialogAction::Reach, DialogAction::Whence].map(Action::Dialog);
        [
            entry(texts::PROJECT_NEW, Some(NEW), ProjectAction::Leave(Leaving::New)),
            entry(texts::PROJECT_OPEN, Some(OPEN), ProjectAction::AskOpen),
            entry(texts::PROJECT_SAVE, Some(SAVE), ProjectAction::Save),
            entry(texts::PROJECT_SAVE_AS, Some(SAVE_AS), ProjectAction::SaveAs),
            Self { text: texts::INTAKE_MENU, key: Some(IMPORT), action: import },
            Self { text: texts::REACH_MENU, key: None, action: updates },
            Self { text: texts::WHENCE_MENU, key: Some(WHENCE), action: whence },
            entry(texts::PROJECT_CONTENTS, None, ProjectAction::ShowContents(true)),
        ]
    }

    /// To other boundaries, and back to those of the program.
    fn of_boundaries(state: &State) -> Vec<Self> {
        let entry = |text, action| Self { text, key: None, action: Action::Project(action) };
        let own = ProjectAction::Leave(Leaving::Boundaries(None));
        let own = state.project.boundaries.as_ref().map(|_| entry(texts::BOUNDARIES_OWN, own));
        own.into_iter().chain([entry(texts::BOUNDARIES_OPEN, ProjectAction::AskBoundaries)]).collect()
    }

    /// As a button; returns its action once clicked.
    fn ui(self, ui: &mut Ui, state: &State) -> Option<Action> {
        let name = state.settings.lang.text(self.text);
        let mut button = Button::new(name);
        if let Some(key) = self.key {
            button = button.shortcut_text(ui.ctx().format_shortcut(&key));
        }
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        response.clicked().then(|| {
            ui.close();
            self.action
        })
    }
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
        let [new, open, save, save_as, import, updates, whence, contents] = Entry::all();
        let mut action = new.ui(ui, state).or(open.ui(ui, state));
        ui.add_enabled_ui(!state.settings.recent_projects.is_empty(), |ui| {
            ui.menu_button(lang.text(texts::PROJECT_RECENT), |ui| {
                action = recent_ui(ui, state).or(action.take())
            });
        });
        ui.separator();
        action = action.or(save.ui(ui, state)).or(save_as.ui(ui, state));
        ui.separator();
        action = action.or(import.ui(ui, state)).or(updates.ui(ui, state)).or(contents.ui(ui, state));
        ui.separator();
        action = action.or(whence.ui(ui, state));
        ui.separator();
        let boundaries = Entry::of_boundaries(state).into_iter();
        action.or(boundaries.filter_map(|entry| entry.ui(ui, state)).last())
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

/// The shortcuts of its entries, whether it is open or not.
pub fn pressed(ui: &Ui) -> Option<Action> {
    // Shortcuts with Shift first, because those without it would match too.
    let mut entries: Vec<Entry> = Entry::all().into_iter().filter(|entry| entry.key.is_some()).collect();
    entries.sort_by_key(|entry| entry.key.is_some_and(|key| !key.modifiers.shift));
    let mut entries = entries.into_iter();
    ui.input_mut(|input| entries.find(|entry| entry.key.is_some_and(|key| input.consume_shortcut(&key))))
        .map(|entry| entry.action)
}

/// What is open, in a few words.
fn standing(state: &State) -> String {
    let lang = state.settings.lang;
    let mut words = vec![state.project.name(lang)];
    words.extend(state.is_unsaved().then(|| lang.text(texts::PROJECT_CHANGED).to_owned()));
    words.extend(state.project.read_only(lang).map(|_| lang.text(texts::PROJECT_READING_ONLY).to_owned()));
    words.join(" · ")
}
