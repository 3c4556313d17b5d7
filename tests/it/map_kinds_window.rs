//! The kinds of map in the window, through accessible labels.

use std::sync::{Arc, LazyLock};

use atlante::document::MapKind;
use atlante::engine::{Appearance, Settings};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::ui::app::App;
use atlante::ui::theme;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

/// A point in the city of Milano, which fills the middle of the map.
const IN_MILANO: [f32; 2] = [620.0, 320.0];

type Window = Harness<'static, Option<App>>;

fn window() -> Window {
    let settings = Settings { lang: Lang::It, appearance: Appearance::Light, ..Settings::default() };
    let show = move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
        Some(app) => app.show(ui),
        // The first frame has no fonts yet.
        None => {
            theme::install(ui.ctx());
            *app = App::new(BUNDLE.clone(), settings.clone(), Arc::new(|_, _| Some(Vec::new()))).ok();
        }
    };
    let mut window = Harness::builder().with_size([1366.0, 768.0]).build_ui_state(show, None);
    window.run();
    window
}

fn app(window: &Window) -> &App {
    window.state().as_ref().expect("made in the first frame")
}

fn pick(window: &mut Window, list: &str, entry: &str) {
    window.get_by_role_and_label(Role::ComboBox, list).click();
    window.run();
    // A name may also be in the list of indicators on the left: the open list comes last.
    let entries: Vec<_> = window.get_all_by_label(entry).collect();
    entries.last().expect("in the list").click();
    window.run();
}

fn nameless(window: &Window) -> Vec<String> {
    let is_nameless = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let control = matches!(node.role(), Role::Button | Role::CheckBox | Role::ComboBox | Role::TextInput);
        control && node.label().is_none_or(|label| label.trim().is_empty())
    };
    window.root().children_recursive().filter(is_nameless).map(|node| format!("{node:?}")).collect()
}

#[test]
fn a_change_is_selected_its_date_picked_and_undone() {
    let mut window = window();
    window.get_by_label("Popolazione residente").click();
    window.run();
    pick(&mut window, "Tipo di mappa", "Variazione tra due date");
    window.get_by_label("Mappa: Popolazione residente, Comuni, variazione dal 1/1/2022 al 1/1/2023");
    pick(&mut window, "Dalla data", "1/1/2019");
    let state = app(&window).state();
    assert!(matches!(state.document.map.kind, MapKind::Change { from } if from.year() == 2019));
    assert!(state.remarks.iter().any(|remark| remark.code() == "series_break"));
    window.get_by_label_contains("la serie si interrompe");
    assert_eq!(nameless(&window), Vec::<String>::new());
    window.get_by_label("Annulla (Ctrl+Z)").click();
    window.run();
    assert!(
        matches!(app(&window).state().document.map.kind, MapKind::Change { from } if from.year() == 2022)
    );
}

#[test]
fn two_indicators_are_selected_and_their_cells_named() {
    let mut window = window();
    pick(&mut window, "Tipo di mappa", "Due indicatori");
    let second = |window: &Window| match &app(window).state().document.map.kind {
        MapKind::Two { second } => second.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(second(&window), "densita", "the first that shares nothing with the ageing index");
    window.get_by_label("Vecchiaia: classe alta; Densità: classe alta: 25");
    window.get_by_label("Vecchiaia: classe bassa; Densità: classe alta: 13");
    pick(&mut window, "Secondo indicatore", "Rapporto di mascolinità");
    assert_eq!(second(&window), "rapporto_mascolinita");
    assert_eq!(nameless(&window), Vec::<String>::new());
    pick(&mut window, "Tavolozza", "BuPu 3×3");
    assert_eq!(app(&window).state().model.palette, "stevens_bu_pu");
    window.get_by_label("Scambia i colori dei due indicatori").click();
    window.run();
    assert!(app(&window).state().document.map.palette.reversed);
    pick(&mut window, "Tavolozza", "automatico");
    assert_eq!(app(&window).state().document.map.palette.id, None);
    assert_ne!(app(&window).state().model.palette, "stevens_bu_pu");
    pick(&mut window, "Metodo di classificazione", "intervalli uguali");
    assert_eq!(app(&window).state().model.counts.len(), 9);
    pick(&mut window, "Tipo di mappa", "Valore");
    assert_eq!(app(&window).state().model.palette, "yl_gn_bu");
}

#[test]
fn the_card_tells_both_dates_and_both_indicators() {
    let mut window = window();
    pick(&mut window, "Tipo di mappa", "Variazione tra due date");
    window.hover_at(IN_MILANO.into());
    window.run();
    window.get_by_label("al 1/1/2022: 181,9");
    window.get_by_label("+1,1");
    window.hover_at([2.0, 2.0].into());
    window.run();
    pick(&mut window, "Tipo di mappa", "Due indicatori");
    window.hover_at(IN_MILANO.into());
    window.run();
    window.get_by_label_contains("Densità di popolazione: 7.");
}

#[test]
fn idle_frames_of_either_kind_add_no_undo_step() {
    let mut window = window();
    for kind in ["Variazione tra due date", "Due indicatori"] {
        pick(&mut window, "Tipo di mappa", kind);
        let steps = app(&window).state().history.undo_steps();
        window.run_steps(20);
        assert_eq!(app(&window).state().history.undo_steps(), steps, "{kind}");
    }
}
