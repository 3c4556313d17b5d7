//! The window on a small screen: nothing of the views below the map is cut.

use atlante::document::ElementKind;
use atlante::i18n::Lang;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::window::{app, click, window_of};

#[test]
fn every_control_of_the_lower_views_is_in_its_panel() {
    for (lang, tabs) in [
        (Lang::It, ["Tabella", "Graduatoria", "Serie storica", "Due date", "Dispersione"]),
        (Lang::En, ["Table", "Ranking", "Time series", "Two dates", "Scatterplot"]),
    ] {
        let mut window = window_of(1024.0, 768.0, lang, None);
        window.key_press(egui::Key::F8);
        window.run();
        let legend =
            window.get_by_role_and_label(Role::ComboBox, lang.text(atlante::i18n::texts::MAP_KIND)).rect();
        for tab in tabs {
            click(&mut window, tab);
            let top = window.get_by_role_and_label(Role::Button, tab).rect().top();
            let nodes = window.root().children_recursive();
            let controls = nodes.filter(|node| {
                let role = node.accesskit_node().role();
                let is_control =
                    matches!(role, Role::Button | Role::CheckBox | Role::ComboBox | Role::TextInput);
                is_control
                    && node.rect().top() >= top
                    && node.rect().left() > 300.0
                    && node.rect().left() < legend.left()
            });
            let cut: Vec<String> = controls
                .filter(|node| node.rect().right() > legend.left())
                .map(|node| format!("{:?} {:?}", node.accesskit_node().label(), node.rect()))
                .collect();
            assert!(cut.is_empty(), "{tab}: {cut:?}");
        }
    }
}

#[test]
fn on_a_projector_a_chart_has_room() {
    let mut window = window_of(1024.0, 768.0, Lang::It, None);
    let both = window.get_by_label_contains("Mappa: Indice").rect();
    window.key_press(egui::Key::F8);
    window.run();
    for tab in ["Serie storica", "Dispersione", "Graduatoria"] {
        click(&mut window, tab);
        let map = window.get_by_label_contains("Mappa: Indice").rect();
        assert!(map.width() > 1.4 * both.width() && map.height() > 250.0, "{tab}: {map:?}");
    }
}

#[test]
fn views_without_room_in_the_row_are_in_a_menu() {
    let mut window = window_of(1024.0, 768.0, Lang::It, None);
    window.key_press(egui::Key::F8);
    window.run();
    assert!(window.query_by_role_and_label(Role::Button, "Imbuto").is_none());
    click(&mut window, "Altre viste");
    click(&mut window, "Imbuto");
    assert_eq!(app(&window).state().settings.tab, ElementKind::Funnel);
    // The one that is shown stands in the row.
    let shown = window.get_by_role_and_label(Role::Button, "Imbuto").rect();
    let first = window.get_by_role_and_label(Role::Button, "Tabella").rect();
    assert!((shown.top() - first.top()).abs() < 1.0, "{shown:?} {first:?}");
}
