//! The project in the window, through accessible labels.

use std::path::PathBuf;

use atlante::i18n::Lang;
use atlante::io::project::ProjectFile;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use crate::common::{Folder, atlas};
use crate::import_custom_territory::parts_of_a_city;
use crate::project::users;
use crate::window::{Window, app, click, wait, window_of};

fn saved(folder: &Folder) -> PathBuf {
    let path = folder.path().join("p.atlante");
    users().save(&path, &atlas().territories).expect("written");
    path
}

/// A window with this project open, whose dialogs answer with its path.
fn on_project(path: PathBuf) -> Window {
    let mut window = window_of(1366.0, 768.0, Lang::It, Some(path));
    click(&mut window, "Progetto");
    click(&mut window, "Apri progetto…");
    wait(&mut window, "the project", |window| app(window).state().project.path.is_some());
    window
}

#[test]
fn a_project_is_opened_and_its_contents_are_reported() {
    let folder = Folder::new();
    let mut window = on_project(saved(&folder));
    window.get_by_label("Progetto aperto: p.");
    click(&mut window, "Progetto");
    click(&mut window, "Contenuto del progetto");
    window.get_by_label_contains("utenti.csv: righe importate 6 di 6");
    click(&mut window, "Rimuovi utenti");
    assert!(app(&window).state().project.file.imports.is_empty());
    window.key_press(egui::Key::Escape);
    window.run();
    assert!(window.query_by_label("Contenuto del progetto").is_none());
    assert!(app(&window).state().is_unsaved());
}

#[test]
fn ctrl_s_saves_what_was_changed() {
    let folder = Folder::new();
    let path = saved(&folder);
    let mut window = on_project(path.clone());
    click(&mut window, "Componi figura");
    window.key_press(egui::Key::Escape);
    window.run();
    assert!(app(&window).state().is_unsaved());
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::S);
    wait(&mut window, "the save", |window| !app(window).state().is_unsaved());
    let there = ProjectFile::open(&path, &atlas().territories).expect("written");
    assert_eq!(there.work.document.figures.len(), 1);
}

#[test]
fn changes_are_asked_about_before_a_new_project() {
    let folder = Folder::new();
    let mut window = on_project(saved(&folder));
    click(&mut window, "Componi figura");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::N);
    window.run();
    window.get_by_label("Salvare le modifiche?");
    click(&mut window, "Annulla");
    assert_eq!(app(&window).state().document.figures.len(), 1);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::N);
    window.run();
    window.get_by_role_and_label(Role::Button, "Non salvare").click();
    window.run();
    assert!(app(&window).state().project.path.is_none());
    assert!(app(&window).state().document.figures.is_empty());
}

#[test]
fn the_map_follows_other_boundaries() {
    let folder = Folder::new().with("nil_2021.geojson", parts_of_a_city(""));
    let path = folder.path().join("nil_2021.geojson");
    let mut window = window_of(1366.0, 768.0, Lang::It, Some(path));
    click(&mut window, "Progetto");
    click(&mut window, "Altri confini…");
    wait(&mut window, "the map of them", |window| {
        window.query_by_label("Mappa: Superficie disegnata, Comuni, al 1/1/2021").is_some()
    });
    window.key_press(egui::Key::F8);
    window.run();
    // Every view mentions it.
    for view in ["Graduatoria", "Serie storica", "Dispersione", "Tabella"] {
        click(&mut window, view);
    }
}
