//! The player of dates and two maps that move together, in the window, through accessible labels.

use std::sync::{Arc, LazyLock};

use atlante::document::{MapKind, MapSpec, OfKind, Spec};
use atlante::engine::beside::{Beside, share_classes};
use atlante::engine::player::{step, stops};
use atlante::engine::{Appearance, Settings};
use atlante::figure::compose;
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::scene::{Geometry, Group, Node, Role as SceneRole};
use atlante::ui::app::App;
use atlante::ui::theme;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{TODAY, january, today};

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

type Window = Harness<'static, Option<App>>;

fn window(settings: Settings) -> Window {
    let settings = Settings { lang: Lang::It, appearance: Appearance::Light, ..settings };
    let show = move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
        Some(app) => app.show(ui),
        // The first frame has no fonts yet.
        None => {
            theme::install(ui.ctx());
            *app = App::new(BUNDLE.clone(), settings.clone(), Arc::new(|_, _| Some(Vec::new()))).ok();
        }
    };
    let mut window = Harness::builder().with_size([1024.0, 768.0]).build_ui_state(show, None);
    window.run();
    window
}

fn app(window: &Window) -> &App {
    window.state().as_ref().expect("made in the first frame")
}

fn map(window: &Window) -> &MapSpec {
    &app(window).state().document.map
}

#[test]
fn dates_are_gone_through_with_buttons_and_played_in_a_single_step_to_undo() {
    let mut window = window(Settings::default());
    window.key_press(Key::F9);
    window.run();
    window.get_by_label("Stesse classi a tutte le date");
    window.get_by_label("Data precedente").click();
    window.run();
    assert_eq!(map(&window).date, january(2022));
    window.get_by_label("Data successiva").click();
    window.run();
    assert_eq!(map(&window).date, january(2023));
    let before = app(&window).state().history.undo_steps();
    // From the last date it starts again at the first, and stops at the last.
    window.get_by_label("Scorri le date").click();
    window.step();
    window.step();
    assert_eq!(map(&window).date, january(2022));
    assert_eq!(app(&window).state().history.undo_steps(), before + 1);
    for _ in 0..60 {
        window.step();
    }
    assert_eq!(map(&window).date, january(2023));
    window.get_by_label("Scorri le date");
    assert_eq!(app(&window).state().history.undo_steps(), before, "it ends where it began: nothing to undo");
    // Paused, nothing asks for another frame.
    window.run();
    assert!(!window.ctx.has_requested_repaint());
}

#[test]
fn with_animations_off_nothing_plays_by_itself() {
    let mut window = window(Settings { animations: false, ..Settings::default() });
    window.key_press(Key::F9);
    window.run();
    let button = window.get_by_label_contains("Le animazioni sono spente");
    assert!(button.accesskit_node().is_disabled());
    window.get_by_label("Data precedente").click();
    window.run();
    assert_eq!(map(&window).date, january(2022));
}

/// Breaks of the series and years without data between two dates are those of the notes and of the calendar.
#[test]
fn stops_know_breaks_and_missing_years() {
    let all = stops("residenti", today());
    let dates: Vec<_> = all.iter().map(|stop| stop.date).collect();
    assert_eq!(dates, today().dates(today().indicator("residenti").expect("known")));
    assert!(all.iter().any(|stop| !stop.breaks.is_empty()), "{all:?}");
    let missing: i16 = all.iter().map(|stop| stop.missing).sum();
    let years = dates[dates.len() - 1].year() - dates[0].year() + 1;
    assert_eq!(missing, years - dates.len() as i16);
    assert_eq!(step(&all, dates[0], false), None);
    assert_eq!(step(&all, dates[0], true), Some(dates[1]));
    assert!(stops("no_such", today()).is_empty());
}

#[test]
fn a_second_map_stands_beside_the_first_and_both_go_on_a_page() {
    let mut window = window(Settings::default());
    window.key_press(Key::F10);
    window.run();
    let names: Vec<String> = window
        .get_all_by_role(Role::Canvas)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Mappa: "))
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names[0].ends_with("al 1/1/2023") && names[1].ends_with("al 1/1/2022"), "{names:?}");
    window.get_by_label("Le due mappe hanno le stesse classi");
    window.get_by_label("A tendina").click();
    window.run();
    window.get_by_label_contains("Confine tra le due mappe");
    window.run();
    assert!(!window.ctx.has_requested_repaint());
    window.get_by_label("Metti le due mappe su una pagina").click();
    window.run();
    let document = &app(&window).state().document;
    let figure = document.figures.last().expect("kept");
    assert_eq!(document.composing, Some(figure.id));
    let maps: Vec<&MapSpec> = figure.spec.elements().filter_map(MapSpec::of).collect();
    assert_eq!(maps.len(), 2);
    assert_eq!(maps[0].frame, maps[1].frame);
    let made = compose::build(&figure.spec, BUNDLE.sources()).expect("a page").value;
    let mut widths = Vec::new();
    extents(&made.scene.nodes, &mut widths);
    assert_eq!(widths.len(), 2);
    assert!((widths[0] / widths[1] - 1.0).abs() < 0.01, "one is larger than the other: {widths:?}");
}

/// How wide the territory is on each map of a page.
fn extents(nodes: &[Node], widths: &mut Vec<f64>) {
    for node in nodes {
        let Node::Group(Group { role, nodes, .. }) = node else { continue };
        if *role == SceneRole::Areas {
            let points = nodes.iter().flat_map(|node| match node {
                Node::Path(path) => match &path.geometry {
                    Geometry::Rings(rings) => rings.iter().flatten().map(|at| at[0]).collect(),
                    _ => Vec::new(),
                },
                _ => Vec::new(),
            });
            let (low, high) = points.fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(x), high.max(x)));
            widths.push(high - low);
        }
        extents(nodes, widths);
    }
}

#[test]
fn the_second_map_is_another_date_the_change_or_another_indicator() {
    let mut first = MapSpec::new("residenti", january(2023));
    first.representation = first.usual_representation(today());
    let it = |beside: Beside| beside.map(&first, today(), Lang::It);
    let earlier = it(Beside::Date(january(2021))).expect("a map");
    assert_eq!((earlier.date, earlier.indicators()), (january(2021), vec!["residenti"]));
    assert!(share_classes(&first, &earlier));
    let change = it(Beside::Change).expect("a map");
    assert!(matches!(change.kind, MapKind::Change { from } if from < january(2023)));
    assert!(!share_classes(&first, &change));
    let other = it(Beside::Other("densita".into())).expect("a map");
    assert!(!share_classes(&first, &other) && other.indicators() == ["densita"]);
    assert!(it(Beside::Other("no_such".into())).is_err());
    // The first date has no change.
    let dates = today().dates(today().indicator("residenti").expect("known"));
    let oldest = MapSpec::new("residenti", dates[0]);
    assert!(Beside::Change.map(&oldest, &TODAY.atlas, Lang::It).is_err());
}
