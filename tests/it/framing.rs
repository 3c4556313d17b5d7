//! The part of the territory that a map shows: one choice for the screen, pages, files and the command line.

use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Level};
use atlante::document::{Degrees, Element, ElementKind, FigureSpec, Ink, MapFrame, MapSpec, Representation};
use atlante::engine::{Action, FigureAction, Framing, Settings, State, update};
use atlante::figure::page::compose;
use atlante::io::Bundle;
use atlante::scene::{Fill, Role, Scene};

use crate::common::january;
use crate::page::{group, paths, runs};

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

/// Ambito of Melzo: Cassano d'Adda, Inzago, Liscate, Melzo, Pozzuolo Martesana, Settala, Truccazzano, Vignate
/// (maps/territori.csv).
const MELZO: &str = "50042";

fn state() -> State {
    State::new(BUNDLE.clone(), Settings::default()).expect("the bundle has indicators")
}

fn close_up() -> MapSpec {
    MapSpec { frame: MapFrame::Unit(MELZO.into()), ..MapSpec::new("indice_vecchiaia", january(2023)) }
}

fn scene(map: &MapSpec) -> Scene {
    let spec = FigureSpec::of(map.clone().into());
    compose::build(&spec, BUNDLE.sources()).expect("can be laid out").value.scene
}

fn words(scene: &Scene, role: Role) -> String {
    let runs = group(scene, role).map(runs).unwrap_or_default();
    runs.iter().map(|run| format!("{} ", run.content)).collect()
}

#[test]
fn one_ambito_close_up_has_its_name_all_its_comuni_and_a_locator() {
    let mut map = close_up();
    map.page.title = Some("Gli anziani".into());
    let scene = scene(&map);
    assert!(words(&scene, Role::Heading).starts_with("Gli anziani – Ambito di Melzo "));
    let names = words(&scene, Role::Labels);
    for part in ["Cassano", "Inzago", "Liscate", "Melzo", "Pozzuolo", "Settala", "Truccazzano", "Vignate"] {
        assert!(names.contains(part), "{part}: {names}");
    }
    assert!(group(&scene, Role::Locator).is_some());
    let legend = words(&scene, Role::Legend);
    assert!(legend.contains("n. Comuni"), "{legend}");
    assert!(legend.replace(" \u{200b}", " ").contains("8 Comuni su 193"), "{legend}");
    // The neighbours are faint: none of them has the colour of a class of the legend.
    let solid = |role| -> Vec<(String, Fill)> {
        let paths = paths(group(&scene, role).expect("there")).into_iter();
        let of = paths.filter_map(|path| Some((path.datum.as_ref()?.code.clone(), path.fill?)));
        of.collect()
    };
    let classes: Vec<Fill> =
        paths(group(&scene, Role::Legend).expect("a legend")).iter().filter_map(|path| path.fill).collect();
    let atlas = &BUNDLE.atlas;
    let (level, unit) = atlas.territories.find(&Code::from(MELZO)).expect("an Ambito");
    let members = &atlas.territories.units(level)[unit].members;
    for (code, fill) in solid(Role::Areas) {
        let (_, comune) = atlas.territories.find(&Code::from(code.as_str())).expect("a Comune");
        assert_eq!(members.contains(&comune), classes.contains(&fill), "{code}");
    }
}

#[test]
fn a_map_of_everything_has_neither_locator_nor_a_note_on_parts() {
    let mut map = close_up();
    map.frame = MapFrame::All;
    map.selected = vec![MELZO.into()];
    let scene = scene(&map);
    assert!(group(&scene, Role::Locator).is_none());
    assert!(!words(&scene, Role::Legend).contains("solo una parte"));
    assert!(!words(&scene, Role::Heading).contains("Melzo"));
}

#[test]
fn counts_are_of_what_is_shown() {
    let mut map = close_up();
    map.frame = MapFrame::Part(Degrees { west: 9.0, south: 45.4, east: 9.3, north: 45.6 });
    let scene = scene(&map);
    let on_page: Vec<_> = paths(group(&scene, Role::Areas).expect("areas"))
        .iter()
        .filter_map(|path| path.datum.as_ref().map(|datum| datum.code.clone()))
        .collect();
    let legend = group(&scene, Role::Legend).expect("a legend");
    let legend = runs(legend);
    let counts = legend
        .windows(2)
        .filter(|pair| pair[0].content.starts_with("da ") || pair[0].content.starts_with("oltre "));
    let counted: usize = counts.map(|pair| pair[1].content.parse::<usize>().expect("a count")).sum();
    // Shapes are drawn a line's width beyond the edge.
    assert!(counted <= on_page.len() && counted + 3 >= on_page.len(), "{counted} {}", on_page.len());
}

#[test]
fn what_was_asked_for_is_exported_and_undone() {
    let mut state = state();
    update(&mut state, Action::Frame(Framing::Unit(MELZO.into())));
    assert_eq!(state.document.map.frame, MapFrame::Unit(MELZO.into()));
    // The window says what is on its screen.
    update(&mut state, Action::See(Some(MapFrame::Unit(MELZO.into()))));
    update(&mut state, Action::Figure(FigureAction::Compose(ElementKind::Map)));
    let frame = |state: &State| match state.document.composed().expect("open").spec.only() {
        Some(Element::Map(map)) => map.frame.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(frame(&state), MapFrame::Unit(MELZO.into()));
    let at = state.composer.at;
    update(&mut state, Action::Figure(FigureAction::SetFrame(at, MapFrame::All)));
    assert_eq!(frame(&state), MapFrame::All);
    update(&mut state, Action::Undo);
    assert_eq!(frame(&state), MapFrame::Unit(MELZO.into()));
    update(&mut state, Action::Undo);
    update(&mut state, Action::Undo);
    assert_eq!(state.document.map.frame, MapFrame::All);
}

#[test]
fn the_legend_stands_in_the_free_corner_and_the_map_is_larger() {
    let map = MapSpec::new("indice_vecchiaia", january(2023));
    let mut beside = map.clone();
    beside.page.legend = atlante::document::LegendPlace::Beside;
    let width = |map: &MapSpec| {
        let scene = scene(map);
        let clip = group(&scene, Role::Areas).and_then(|areas| areas.clip).expect("clipped");
        clip[2]
    };
    assert!(width(&map) > width(&beside) * 1.2);
}

#[test]
fn counts_come_as_circles() {
    let mut state = state();
    update(&mut state, Action::SetIndicator("residenti".into()));
    assert_eq!(state.document.map.representation, Representation::Symbols);
    update(&mut state, Action::SetIndicator("indice_vecchiaia".into()));
    assert_eq!(state.document.map.representation, Representation::Choropleth);
}

#[test]
fn in_greys_classes_are_greys_and_names_are_readable_on_them() {
    let mut map = MapSpec::new("indice_vecchiaia", january(2023));
    map.page.ink = Ink::Grey;
    let scene = scene(&map);
    for path in paths(group(&scene, Role::Areas).expect("areas")) {
        match path.fill {
            Some(Fill::Solid(grey)) => assert!(grey.0 == grey.1 && grey.1 == grey.2, "{grey}"),
            other => panic!("{other:?}"),
        }
    }
    for run in runs(group(&scene, Role::Labels).expect("labels")) {
        let (ink, ground) = (run.colour.luminance(), run.halo.expect("a ground").luminance());
        let contrast = (ink.max(ground) + 0.05) / (ink.min(ground) + 0.05);
        assert!(contrast > 4.0, "{}: {contrast:.1}", run.content);
    }
}

#[test]
fn selected_territories_have_the_colours_of_their_lines() {
    let mut map = MapSpec::new("indice_vecchiaia", january(2023));
    map.selected = ["015146", "015093"].map(Code::from).to_vec();
    map.level = Level::Comuni;
    map.frame = MapFrame::All;
    let scene = scene(&map);
    let strokes: Vec<_> = paths(group(&scene, Role::Selected).expect("outlines"))
        .iter()
        .filter_map(|path| path.stroke.as_ref().map(|stroke| stroke.colour))
        .collect();
    for colour in &atlante::figure::page::style::SERIES[..2] {
        assert!(strokes.contains(colour), "{colour}");
    }
}

/// Ageing index of the eight Comuni from single ages in pandas: from 137.349 to 196.893.
#[test]
fn what_is_said_of_a_map_close_up_begins_with_what_it_shows() {
    let spec = FigureSpec::of(close_up().into());
    let figure = compose::build(&spec, BUNDLE.sources()).expect("can be laid out").value;
    let reading = atlante::figure::reading::figure(&figure.parts, BUNDLE.sources());
    let told = "Nell'Ambito di Melzo, che la mappa mostra da vicino, i valori di 8 Comuni vanno da 137,3 (Liscate) a 196,9 (Melzo). ";
    assert!(reading.starts_with(told), "{reading}");
    assert!(figure.scene.description.contains(told), "{}", figure.scene.description);
}
