//! Defaults: the same in the window and on the command line; colours that show the sign; no more classes than
//! territories can fill.

use std::fs;
use std::sync::Arc;

use atlante::base::Level;
use atlante::document::element::ElementKind;
use atlante::document::{Carried, ClassSpan, FigureSpec, MapKind, MapSpec};
use atlante::engine::{Action, Settings, State, update};
use atlante::figure::MapModel;
use atlante::i18n::Lang;
use atlante::stats::classes::Scheme;

use crate::cli::Cli;
use crate::common::{BUNDLE, Folder, january, set_map};

const VIEWS: [(&str, ElementKind); 5] = [
    ("map", ElementKind::Map),
    ("ranking", ElementKind::Ranking),
    ("series", ElementKind::Series),
    ("scatter", ElementKind::Scatter),
    ("table", ElementKind::Table),
];

fn window() -> State {
    let bundle = Arc::new(crate::common::edition());
    State::new(bundle, Settings::default()).expect("a state")
}

/// The spec that the command line draws by default, as its file carries it.
fn drawn(folder: &Folder, view: &str, arguments: &str) -> FigureSpec {
    let (figure, spec) = (folder.file("f.svg"), folder.file("f.json"));
    Cli::line(&format!("figure {view} {arguments}")).with(&["-o", &figure, "--save-spec", &spec]).ok();
    let text = fs::read_to_string(spec).expect("a spec");
    Carried::from_json(&text).expect("a spec").figure
}

fn seen(state: &State, view: ElementKind) -> FigureSpec {
    FigureSpec::of(state.document.element(view).expect("something to see"))
}

fn model(spec: &MapSpec) -> MapModel {
    MapModel::new(spec, BUNDLE.sources()).expect("a map").value
}

fn remarks(spec: &MapSpec) -> Vec<&'static str> {
    let found = MapModel::new(spec, BUNDLE.sources()).expect("a map").remarks;
    found.iter().map(|remark| remark.code()).collect()
}

#[test]
fn the_command_line_draws_what_the_window_shows() {
    let folder = Folder::new();
    let mut state = window();
    for (name, view) in VIEWS {
        assert_eq!(drawn(&folder, name, ""), seen(&state, view), "{name}: nothing asked for");
    }
    update(&mut state, Action::SetIndicator("residenti".into()));
    set_map(&mut state, |map| map.level = Level::Ambiti);
    update(&mut state, Action::Choose(vec!["50089".into()]));
    let territory = "--territory 50089";
    for (name, view, arguments) in [
        // A command that names territories frames them; the window shows everything until it is moved.
        ("map", VIEWS[0].1, "--indicator residenti --level ambiti --frame all"),
        ("ranking", VIEWS[1].1, "--indicator residenti --level ambiti"),
        ("series", VIEWS[2].1, "--indicator residenti"),
        ("scatter", VIEWS[3].1, "--y residenti --level ambiti"),
        ("table", VIEWS[4].1, "--columns residenti --level ambiti"),
    ] {
        assert_eq!(drawn(&folder, name, &format!("{arguments} {territory}")), seen(&state, view), "{name}");
    }
    set_map(&mut state, |map| map.kind = MapKind::Change { from: january(2022) });
    let change = format!("--indicator residenti --level ambiti --compare-year 2022 --frame all {territory}");
    assert_eq!(drawn(&folder, "map", &change), seen(&state, ElementKind::Map));
    set_map(&mut state, |map| map.kind = MapKind::Two { second: "densita".into() });
    let two = format!("--indicator residenti --level ambiti --second densita --frame all {territory}");
    assert_eq!(drawn(&folder, "map", &two), seen(&state, ElementKind::Map));
}

#[test]
fn classes_are_over_all_dates_unless_one_is_asked_for() {
    let folder = Folder::new();
    let breaks = |arguments: &str| {
        let line = format!("figure map --indicator indice_vecchiaia --json {arguments}");
        Cli::line(&line).with(&["-o", &folder.file("m.svg")]).json()["lower"].as_f64().expect("a number")
    };
    // The lowest value of 2022 and 2023, and of 2023 alone: pandas, from sample_data/popolazione_eta.csv.
    let written = |arguments| format!("{:.1}", breaks(arguments));
    assert_eq!([written(""), written("--all-dates"), written("--this-date")], ["91.9", "91.9", "96.9"]);
}

#[test]
fn signed_values_turn_at_zero_by_themselves() {
    for level in [Level::Comuni, Level::Ambiti] {
        let spec = MapSpec { level, ..MapSpec::new("variazione_annua", january(2023)) };
        let found = model(&spec);
        assert_eq!(found.palette, "rd_bu");
        let intervals = found.classes.as_ref().expect("classes").intervals.clone();
        let values: Vec<f64> = found.table.present().collect();
        if values.iter().any(|x| *x < 0.0) {
            assert!(intervals.uppers().contains(&0.0), "{level:?}: {:?}", intervals.uppers());
        }
        for class in 0..intervals.len() {
            let (low, up) = intervals.bounds(class);
            assert!(low >= 0.0 || up <= 0.0, "{level:?}: {low} – {up} holds both signs");
        }
    }
    // An indicator with a single sign is unchanged.
    let plain = model(&MapSpec::new("densita", january(2023)));
    assert_eq!((plain.palette, plain.edge_on_zero), ("yl_gn_bu", false));
    // Explicit requests are followed.
    let mut spec = MapSpec::new("variazione_annua", january(2023));
    spec.palette.id = Some("viridis".into());
    assert_eq!(model(&spec).palette, "viridis");
    spec.classes.scheme = Some(Scheme::FisherJenks);
    assert!(!model(&spec).edge_on_zero, "the edges that the scheme makes");
    let folder = Folder::new();
    let output = Cli::line("figure map --indicator variazione_annua --json");
    assert_eq!(output.with(&["-o", &folder.file("m.svg")]).json()["palette"], "rd_bu");
}

#[test]
fn there_are_at_most_half_as_many_classes_as_territories() {
    for (level, units) in [(Level::Asst, 5), (Level::Ambiti, 17), (Level::Ats, 1)] {
        for id in ["indice_vecchiaia", "quota_0_2", "variazione_annua"] {
            let spec = MapSpec { level, ..MapSpec::new(id, january(2023)) };
            let found = model(&spec);
            let classes = found.classes.as_ref().expect("classes").intervals.len();
            let present = found.table.present().count();
            assert!(classes <= (present / 2).max(1), "{level:?} {id}: {classes} for {present}");
            assert_eq!(present, units, "{level:?}");
            assert!(!remarks(&spec).contains(&"many_classes"), "{level:?} {id}");
        }
    }
    let mut asked = MapSpec { level: Level::Asst, ..MapSpec::new("indice_vecchiaia", january(2023)) };
    asked.classes.count = Some(5);
    asked.classes.span = ClassSpan::ThisDate;
    assert_eq!(model(&asked).counts, [1; 5], "obeyed");
    for lang in Lang::ALL {
        asked.lang = lang;
        assert!(remarks(&asked).contains(&"many_classes"), "and said");
    }
}
