//! Specs that ask for too much, from files that anybody can write: refused with a message that names the setting,
//! never clamped silently or laid out for minutes.

use atlante::base::Level;
use atlante::base::{Code, Mm};
use atlante::document::{
    Carried, ClassSpec, Element, FigureSpec, MapSpec, OutOfBounds, PageSpec, RankingSpec, TableColumn,
    TableSpec,
};
use atlante::i18n::Lang;
use atlante::stats::classes::Scheme;

use crate::cli::Cli;
use crate::common::{Folder, january};

fn map() -> MapSpec {
    MapSpec::new("indice_vecchiaia", january(2023))
}

fn on(page: PageSpec) -> FigureSpec {
    FigureSpec::of(MapSpec { page, ..map() }.into())
}

fn of(element: impl Into<Element>) -> FigureSpec {
    FigureSpec::of(element.into())
}

fn asking_too_much() -> Vec<(FigureSpec, OutOfBounds, &'static str)> {
    let page = PageSpec::default;
    let columns = vec![TableColumn::value("residenti", january(2023)); 501];
    let manual = (0..101).map(f64::from).collect();
    let ranking = RankingSpec::new("residenti", january(2023), Level::Ambiti);
    let mut no_share = on(page());
    no_share.rows[0].height = -1.0;
    vec![
        (on(PageSpec { width: Mm(0.0), ..page() }), OutOfBounds::Side(0.0), "di 0 mm"),
        (on(PageSpec { height: Mm(-1.0), ..page() }), OutOfBounds::Side(-1.0), "da 60 a 1.200"),
        (on(PageSpec { type_scale: 0.0, ..page() }), OutOfBounds::TypeScale(0.0), "da 0,5 a 2"),
        (on(PageSpec { type_scale: 1e30, ..page() }), OutOfBounds::TypeScale(1e30), "volte quelli usuali"),
        (on(PageSpec { decimals: Some(200), ..page() }), OutOfBounds::Decimals(200), "al massimo 6"),
        (
            on(PageSpec { title: Some("a".repeat(1_000_000)), ..page() }),
            OutOfBounds::Letters(1_000_000),
            "al massimo 5000",
        ),
        (of(TableSpec::new(columns, Level::Comuni)), OutOfBounds::Columns(501), "501 colonne"),
        (
            of(MapSpec {
                classes: ClassSpec { scheme: Some(Scheme::Manual), manual, ..ClassSpec::default() },
                ..map()
            }),
            OutOfBounds::Breaks(101),
            "101 limiti di classe",
        ),
        (of(RankingSpec { top: Some(0), ..ranking }), OutOfBounds::Top, "senza righe"),
        (no_share, OutOfBounds::Share(-1.0), "maggiore di zero"),
    ]
}

#[test]
fn a_spec_that_asks_for_too_much_is_refused_by_name() {
    let folder = Folder::new();
    for (spec, beyond, words) in asking_too_much() {
        assert_eq!(spec.check(), Err(beyond), "{words}");
        let text = beyond.text(Lang::It);
        assert!(text.contains(words), "{text}");
        let file = folder.file("troppo.json");
        std::fs::write(&file, Carried::new(spec, Vec::new()).to_json()).expect("the folder can be written");
        let refusal = Cli::new(&["figure", "--spec", &file, "-o", &folder.file("f.svg")]).refusal();
        assert!(refusal.contains(&text) && refusal.contains("troppo.json"), "{refusal}");
    }
}

#[test]
fn a_size_of_type_that_is_typed_is_obeyed_or_refused() {
    let folder = Folder::new();
    let line = "figure map --indicator indice_vecchiaia --type-scale 3 -o";
    let refusal = Cli::line(line).with(&[&folder.file("f.svg")]).refusal();
    assert!(refusal.contains("3 volte") && refusal.contains("da 0,5 a 2"), "{refusal}");
}

#[test]
fn a_territory_named_twice_in_a_file_is_selected_once() {
    let spec = of(MapSpec { selected: vec![Code::from("015146"); 100_000], ..map() });
    let read = Carried::from_json(&Carried::new(spec, Vec::new()).to_json()).expect("a spec");
    let selected = read.figure.elements().next().expect("a map").spec().selected().to_vec();
    assert_eq!(selected, [Code::from("015146")]);
}
