//! Finding things in the window: folding themes, synonyms, the card of an indicator, where a number comes from, how
//! far the data reach.

use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Level};
use atlante::data::Method;
use atlante::engine::Dialog;
use atlante::i18n::Lang;
use atlante::io::Bundle;
use egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::Queryable;

use crate::window::{Window, app, click, wait, window, window_on};

static TODAY: LazyLock<Arc<Bundle>> =
    LazyLock::new(|| Arc::new(Bundle::load(None).expect("the embedded bundle is valid")));

fn window_today() -> Window {
    window_on(TODAY.clone(), [1366.0, 768.0], Lang::It, None)
}

fn search(window: &mut Window, text: &str) {
    window.get_by_label("Cerca un indicatore").focus();
    window.run();
    window.get_by_label("Cerca un indicatore").type_text(text);
    window.run();
}

fn field<'a>(window: &'a Window, name: &'a str) -> Node<'a> {
    window.get_by_role_and_label(Role::TextInput, name)
}

fn is_listed(window: &Window, name: &str) -> bool {
    window.query_all_by_label(name).next().is_some()
}

#[test]
fn a_theme_opens_and_closes_by_a_click() {
    let mut window = window_today();
    assert!(is_listed(&window, "Popolazione residente") && is_listed(&window, "Indice di vecchiaia"));
    assert!(!is_listed(&window, "Indice di dipendenza giovanile"));
    click(&mut window, "Dipendenza e ricambio, indicatori: 6");
    assert!(is_listed(&window, "Indice di dipendenza giovanile"));
    click(&mut window, "Dipendenza e ricambio, indicatori: 6");
    assert!(!is_listed(&window, "Indice di dipendenza giovanile"));
}

#[test]
fn indicators_are_found_by_other_words_in_both_languages() {
    for (typed, name) in [
        ("vecchi", "Indice di dipendenza degli anziani"),
        ("immigrati", "Quota di residenti stranieri"),
        ("soldi", "Reddito imponibile medio per contribuente"),
        ("disoccupati", "Persone in cerca di occupazione (censimento)"),
        ("money", "Reddito imponibile medio per contribuente"),
        ("jobless", "Persone in cerca di occupazione (censimento)"),
        ("elderly", "Quota di popolazione di 65 anni e più"),
    ] {
        let mut window = window_today();
        search(&mut window, typed);
        assert!(is_listed(&window, name), "{typed}: {name}");
        assert!(!is_listed(&window, "Densità di popolazione"), "{typed}");
    }
}

#[test]
fn recents_stay_where_they_are_while_somebody_points_at_the_list() {
    let mut window = window();
    click(&mut window, "Popolazione residente");
    click(&mut window, "Età media");
    assert_eq!(app(&window).state().settings.recent[0], "eta_media");
    assert!(!is_listed(&window, "Visti di recente"), "the pointer is on the list");
    window.hover_at(egui::pos2(700.0, 400.0));
    window.run();
    assert!(is_listed(&window, "Visti di recente"));
}

#[test]
fn the_card_of_an_indicator_has_the_numbers_of_the_place_in_view() {
    let mut window = window_today();
    click(&mut window, "Scheda dell'indicatore: Indice di vecchiaia");
    // pandas on `popolazione_eta.csv`, 1/1/2023.
    window.get_by_label(
        "ATS, al 1/1/2023, valore calcolato sul totale dei Comuni: 793.531 / 443.688 × 100 = 178,8",
    );
    window.key_press(egui::Key::Escape);
    window.run();
    assert_eq!(app(&window).state().dialog, None);
}

#[test]
fn a_number_is_looked_for_and_shown_where_it_stands() {
    let mut window = window_today();
    window.key_press_modifiers(egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT), egui::Key::F);
    window.run();
    field(&window, "Numero").focus();
    window.run();
    field(&window, "Numero").type_text("168,5");
    window.run();
    field(&window, "Vicino a").focus();
    window.run();
    field(&window, "Vicino a").type_text("Corsico");
    window.run();
    window.get_by_role_and_label(Role::Button, "Cerca").click();
    window.step();
    wait(
        &mut window,
        "the search",
        |window| matches!(&app(window).state().dialog, Some(Dialog::Whence(whence)) if whence.found.is_some()),
    );
    window.run();
    click(
        &mut window,
        "Mostra: Indice di vecchiaia · Ambito di Corsico · media semplice dei 6 Comuni · al 1/1/2023",
    );
    let map = &app(&window).state().document.map;
    assert_eq!((map.level, map.method), (Level::Ambiti, Method::Mean));
    assert_eq!(map.selected, [Code::from("50089")]);
    assert_eq!(app(&window).state().dialog, None);
}

#[test]
fn a_number_that_is_none_is_refused_in_words() {
    let mut window = window();
    window.key_press_modifiers(egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT), egui::Key::F);
    window.run();
    field(&window, "Numero").focus();
    window.run();
    field(&window, "Numero").type_text("117.654");
    window.run();
    window.get_by_role_and_label(Role::Button, "Cerca").click();
    window.run();
    window.get_by_label("«117.654» si può leggere in due modi: scrivi 117654 oppure 117,654.");
}

#[test]
fn what_the_data_reach_is_told_with_the_themes_of_an_observatory() {
    let mut window = window_today();
    click(&mut window, "Progetto");
    click(&mut window, "Aggiorna i dati…");
    assert!(window.query_all_by_label_contains("POSAS").count() > 0);
    click(&mut window, "Copertura dei temi");
    window.get_by_label("Dispersione scolastica");
    assert!(window.query_all_by_label("nessuna fonte comunale").count() > 1);
}
