//! Small maps: their numbers, their texts, their pages and their bad cases. Numbers are those of `tests/reference/small_views.py` (pandas
//! on `sample_data/popolazione_eta.csv`).

use atlante::base::{Date, Level};
use atlante::document::{
    ClassSpec, Element, FigureSpec, IndicatorAt, MapSpec, SmallMapsOf, SmallMapsSpec, Spec,
};
use atlante::figure::map::MapView;
use atlante::figure::small_maps::{ClassMoves, SmallMapsModel, SmallMapsView};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::i18n::Lang;
use atlante::scene::{Fill, Group, Node, Role};
use atlante::stats::classes::Scheme;

use crate::common::{BUNDLE, TODAY, awkward, january};

fn both() -> SmallMapsSpec {
    let dates = vec![january(2022), january(2023)];
    SmallMapsSpec::new(SmallMapsOf::Dates { indicator: "indice_vecchiaia".into(), dates }, Level::Comuni)
}

fn model(spec: &SmallMapsSpec) -> SmallMapsModel {
    SmallMapsModel::new(spec, BUNDLE.sources()).expect("maps").value
}

#[test]
fn counts_of_classes_and_moves_are_those_of_pandas() {
    let mut spec = both();
    spec.classes =
        ClassSpec { scheme: Some(Scheme::Manual), manual: vec![150.0, 200.0], ..ClassSpec::default() };
    let made = model(&spec);
    let counts: Vec<&[usize]> = made.maps.iter().map(|map| map.map.counts.as_slice()).collect();
    assert_eq!(counts, [[68, 95, 30], [59, 93, 41]]);
    assert_eq!(made.moves, Some(ClassMoves { up: 20, down: 0, same: 173, unknown: 0 }));
    let [(from, before), (to, now)] = made.ats.expect("the ATS at both dates");
    assert_eq!((from, to), (january(2022), january(2023)));
    assert!((before - 174.791_766_672_000_28).abs() < 1e-9, "{before}");
    assert!((now - 178.848_875_786_588_76).abs() < 1e-9, "{now}");
}

/// The same colours as on the large map, on which classes are those of all dates too.
#[test]
fn each_map_has_the_classes_and_colours_of_the_large_one() {
    for level in [Level::Comuni, Level::Ambiti] {
        let spec = SmallMapsSpec { level, ..both() };
        for small in model(&spec).maps {
            let mut large = MapSpec::new("indice_vecchiaia", small.of.date);
            large.level = level;
            let large = view::build::<MapView>(&large, BUNDLE.sources()).expect("a map").value.model;
            assert_eq!(small.map.class_of, large.class_of, "{level:?} {}", small.of.date);
            assert_eq!(small.map.colours, large.colours);
            assert_eq!(small.map.rounded, large.rounded);
        }
    }
}

fn areas(nodes: &[Node], found: &mut Vec<Group>) {
    for node in nodes {
        if let Node::Group(group) = node {
            if group.role == Role::Areas {
                found.push(group.clone());
            }
            areas(&group.nodes, found);
        }
    }
}

/// All maps are at one scale: the same unit has the same shape on each of them.
#[test]
fn all_maps_show_the_same_shapes_and_no_map_leaves_the_page() {
    let all = SmallMapsSpec::of_dates("indice_vecchiaia", Level::Comuni);
    let made = view::build::<SmallMapsView>(&all, TODAY.sources()).expect("a page").value;
    let mut groups = Vec::new();
    areas(&made.scene.nodes, &mut groups);
    assert_eq!(groups.len(), made.layout.shown.len());
    let clips: Vec<[f64; 4]> = groups.iter().filter_map(|group| group.clip).collect();
    for [x, y, width, height] in &clips {
        assert!(*x >= 0.0 && *y >= 0.0);
        assert!(x + width <= made.scene.width.0 + 0.5 && y + height <= made.scene.height.0 + 0.5);
        assert!((width - clips[0][2]).abs() < 1e-9 && (height - clips[0][3]).abs() < 1e-9);
    }
    assert!(groups.iter().all(|group| group.nodes.len() == groups[0].nodes.len()));
}

#[test]
fn they_are_read_described_and_listed_in_both_languages() {
    for lang in [Lang::It, Lang::En] {
        let spec = SmallMapsSpec { lang, ..both() };
        let figure =
            compose::build(&FigureSpec::of(spec.clone().into()), BUNDLE.sources()).expect("a page").value;
        let reading = atlante::figure::reading::figure(&figure.parts, BUNDLE.sources());
        let told = if lang == Lang::It { "Valore dell'ATS: 174,8" } else { "Value of the ATS: 174.8" };
        assert!(reading.contains(told), "{reading}");
        let (book, facts) = registry::table(&Element::from(spec), BUNDLE.sources()).expect("sheets").value;
        assert_eq!(book.sheets[0].rows.len(), 194, "193 Comuni and the ATS");
        assert_eq!(facts["same_classes"], true);
    }
}

#[test]
fn several_indicators_have_classes_of_their_own() {
    let at = |id: &str| IndicatorAt { indicator: id.into(), date: january(2023) };
    let all = ["indice_vecchiaia", "quota_0_14", "indice_vecchiaia"].map(at).to_vec();
    let spec = SmallMapsSpec::new(SmallMapsOf::Indicators(all), Level::Ambiti);
    let made = model(&spec);
    assert_eq!(made.maps.len(), 2, "named twice, drawn once");
    assert_ne!(made.maps[0].map.rounded, made.maps[1].map.rounded);
    assert!(made.moves.is_none() && made.ats.is_none());
    let figure = view::build::<SmallMapsView>(&spec, BUNDLE.sources()).expect("a page").value;
    let footer = figure.words.notes(&spec.page).join(" ");
    assert!(footer.contains("i colori di due mappe non si confrontano"), "{footer}");
}

#[test]
fn sixty_maps_are_drawn_on_pages_and_more_are_refused_in_words() {
    let of = |count: usize| {
        let ids = TODAY.atlas.catalogue.indicators().iter();
        let all: Vec<IndicatorAt> = ids
            .filter(|one| !one.kind.has_steps())
            .filter_map(|one| {
                let date = *TODAY.atlas.dates(one).last()?;
                Some(IndicatorAt { indicator: one.id.clone(), date })
            })
            .cycle()
            .take(count)
            .collect();
        SmallMapsSpec::new(SmallMapsOf::Indicators(all), Level::Ambiti)
    };
    let made = view::build::<SmallMapsView>(&of(60), TODAY.sources()).expect("pages").value;
    let all = made.model.maps.len();
    assert!(all > 20, "{all}");
    let mut seen = 0;
    for part in 1..=made.layout.of {
        let spec = SmallMapsSpec { part, ..of(60) };
        let page = view::build::<SmallMapsView>(&spec, TODAY.sources()).expect("a page").value;
        assert_eq!(page.layout.shown.start, seen);
        seen = page.layout.shown.end;
    }
    assert_eq!(seen, all);
    let refused = view::build::<SmallMapsView>(&of(61), TODAY.sources()).err();
    assert!(matches!(refused, Some(FigureError::OutOfBounds(_))), "{refused:?}");
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (150.0, 110.0), (60.0, 60.0)] {
        let mut spec = SmallMapsSpec::of_dates("indice_vecchiaia", Level::Comuni);
        (spec.page.width.0, spec.page.height.0) = (width, height);
        let made = view::build::<SmallMapsView>(&spec, TODAY.sources());
        assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width} × {height}");
    }
}

/// An indicator with one date, and one without a single value: both are drawn, and said.
#[test]
fn one_date_and_no_values_are_said() {
    let bundle = awkward();
    let sources = bundle.sources();
    for (id, code) in [("uno", "one_map"), ("nessuno", "no_values")] {
        let spec = SmallMapsSpec::of_dates(id, Level::Comuni);
        let made = view::build::<SmallMapsView>(&spec, sources).expect("a page");
        assert!(made.remarks.iter().any(|remark| remark.code() == code), "{id}: {:?}", made.remarks);
    }
    let spec = SmallMapsSpec::of_dates("nessuno", Level::Comuni);
    let made = view::build::<SmallMapsView>(&spec, sources).expect("a page").value;
    let mut groups = Vec::new();
    areas(&made.scene.nodes, &mut groups);
    let hatched = groups[0].nodes.iter().filter(|node| match node {
        Node::Path(path) => matches!(path.fill, Some(Fill::Hatch(_))),
        _ => false,
    });
    assert_eq!(hatched.count(), groups[0].nodes.len());
    assert!(!made.model.absences().is_empty());
    let none = SmallMapsSpec::new(SmallMapsOf::Indicators(Vec::new()), Level::Comuni);
    assert!(view::build::<SmallMapsView>(&none, sources).is_ok());
}

#[test]
fn it_follows_the_map_and_keeps_typed_dates_of_the_same_indicator() {
    let mut spec = both();
    let before = spec.subject(&BUNDLE.atlas);
    spec.follow(
        &before,
        &atlante::document::Subject { level: Level::Ambiti, ..before.clone() },
        &BUNDLE.atlas,
    );
    let dates = |spec: &SmallMapsSpec| -> Vec<Date> {
        match &spec.of {
            SmallMapsOf::Dates { dates, .. } => dates.clone(),
            SmallMapsOf::Indicators(_) => Vec::new(),
        }
    };
    assert_eq!((spec.level, dates(&spec).len()), (Level::Ambiti, 2));
    let other = atlante::document::Subject { indicator: "quota_0_14".into(), ..before.clone() };
    spec.follow(&before, &other, &BUNDLE.atlas);
    assert_eq!((spec.indicators(), dates(&spec).len()), (vec!["quota_0_14"], 0));
}
