//! The composer in the window, through accessible labels.

use std::path::PathBuf;

use atlante::base::Mm;
use atlante::document::{Element, ElementKind, FigureSpec, Ink};
use atlante::figure::page::compose;
use atlante::figure::page::places::{PageText, Places};
use atlante::i18n::Lang;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::Folder;
use crate::window::{Window, app, click, open_below, open_list, wait, window_of};

/// A window of 1366 × 768 with the map on a page.
fn composing(save_to: Option<PathBuf>) -> Window {
    let mut window = window_of(1366.0, 768.0, Lang::It, save_to);
    click(&mut window, "Componi figura");
    window
}

fn kept(window: &Window) -> &atlante::document::KeptFigure {
    app(window).state().document.composed().expect("a figure is open")
}

fn type_into(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, field).type_text(text);
    window.run();
}

#[test]
fn the_map_becomes_a_page_that_is_seen_and_left_again() {
    let mut window = composing(None);
    window.get_by_label("Pagina: Mappa: Vecchiaia");
    wait(&mut window, "the page", |window| window.query_by_label_contains("Controlli (").is_some());
    click(&mut window, "Didascalia");
    wait(&mut window, "the caption", |window| {
        window.query_by_label_contains("Indice di vecchiaia. ").is_some()
    });
    window.key_press(egui::Key::Escape);
    window.run();
    assert_eq!(app(&window).state().document.composing, None);
    window.get_by_label("Mappa: Indice di vecchiaia, Comuni, al 1/1/2023");
}

#[test]
fn texts_are_typed_and_undone_in_one_step() {
    let mut window = composing(None);
    type_into(&mut window, "Titolo", "Gli anziani");
    assert_eq!(kept(&window).spec.page.title.as_deref(), Some("Gli anziani"));
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.run();
    assert_eq!(kept(&window).spec.page.title, None);
}

#[test]
fn size_ink_and_number_are_set() {
    let mut window = composing(None);
    open_list(&mut window, "Formato");
    click(&mut window, "Colonna di Word (160 × 110 mm)");
    click(&mut window, "In grigi");
    click(&mut window, "Numera la figura");
    let page = &kept(&window).spec.page;
    assert_eq!((page.width, page.height, page.ink, page.number), (Mm(160.0), Mm(110.0), Ink::Grey, Some(1)));
    click(&mut window, "Gira il foglio");
    assert_eq!(kept(&window).spec.page.width, Mm(110.0));
}

#[test]
fn a_page_of_three_is_arranged_by_a_click_and_its_elements_are_moved() {
    let mut window = composing(None);
    click(&mut window, "Mappa sopra graduatoria e serie");
    assert_eq!(kept(&window).spec.elements().count(), 3);
    click(&mut window, "Serie storica: Vecchiaia");
    click(&mut window, "Sposta in basso");
    assert_eq!(kept(&window).spec.rows.len(), 3);
    click(&mut window, "Rimuovi dalla pagina");
    assert_eq!(kept(&window).spec.elements().count(), 2);
    click(&mut window, "Aggiungi: Dispersione");
    assert_eq!(kept(&window).spec.elements().count(), 3);
}

#[test]
fn what_stands_below_the_map_is_composed_too() {
    let mut window = window_of(1366.0, 768.0, Lang::It, None);
    open_below(&mut window, "Graduatoria");
    click(&mut window, "Vista sotto la mappa: Componi");
    window.get_by_label("Pagina: Graduatoria: Vecchiaia");
}

#[test]
fn a_finding_is_fixed_by_a_click() {
    let mut window = window_of(1366.0, 768.0, Lang::It, None);
    click(&mut window, "Popolazione residente");
    click(&mut window, "Aree colorate");
    click(&mut window, "Componi figura");
    let has_finding =
        |window: &Window| window.query_all_by_label_contains("Correggi: Un valore assoluto").next().is_some();
    wait(&mut window, "the finding", has_finding);
    let label = "Correggi: Un valore assoluto";
    window.get_by_role_and_label(Role::Button, &full_label(&window, label)).click();
    window.run();
    wait(&mut window, "the fixed page", |window| !has_finding(window));
}

fn full_label(window: &Window, start: &str) -> String {
    let node = window.query_all_by_label_contains(start).next().expect("there");
    node.accesskit_node().label().expect("a label")
}

#[test]
fn the_page_is_exported_and_reopened() {
    let folder = Folder::new();
    let path = folder.path().join("pagina.svg");
    let mut window = composing(Some(path.clone()));
    window.get_by_label_contains("Esporta…").click();
    let notice = |window: &Window| app(window).state().notice.as_ref().map(|notice| notice.text.clone());
    wait(&mut window, "the file", |window| notice(window).is_some());
    assert_eq!(notice(&window).as_deref(), Some("Salvato: pagina.svg"));
    // The dialog answers with the same file.
    window.get_by_label_contains("Apri figura…").click();
    wait(&mut window, "the figure", |window| app(window).state().document.figures.len() == 2);
    window.get_by_label("Pagina: pagina");
    assert!(path.exists());
}

#[test]
fn the_reading_is_rewritten_and_made_again() {
    let mut window = composing(None);
    click(&mut window, "Lettura");
    wait(&mut window, "the reading", |window| {
        window.query_by_role_and_label(Role::TextInput, "Lettura").is_some()
    });
    type_into(&mut window, "Lettura", " Fine.");
    assert!(kept(&window).reading.as_ref().is_some_and(|text| text.contains("Fine.")));
    click(&mut window, "Torna al testo automatico");
    assert_eq!(kept(&window).reading, None);
}

#[test]
fn every_control_of_the_composer_has_a_name() {
    let mut window = composing(None);
    click(&mut window, "Mappa sopra graduatoria e serie");
    let nameless: Vec<String> = window
        .root()
        .children_recursive()
        .filter(|node| {
            let node = node.accesskit_node();
            let control =
                matches!(node.role(), Role::Button | Role::CheckBox | Role::ComboBox | Role::TextInput);
            control && node.label().is_none_or(|label| label.trim().is_empty())
        })
        .map(|node| format!("{node:?}"))
        .collect();
    assert!(nameless.is_empty(), "{nameless:#?}");
}

#[test]
fn a_narrow_window_keeps_the_page() {
    let mut window = window_of(900.0, 560.0, Lang::It, None);
    click(&mut window, "Componi figura");
    let page = window.get_by_label_contains("Pagina: ").rect();
    assert!(page.width() > 200.0 && page.height() > 150.0, "{page:?}");
}

/// Where a part of the page is on the screen, as large as it is shown when nothing was enlarged.
fn on_screen(window: &Window, of: impl Fn(&Places) -> [f64; 4]) -> egui::Rect {
    const MARGIN: f32 = 16.0;
    let (figure, state) = (kept(window), app(window).state());
    let drawn = compose::build(&figure.spec, state.bundle.sources()).expect("it is drawn").value;
    let [x, y, width, height] =
        of(&Places::of(&drawn.scene, drawn.areas.clone()).with_below(&drawn.scene, &drawn.below))
            .map(|x| x as f32);
    let room = window.get_by_label(&format!("Pagina: {}", figure.name)).rect().shrink(MARGIN);
    let sides = egui::vec2(drawn.scene.width.0 as f32, drawn.scene.height.0 as f32);
    let scale = (room.width() / sides.x).min(room.height() / sides.y);
    let sheet = egui::Rect::from_center_size(room.center(), sides * scale);
    egui::Rect::from_min_size(sheet.min + egui::vec2(x, y) * scale, egui::vec2(width, height) * scale)
}

/// Waits for the page as it is now.
fn drawn(window: &mut Window) {
    for _ in 0..60 {
        window.step();
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    wait(window, "the page", |window| window.query_by_label_contains("Carattere più piccolo").is_some());
    window.run();
}

fn drag(window: &mut Window, from: egui::Pos2, to: egui::Pos2) {
    window.hover_at(from);
    window.run();
    window.drag_at(from);
    window.run();
    // Far enough to be no click.
    window.hover_at(from + (to - from) * 0.5);
    window.run();
    window.hover_at(to);
    window.run();
    button(window, to, false);
    window.run();
}

/// The button of the mouse, with the pointer staying where it is.
fn button(window: &Window, pos: egui::Pos2, pressed: bool) {
    let (button, modifiers) = (egui::PointerButton::Primary, egui::Modifiers::NONE);
    window.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
}

#[test]
fn elements_and_borders_are_dragged_on_the_page() {
    let mut window = composing(None);
    click(&mut window, "Mappa sopra graduatoria e serie");
    drawn(&mut window);
    let before = kept(&window).spec.clone();
    assert_eq!(before.rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [1, 2]);
    // The border between the map and the two charts.
    let [map, ranking, series] = [0, 1, 2].map(|i| on_screen(&window, |places: &Places| places.elements[i]));
    let border = egui::pos2(map.center().x, (map.bottom() + ranking.top()) / 2.0);
    drag(&mut window, border, border - egui::vec2(0.0, 60.0));
    let after = &kept(&window).spec;
    assert!(after.rows[0].height < before.rows[0].height && after.rows[1].height > before.rows[1].height);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.run();
    assert_eq!(kept(&window).spec, before, "a drag is one step");
    drawn(&mut window);
    // The series goes to the left of the ranking.
    drag(&mut window, series.center(), ranking.left_center() + egui::vec2(6.0, 0.0));
    let kinds = |spec: &FigureSpec| spec.elements().map(Element::kind).collect::<Vec<_>>();
    assert_eq!(kinds(&before), [ElementKind::Map, ElementKind::Ranking, ElementKind::Series]);
    assert_eq!(kinds(&kept(&window).spec), [ElementKind::Map, ElementKind::Series, ElementKind::Ranking]);
}

/// Types more into a text of the page, which is called that while it is typed.
fn retype(window: &mut Window, what: PageText, name: &str, more: &str) {
    drawn(window);
    let area = on_screen(window, |places| {
        places.titles.iter().find(|text| text.what == what).expect("it is on the page").area
    });
    let at = area.left_center() + egui::vec2(8.0, 0.0);
    window.hover_at(at);
    window.run();
    // Each event is a frame of a quarter of a second here.
    window.ctx.options_mut(|options| options.input_options.max_double_click_delay = 2.0);
    for pressed in [true, false, true, false] {
        button(window, at, pressed);
    }
    window.run();
    window.get_by_role_and_label(Role::TextInput, name).type_text(more);
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
}

#[test]
fn a_title_is_retyped_on_the_page() {
    let mut window = composing(None);
    retype(&mut window, PageText::Title, "Titolo sulla pagina", " oggi");
    let title = kept(&window).spec.page.title.clone().expect("it was typed");
    assert!(title.contains("Indice di vecchiaia") && title.contains("oggi"), "{title}");
}

#[test]
fn what_stands_below_the_figure_is_retyped_on_the_page() {
    let mut window = composing(None);
    type_into(&mut window, "Nota", "Valori provvisori");
    click(&mut window, "Numera la figura");
    retype(&mut window, PageText::Note, "Nota sulla pagina", " e parziali");
    assert_eq!(kept(&window).spec.page.note.as_deref(), Some("Valori provvisori e parziali"));
    // The number stays the program's.
    retype(&mut window, PageText::Caption, "Didascalia sulla pagina", " (bozza)");
    let caption = kept(&window).spec.page.caption.clone().expect("it was typed");
    assert!(caption.starts_with("Indice di vecchiaia. Comuni") && caption.contains("(bozza)"), "{caption}");
    retype(&mut window, PageText::Source, "Fonte sulla pagina", " Nostra elaborazione.");
    let source = kept(&window).spec.page.source.clone().expect("it was typed");
    assert!(source.contains("ISTAT") && source.contains("Nostra elaborazione."), "{source}");
}

#[test]
fn the_page_is_seen_by_its_width_and_measured_as_printed() {
    let mut window = composing(None);
    drawn(&mut window);
    for button in ["Larghezza", "100%", "Ingrandisci la pagina", "Riduci la pagina", "Pagina intera"] {
        click(&mut window, button);
    }
    window.get_by_label("Stampata in questo formato, la pagina si legge tutta.");
    window.get_by_label_contains("Carattere più piccolo: ");
    window.get_by_label_contains("Linea più sottile: ");
}
