//! "Il mio Ambito": asked for, kept, and what the window says of it; and what the settings change.

use std::sync::Arc;

use atlante::base::{Code, Level};
use atlante::engine::{
    Action, Dialog, DialogAction, Effect, Framing, Home, Preference, Scale, Settings, State, home, update,
};
use atlante::figure::map::ground;
use atlante::figure::reading::plain;
use atlante::i18n::Lang;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{edition, today};
use crate::window::{app, click, window_with};

const MELZO: &str = "50042";

fn melzo() -> Home {
    Home::Ambito(Code::from(MELZO))
}

fn state(home: Home) -> State {
    State::new(Arc::new(edition()), Settings { home, ..Settings::default() }).expect("there are data")
}

fn sentences(lang: Lang, code: &str) -> Vec<String> {
    let said = plain::sentences(today(), &Code::from(code), lang);
    said.into_iter().map(|plain| plain.text).collect()
}

/// pandas on `popolazione_eta.csv`, `stranieri.csv` over `residenti.csv`, and `irpef.csv`: sums of the Comuni of `territori.csv`
/// whose Ambito is Melzo, and of all: 171.234 and 178.849 at 2023-01-01; 11.894 and 15.229 at 2026-01-01; 26994.17 and 31424.05
/// at 2024-12-31.
const MELZO_SAID: [&str; 3] = [
    "L'Ambito di Melzo è meno anziano dell'ATS: 171 anziani ogni 100 giovani contro 179 (al 1/1/2023, stima).",
    "L'Ambito di Melzo ha in proporzione meno residenti stranieri dell'ATS: 11,9 ogni 100 contro 15,2 (al 1/1/2026, stima).",
    "Il reddito imponibile medio per contribuente è più basso che nell'ATS: 26.994 euro contro 31.424 (nell'anno d'imposta 2024).",
];

#[test]
fn the_sentences_are_those_of_the_data() {
    assert_eq!(sentences(Lang::It, MELZO), MELZO_SAID);
    let english = "The Ambito of Melzo is younger than the ATS: 171 older people per 100 young against 179 (on 1 January 2023, estimate).";
    assert_eq!(sentences(Lang::En, MELZO)[0], english);
}

#[test]
fn the_question_is_asked_once_and_can_be_skipped() {
    let mut asked = state(Home::Unasked);
    assert!(home::is_to_be_asked(&asked) && !asked.shows_home);
    update(&mut asked, Action::SettleIn(Home::Nowhere));
    assert!(!home::is_to_be_asked(&asked));
    assert_eq!(asked.document.map.level, Level::Comuni);
    // Without an Ambito the command asks which it is.
    assert!(update(&mut asked, Action::GoHome).is_empty());
    assert_eq!(asked.dialog, Some(Dialog::Home));
    let effects = update(&mut asked, Action::SettleIn(melzo()));
    assert_eq!(effects, [Effect::Frame(Framing::Selected)]);
    let map = &asked.document.map;
    assert_eq!((map.level, &map.selected), (Level::Ambiti, &vec![Code::from(MELZO)]));
    assert!(asked.shows_home && asked.dialog.is_none());
}

#[test]
fn the_window_opens_on_the_ambito() {
    let open = state(melzo());
    let map = &open.document.map;
    assert_eq!((map.level, &map.selected), (Level::Ambiti, &vec![Code::from(MELZO)]));
    assert!(!open.is_unsaved());
    // One that these territories do not have is no reason to fail.
    let elsewhere = state(Home::Ambito(Code::from("99999")));
    assert_eq!((elsewhere.document.map.level, elsewhere.shows_home), (Level::Comuni, false));
}

#[test]
fn the_card_of_the_ambito_says_it_in_three_sentences_and_goes() {
    let settings = Settings { home: melzo(), ..Settings::default() };
    let mut window = window_with([1366.0, 768.0], settings);
    let said = plain::sentences(&app(&window).state().bundle.atlas, &Code::from(MELZO), Lang::It);
    assert_eq!(said.len(), 3);
    for sentence in &said {
        window.get_by_label(&sentence.text);
    }
    click(&mut window, "Grafici");
    assert!(app(&window).state().settings.panels.list);
    click(&mut window, "Nascondi «Il mio Ambito»");
    assert!(window.query_by_label(&said[0].text).is_none());
    // The map frames the Ambito, 15 km across, with its surroundings; the ATS is some 90 km from west to east.
    let state = app(&window).state();
    let seen = state.seen.as_ref().expect("part of the map");
    let (selected, bundle) = (&state.document.map.selected, &state.bundle);
    let ground = ground(seen, selected, &bundle.atlas.territories, &bundle.basemap).expect("there");
    assert!((15_000.0..60_000.0).contains(&ground.width()), "{seen:?}");
}

#[test]
fn an_ambito_is_called_so_beside_its_comune() {
    let mut window = window_with([1366.0, 768.0], Settings { home: melzo(), ..Settings::default() });
    let cards = window.get_all_by_label("Ambito di Melzo").count();
    assert!(cards >= 2, "heading and list of the selected");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    window.run();
    window
        .get_by_role_and_label(Role::TextInput, "Scrivi un comando, un indicatore o un territorio")
        .type_text("melzo");
    window.run();
    window.get_by_label("Melzo, Comune · Ambito di Melzo");
    window.get_by_label("Ambito di Melzo, Ambito territoriale · 8 Comuni");
}

#[test]
fn every_command_is_found_with_its_shortcut_and_done() {
    let mut window = window_with([1366.0, 768.0], Settings::default());
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    window.run();
    let field = "Scrivi un comando, un indicatore o un territorio";
    window.get_by_role_and_label(Role::TextInput, field).type_text("salva con");
    window.run();
    window.get_by_label("Salva con nome…, comando, Ctrl+Maiusc+S");
    window.key_press(egui::Key::Escape);
    window.run();
    assert!(app(&window).state().dialog.is_none());
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    window.run();
    window.get_by_role_and_label(Role::TextInput, field).type_text("impostazioni");
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
    assert_eq!(app(&window).state().dialog, Some(Dialog::Settings));
    click(&mut window, "140%");
    assert_eq!(app(&window).state().settings.scale, Scale(140));
}

#[test]
fn the_guide_opens_at_the_key_and_is_searched() {
    let mut window = window_with([1024.0, 768.0], Settings::default());
    window.key_press(egui::Key::F1);
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Cerca nella guida").type_text("istogramma");
    window.run();
    let Some(Dialog::Help(help)) = &app(&window).state().dialog else { panic!("the guide is open") };
    let guide = atlante::engine::guide::guide();
    assert_eq!(guide.sections[help.at].title, "La legenda");
    window.key_press(egui::Key::Escape);
    window.run();
    assert!(app(&window).state().dialog.is_none());
}

#[test]
fn the_list_of_indicators_is_one_tab_stop_with_arrows_inside() {
    let mut window = window_with([1366.0, 768.0], Settings::default());
    let focused = |window: &crate::window::Window| {
        let nodes = window.root().children_recursive();
        let mut focused = nodes.filter(|node| node.is_focused());
        focused.next().and_then(|node| node.accesskit_node().label())
    };
    window.get_by_role_and_label(Role::TextInput, "Cerca un indicatore").focus();
    window.run();
    let press = |window: &mut crate::window::Window, key| {
        window.key_press(key);
        window.run();
    };
    press(&mut window, egui::Key::Tab);
    let first = focused(&window);
    press(&mut window, egui::Key::ArrowDown);
    let second = focused(&window);
    assert!(first.is_some() && second.is_some() && first != second, "{first:?} {second:?}");
    press(&mut window, egui::Key::ArrowRight);
    assert!(
        focused(&window).is_some_and(|label| label.starts_with("Scheda dell'indicatore")),
        "{:?}",
        focused(&window)
    );
    press(&mut window, egui::Key::ArrowRight);
    assert!(focused(&window).is_some_and(|label| label.contains("preferit")), "{:?}", focused(&window));
    press(&mut window, egui::Key::Tab);
    let after = window.root().children_recursive().find(|node| node.is_focused()).map(|node| node.rect());
    // The next stop is outside the list.
    assert!(after.is_none_or(|rect| rect.left() > 272.0 || rect.top() < 60.0), "{after:?}");
}

#[test]
fn the_values_of_the_map_are_a_list() {
    let window = window_with([1366.0, 768.0], Settings { home: melzo(), ..Settings::default() });
    let list = window.get_by_role_and_label(Role::List, "Valori della mappa");
    assert_eq!(list.children().count(), 17);
    window.get_by_role_and_label(Role::ListItem, "Ambito di Melzo, 171,2");
}

#[test]
fn every_size_of_the_interface_leaves_a_map() {
    for (size, scale) in
        [([1366.0, 768.0], 200), ([1366.0, 768.0], 140), ([1024.0, 768.0], 200), ([1920.0, 1080.0], 80)]
    {
        let settings = Settings { home: melzo(), scale: Scale(scale), ..Settings::default() };
        let mut window = window_with(size, settings);
        window.key_press(egui::Key::F8);
        window.run();
        let map = window.get_by_role(Role::Canvas).rect();
        let points = [size[0], size[1]].map(|side| side * 100.0 / f32::from(scale));
        assert!(map.width() > 0.35 * points[0], "{scale}: {map:?} of {points:?}");
        assert!(map.height() > 0.3 * points[1], "{scale}: {map:?} of {points:?}");
        // The bar is one row, whatever is in it.
        assert!(map.top() < 60.0, "{scale}: {map:?}");
    }
}

#[test]
fn settings_are_changed_one_by_one() {
    let mut open = state(Home::Nowhere);
    update(&mut open, Action::Dialog(DialogAction::Settings));
    for preference in [
        Preference::HighContrast(true),
        Preference::Animations(false),
        Preference::ReopenLast(true),
        Preference::Scale(Scale(200)),
    ] {
        update(&mut open, Action::Prefer(preference));
    }
    let settings = &open.settings;
    assert!(settings.high_contrast && !settings.animations && settings.reopen_last);
    assert_eq!(settings.scale, Scale(200));
    assert_eq!(open.history.undo_steps(), 0, "a setting is no work");
}
