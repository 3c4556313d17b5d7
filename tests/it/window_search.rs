//! The window's search field, the legend's histogram and the typed centre of a palette.

use atlante::base::{Code, Level};
use atlante::i18n::Lang;
use atlante::stats::classes::Scheme;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable;

use super::window::{Window, app, click, open_list, window, window_of};

const FIELD: &str = "Cerca un Comune, un Ambito o un indicatore";
const CESANO: &str = "Cesano Boscone, Comune · Ambito di Corsico";

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

/// Ctrl+F and some text.
fn search(window: &mut Window, text: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run();
    window.get_by_label(FIELD).type_text(text);
    window.run();
}

fn selected(window: &Window) -> &[Code] {
    &app(window).state().document.map.selected
}

fn steps(window: &Window) -> usize {
    app(window).state().history.undo_steps()
}

#[test]
fn enter_goes_to_the_first_hit_and_undo_takes_the_selection_back() {
    let mut window = window();
    search(&mut window, "cesano");
    window.get_by_label(CESANO);
    press(&mut window, Key::Enter);
    assert_eq!(selected(&window), [Code::from("015074")]);
    assert!(window.query_by_label(CESANO).is_none(), "the list is closed");
    click(&mut window, "Annulla (Ctrl+Z)");
    assert!(selected(&window).is_empty());
}

#[test]
fn arrows_move_along_the_hits_and_wrap_around() {
    let mut window = window();
    search(&mut window, "corsico");
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    let state = app(&window).state();
    let found = state.bundle.atlas.territories.find(&state.document.map.selected[0]).expect("a territory");
    assert_eq!((found.0, state.document.map.level), (Level::Ambiti, Level::Comuni));
    // Two hits and no more.
    search(&mut window, "015093 corsico");
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Enter);
    assert_eq!(selected(&window), [Code::from("015093")]);
}

#[test]
fn a_hit_is_clicked_and_typing_errors_are_forgiven() {
    let mut window = window();
    search(&mut window, "cesnao bosc");
    click(&mut window, CESANO);
    assert_eq!(selected(&window), [Code::from("015074")]);
    search(&mut window, "età med");
    click(&mut window, "Età media, Indicatore · Struttura per età");
    assert_eq!(app(&window).state().document.map.indicator, "eta_media");
    assert_eq!(selected(&window), [Code::from("015074")], "the choice outlives the indicator");
}

#[test]
fn escape_closes_the_list_and_leaves_the_selection_alone() {
    let mut window = window();
    search(&mut window, "cesano");
    press(&mut window, Key::Enter);
    search(&mut window, "milano");
    press(&mut window, Key::Escape);
    assert!(window.query_by_label_contains("Ambito di Milano Città").is_none());
    press(&mut window, Key::Escape);
    assert_eq!(selected(&window), [Code::from("015074")]);
    // Outside the field, Escape belongs to the map.
    press(&mut window, Key::Escape);
    assert!(selected(&window).is_empty());
}

#[test]
fn what_is_not_found_is_said_and_a_click_elsewhere_closes_the_list() {
    let mut window = window();
    search(&mut window, "qwerty");
    let said =
        "Nessun territorio e nessun indicatore si chiama «qwerty», nemmeno con qualche lettera diversa.";
    window.get_by_label(said);
    press(&mut window, Key::Enter);
    assert!(selected(&window).is_empty());
    window.hover_at([300.0, 700.0].into());
    window.drag_at([300.0, 700.0].into());
    window.drop_at([300.0, 700.0].into());
    window.run();
    assert!(window.query_by_label(said).is_none());
}

#[test]
fn a_narrow_window_searches_in_english_too() {
    let mut window = window_of(640.0, 480.0, Lang::En, None);
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run();
    // The field is folded away: the keys open the search of everything.
    window.get_by(|node| node.role() == Role::TextInput && node.is_focused()).type_text("mean age");
    window.run();
    press(&mut window, Key::Enter);
    assert_eq!(app(&window).state().document.map.indicator, "eta_media");
}

fn handle(window: &Window, name: &str) -> Pos2 {
    window.get_by_role_and_label(Role::Slider, name).rect().center()
}

/// Presses on a handle, moves by this many points in this many steps, and releases.
fn drag(window: &mut Window, name: &str, by: f32, moves: u32) {
    let start = handle(window, name);
    window.hover_at(start);
    window.run();
    window.drag_at(start);
    window.run();
    for i in 1..=moves {
        window.hover_at(start + egui::vec2(by * i as f32 / moves as f32, 3.0));
        window.run();
    }
    window.run_steps(60);
    let held = steps(window);
    window.run_steps(60);
    assert_eq!(steps(window), held, "a hand that rests adds no step");
    window.drop_at(start + egui::vec2(by, 3.0));
    window.run();
}

fn uppers(window: &Window) -> Vec<f64> {
    app(window).state().model.classes.as_ref().expect("there are values").intervals.uppers().to_vec()
}

#[test]
fn a_break_dragged_in_twenty_moves_is_one_undo_step() {
    let mut window = window();
    let before = app(&window).state().document.map.clone();
    let rounded = app(&window).state().model.rounded.as_ref().expect("values").1.uppers().to_vec();
    drag(&mut window, "Soglia 2", 20.0, 20);
    assert_eq!(steps(&window), 1);
    let after = uppers(&window);
    assert_eq!(app(&window).state().document.map.scheme(), Scheme::Manual);
    assert!(after[1] > rounded[1] + 5.0, "{after:?}");
    assert_eq!([after[0], after[2], after[3]], [rounded[0], rounded[2], rounded[3]]);
    assert_eq!((after[1] * 10.0).fract(), 0.0, "{} is round", after[1]);
    drag(&mut window, "Soglia 2", -10.0, 5);
    assert_eq!(steps(&window), 2, "another drag is another step");
    click(&mut window, "Annulla (Ctrl+Z)");
    assert_eq!(uppers(&window), after);
    click(&mut window, "Annulla (Ctrl+Z)");
    assert_eq!(app(&window).state().document.map, before);
}

#[test]
fn breaks_never_cross_however_far_they_are_dragged() {
    let mut window = window();
    for (name, by) in [("Soglia 1", 900.0), ("Soglia 4", -900.0), ("Soglia 2", -900.0), ("Soglia 4", 900.0)] {
        drag(&mut window, name, by, 6);
        let after = uppers(&window);
        assert!(after.is_sorted_by(|a, b| a < b) && after.len() == 5, "{name}: {after:?}");
        assert_eq!(app(&window).state().notice, None);
    }
}

#[test]
fn arrow_keys_move_the_break_that_has_the_keyboard() {
    let mut window = window();
    let before = uppers(&window);
    window.get_by_role_and_label(Role::Slider, "Soglia 3").focus();
    window.run();
    for _ in 0..3 {
        press(&mut window, Key::ArrowRight);
    }
    let after = uppers(&window);
    assert!(after[2] > before[2] && after[2] < before[2] + 5.0, "{after:?}");
    press(&mut window, Key::ArrowLeft);
    assert!(uppers(&window)[2] < after[2]);
    assert_eq!(steps(&window), 1, "moving by keys is one movement too");
}

#[test]
fn an_outlier_leaves_the_histogram_legible_and_its_break_reachable() {
    let mut window = window();
    click(&mut window, "Popolazione residente");
    click(&mut window, "Aree colorate");
    let map = window.get_by_label("Istogramma dei valori").rect();
    // Milano is 17 times the next: without a broken axis all handles would be in the first tenth.
    for (name, share) in [("Soglia 1", 0.05), ("Soglia 2", 0.2), ("Soglia 4", 0.7)] {
        let at = handle(&window, name).x;
        assert!(at > map.left() + share * map.width(), "{name} at {at} in {map:?}");
    }
    drag(&mut window, "Soglia 4", 15.0, 5);
    let beyond = uppers(&window)[3];
    assert!(beyond > 200_000.0 && beyond < 1_300_000.0, "{beyond}");
}

#[test]
fn no_histogram_where_there_is_one_value() {
    let mut window = window();
    click(&mut window, "ATS");
    assert!(window.query_by_label("Istogramma dei valori").is_none());
    assert!(window.query_by_role_and_label(Role::Slider, "Soglia 1").is_none());
    click(&mut window, "Arrotonda le soglie");
}

#[test]
fn breaks_are_rounded_at_a_click() {
    let mut window = window();
    click(&mut window, "Arrotonda le soglie");
    let after = uppers(&window);
    assert_eq!(app(&window).state().document.map.scheme(), Scheme::Manual);
    assert_eq!(after.len(), 5);
    assert!(after[..4].iter().all(|x| x % 10.0 == 0.0), "{after:?}");
    let counts = &app(&window).state().model.counts;
    assert!(counts.iter().all(|&count| count > 0) && counts.iter().sum::<usize>() == 193);
    click(&mut window, "Arrotonda le soglie");
    assert_eq!(uppers(&window), after, "round already");
    assert_eq!(steps(&window), 1);
}

#[test]
fn the_centre_of_a_diverging_palette_is_typed_with_comma_or_point() {
    let mut window = window();
    open_list(&mut window, "Tavolozza");
    // Further down in the list than is visible.
    window.get_by_label("RdBu adatta ai daltonici").click_accesskit();
    window.run();
    let refused = |window: &Window, what: &str| window.query_by_label_contains(what).is_some();
    for (typed, centre) in [
        ("150,5", Some(150.5)),
        ("160.25", Some(160.25)),
        ("12x", Some(160.25)),
        ("1.2.3", Some(160.25)),
        ("1.234", Some(160.25)),
        ("1234", Some(1234.0)),
        ("160,25", Some(160.25)),
    ] {
        let field = window.get_by_label("Valore al centro della tavolozza");
        field.focus();
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.run();
        window.get_by_label("Valore al centro della tavolozza").type_text(typed);
        window.run();
        press(&mut window, Key::Enter);
        assert_eq!(app(&window).state().document.map.palette.centre, centre, "{typed}");
        assert_eq!(refused(&window, "non è un numero"), ["12x", "1.2.3"].contains(&typed), "{typed}");
        assert_eq!(refused(&window, "scrivi 1234 oppure 1,2340"), typed == "1.234", "{typed}");
    }
    click(&mut window, "Automatico");
    assert_eq!(app(&window).state().document.map.palette.centre, None);
}
