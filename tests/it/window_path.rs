//! Files without a program that shows dialogs: the path is typed in the window.

use std::sync::Arc;

use atlante::engine::{Appearance, Dialog, Pick, Settings};
use atlante::i18n::Lang;
use atlante::ui::app::App;
use atlante::ui::theme;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::common::Folder;
use crate::window::{Window, app, click, wait};

fn window_without_dialogs(lang: Lang) -> Window {
    let settings = Settings { lang, appearance: Appearance::Light, ..Settings::default() };
    let show = move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
        Some(app) => app.show(ui),
        None => {
            theme::install(ui.ctx());
            let dialog = Arc::new(|_: &str, _: &Pick| None);
            *app = App::new(Arc::new(crate::common::edition()), settings.clone(), dialog).ok();
        }
    };
    let mut window =
        Harness::builder().with_size([1366.0, 768.0]).with_max_steps(32).build_ui_state(show, None);
    window.run();
    window
}

fn type_path(window: &mut Window, path: &str) {
    let node = window.get_by_role_and_label(Role::TextInput, "Percorso");
    node.focus();
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Percorso").type_text(path);
    window.run();
}

/// Without waiting for the end of the export, during which a spinner turns.
fn save(window: &mut Window) {
    window.get_by_role_and_label(Role::Button, "Salva qui").click();
    window.step();
}

#[test]
fn the_path_is_typed_at_once_and_taken_to_its_last_letter() {
    let folder = Folder::new();
    let path = folder.path().join("mappa.svg");
    let mut window = window_without_dialogs(Lang::It);
    click(&mut window, "Esporta figura");
    wait(&mut window, "the field", |window| matches!(app(window).state().dialog, Some(Dialog::Path(_))));
    window.run();
    assert!(window.get_by_role_and_label(Role::TextInput, "Percorso").is_focused());
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    window.run();
    // Letters and Enter in one frame, as on a slow machine.
    let key = |pressed| egui::Event::Key {
        key: egui::Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    };
    let typed = egui::Event::Text(path.to_str().expect("UTF-8").to_owned());
    window.input_mut().events.extend([typed, key(true), key(false)]);
    window.step();
    wait(&mut window, "the file", |window| path.exists() && !app(window).state().exporting);
}

#[test]
fn a_map_is_exported_to_a_typed_path() {
    let folder = Folder::new();
    let path = folder.path().join("mappa.svg");
    let mut window = window_without_dialogs(Lang::It);
    click(&mut window, "Esporta figura");
    wait(&mut window, "the field", |window| matches!(app(window).state().dialog, Some(Dialog::Path(_))));
    type_path(&mut window, path.to_str().expect("UTF-8"));
    save(&mut window);
    wait(&mut window, "the file", |window| path.exists() && !app(window).state().exporting);
    assert_eq!(app(&window).state().dialog, None);

    // The file is replaced only by those who know that it is there.
    let written = std::fs::read(&path).expect("the map");
    std::fs::write(&path, "of somebody else").expect("a file");
    click(&mut window, "Esporta figura");
    wait(&mut window, "the field", |window| matches!(app(window).state().dialog, Some(Dialog::Path(_))));
    type_path(&mut window, path.to_str().expect("UTF-8"));
    save(&mut window);
    window.run();
    assert_eq!(std::fs::read(&path).expect("the file"), b"of somebody else");
    save(&mut window);
    wait(&mut window, "the file", |_| std::fs::read(&path).is_ok_and(|bytes| bytes == written));
}

#[test]
fn a_file_to_open_must_be_there() {
    let mut window = window_without_dialogs(Lang::En);
    click(&mut window, "Import data… (Ctrl+Shift+I)");
    click(&mut window, "Choose files…");
    wait(&mut window, "the field", |window| matches!(app(window).state().dialog, Some(Dialog::Path(_))));
    window.step();
    let Some(Dialog::Path(asked)) = &app(&window).state().dialog else { panic!("the field") };
    let folder = asked.typed.clone();
    click(&mut window, "Open");
    window.get_by_label(&format!("There is no file {folder}."));
}
