//! The window through accessible labels, without a display: clicks must change the state.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use atlante::base::{Code, Level};
use atlante::document::{PointColour, QuadrantSplit, Representation, ScatterSpec, SeriesSpec};
use atlante::engine::{Appearance, Pick, Settings};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::stats::classes::Scheme;
use atlante::ui::app::App;
use atlante::ui::theme;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

/// A point on the map within Milano, for the size of [`window`].
pub const IN_MILANO: [f32; 2] = [620.0, 310.0];

pub type Window = Harness<'static, Option<App>>;

fn scatter(window: &Window) -> ScatterSpec {
    app(window).state().document.view::<ScatterSpec>().expect("in sight").clone()
}

fn series(window: &Window) -> SeriesSpec {
    app(window).state().document.view::<SeriesSpec>().expect("in sight").clone()
}

pub fn window_of(width: f32, height: f32, lang: Lang, save_to: Option<PathBuf>) -> Window {
    window_on(BUNDLE.clone(), [width, height], lang, save_to)
}

/// A window with these settings.
pub fn window_with(size: [f32; 2], settings: Settings) -> Window {
    window_set(BUNDLE.clone(), size, settings, None)
}

pub fn window_on(bundle: Arc<Bundle>, size: [f32; 2], lang: Lang, save_to: Option<PathBuf>) -> Window {
    window_set(bundle, size, Settings { lang, ..Settings::default() }, save_to)
}

fn window_set(bundle: Arc<Bundle>, size: [f32; 2], settings: Settings, save_to: Option<PathBuf>) -> Window {
    let settings = Settings { appearance: Appearance::Light, ..settings };
    let show = move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
        Some(app) => app.show(ui),
        // The first frame has no fonts yet.
        None => {
            theme::install(ui.ctx());
            let save_to = save_to.clone();
            let dialog = Arc::new(move |_: &str, _: &Pick| Some(save_to.clone().into_iter().collect()));
            *app = App::new(bundle.clone(), settings.clone(), dialog).ok();
        }
    };
    let mut window = Harness::builder().with_size(size).with_max_steps(32).build_ui_state(show, None);
    window.run();
    window
}

pub fn window() -> Window {
    window_of(1366.0, 768.0, Lang::It, None)
}

pub fn app(window: &Window) -> &App {
    window.state().as_ref().expect("made in the first frame")
}

pub fn click(window: &mut Window, label: &str) {
    // A label beside a control may have the same name: the control is clicked.
    let clickable = |role| matches!(role, Role::Button | Role::CheckBox | Role::RadioButton);
    let by_role = |window: &Window| {
        window
            .query_all_by_label(label)
            .map(|node| node.accesskit_node().role())
            .find(|role| clickable(*role))
    };
    let role = by_role(window).unwrap_or_else(|| panic!("no control is called '{label}'"));
    window.get_by_role_and_label(role, label).scroll_to_me();
    window.run();
    window.get_by_role_and_label(role, label).click();
    window.run();
}

pub fn open_list(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::ComboBox, label).click();
    window.run();
}

pub fn click_map(window: &mut Window, at: [f32; 2]) {
    window.hover_at(at.into());
    window.run();
    window.drag_at(at.into());
    window.drop_at(at.into());
    window.run();
}

/// Opens the bottom panel on one of its views.
pub fn open_below(window: &mut Window, view: &str) {
    window.key_press(egui::Key::F8);
    window.run();
    click(window, view);
}

/// Runs the window until something is there.
pub fn wait(window: &mut Window, what: &str, mut is_there: impl FnMut(&Window) -> bool) {
    for _ in 0..600 {
        window.step();
        if is_there(window) {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{what} did not come");
}

#[test]
fn opens_on_the_ageing_index_by_comune() {
    let window = window();
    let spec = &app(&window).state().document.map;
    assert_eq!((spec.indicator.as_str(), spec.level), ("indice_vecchiaia", Level::Comuni));
    assert_eq!(spec.date.to_string(), "2023-01-01");
    window.get_by_label("Mappa: Indice di vecchiaia, Comuni, al 1/1/2023");
    assert_eq!(app(&window).state().model.counts.iter().sum::<usize>(), 193);
}

#[test]
fn an_indicator_is_picked_and_undone_and_done_again() {
    let mut window = window();
    click(&mut window, "Età media");
    assert_eq!(app(&window).state().document.map.indicator, "eta_media");
    click(&mut window, "Annulla (Ctrl+Z)");
    assert_eq!(app(&window).state().document.map.indicator, "indice_vecchiaia");
    click(&mut window, "Ripeti (Ctrl+Y)");
    assert_eq!(app(&window).state().document.map.indicator, "eta_media");
}

#[test]
fn idle_frames_add_no_undo_step() {
    let mut window = window();
    window.run_steps(60);
    assert_eq!(app(&window).state().history.undo_steps(), 0);
}

#[test]
fn search_narrows_the_list_and_forgives_accents() {
    let mut window = window();
    window.get_by_label("Cerca un indicatore").focus();
    window.run();
    window.get_by_label("Cerca un indicatore").type_text("eta med");
    window.run();
    assert!(window.query_by_label("Età media").is_some());
    assert!(window.query_by_label("Densità di popolazione").is_none());
    window.get_by_label("Cerca un indicatore").type_text(" xyz");
    window.run();
    window.get_by_label("Nessun risultato: prova con un'altra parola.");
}

#[test]
fn level_classes_and_representation_change_by_a_click() {
    let mut window = window();
    click(&mut window, "Ambiti territoriali");
    assert_eq!(app(&window).state().document.map.level, Level::Ambiti);
    assert_eq!(app(&window).state().model.table.rows.len(), 17);
    click(&mut window, "7");
    assert_eq!(app(&window).state().document.map.classes.count, Some(7));
    assert_eq!(app(&window).state().model.counts.len(), 7);
    click(&mut window, "Cerchi");
    assert_eq!(app(&window).state().document.map.representation, Representation::Symbols);
}

#[test]
fn the_scheme_is_selected_in_its_list() {
    let mut window = window();
    open_list(&mut window, "Metodo di classificazione");
    click(&mut window, "quantili");
    assert_eq!(app(&window).state().document.map.scheme(), Scheme::Quantile);
}

#[test]
fn the_palette_is_selected_in_its_list_and_reversed() {
    let mut window = window();
    click(&mut window, "Inverti la tavolozza");
    assert!(app(&window).state().document.map.palette.reversed);
    open_list(&mut window, "Tavolozza");
    click(&mut window, "Viridis adatta ai daltonici");
    assert_eq!(app(&window).state().model.palette, "viridis");
}

#[test]
fn a_count_offers_symbols() {
    let mut window = window();
    click(&mut window, "Popolazione residente");
    assert_eq!(app(&window).state().document.map.representation, Representation::Symbols);
    click(&mut window, "Aree colorate");
    click(&mut window, "Usa i cerchi proporzionali");
    assert_eq!(app(&window).state().document.map.representation, Representation::Symbols);
}

#[test]
fn a_date_that_the_next_indicator_lacks_is_replaced_and_said() {
    let mut window = window();
    click(&mut window, "Popolazione residente");
    open_list(&mut window, "Data di riferimento");
    click(&mut window, "1/1/2019");
    assert_eq!(app(&window).state().document.map.date.year(), 2019);
    click(&mut window, "Età media");
    assert_eq!(app(&window).state().document.map.date.year(), 2022);
    let notice = app(&window).state().notice.clone().expect("a notice");
    assert!(notice.text.contains("1/1/2019") && notice.text.contains("1/1/2022"), "{}", notice.text);
    click(&mut window, "Chiudi");
    assert_eq!(app(&window).state().notice, None);
}

#[test]
fn a_click_selects_a_second_one_deselects_and_a_click_in_the_gap_clears() {
    let mut window = window();
    // The middle of the map is inside the territory, its upper left corner is not.
    let (inside, outside) = (IN_MILANO, [420.0, 120.0]);
    click_map(&mut window, inside);
    let selected = app(&window).state().document.map.selected.clone();
    assert_eq!(selected, [Code::from("015146")], "Milano fills the middle");
    click_map(&mut window, outside);
    assert!(app(&window).state().document.map.selected.is_empty());
    click_map(&mut window, outside);
    assert_eq!(app(&window).state().history.undo_steps(), 2, "nothing to let go, nothing to undo");
    // The selection survives a change of indicator.
    click_map(&mut window, inside);
    click(&mut window, "Età media");
    assert_eq!(app(&window).state().document.map.selected, selected);
}

/// Drags from one point through others and releases at the last.
pub fn drag_map(window: &mut Window, path: &[[f32; 2]]) {
    window.drag_at(path[0].into());
    window.step();
    for at in &path[1..] {
        window.hover_at((*at).into());
        window.step();
    }
    window.drop_at(path[path.len() - 1].into());
    window.run();
}

#[test]
fn the_rectangle_and_the_lasso_select_many_in_one_step() {
    let mut window = window();
    click(&mut window, "Scegli con un rettangolo");
    drag_map(&mut window, &[[500.0, 250.0], [560.0, 300.0], [640.0, 380.0]]);
    let by_rectangle = app(&window).state().document.map.selected.clone();
    assert!(by_rectangle.contains(&Code::from("015146")), "{by_rectangle:?}");
    assert!(by_rectangle.len() > 3 && by_rectangle.len() < 60, "{}", by_rectangle.len());
    click(&mut window, "Scegli con il lazo");
    let lasso = [[500.0, 250.0], [640.0, 250.0], [640.0, 380.0], [500.0, 380.0], [500.0, 260.0]];
    drag_map(&mut window, &lasso);
    assert_eq!(app(&window).state().document.map.selected, by_rectangle, "the same ground, another tool");
    assert_eq!(app(&window).state().history.undo_steps(), 1, "an equal choice is no change");
    // The map did not move; now the tool for moving it is on.
    click(&mut window, "Sposta la mappa");
    drag_map(&mut window, &[[500.0, 250.0], [560.0, 300.0]]);
    assert_eq!(app(&window).state().document.map.selected, by_rectangle);
}

#[test]
fn whole_ambiti_sets_and_removal() {
    let mut window = window();
    click_map(&mut window, IN_MILANO);
    click(&mut window, "Tutti");
    assert_eq!(app(&window).state().document.map.selected.len(), 193);
    click(&mut window, "Nessuno");
    assert!(app(&window).state().document.map.selected.is_empty());
    click(&mut window, "Annulla (Ctrl+Z)");
    click(&mut window, "Annulla (Ctrl+Z)");
    click(&mut window, "Tutto l'Ambito");
    assert_eq!(
        app(&window).state().document.map.selected,
        [Code::from("015146")],
        "Milano is an Ambito by itself"
    );
    window.get_by_role_and_label(Role::TextInput, "Nome del gruppo").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Nome del gruppo").type_text("Città");
    window.run();
    click(&mut window, "Salva");
    assert_eq!(app(&window).state().document.sets[0].name, "Città");
    click(&mut window, "Rimuovi Milano");
    assert!(app(&window).state().document.map.selected.is_empty());
    click(&mut window, "Città (1)");
    assert_eq!(app(&window).state().document.map.selected, [Code::from("015146")]);
    click(&mut window, "Elimina il gruppo Città");
    assert!(app(&window).state().document.sets.is_empty());
}

#[test]
fn the_card_tells_facts_rank_and_distance_and_can_be_pinned() {
    let mut window = window();
    click_map(&mut window, IN_MILANO);
    for text in
        ["183,0", "1.354.196 residenti al 1/1/2023 (stima) · 181,8 km²", "+4,2 rispetto all'ATS (178,8)"]
    {
        assert!(window.query_all_by_label(text).next().is_some(), "{text}");
    }
    click(&mut window, "Tieni in vista: Milano");
    click(&mut window, "Nessuno");
    let facts = "1.354.196 residenti al 1/1/2023 (stima) · 181,8 km²";
    assert!(window.query_by_label(facts).is_some(), "the pinned card stays");
    click(&mut window, "Non tenere più in vista: Milano");
    assert!(window.query_by_label(facts).is_none());
}

#[test]
fn panels_close_and_the_list_reads_the_map() {
    let mut window = window();
    assert!(window.query_by_label("Cornovecchio: 344,4").is_none());
    window.key_press(egui::Key::F8);
    window.run();
    click(&mut window, "Cornovecchio: 344,4");
    assert_eq!(app(&window).state().document.map.selected.len(), 1);
    for (key, panel) in [(egui::Key::F6, "Indicatori"), (egui::Key::F7, "Territori scelti (1)")] {
        assert!(window.query_by_label(panel).is_some());
        window.key_press(key);
        window.run();
        assert!(window.query_by_label(panel).is_none(), "{panel}");
    }
}

#[test]
fn layers_and_colour_vision_are_switched_in_their_menu() {
    let mut window = window();
    click(&mut window, "Livelli della mappa e daltonismo");
    click(&mut window, "Nomi");
    assert!(!app(&window).state().settings.layers.labels);
    click(&mut window, "deuteranopia (senza verde)");
    assert_eq!(app(&window).state().vision, atlante::base::Vision::Deuteranopia);
    assert_eq!(app(&window).state().history.undo_steps(), 0);
}

#[test]
fn speaks_english_and_turns_dark() {
    // So wide that nothing of the bar is in its menu.
    let mut window = window_of(1700.0, 900.0, Lang::It, None);
    click(&mut window, "EN");
    assert_eq!(app(&window).state().settings.lang, Lang::En);
    window.get_by_label("Map: Ageing index, Comuni, on 1 January 2023");
    click(&mut window, "Dark appearance");
    assert_eq!(app(&window).state().settings.appearance, Appearance::Dark);
    assert_eq!(app(&window).state().history.undo_steps(), 0, "neither is a change of the document");
}

#[test]
fn favourites_are_kept_apart_from_the_document() {
    let mut window = window();
    click(&mut window, "Aggiungi ai preferiti: Età media");
    assert_eq!(app(&window).state().settings.favourites, ["eta_media"]);
    assert_eq!(app(&window).state().history.undo_steps(), 0);
}

#[test]
fn exports_what_is_seen_in_the_background() {
    let folder = std::env::temp_dir().join(format!("atlante-window-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    let path = folder.join("mappa.svg");
    let mut window = window_of(1366.0, 768.0, Lang::It, Some(path.clone()));
    window.get_by_label_contains("Esporta figura").click();
    for _ in 0..600 {
        window.step();
        if app(&window).state().notice.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert_eq!(app(&window).state().notice.as_ref().map(|n| n.text.as_str()), Some("Salvato: mappa.svg"));
    let svg = std::fs::read_to_string(&path).expect("written");
    assert!(svg.contains("Indice di vecchiaia"));
    std::fs::remove_dir_all(&folder).expect("ours");
}

#[test]
fn a_narrow_window_keeps_the_map() {
    for (width, height) in [(640.0, 480.0), (480.0, 360.0)] {
        let window = window_of(width, height, Lang::It, None);
        let map = window.get_by_label_contains("Mappa: Indice di vecchiaia").rect();
        assert!(map.width() > 200.0 && map.height() > 150.0, "{width}: {map:?}");
    }
}

#[test]
fn every_control_has_a_name() {
    let window = window();
    let nameless: Vec<String> = window
        .root()
        .children_recursive()
        .filter(|node| {
            let node = node.accesskit_node();
            let role = node.role();
            let control = matches!(role, Role::Button | Role::CheckBox | Role::ComboBox | Role::TextInput);
            control && node.label().is_none_or(|label| label.trim().is_empty())
        })
        .map(|node| format!("{node:?}"))
        .collect();
    assert!(nameless.is_empty(), "{nameless:#?}");
}

#[test]
fn panels_keep_their_width_whatever_they_show() {
    let mut window = window();
    let map = |window: &Window| window.get_by_label_contains("Mappa: ").rect();
    let before = map(&window);
    click_map(&mut window, IN_MILANO);
    click(&mut window, "Tieni in vista: Milano");
    click(&mut window, "Tutti");
    window.run_steps(5);
    assert_eq!(map(&window), before);
}

#[test]
fn the_scatterplot_is_linked_with_the_map() {
    let mut window = window();
    open_below(&mut window, "Dispersione");
    window.get_by_label("Pearson r = 0,141");
    window.get_by_label("Spearman ρ = 0,074");
    let plot =
        window.get_by_label("Dispersione: Indice di vecchiaia rispetto a Densità di popolazione").rect();
    // A rectangle over the left half selects what is inside.
    let inner = plot.shrink(4.0);
    let path = [inner.left_top(), inner.center(), inner.center_bottom()];
    drag_map(&mut window, &path.map(<[f32; 2]>::from));
    let selected = app(&window).state().document.map.selected.len();
    assert!(selected > 100 && selected < 193, "{selected}");
    assert_eq!(app(&window).state().history.undo_steps(), 1);
    open_list(&mut window, "Indicatore in orizzontale");
    // The list on the left has the same name; the one that opened comes last.
    window.get_all_by_role_and_label(Role::Button, "Residenti maschi").last().expect("an entry").click();
    window.run();
    assert_eq!(scatter(&window).x, "maschi");
    window.get_by_label("Dispersione: Indice di vecchiaia rispetto a Residenti maschi");
}

#[test]
fn the_points_of_the_scatterplot_are_shown_as_asked() {
    let mut window = window();
    window.key_press(egui::Key::F8);
    window.run();
    click(&mut window, "Dispersione");
    window.get_by_label("Aspetto dei punti, quadranti").click();
    window.run();
    let pick = |window: &mut Window, list: &str, entry: &str| {
        window.get_by_role_and_label(Role::ComboBox, list).scroll_to_me();
        window.run();
        open_list(window, list);
        window.get_all_by_role_and_label(Role::Button, entry).last().expect("an entry").click();
        window.run();
    };
    pick(&mut window, "Quadranti", "al valore dell'ATS");
    window.get_by_label_contains("Quadranti al valore dell'ATS: Densità 1.461,4 ab./km²; Vecchiaia 178,8.");
    pick(&mut window, "Colore dei punti", "ASST");
    window.get_by_label("ASST Rhodense (23)");
    pick(&mut window, "Grandezza dei punti", "Popolazione residente");
    click(&mut window, "Curva di tendenza");
    let seen = scatter(&window).view;
    assert_eq!((seen.quadrants, seen.lowess), (QuadrantSplit::Ats, true));
    assert_eq!((seen.size.as_deref(), seen.colour), (Some("residenti"), PointColour::Group(Level::Asst)));

    let name = "Nome: alto solo in verticale";
    let field = window.get_by_role_and_label(Role::TextInput, name).accesskit_node().value();
    assert_eq!(field.as_deref(), Some("Densità bassa, vecchiaia alta"));
    window.get_by_role_and_label(Role::TextInput, name).scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::TextInput, name).focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, name).type_text(" e radi");
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
    let names = scatter(&window).view.quadrant_names.expect("typed");
    assert!(names[2].contains("vecchiaia alta") && names[2].contains("e radi"), "{names:?}");

    assert_eq!(app(&window).state().history.undo_steps(), 5, "each a step");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.run();
    let seen = scatter(&window).view;
    assert!(seen.quadrant_names.is_none() && !seen.lowess && seen.size.is_some(), "{seen:?}");
}

#[test]
fn the_time_series_follows_the_selection() {
    let mut window = window();
    open_below(&mut window, "Serie storica");
    window.get_by_label_contains("Scegli uno o più territori");
    click(&mut window, "Popolazione residente");
    click_map(&mut window, [640.0, 180.0]);
    assert_eq!(app(&window).state().document.map.selected.len(), 1);
    assert!(window.query_by_label_contains("Scegli uno o più territori").is_none());
    window.get_by_label_contains("Interruzione della serie tra il 1/1/2020 e il 1/1/2022");
    for mode in ["Differenze", "Base 100", "Valori"] {
        click(&mut window, mode);
        window.get_by_label("Serie storica: Residenti");
    }
}

#[test]
fn the_time_series_is_set_against_asst_and_lombardia_from_a_base_date() {
    let mut window = window();
    click(&mut window, "Ambiti territoriali");
    window.key_press(egui::Key::F8);
    window.run();
    click(&mut window, "Serie storica");
    click_map(&mut window, IN_MILANO);
    for label in ["La loro ASST", "Fascia dei Comuni", "Lombardia", "Italia"] {
        click(&mut window, label);
    }
    let view = series(&window);
    assert!(view.band);
    assert_eq!(view.benchmarks, Some(vec![Level::Asst, Level::Ats]));
    assert_eq!(view.areas, Some(vec![Code::from("lombardia"), Code::from("italia")]));
    window.get_by_label_contains("tabelle 2.1 e 2.2");
    click(&mut window, "Base 100");
    open_list(&mut window, "Data di base");
    click(&mut window, "1/1/2023");
    let base = series(&window).base.expect("a base");
    assert_eq!(base.to_string(), "2023-01-01");
    window.get_by_label_contains("Lombardia: nessun valore alla data di base");
}

#[test]
fn a_published_table_stands_below_the_map() {
    let mut window = window();
    window.get_by_label("Cerca un indicatore").focus();
    window.run();
    window.get_by_label("Cerca un indicatore").type_text("spesa sociale pro capite");
    window.run();
    window.get_by_label("Tabelle come pubblicate");
    click(&mut window, "Spesa sociale pro capite");
    let state = app(&window).state();
    assert_eq!(
        state.document.published.as_ref().map(|shown| shown.indicator.as_str()),
        Some("spesa_sociale_pro_capite")
    );
    assert_eq!(
        (state.document.map.indicator.as_str(), state.settings.panels.list),
        ("indice_vecchiaia", true)
    );
    window.get_by_label_contains("non hanno confini da colorare");
    window.get_by_label("ATS Città Metropolitana di Milano: 198,56 €; 184,33 €; 200,11 €");
    click(&mut window, "Vedi nel tempo");
    window.get_by_label_contains("Serie storica: Spesa");
    click(&mut window, "Torna all'indicatore della mappa");
    assert_eq!(app(&window).state().document.published, None);
    assert_eq!(app(&window).state().document.map.indicator, "indice_vecchiaia");
}
