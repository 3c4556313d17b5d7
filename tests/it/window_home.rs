//! "Il mio Ambito": asked for, kept, and what the window says of it; and what the settings change.

use std::collections::HashSet;
use std::sync::Arc;

use atlante::base::{Code, Level};
use atlante::data::{Absence, Comune, Dataset, Value};
use atlante::document::{Element, ElementKind, Representation};
use atlante::engine::dialog::Help;
use atlante::engine::{
    Action, Dialog, DialogAction, Effect, Framing, Home, Preference, ProjectAction, Scale, Settings, State,
    home, update,
};
use atlante::figure::map::ground;
use atlante::figure::reading::plain;
use atlante::figure::style;
use atlante::i18n::Lang;
use atlante::stats::classes::Scheme;
use atlante::ui::theme;
use egui::accesskit::Role;
use egui::{Color32, Shape};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{edition, today};
use crate::window::{Window, app, click, window_with};

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

/// As above, for the only Comune of its Ambito: 183.008, 19.663 and 37520.30.
#[test]
fn an_ambito_of_one_comune_is_told_as_the_others() {
    assert_eq!(
        sentences(Lang::It, "50007"),
        [
            "L'Ambito di Milano Città è più anziano dell'ATS: 183 anziani ogni 100 giovani contro 179 (al 1/1/2023, stima).",
            "L'Ambito di Milano Città ha in proporzione più residenti stranieri dell'ATS: 19,7 ogni 100 contro 15,2 (al 1/1/2026, stima).",
            "Il reddito imponibile medio per contribuente è più alto che nell'ATS: 37.520 euro contro 31.424 (nell'anno d'imposta 2024).",
        ]
    );
}

/// What is said of the income of Melzo where each Comune has 1,000 taxpayers and this much income, in euros.
fn said_of_income(income: impl Fn(&Comune) -> Value) -> String {
    let mut atlas = today().clone();
    let at =
        atlas.datasets.iter().position(|known| known.has("imponibile_eur")).expect("a source of incomes");
    let date = atlas.datasets[at].dates().last().expect("dates");
    let incomes = atlas.territories.comuni().iter().map(income).collect::<Vec<_>>();
    let taxpayers = vec![Ok(1000.0); incomes.len()];
    let values = vec![("contribuenti".to_owned(), taxpayers), ("imponibile_eur".to_owned(), incomes)];
    let meta = atlas.datasets[at].meta.clone();
    atlas.datasets[at] = Dataset::from_values(meta, [(date, values)]).expect("values");
    let said = plain::sentences(&atlas, &Code::from(MELZO), Lang::It);
    said.into_iter().find(|plain| plain.indicator == "reddito_imponibile_medio").expect("told").text
}

#[test]
fn ties_and_missing_values_are_told() {
    let is_of_melzo = |comune: &Comune| comune.ambito.0.as_str() == MELZO;
    assert_eq!(
        said_of_income(|_| Ok(30_000_000.0)),
        "Il reddito imponibile medio per contribuente è quello dell'ATS: 30.000 euro (nell'anno d'imposta 2024)."
    );
    // Less than what a whole number shows: (8 × 30,000 + 185 × 30,000.2) / 193 = 30,000.19.
    assert_eq!(
        said_of_income(|comune| Ok(if is_of_melzo(comune) { 30_000_000.0 } else { 30_000_200.0 })),
        "Il reddito imponibile medio per contribuente è più basso che nell'ATS: 30.000,0 euro contro 30.000,2 (nell'anno d'imposta 2024)."
    );
    assert_eq!(
        said_of_income(|comune| match is_of_melzo(comune) {
            true => Ok(30_000_000.0),
            false => Err(Absence::Missing),
        }),
        "Il reddito imponibile medio per contribuente è di 30.000 euro (nell'anno d'imposta 2024); per l'ATS manca il dato."
    );
    assert_eq!(
        said_of_income(|_| Err(Absence::Missing)),
        "Reddito imponibile medio per contribuente: dato mancante (nell'anno d'imposta 2024)."
    );
}

#[test]
fn the_card_names_the_ambito_that_it_ranks_in() {
    // pandas on `popolazione_eta.csv`: of the 22 Comuni of the Ambito Nosate has the highest index, 303.5.
    let choose = |lang: Lang| {
        let mut window = window_with([1366.0, 768.0], Settings { lang, ..Settings::default() });
        let ctx = window.ctx.clone();
        let app = window.state_mut().as_mut().expect("open");
        app.perform(Action::Choose(vec![Code::from("015155")]), &ctx);
        window.run();
        window
    };
    choose(Lang::It).get_by_label("1° valore più alto su 22 nell'Ambito dell'Alto Milanese");
    choose(Lang::En).get_by_label("1 of 22 in the Ambito of Alto Milanese, from the highest");
}

#[test]
fn the_first_question_is_answered_from_the_keyboard() {
    let mut window = window_with([1366.0, 768.0], Settings::default());
    let ctx = window.ctx.clone();
    let app_of =
        |window: &mut Window, action| window.state_mut().as_mut().expect("open").perform(action, &ctx);
    app_of(&mut window, Action::Dialog(DialogAction::Home));
    window.run();
    for key in [egui::Key::ArrowDown, egui::Key::ArrowDown, egui::Key::Enter] {
        window.key_press(key);
        window.run();
    }
    // The third by name, after Abbiategrasso and the Alto Milanese.
    let home = app(&window).state().settings.home.clone();
    let cernusco = home::choices(&app(&window).state().bundle.atlas, Lang::It)[2].clone();
    assert_eq!((home, cernusco.1.as_str()), (Home::Ambito(cernusco.0), "Ambito di Cernusco sul Naviglio"));
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

/// The colours of everything that is painted as triangles, as the map is.
fn painted(window: &Window) -> HashSet<Color32> {
    fn add(shape: &Shape, found: &mut HashSet<Color32>) {
        match shape {
            Shape::Mesh(mesh) => found.extend(mesh.vertices.iter().map(|vertex| vertex.color)),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, found)),
            _ => {}
        }
    }
    let mut found = HashSet::new();
    window.output().shapes.iter().for_each(|clipped| add(&clipped.shape, &mut found));
    found
}

#[test]
fn close_up_neighbours_are_faint_and_outlines_have_the_colours_of_lines_as_printed() {
    let mut window = window_with([1366.0, 768.0], Settings { home: melzo(), ..Settings::default() });
    let classes = |window: &Window| {
        let model = app(window).state().model.clone();
        let at = model.table.rows.iter().position(|row| row.code.as_str() == MELZO).expect("there");
        (model.class_of[at].expect("a value"), model.colours.clone())
    };
    let (own, all) = classes(&window);
    let close = painted(&window);
    for (class, full) in all.iter().enumerate() {
        assert_eq!(close.contains(&theme::colour(*full)), class == own, "class {class}");
    }
    // Corsico, Melzo, Pioltello: the map did not move, so it is a part of the whole.
    let three = ["50089", MELZO, "50056"].map(Code::from).to_vec();
    let ctx = window.ctx.clone();
    let app = window.state_mut().as_mut().expect("open");
    app.perform(Action::Choose(three), &ctx);
    window.run();
    let all_shown = painted(&window);
    assert!(all.iter().filter(|full| all_shown.contains(&theme::colour(**full))).count() > 1);
    for hue in &style::SERIES[..3] {
        assert!(all_shown.contains(&theme::colour(*hue)), "{hue}");
    }
}

#[test]
fn a_framed_ambito_stays_whole_when_the_charts_open() {
    let mut window = window_with([1366.0, 768.0], Settings { home: melzo(), ..Settings::default() });
    let height = |window: &Window| {
        let canvas = window.get_by_label_contains("Mappa: Indice di vecchiaia").rect();
        // The outline of the Ambito is the only line of this colour, as wide as its halo.
        let dark = theme::Theme::LIGHT.selected;
        let mut sides = (f32::MAX, f32::MIN);
        for clipped in &window.output().shapes {
            if let Shape::Mesh(mesh) = &clipped.shape
                && mesh.vertices.iter().any(|vertex| vertex.color == dark)
            {
                let inside = mesh.vertices.iter().filter(|vertex| vertex.color == dark);
                sides = inside.fold(sides, |(top, bottom), at| (top.min(at.pos.y), bottom.max(at.pos.y)));
            }
        }
        (sides, canvas)
    };
    for _ in 0..2 {
        let ((top, bottom), canvas) = height(&window);
        assert!(
            top < bottom && top >= canvas.top() && bottom <= canvas.bottom(),
            "{top} {bottom} {canvas:?}"
        );
        click(&mut window, "Grafici");
        window.run_steps(20);
    }
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
    // It opens at text, not at a second list of its sections.
    let Some(Dialog::Help(help)) = &app(&window).state().dialog else { panic!("the guide is open") };
    assert_eq!(atlante::engine::guide::guide(Lang::It).sections[help.at].title, "Aprire");
    window.get_by_role_and_label(Role::TextInput, "Cerca nella guida").type_text("istogramma");
    window.run();
    let Some(Dialog::Help(help)) = &app(&window).state().dialog else { panic!("the guide is open") };
    let guide = atlante::engine::guide::guide(Lang::It);
    assert_eq!(guide.sections[help.at].title, "La legenda");
    window.key_press(egui::Key::Escape);
    window.run();
    assert!(app(&window).state().dialog.is_none());
}

#[test]
fn every_section_of_the_guides_is_drawn() {
    for lang in Lang::ALL {
        let mut window = window_with([1024.0, 768.0], Settings { lang, ..Settings::default() });
        let ctx = window.ctx.clone();
        // A letter that the typefaces lack panics in a build for tests.
        for at in 0..atlante::engine::guide::guide(lang).sections.len() {
            let app = window.state_mut().as_mut().expect("open");
            let help = Help { typed: String::new(), at };
            app.perform(Action::Dialog(DialogAction::ReadHelp(help)), &ctx);
            window.step();
        }
    }
}

#[test]
fn the_window_in_english_has_a_guide_in_english() {
    let settings = Settings { lang: Lang::En, ..Settings::default() };
    let mut window = window_with([1024.0, 768.0], settings);
    window.key_press(egui::Key::F1);
    window.run();
    window.get_by_label_contains("This guide is short.");
    window.get_by_role_and_label(Role::TextInput, "Search the guide").type_text("scatter");
    window.run();
    window.get_by_label_contains("A correlation is not a cause.");
}

#[test]
fn buttons_of_panels_are_found_by_typing() {
    let find = |typed: &str, name: &str| {
        let mut window = window_with([1366.0, 768.0], Settings::default());
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
        window.run();
        let field = "Scrivi un comando, un indicatore o un territorio";
        window.get_by_role_and_label(Role::TextInput, field).type_text(typed);
        window.run();
        click(&mut window, &format!("{name}, comando dei pannelli"));
        window
    };
    let window = find("quantili", "Metodo di classificazione: quantili");
    assert_eq!(app(&window).state().document.map.scheme(), Scheme::Quantile);
    let window = find("cerchi", "Mappa: Cerchi");
    assert_eq!(app(&window).state().document.map.representation, Representation::Symbols);
    let window = find("componi graduatoria", "Componi figura: Graduatoria");
    let figure = app(&window).state().document.composed().expect("a page");
    assert_eq!(figure.spec.elements().next().map(Element::kind), Some(ElementKind::Ranking));
    let window = find("2022", "Data di riferimento: 1/1/2022");
    assert_eq!(app(&window).state().document.map.date.to_string(), "2022-01-01");
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

#[test]
fn empty_places_say_what_to_do_and_offer_it() {
    let mut window = window_with([1366.0, 768.0], Settings { home: melzo(), ..Settings::default() });
    // A place typed where indicators are looked for.
    window.get_by_role_and_label(Role::TextInput, "Cerca un indicatore").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Cerca un indicatore").type_text("vimodrone");
    window.run();
    window.get_by_label("Nessun risultato: prova con un'altra parola.");
    click(&mut window, "Vai a Vimodrone");
    assert_eq!(app(&window).state().document.map.selected, [Code::from("015242")]);
    click(&mut window, "Cancella la ricerca");
    window.get_by_label("Età media");
    // Views without a selection offer the user's Ambito.
    click(&mut window, "Nessuno");
    click(&mut window, "Grafici");
    for view in ["Graduatoria", "Serie storica", "Due date"] {
        click(&mut window, view);
        window.get_by_label("Un clic sceglie, Ctrl+clic aggiunge.");
        click(&mut window, "Ambito di Melzo");
        assert_eq!(app(&window).state().document.map.selected, [Code::from(MELZO)], "{view}");
        click(&mut window, "Nessuno");
    }
    // A table of nobody.
    click(&mut window, "Tabella");
    click(&mut window, "Solo scelti");
    window.get_by_label_contains("«Solo scelti» è acceso, ma nessun territorio è scelto");
    click(&mut window, "Mostra tutti");
    assert!(window.query_by_label_contains("«Solo scelti» è acceso").is_none());
    // A project without data.
    let ctx = window.ctx.clone();
    let app_mut = window.state_mut().as_mut().expect("open");
    app_mut.perform(Action::Project(ProjectAction::ShowContents(true)), &ctx);
    window.run();
    let imports = "Importa dati…";
    window.get_all_by_label_contains(imports).last().expect("in the dialog").click();
    window.run();
    let state = app(&window).state();
    assert!(state.intake.is_some() && !state.project.shows_contents);
}
