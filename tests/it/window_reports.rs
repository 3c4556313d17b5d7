//! The dialog of reports and that of a Word document, as the pointer finds them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use atlante::engine::Dialog;
use atlante::engine::reports::ReportForm;
use atlante::i18n::Lang;
use atlante::report::template::Template;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::Folder;
use crate::window::{IN_MILANO, Window, app, click, click_map, wait, window_of};

fn opened(width: f32, height: f32, lang: Lang, save_to: Option<PathBuf>) -> Window {
    let mut window = window_of(width, height, lang, save_to);
    open(&mut window, lang);
    window
}

/// Where the list of indicators ends, in points.
const LIST: f32 = 280.0;

fn open(window: &mut Window, lang: Lang) {
    let [menu, reports] = match lang {
        Lang::It => ["Progetto", "Rapporti…"],
        Lang::En => ["Project", "Reports…"],
    };
    click(window, menu);
    click(window, reports);
}

fn form(window: &Window) -> &ReportForm {
    match &app(window).state().dialog {
        Some(Dialog::Reports(form)) => form,
        other => panic!("another dialog: {other:?}"),
    }
}

fn order(window: &Window) -> Vec<String> {
    form(window).sections.iter().map(|section| section.id.clone()).collect()
}

#[test]
fn sections_are_left_out_moved_by_arrows_and_dragged() {
    let mut window = opened(1366.0, 768.0, Lang::It, None);
    let before = order(&window);
    assert_eq!(&before[..2], ["in-breve", "demografia"]);
    click(&mut window, "Sposta giù: Il territorio in breve");
    assert_eq!(&order(&window)[..2], ["demografia", "in-breve"]);
    click(&mut window, "Sposta su: Il territorio in breve");
    assert_eq!(order(&window), before);
    click(&mut window, "Struttura demografica");
    assert!(!form(&window).chosen().contains(&"demografia".to_owned()));
    // By its handle onto the third row.
    let row = |window: &Window, title: &str| window.get_by_role_and_label(Role::CheckBox, title).rect();
    let (first, third) = (row(&window, "Il territorio in breve"), row(&window, "Cittadinanza e migrazioni"));
    let arrow = window.get_by_label("Sposta su: Il territorio in breve").rect();
    let handle = egui::pos2(arrow.left() - 18.0, first.center().y);
    window.hover_at(handle);
    window.run();
    window.drag_at(handle);
    window.run();
    window.hover_at(egui::pos2(first.center().x, first.bottom() + 6.0));
    window.run();
    window.hover_at(third.center());
    window.run();
    window.drop_at(third.center());
    window.run();
    assert_eq!(&order(&window)[..3], ["demografia", "cittadinanza", "in-breve"]);
}

#[test]
fn a_template_is_saved_opened_and_told_what_is_wrong_with_it() {
    let folder = Folder::new();
    let path = folder.path().join("mio.toml");
    let mut window = opened(1366.0, 768.0, Lang::It, Some(path.clone()));
    click(&mut window, "Struttura demografica");
    click(&mut window, "Sposta giù: Il territorio in breve");
    click(&mut window, "Salva il modello…");
    wait(&mut window, "the template", |window| matches!(form(window).told, Some(Ok(_))));
    let text = fs::read_to_string(&path).expect("written");
    let saved = Template::read(&text).expect("sound");
    let ids: Vec<&str> = saved.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(&ids[..2], ["in-breve", "cittadinanza"], "the one left out is not in it");
    click(&mut window, "Apri un modello…");
    wait(&mut window, "the template", |window| form(window).own.is_some());
    assert_eq!(order(&window), ids);
    assert!(window.query_by_label_contains("mio.toml").is_some());
    click(&mut window, "Torna al modello del programma");
    assert!(form(&window).own.is_none() && order(&window).len() > ids.len());
    // A mistake is told by its row, and nothing changes.
    let is_rule = |line: &str| line.trim_start().starts_with("kind = \"sentences\"");
    let row = text.lines().position(is_rule).expect("a rule") + 1;
    let mistaken = text.lines().enumerate().map(|(at, line)| match at + 1 == row {
        true => line.replace("sentences", "frasi"),
        false => line.to_owned(),
    });
    fs::write(&path, mistaken.collect::<Vec<_>>().join("\n")).expect("written");
    click(&mut window, "Apri un modello…");
    wait(&mut window, "the mistake", |window| matches!(form(window).told, Some(Err(_))));
    let Some(Err(why)) = form(&window).told.clone() else { panic!() };
    assert!(why.contains(&format!("riga {row}")) && why.contains("mio.toml"), "{why}");
    assert!(form(&window).own.is_none());
}

#[test]
fn pages_are_seen_before_they_are_written() {
    for (lang, choose, section, preview, back) in [
        (
            Lang::It,
            "Territori scelti",
            "Il territorio in breve",
            "Anteprima delle pagine",
            "Torna alle scelte",
        ),
        (
            Lang::En,
            "Chosen territories",
            "The place at a glance",
            "Preview of the pages",
            "Back to the choices",
        ),
    ] {
        let mut window = opened(1366.0, 768.0, lang, None);
        click(&mut window, choose);
        click(&mut window, preview);
        assert!(matches!(form(&window).told, Some(Err(_))), "no territory is chosen yet");
        window.key_press(egui::Key::Escape);
        window.run();
        click_map(&mut window, IN_MILANO);
        open(&mut window, lang);
        click(&mut window, choose);
        for other in order(&window).iter().filter(|id| *id != "in-breve") {
            let title =
                form(&window).sections.iter().find(|one| one.id == *other).expect("there").title.clone();
            click(&mut window, &title);
        }
        assert_eq!(form(&window).chosen(), ["in-breve"], "{section}");
        click(&mut window, preview);
        wait_long(&mut window, |window| form(window).pages.is_some());
        window.run();
        let page = if lang == Lang::It { "Pagina 1" } else { "Page 1" };
        assert!(window.query_by_label(page).is_some(), "{page}");
        click(&mut window, back);
        assert!(form(&window).pages.is_none());
    }
}

/// As [`wait`], for what takes seconds without optimisation.
fn wait_long(window: &mut Window, mut is_there: impl FnMut(&Window) -> bool) {
    for _ in 0..6_000 {
        window.step();
        if is_there(window) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("the pages did not come: {:?}", form(window).told);
}

#[test]
fn everything_of_the_dialog_is_in_a_small_window() {
    for lang in Lang::ALL {
        for [width, height] in [[1024.0, 768.0], [1366.0, 768.0]] {
            let window = opened(width, height, lang, None);
            let nodes = window.root().children_recursive();
            let buttons =
                nodes.filter(|node| matches!(node.accesskit_node().role(), Role::Button | Role::CheckBox));
            // The list of indicators, which scrolls, is not of the dialog.
            let names: Vec<String> = buttons
                .filter(|node| node.rect().left() > LIST)
                .filter(|node| node.rect().right() > width || node.rect().bottom() > height + 400.0)
                .map(|node| format!("{:?} {:?}", node.accesskit_node().label(), node.rect()))
                .collect();
            assert_eq!(names, Vec::<String>::new(), "{lang:?} {width}");
        }
    }
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_word_document_dropped_on_the_window_is_checked() {
    let folder = Folder::new();
    let path = folder.path().join("piano.docx");
    fs::write(&path, super::docx_verify::faulty()).expect("written");
    let mut window = window_of(1366.0, 768.0, Lang::It, None);
    window.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    window.run();
    click(&mut window, "Verifica il documento");
    wait(
        &mut window,
        "the check",
        |window| matches!(&app(window).state().dialog, Some(Dialog::Document(form)) if form.end.is_some()),
    );
    window.run();
    assert!(window.query_by_label_contains("le parti sommano a 300").is_some());
    click(&mut window, "Aggiorna con i dati di oggi");
    wait(
        &mut window,
        "the refusal",
        |window| matches!(&app(window).state().dialog, Some(Dialog::Document(form)) if matches!(form.end, Some(Err(_)))),
    );
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing was written");
}
