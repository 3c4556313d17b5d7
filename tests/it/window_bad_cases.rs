//! The window with awkward data: each case leads to texts or shapes, never to a panic or an empty panel.

use atlante::base::Code;
use atlante::data::Absence;
use atlante::engine::settings_file;
use atlante::i18n::Lang;
use egui_kittest::kittest::Queryable;

use super::common::{Folder, awkward};
use super::window::{IN_MILANO, Window, app, click, click_map, open_below, window_on};

/// A window that shows a case, found as a user would find it.
pub fn showing(case: &str) -> Window {
    let mut window = window_on(awkward(), [1366.0, 768.0], Lang::It, None);
    window.get_by_label("Cerca un indicatore").focus();
    window.run();
    window.get_by_label("Cerca un indicatore").type_text(case);
    window.run();
    click(&mut window, &format!("Caso {case}"));
    assert_eq!(app(&window).state().document.map.indicator, case);
    window
}

/// Goes through levels, schemes and symbols, and points at the map.
fn use_it(window: &mut Window) {
    for control in ["Ambiti territoriali", "ASST", "ATS", "Comuni", "Cerchi", "Aree colorate"] {
        click(window, control);
    }
    click_map(window, IN_MILANO);
    window.key_press(egui::Key::F8);
    window.run();
}

#[test]
fn one_value() {
    let mut window = showing("uno");
    let state = app(&window).state();
    assert_eq!(state.model.counts, [1]);
    assert_eq!(state.model.absent(Absence::Missing), 192);
    // A single value is equal to nothing.
    assert!(window.query_by_label_contains("Tutti i valori sono uguali").is_none());
    use_it(&mut window);
}

#[test]
fn no_value_at_all() {
    let mut window = showing("nessuno");
    window.get_by_label_contains("Nessun valore da mostrare a questa data.");
    window.get_by_label("dato oscurato per riservatezza: 193");
    assert_eq!(app(&window).state().model.absent(Absence::Suppressed), 193);
    use_it(&mut window);
}

#[test]
fn negative_values() {
    let mut window = showing("negativi");
    let model = app(&window).state().model.clone();
    assert_eq!(model.counts.iter().sum::<usize>(), 193);
    assert!(model.classes.as_ref().expect("classes").intervals.lower() < 0.0);
    use_it(&mut window);
}

#[test]
fn all_values_equal() {
    let mut window = showing("costante");
    assert_eq!(app(&window).state().model.counts, [193]);
    use_it(&mut window);
}

#[test]
fn every_reason_of_absence_has_its_own_wording() {
    let mut window = showing("misto");
    for line in ["dato mancante: 48", "dato oscurato per riservatezza: 48", "non applicabile: 48"] {
        window.get_by_label(line);
    }
    use_it(&mut window);
}

#[test]
fn one_enormous_outlier() {
    let mut window = window_on(awkward(), [1366.0, 768.0], Lang::It, None);
    click(&mut window, "Popolazione residente");
    let model = app(&window).state().model.clone();
    assert_eq!(model.counts.last(), Some(&1), "Milano stands alone");
    use_it(&mut window);
    assert_eq!(app(&window).state().document.map.selected, [Code::from("015146")]);
}

#[test]
fn time_series_and_scatterplot_answer_in_words() {
    for (case, series, scatter) in [
        ("uno", "C'è una sola data", "coppie con tutti e due i valori: 1"),
        (
            "nessuno",
            "Nessun valore da mostrare per questi territori",
            "Nessun valore da mostrare a questa data",
        ),
        ("costante", "le linee sono tutte grigie", "non varia"),
        ("misto", "C'è una sola data", "non varia"),
    ] {
        let mut window = showing(case);
        // With all of them, none is labelled, and those without a value are counted.
        click(&mut window, "Tutti");
        open_below(&mut window, "Serie storica");
        let said = |window: &Window, words| window.query_all_by_label_contains(words).next().is_some();
        assert!(said(&window, series), "{case}: {series}");
        click(&mut window, "Dispersione");
        assert!(said(&window, scatter), "{case}: {scatter}");
        click(&mut window, "Nessuno");
        click(&mut window, "Tabella");
        assert!(said(&window, "righe: 193 di 193"), "{case}");
    }
}

#[test]
fn settings_that_cannot_be_kept_are_noticed_at_the_start() {
    let folder = Folder::new();
    let of = |name: &str| folder.path().join(name);
    assert!(settings_file::can_be_kept(&of("new/one")), "a folder that can be made");
    std::fs::create_dir_all(of("taken/app.ron")).expect("made");
    assert!(!settings_file::can_be_kept(&of("taken")), "a folder in place of the file");
    std::fs::write(of("file"), "no folder").expect("written");
    assert!(!settings_file::can_be_kept(&of("file")), "a file in place of the folder");
    settings_file::keep(&of("kept"), "{}").expect("written");
    assert!(settings_file::can_be_kept(&of("kept")));
    assert_eq!(settings_file::text(&of("kept")).as_deref(), Some("{}"));
}
