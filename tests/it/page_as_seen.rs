//! Pages made from the window: the part of the map on the screen, the names of what is selected, a caption that says
//! level and date; and the nine classes of two indicators without colour.

use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Level};
use atlante::document::{ElementKind, FigureSpec, Ink, MapFrame, MapKind, MapSpec};
use atlante::engine::{Action, FigureAction, Settings, State, update};
use atlante::figure::map::part_of_metres;
use atlante::figure::page::compose;
use atlante::io::Bundle;
use atlante::scene::{Fill, Role, Scene};

use crate::common::january;
use crate::page::{group, paths, runs};

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| Arc::new(crate::common::edition()));

fn state() -> State {
    State::new(BUNDLE.clone(), Settings::default()).expect("the bundle has indicators")
}

fn composed(state: &mut State, kind: ElementKind) -> FigureSpec {
    update(state, Action::Figure(FigureAction::Compose(kind)));
    state.document.composed().expect("a figure is open").spec.clone()
}

fn drawn(spec: &FigureSpec) -> compose::Figure {
    compose::build(spec, BUNDLE.sources()).expect("can be laid out").value
}

/// How many areas of the map are on the page.
fn areas(spec: &FigureSpec) -> usize {
    let scene = drawn(spec).scene;
    let areas = group(&scene, Role::Areas).expect("areas");
    paths(areas).iter().filter(|path| path.datum.is_some()).count()
}

#[test]
fn a_page_frames_what_is_on_the_screen() {
    let mut state = state();
    update(&mut state, Action::Choose(vec!["015093".into(), "015146".into()]));
    // All is on the screen, so the page shows all 193, and not the surroundings of the two.
    assert_eq!(areas(&composed(&mut state, ElementKind::Map)), 193);
    update(&mut state, Action::Figure(FigureAction::Close));
    // The south-east of the territory, in metres of UTM 32N: the Lodigiano (Lodi is at 537,900 east, 5,018,400 north).
    let lodigiano = part_of_metres([535_000.0, 4_990_000.0, 570_000.0, 5_022_000.0]);
    update(&mut state, Action::See(lodigiano));
    let part = areas(&composed(&mut state, ElementKind::Map));
    assert!((30..100).contains(&part), "{part}");
    update(&mut state, Action::Figure(FigureAction::Close));
    // The part on the screen is no setting of the map: it is not undone, and other views do not change.
    assert_eq!(state.document.map.frame, MapFrame::All);
}

#[test]
fn without_a_selection_the_whole_map_needs_no_frame() {
    let mut state = state();
    let page = composed(&mut state, ElementKind::Map);
    let map = page.only().expect("one element");
    assert_eq!(*map, state.document.element(ElementKind::Map).expect("the map"));
}

#[test]
fn selected_comuni_are_named_among_ambiti() {
    let mut map = MapSpec::new("indice_vecchiaia", january(2023));
    map.level = Level::Ambiti;
    // Baranzate and Corsico: the second has the name of its Ambito.
    map.selected = ["015250", "015093"].map(Code::from).to_vec();
    map.frame = part_of_metres([480_000.0, 5_010_000.0, 545_000.0, 5_060_000.0]).expect("near here");
    let scene = drawn(&FigureSpec::of(map.into())).scene;
    let labels = group(&scene, Role::Labels).expect("labels");
    let named: String = runs(labels).iter().map(|run| format!("{} ", run.content)).collect();
    assert!(named.contains("Baranzate (Comune)") && named.contains("Corsico (Comune)"), "{named}");
}

#[test]
fn the_caption_of_several_elements_says_level_and_date() {
    let mut state = state();
    update(&mut state, Action::Figure(FigureAction::Compose(ElementKind::Map)));
    update(&mut state, Action::Figure(FigureAction::Add(ElementKind::Ranking)));
    let spec = state.document.composed().expect("a figure is open").spec.clone();
    let caption = drawn(&spec).caption;
    assert!(
        caption.starts_with(
            "Indice di vecchiaia. Comuni dell'ATS Città Metropolitana di Milano, 1° gennaio 2023; Comuni al 1/1/2023, dal valore più alto. "
        ),
        "{caption}"
    );
    let mut numbered = spec;
    (numbered.page.number, numbered.page.title) = (Some(3), Some("Anziani e giovani".to_owned()));
    let caption = drawn(&numbered).caption;
    let start =
        "Figura 3 – Anziani e giovani. Comuni dell'ATS Città Metropolitana di Milano, 1° gennaio 2023; ";
    assert!(caption.starts_with(start), "{caption}");
}

fn fills(scene: &Scene, role: Role) -> Vec<Fill> {
    let legend = group(scene, role).expect("a legend");
    paths(legend).iter().filter_map(|path| path.fill).collect()
}

#[test]
fn nine_classes_in_black_have_nine_patterns() {
    let mut map = MapSpec::new("indice_vecchiaia", january(2023));
    map.set_kind(MapKind::Two { second: "densita".to_owned() });
    map.page.ink = Ink::Black;
    let scene = drawn(&FigureSpec::of(map.into())).scene;
    let woven = |role| {
        let mut woven: Vec<(u8, u8)> = fills(&scene, role)
            .into_iter()
            .filter_map(|fill| match fill {
                Fill::Weave(upright, level) => Some((upright, level)),
                _ => None,
            })
            .collect();
        woven.sort_unstable();
        woven.dedup();
        woven
    };
    let all: Vec<(u8, u8)> = (0..3).flat_map(|upright| (0..3).map(move |level| (upright, level))).collect();
    assert_eq!(woven(Role::Legend), all);
    assert_eq!(woven(Role::Areas), all);
}

/// The map of changes keeps its hatches for missing values, and its classes one scale of tones.
#[test]
fn classes_of_one_indicator_in_black_remain_tones() {
    let mut map = MapSpec::new("indice_vecchiaia", january(2023));
    map.page.ink = Ink::Black;
    let scene = drawn(&FigureSpec::of(map.into())).scene;
    assert!(fills(&scene, Role::Areas).iter().any(|fill| matches!(fill, Fill::Tone(9))));
}
