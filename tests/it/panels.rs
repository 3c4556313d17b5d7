//! Charts in the panels of the window: the same drawing as on the page, with the same marks.

use atlante::base::{Code, Level};
use atlante::document::{Element, ScatterSpec, SeriesSpec, SlopeSpec};
use atlante::figure::registry;
use atlante::figure::scatter::ScatterView;
use atlante::figure::series::SeriesView;
use atlante::figure::slope::SlopeView;
use atlante::figure::view::{self, Prepared, View};
use atlante::scene::{Cell, Datum, Geometry, Group, Node, Path, Role, Scene};

use crate::common::{BUNDLE, january};
use crate::page::{group, paths, runs};

/// The room of a chart at the window's initial size, and its type size there.
const PANEL: [f64; 2] = [540.0, 190.0];
const SIZE: f64 = 11.5;

fn panel<V: View>(spec: &V::Spec) -> (Scene, V::Layout) {
    let model = V::model(spec, BUNDLE.sources()).expect("a model");
    let prepared: Prepared<'_, V> =
        Prepared { spec, model: &model.value, remarks: &model.remarks, sources: BUNDLE.sources() };
    view::in_panel(&prepared, PANEL, SIZE).expect("room")
}

/// The number of shapes in each data group of a chart, and what they stand for.
fn marks(scene: &Scene) -> Vec<(Role, usize, Vec<Datum>)> {
    let of = |node: &Node| match node {
        Node::Group(Group { role: role @ (Role::Band | Role::Lines | Role::Marks), nodes, .. }) => {
            let paths = nodes.iter().filter_map(|node| match node {
                Node::Path(path) => Some(path),
                _ => None,
            });
            let data = paths.clone().filter_map(|path| path.datum.clone()).collect();
            Some((*role, paths.count(), data))
        }
        _ => None,
    };
    scene.nodes.iter().filter_map(of).collect()
}

fn same_marks<V: View>(spec: &V::Spec) {
    let page = view::build::<V>(spec, BUNDLE.sources()).expect("a page").value;
    let (window, page) = (marks(&panel::<V>(spec).0), marks(&page.scene));
    assert!(page.iter().map(|(_, count, _)| count).sum::<usize>() > 0, "{page:?}");
    assert_eq!(window, page);
}

fn codes(codes: &[&str]) -> Vec<Code> {
    codes.iter().map(|code| Code::from(*code)).collect()
}

#[test]
fn the_window_draws_the_marks_of_the_page() {
    for selected in [&[][..], &["015182", "50089"]] {
        let series = SeriesSpec { band: true, ..SeriesSpec::new("residenti", codes(selected)) };
        same_marks::<SeriesView>(&series);
        let slope = SlopeSpec::new("indice_vecchiaia", january(2022), january(2023), Level::Comuni);
        same_marks::<SlopeView>(&SlopeSpec { selected: codes(selected), ..slope });
        let mut scatter = ScatterSpec::new("densita", "indice_vecchiaia", january(2023));
        (scatter.selected, scatter.view.lowess) = (codes(selected), true);
        same_marks::<ScatterView>(&scatter);
    }
}

#[test]
fn a_chart_has_most_of_its_panel() {
    let slope = SlopeSpec::new("indice_vecchiaia", january(2022), january(2023), Level::Comuni);
    let (scene, ()) = panel::<SlopeView>(&slope);
    let axis = scene.nodes.iter().find_map(|node| match node {
        Node::Group(Group { role: Role::Axes, nodes, .. }) => nodes.iter().find_map(|node| match node {
            Node::Path(path) => match &path.geometry {
                Geometry::Lines(lines) => Some(lines[0][1][1] - lines[0][0][1]),
                _ => None,
            },
            _ => None,
        }),
        _ => None,
    });
    assert!(axis.is_some_and(|height| height >= 0.8 * PANEL[1]), "{axis:?}");
}

/// ISTAT flags the population of 1 January 2023 as an estimate, but not that of earlier dates.
#[test]
fn the_points_of_a_series_that_are_not_final_have_a_ring() {
    let series = SeriesSpec::new("residenti", codes(&["015182"]));
    let (scene, _) = panel::<SeriesView>(&series);
    let lines = group(&scene, Role::Lines).expect("lines");
    let lines = paths(lines);
    let is_ring = |path: &&&Path| matches!(path.geometry, Geometry::Circle { .. }) && path.fill.is_none();
    assert_eq!(lines.iter().filter(is_ring).count(), 1);
    let axes = group(&scene, Role::Axes).expect("axes");
    let written = runs(axes);
    assert!(written.iter().any(|run| run.content.ends_with("2023 (stima)")), "{written:?}");
    assert!(written.iter().any(|run| run.content.ends_with("2022")), "{written:?}");
}

#[test]
fn a_table_of_several_levels_tells_a_comune_from_its_ambito() {
    let both = SeriesSpec::new("residenti", codes(&["015093", "50089"]));
    let (book, _) = registry::table(&Element::from(both), BUNDLE.sources()).expect("sheets").value;
    let names: Vec<&Cell> = book.sheets[0].rows.iter().map(|row| &row[1]).collect();
    assert_eq!(names[..2], [&Cell::text("Corsico (Ambito)"), &Cell::text("Corsico (Comune)")]);
}
