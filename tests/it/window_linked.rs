//! The views below the map: each follows the selection, and what is pointed at in one is highlighted in the others.

use atlante::base::Code;
use egui::{Rect, Shape, pos2};
use egui_kittest::kittest::Queryable;

use super::window::{Window, app, click, click_map, drag_map, open_below, open_list, window};
use super::window_bad_cases::showing;

const MILANO_ROW: &str = "Milano: 79° su 193, 183,0.";
/// The highest three.
const CORNOVECCHIO_ROW: &str = "Cornovecchio: 1° su 193, 344,4.";
const CASELLE_ROW: &str = "Caselle Landi: 2° su 193, 304,1.";
const NOSATE_ROW: &str = "Nosate: 3° su 193, 303,5.";
const OF_CORNOVECCHIO: &str = "098023";

fn selected(window: &Window) -> Vec<Code> {
    app(window).state().document.map.selected.clone()
}

fn rect(window: &Window, label: &str) -> Rect {
    window.get_by_label(label).rect()
}

fn point_at(window: &mut Window, at: egui::Pos2) {
    window.hover_at(at);
    window.run();
}

/// Where Milano is on the map while this view is open below it; found in a window of its own, because pointing leaves traces.
fn milano(view: &str) -> egui::Pos2 {
    let mut window = window();
    open_below(&mut window, view);
    for y in (100..260).step_by(10) {
        for x in (560..700).step_by(20) {
            point_at(&mut window, pos2(x as f32, y as f32));
            if card_is_of(&window, "Milano") {
                return pos2(x as f32, y as f32 + 10.0);
            }
        }
    }
    panic!("Milano is not on the map")
}

/// Whether the card shown is that of a territory: its name is beside its pin.
fn card_is_of(window: &Window, name: &str) -> bool {
    window.query_by_label(&format!("Tieni in vista: {name}")).is_some()
}

#[test]
fn rows_are_selected_by_click_and_drag_and_the_selected_stay_in_view() {
    let mut window = window();
    open_below(&mut window, "Graduatoria");
    window.get_by_label("Graduatoria: Vecchiaia");
    click(&mut window, CORNOVECCHIO_ROW);
    assert_eq!(selected(&window), [Code::from(OF_CORNOVECCHIO)]);
    // Further down than the panel is tall: it sticks to the lower edge.
    assert!(window.query_by_label(MILANO_ROW).is_none());
    click_map(&mut window, milano("Graduatoria").into());
    assert_eq!(selected(&window), [Code::from("015146")]);
    window.hover_at(pos2(5.0, 5.0));
    window.run();
    window.get_by_label(MILANO_ROW);
}

#[test]
fn dragging_over_rows_selects_them_in_one_step() {
    let mut window = window();
    open_below(&mut window, "Graduatoria");
    let [from, to] = [CASELLE_ROW, NOSATE_ROW].map(|row| rect(&window, row).center());
    let path = [from, from.lerp(to, 0.5), to + egui::vec2(20.0, 0.0)];
    drag_map(&mut window, &path.map(<[f32; 2]>::from));
    assert_eq!(selected(&window).len(), 2);
    assert_eq!(app(&window).state().history.undo_steps(), 1);
    // Upwards too.
    let up = [to, from, rect(&window, CORNOVECCHIO_ROW).center()];
    drag_map(&mut window, &up.map(<[f32; 2]>::from));
    assert_eq!(selected(&window).len(), 3);
}

#[test]
fn the_ranges_of_comuni_are_shown_on_request_at_levels_that_have_them() {
    let mut window = window();
    open_below(&mut window, "Graduatoria");
    click(&mut window, "Mostra i Comuni di ogni gruppo");
    assert!(window.query_by_label("media semplice dei Comuni").is_none(), "a Comune has no Comuni");
    click(&mut window, "Ambiti territoriali");
    click(&mut window, "Mostra i Comuni di ogni gruppo");
    window.get_by_label("media semplice dei Comuni");
    window.get_by_label("Cinisello Balsamo: 1° su 17, 198,1.");
    click(&mut window, "Mostra i Comuni di ogni gruppo");
    assert!(window.query_by_label("media semplice dei Comuni").is_none());
}

#[test]
fn the_map_highlights_the_row_and_the_row_highlights_the_map() {
    let mut window = window();
    open_below(&mut window, "Graduatoria");
    let (map, row) = (milano("Graduatoria"), rect(&window, CORNOVECCHIO_ROW).center());
    point_at(&mut window, map);
    assert!(card_is_of(&window, "Milano"));
    window.get_by_label(MILANO_ROW);
    point_at(&mut window, row);
    assert!(card_is_of(&window, "Cornovecchio"), "the map and the card follow the row");
    assert!(window.query_by_label(MILANO_ROW).is_none());
}

#[test]
fn the_map_scrolls_to_the_row_of_the_table_and_the_row_highlights_the_map() {
    let mut window = window();
    open_below(&mut window, "Tabella");
    let first = rect(&window, "Cornovecchio: 344,4").center();
    assert!(window.query_by_label("Milano: 183,0").is_none());
    point_at(&mut window, milano("Tabella"));
    window.get_by_label("Milano: 183,0");
    // The table has scrolled: the card is that of whatever is there now.
    point_at(&mut window, first);
    assert!(!card_is_of(&window, "Milano"));
    assert!(window.query_all_by_label_contains("Tieni in vista: ").next().is_some());
}

/// Points at positions in a plot until the card is that of this territory.
fn is_found_in(window: &mut Window, plot: Rect, name: &str) -> bool {
    for column in 1..40 {
        for row in 1..24 {
            let share = egui::vec2(column as f32 / 40.0, row as f32 / 24.0);
            window.hover_at(plot.min + plot.size() * share);
            window.step();
            window.step();
            if card_is_of(window, name) {
                return true;
            }
        }
    }
    false
}

#[test]
fn a_point_of_the_scatterplot_highlights_the_map() {
    let mut window = window();
    open_below(&mut window, "Dispersione");
    let plot = window.get_by_label_contains("Dispersione: ").rect();
    assert!(is_found_in(&mut window, plot, "Milano"));
}

#[test]
fn a_line_of_the_series_highlights_the_map() {
    let mut window = window();
    open_below(&mut window, "Graduatoria");
    let [from, to] = [CORNOVECCHIO_ROW, CASELLE_ROW].map(|row| <[f32; 2]>::from(rect(&window, row).center()));
    drag_map(&mut window, &[from, to, to]);
    click(&mut window, "Serie storica");
    assert!(card_is_of(&window, "Caselle Landi"), "the last chosen");
    let plot = rect(&window, "Serie storica: Vecchiaia");
    assert!(is_found_in(&mut window, plot, "Cornovecchio"));
}

/// Whether a text is drawn somewhere within a rectangle, by any widget.
fn is_written(window: &Window, within: Rect, text: &str) -> bool {
    fn has(shape: &Shape, within: Rect, text: &str) -> bool {
        match shape {
            Shape::Text(written) => {
                written.galley.text() == text && within.intersects(written.visual_bounding_rect())
            }
            Shape::Vec(shapes) => shapes.iter().any(|shape| has(shape, within, text)),
            _ => false,
        }
    }
    window.output().shapes.iter().any(|clipped| has(&clipped.shape, within, text))
}

#[test]
fn the_line_of_a_unit_that_is_not_followed_is_drawn_while_it_is_pointed_at() {
    let mut window = window();
    open_below(&mut window, "Serie storica");
    let plot = rect(&window, "Serie storica: Vecchiaia");
    let pointed = milano("Serie storica");
    for mode in ["Valori", "Differenze", "Base 100"] {
        click(&mut window, mode);
        assert!(!is_written(&window, plot, "Milano"), "{mode}");
        point_at(&mut window, pointed);
        assert!(card_is_of(&window, "Milano"));
        assert!(is_written(&window, plot, "Milano"), "{mode}");
    }
    assert!(selected(&window).is_empty());
    // In a crowd, where no line has a label, the one under the pointer gets one.
    click(&mut window, "Tutti");
    assert!(!is_written(&window, plot, "Milano"));
    point_at(&mut window, pointed);
    assert!(is_written(&window, plot, "Milano"));
}

#[test]
fn an_indicator_as_published_is_ranked_and_only_areas_of_ours_can_be_selected() {
    let mut window = window();
    open_below(&mut window, "Graduatoria");
    window.get_by_label("Cerca un indicatore").focus();
    window.run();
    window.get_by_label("Cerca un indicatore").type_text("spesa sociale pro capite");
    window.run();
    click(&mut window, "Spesa sociale pro capite");
    window.get_by_label_contains("ATS (come pubblicato)");
    click(&mut window, "ATS Val Padana: 2° su 8, 158,41 €.");
    assert!(selected(&window).is_empty());
    open_list(&mut window, "Anno o data della tabella");
    click(&mut window, "2016");
    window.get_by_label_contains("ATS (come pubblicato) nell'anno 2016");
}

#[test]
fn the_condition_is_typed_completed_and_inverted() {
    let mut window = window();
    let field = |window: &Window| {
        window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Scegli per condizione").rect()
    };
    assert!(field(&window).width() > 100.0);
    let type_in = |window: &mut Window, text: &str| {
        let role = egui::accesskit::Role::TextInput;
        window.get_by_role_and_label(role, "Scegli per condizione").focus();
        window.run();
        window.get_by_role_and_label(role, "Scegli per condizione").type_text(text);
        window.run();
    };
    type_in(&mut window, "resid");
    click(&mut window, "residenti · Popolazione residente");
    type_in(&mut window, "> 1000000");
    click(&mut window, "Scegli chi soddisfa la condizione (Invio)");
    assert_eq!(selected(&window), [Code::from("015146")]);
    window.get_by_label("Scelti: 1 su 193.");
    click(&mut window, "Inverti");
    assert_eq!(selected(&window).len(), 192);
    click(&mut window, "Annulla (Ctrl+Z)");
    assert_eq!(selected(&window), [Code::from("015146")]);
}

#[test]
fn awkward_data_are_ranked_with_words() {
    for (case, words) in [
        ("uno", "192 (dato mancante)"),
        ("nessuno", "Nessun valore da mostrare a questa data."),
        ("negativi", ": 1° su 193, −1."),
        ("costante", "Graduatoria: costante"),
        ("misto", "48 (dato oscurato per riservatezza)"),
    ] {
        let mut window = showing(case);
        open_below(&mut window, "Graduatoria");
        assert!(window.query_all_by_label_contains(words).next().is_some(), "{case}: {words}");
    }
}
