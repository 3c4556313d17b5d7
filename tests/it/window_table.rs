//! The table below the map: sorted, filtered, extended, selected from and copied, all through accessible labels.

use atlante::base::Level;
use atlante::document::{ElementKind, SortBy, TableColumn, TableSpec};
use atlante::engine::{Action, Effect, Settings, State, update};
use atlante::i18n::Lang;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::common::{Folder, awkward, january};
use super::window::{Window, app, click, open_list, window, window_of, window_on};
use crate::common::{set_map, view_with};

fn with_table(mut window: Window) -> Window {
    window.key_press(egui::Key::F8);
    window.run();
    window
}

fn selected(window: &Window) -> Vec<String> {
    app(window).state().document.map.selected.iter().map(ToString::to_string).collect()
}

fn press(window: &mut Window, label: &str, modifiers: egui::Modifiers) {
    window.get_by_role_and_label(Role::Button, label).click_modifiers(modifiers);
    window.run();
}

#[test]
fn a_head_sorts_and_turns_round() {
    let mut window = with_table(window());
    assert!(window.query_by_label("Cornovecchio: 344,4").is_some(), "from the highest");
    click(&mut window, "Ordina per: Indice di vecchiaia, al 1/1/2023 (s)");
    assert!(!app(&window).state().document.view::<TableSpec>().expect("a table").view.sort.descending);
    assert!(window.query_by_label("Cornovecchio: 344,4").is_none());
    click(&mut window, "Ordina per: Territorio");
    assert_eq!(
        app(&window).state().document.view::<TableSpec>().expect("a table").view.sort.by,
        SortBy::Name
    );
    assert!(window.query_by_label("Abbadia Cerreto: 240,0").is_some());
    assert!(window.query_by_label("ATS: 178,8").is_some(), "always in sight");
    assert_eq!(app(&window).state().history.undo_steps(), 2, "an order is undone like the rest");
}

#[test]
fn rows_are_selected_alone_added_and_in_stretches() {
    let mut window = with_table(window());
    click(&mut window, "Ordina per: Territorio");
    press(&mut window, "Abbadia Cerreto: 240,0", egui::Modifiers::NONE);
    press(&mut window, "Albairate: 186,5", egui::Modifiers::COMMAND);
    assert_eq!(selected(&window).len(), 2);
    press(&mut window, "Abbadia Cerreto: 240,0", egui::Modifiers::COMMAND);
    assert_eq!(selected(&window).len(), 1);
    press(&mut window, "Abbadia Cerreto: 240,0", egui::Modifiers::NONE);
    press(&mut window, "Albairate: 186,5", egui::Modifiers::SHIFT);
    assert_eq!(selected(&window).len(), 3, "with what stands between");
    click(&mut window, "Solo scelti");
    assert!(window.query_by_label("righe: 3 di 193").is_some());
}

#[test]
fn what_is_typed_narrows_the_rows_and_nothing_found_is_said() {
    let mut window = with_table(window());
    window.get_by_label("Cerca nella tabella").focus();
    window.run();
    window.get_by_label("Cerca nella tabella").type_text("cesano");
    window.run();
    assert_eq!(app(&window).state().document.view::<TableSpec>().expect("a table").view.filter, "cesano");
    assert!(window.query_by_label("righe: 1 di 193").is_some());
    window.get_by_label("Cerca nella tabella").type_text(" xyz");
    window.run();
    assert!(window.query_by_label("Nessun territorio corrisponde a quanto chiesto.").is_some());
}

#[test]
fn columns_come_and_go_and_follow_the_map() {
    let mut window = with_table(window());
    window.get_by_role_and_label(Role::ComboBox, "Aggiungi una colonna").click();
    window.run();
    click(&mut window, "Indice di vecchiaia, al 1/1/2022");
    let columns =
        |window: &Window| app(window).state().document.view::<TableSpec>().expect("a table").columns.clone();
    assert_eq!(columns(&window)[1..], [TableColumn::value("indice_vecchiaia", january(2022))]);
    assert!(window.query_by_label("Cornovecchio: 344,4; 310,5").is_some());
    click(&mut window, "Rimuovi la colonna: Indice di vecchiaia, al 1/1/2022");
    assert_eq!(columns(&window).len(), 1);
    click(&mut window, "Ambiti territoriali");
    assert!(window.query_by_label("Cinisello Balsamo: 198,1").is_some());
    for name in ["Colori", "Min, media, max"] {
        click(&mut window, name);
    }
    assert!(window.query_by_label("Massimo delle righe: 198,1").is_some());
}

#[test]
fn the_table_is_copied_and_written_from_the_window() {
    for (name, magic) in [("t.xlsx", "PK"), ("t.csv", "\u{feff}Codice;"), ("t.pdf", "%PDF")] {
        let folder = Folder::new();
        let mut window = with_table(window_of(1366.0, 768.0, Lang::It, Some(folder.path().join(name))));
        window.get_by_role_and_label(Role::Button, "Esporta tabella").click();
        for _ in 0..600 {
            window.step();
            if app(&window).state().notice.is_some() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        let said = app(&window).state().notice.as_ref().map(|notice| notice.text.clone());
        assert_eq!(said.as_deref(), Some(format!("Salvato: {name}").as_str()));
        let bytes = std::fs::read(folder.file(name)).expect("a file");
        assert!(String::from_utf8_lossy(&bytes[..16]).starts_with(magic), "{name}");
    }
    let mut state = State::new(awkward(), Settings::default()).expect("a state");
    set_map(&mut state, |map| map.level = Level::Ambiti);
    let effects = update(&mut state, Action::CopyTable);
    let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(text.starts_with("Territorio\tIndice di vecchiaia, al 1/1/2023 (stima) [anziani"), "{text}");
    assert!(text.contains("\r\nCorsico\t181,0\t\r\n"), "{text}");
    let refused = update(&mut state, Action::Export(ElementKind::Table, "a.doc".into()));
    assert!(refused.is_empty() && state.notice.is_some_and(|notice| notice.is_error));
}

#[test]
fn awkward_columns_are_answered() {
    let mut window = with_table(window_on(awkward(), [1366.0, 768.0], Lang::It, None));
    let case = |id: &str| TableColumn::value(id, january(2023));
    let all = ["uno", "nessuno", "negativi", "costante", "misto"].map(case).to_vec();
    let ctx = window.ctx.clone();
    let app = window.state_mut().as_mut().expect("made in the first frame");
    let asked = view_with::<TableSpec>(app.state(), |spec| spec.columns.extend(all));
    app.perform(asked, &ctx);
    let mut view = app.state().document.view::<TableSpec>().expect("a table").view.clone();
    (view.heat, view.summary) = (true, true);
    let asked = view_with::<TableSpec>(app.state(), |spec| spec.view = view);
    app.perform(asked, &ctx);
    window.run();
    for level in ["Ambiti territoriali", "ASST", "ATS", "Comuni"] {
        click(&mut window, level);
    }
    assert!(window.query_by_label_contains("Massimo delle righe: 344,4; 7; ").is_some());
}

/// More than 300 columns can be added: they stand under themes, and are found by typing.
#[test]
fn a_column_is_found_by_typing() {
    let mut window = with_table(window());
    open_list(&mut window, "Aggiungi una colonna");
    window.get_by_label("Redditi");
    window.get_by_label("Indice di invecchiamento, al 1/1/2023 (stima)");
    let field = window.get_by_role_and_label(Role::TextInput, "Scrivi per cercare nell'elenco");
    field.focus();
    window.run();
    window
        .get_by_role_and_label(Role::TextInput, "Scrivi per cercare nell'elenco")
        .type_text("cittadinanza stranieri 2022");
    window.run();
    assert!(
        window.query_by_label("Redditi").is_none()
            && window.query_by_label("Indice di invecchiamento, al 1/1/2023 (stima)").is_none()
    );
    window.key_press(egui::Key::Enter);
    window.run();
    let columns = &app(&window).state().document.view::<TableSpec>().expect("a table").columns;
    let added = columns.last().expect("a column");
    assert!(added.indicator.contains("stranieri") && added.at.to_string().starts_with("2022"), "{added:?}");
    assert!(window.query_by_label("Scrivi per cercare nell'elenco").is_none(), "the list is closed");
}

#[test]
fn a_published_table_is_shown_in_full_selected_from_and_undone() {
    let mut window = with_table(window());
    let ctx = window.ctx.clone();
    let app_mut = window.state_mut().as_mut().expect("made in the first frame");
    app_mut.perform(Action::SetIndicator("gestione_associata_quota".into()), &ctx);
    window.run();
    click(&mut window, "Ordina per: Territorio");
    open_list(&mut window, "Aggiungi una colonna");
    click(&mut window, "Tutta la tabella: Tab. 2");
    window.get_by_label("Lombardia: 86,5; 13,5; 84,8; 15,2; 83,4; 16,6");
    // Another ATS only has published values, and cannot be selected.
    press(&mut window, "ATS Bergamo: 75,6%; 24,4%; 74,4%; 25,6%; 70,7%; 29,3%", egui::Modifiers::NONE);
    assert!(selected(&window).is_empty());
    click(&mut window, "Annulla (Ctrl+Z)");
    window.get_by_label("Lombardia: 13,5; 15,2; 16,6");
}
