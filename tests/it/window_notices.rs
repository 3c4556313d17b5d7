//! Notices: they move nothing, a success goes by itself, what was written can be opened, and nothing is deleted or replaced
//! without a question.

use std::path::PathBuf;
use std::sync::Arc;

use atlante::document::ElementKind;
use atlante::engine::opener::Opening;
use atlante::engine::project::Loaded;
use atlante::engine::{
    Action, Dialog, DialogAction, Effect, Notice, ProjectAction, Question, Settings, Shared, State, update,
};
use atlante::i18n::Lang;
use atlante::io::project::ProjectFile;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use crate::common::{Folder, edition};
use crate::window::{Window, app, click, wait, window_of};

fn state() -> State {
    State::new(Arc::new(edition()), Settings::default()).expect("there are data")
}

fn map_of(window: &Window) -> egui::Rect {
    window.get_by_role(Role::Canvas).rect()
}

/// Seconds of the window's own clock.
fn pass(window: &mut Window, seconds: usize) {
    window.run_steps(4 * seconds);
}

#[test]
fn an_export_is_told_over_the_map_and_can_be_opened() {
    let folder = Folder::new();
    let path = folder.path().join("mappa.svg");
    let mut window = window_of(1366.0, 768.0, Lang::It, Some(path.clone()));
    let before = map_of(&window);
    click(&mut window, "Esporta figura");
    wait(&mut window, "the notice", |window| app(window).state().notice.is_some());
    window.run();
    assert_eq!(map_of(&window), before, "nothing moves");
    window.get_by_label("Salvato: mappa.svg");
    window.get_by_role_and_label(Role::Button, "Apri");
    window.get_by_role_and_label(Role::Button, "Mostra nella cartella");
    assert_eq!(app(&window).state().notice.as_ref().and_then(|notice| notice.written.clone()), Some(path));
    pass(&mut window, 30);
    assert_eq!(app(&window).state().notice, None, "it has gone by itself");
}

#[test]
fn a_notice_that_is_pointed_at_stays() {
    let folder = Folder::new();
    let mut window = window_of(1366.0, 768.0, Lang::It, Some(folder.path().join("mappa.svg")));
    click(&mut window, "Esporta figura");
    wait(&mut window, "the notice", |window| app(window).state().notice.is_some());
    window.run();
    let at = window.get_by_label("Salvato: mappa.svg").rect().center();
    window.hover_at(at);
    window.run();
    pass(&mut window, 60);
    assert!(app(&window).state().notice.is_some());
    window.hover_at(egui::pos2(5.0, 700.0));
    window.run();
    pass(&mut window, 30);
    assert_eq!(app(&window).state().notice, None);
}

#[test]
fn an_error_stays_until_it_is_dismissed() {
    let mut window = window_of(1366.0, 768.0, Lang::It, Some(PathBuf::from("/nessuna/cartella/mappa.svg")));
    click(&mut window, "Esporta figura");
    wait(&mut window, "the notice", |window| app(window).state().notice.is_some());
    pass(&mut window, 60);
    assert!(app(&window).state().notice.as_ref().is_some_and(|notice| notice.is_error));
    assert!(window.query_by_label("Mostra nella cartella").is_none());
    click(&mut window, "Chiudi");
    assert_eq!(app(&window).state().notice, None);
}

#[test]
fn opening_is_an_effect_and_a_missing_program_is_said() {
    let mut state = state();
    let opening = Opening::File(PathBuf::from("mappa.png"));
    let effects = update(&mut state, Action::OpenOutside(opening.clone()));
    assert_eq!(effects, [Effect::OpenOutside(opening)]);
    update(&mut state, Action::OpenedOutside(Err("manca un programma".to_owned())));
    assert_eq!(state.notice, Some(Notice::error("manca un programma".to_owned())));
}

#[test]
fn a_name_without_an_extension_gets_the_usual_one() {
    let answered = |question: &Question, name: &str| question.clone().answered(vec![PathBuf::from(name)]);
    let map = Question::SaveView(ElementKind::Map, "mappa.png".to_owned());
    let export = |name: &str| Some(Action::Export(ElementKind::Map, PathBuf::from(name)));
    assert_eq!(answered(&map, "/x/mappa"), export("/x/mappa.png"));
    assert_eq!(answered(&map, "/x/mappa v1.2"), export("/x/mappa v1.2.png"));
    assert_eq!(answered(&map, "/x/mappa.PDF"), export("/x/mappa.PDF"));
    // What cannot be written is said, and not written under another name.
    assert_eq!(answered(&map, "/x/mappa.docx"), export("/x/mappa.docx"));
    let project = Question::SaveProject("progetto.atlante".to_owned());
    let saved = |name: &str| Some(Action::Project(ProjectAction::SaveTo(PathBuf::from(name))));
    assert_eq!(answered(&project, "/x/piano"), saved("/x/piano.atlante"));
    let table = Question::SaveTable("tabella.xlsx".to_owned());
    let written = Some(Action::Export(ElementKind::Table, PathBuf::from("/x/tabella.xlsx")));
    assert_eq!(answered(&table, "/x/tabella"), written);
}

#[test]
fn a_completed_name_that_is_there_already_is_asked_about() {
    let folder = Folder::new().with("mappa.png", b"una figura");
    let question = Question::SaveView(ElementKind::Map, "mappa.png".to_owned());
    let there = folder.path().join("mappa.png");
    let asked = question.clone().answered(vec![folder.path().join("mappa")]);
    assert_eq!(asked, Some(Action::Dialog(DialogAction::AskReplace(question, there.clone()))));
    let mut state = state();
    asked.into_iter().for_each(|action| drop(update(&mut state, action)));
    let Some(Dialog::Path(typed)) = &state.dialog else { panic!("the window asks") };
    assert_eq!(typed.replaces, Some(there));
    let effects = update(&mut state, Action::Dialog(DialogAction::TakePath));
    assert!(matches!(effects.as_slice(), [Effect::Export(_)]), "the second time it is written");
}

#[test]
fn unsaved_work_is_deleted_only_after_a_question() {
    let mut state = state();
    let file = PathBuf::from("/x/new-1.atlante");
    assert!(update(&mut state, Action::Project(ProjectAction::AskGiveUp(Some(file.clone())))).is_empty());
    assert_eq!(state.project.giving_up, Some(file.clone()));
    update(&mut state, Action::Project(ProjectAction::AskGiveUp(None)));
    assert_eq!(state.project.giving_up, None);
    assert_eq!(update(&mut state, Action::Project(ProjectAction::GiveUp(file))).len(), 1);
}

#[test]
fn a_wrong_file_is_told_although_work_is_taken_up_again() {
    let mut state = state();
    update(&mut state, Action::Failed("«x.atlante» non è un progetto.".to_owned()));
    let taken_up = Some(PathBuf::from("/x/new-1.atlante"));
    let (file, packs) = (ProjectFile::default(), Vec::new());
    let loaded = Loaded {
        path: None,
        file,
        packs,
        access: None,
        taken_up,
        age: Some(std::time::Duration::from_secs(1500)),
    };
    update(&mut state, Action::Project(ProjectAction::Opened(Ok(Shared::new(loaded)))));
    let notice = state.notice.expect("it is told");
    assert!(notice.is_error && notice.text.starts_with("«x.atlante» non è un progetto. "), "{}", notice.text);
    assert!(notice.text.len() > "«x.atlante» non è un progetto. ".len(), "and that work was taken up");
    assert!(notice.text.ends_with("È stato conservato 25 minuti fa."), "{}", notice.text);
}
