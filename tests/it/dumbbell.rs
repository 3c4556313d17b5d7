//! The dumbbell chart: its rows, its texts, its page. Numbers are those of `tests/reference/contribution.py` (pandas).

use atlante::base::{Code, Level};
use atlante::document::{DumbbellOrder, DumbbellSpec, Element, FigureSpec, SlopeSpec};
use atlante::figure::dumbbell::{DumbbellModel, DumbbellView};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::scene::{Cell, Geometry, Role};

use crate::common::{BUNDLE, atlas, january};
use crate::page::{group, paths};

fn spec(level: Level, order: DumbbellOrder) -> DumbbellSpec {
    let slope = SlopeSpec::new("indice_vecchiaia", january(2022), january(2023), level);
    DumbbellSpec { slope, order }
}

fn names(order: DumbbellOrder) -> Vec<String> {
    let model = DumbbellModel::new(&spec(Level::Ambiti, order), atlas()).expect("rows").value;
    model.rows().map(|row| row.name.clone()).collect()
}

#[test]
fn rows_are_in_the_order_of_pandas_with_the_ats_among_them() {
    let by_value = names(DumbbellOrder::Value);
    assert_eq!(by_value.len(), 18);
    assert_eq!(by_value[..3], ["Cinisello Balsamo", "Sesto San Giovanni", "Alto Milanese"]);
    // The ATS, 178.8, lies between Corsico and Milano, 181.0 and 183.0, and Magentino, 172.9.
    assert_eq!((&*by_value[6], &*by_value[8]), ("Corsico", "Magentino"));
    let by_change = names(DumbbellOrder::Change);
    assert_eq!(by_change[..3], ["Visconteo Sud Milano", "Abbiategrasso", "Rho"]);
    assert_eq!(by_change[17], "Milano Città");
    let by_name = names(DumbbellOrder::Name);
    assert!(by_name.is_sorted(), "{by_name:?}");
}

#[test]
fn a_page_joins_two_dots_in_each_row_and_tells_and_lists_them() {
    let spec = spec(Level::Ambiti, DumbbellOrder::Change);
    let drawn = view::build::<DumbbellView>(&spec, BUNDLE.sources()).expect("a page").value;
    let marks = group(&drawn.scene, Role::Marks).expect("marks");
    let all = paths(marks);
    let dots =
        all.iter().filter(|path| matches!(path.geometry, Geometry::Circle { .. }) && path.datum.is_some());
    assert_eq!(dots.count(), 36);
    let figure =
        compose::build(&FigureSpec::of(spec.clone().into()), BUNDLE.sources()).expect("a page").value;
    assert!(
        figure.scene.description.contains("ATS: da 174,79 a 178,85 (+4,06)."),
        "{}",
        figure.scene.description
    );
    let (book, facts) = registry::table(&Element::from(spec), BUNDLE.sources()).expect("sheets").value;
    assert_eq!(book.sheets[0].rows[0][1], Cell::text("Visconteo Sud Milano"));
    assert_eq!(
        (facts["order"].as_str(), facts["lines"].as_array().map(Vec::len)),
        (Some("change"), Some(18))
    );
}

#[test]
fn no_row_is_joined_across_a_break() {
    let slope = SlopeSpec::new("residenti", january(2020), january(2023), Level::Ambiti);
    let broken = DumbbellSpec::from(slope);
    let drawn = view::build::<DumbbellView>(&broken, BUNDLE.sources()).expect("a page").value;
    let marks = group(&drawn.scene, Role::Marks).expect("marks");
    assert!(paths(marks).iter().all(|path| !matches!(path.geometry, Geometry::Lines(_))));
}

#[test]
fn what_does_not_fit_is_told_and_what_stands_out_stays() {
    let mut spec = spec(Level::Comuni, DumbbellOrder::Value);
    // The Comune with the lowest value.
    spec.slope.selected = vec![Code::from("015050")];
    let drawn = view::build::<DumbbellView>(&spec, BUNDLE.sources()).expect("a page");
    assert!(drawn.remarks.iter().any(|remark| remark.code() == "rows_left_out"), "{:?}", drawn.remarks);
    let shown = drawn.value.model.shown(drawn.value.layout);
    assert!(shown.iter().any(|row| row.code == Code::from("015050")) && shown.len() < 194);
    for (width, height) in [(297.0, 210.0), (80.0, 110.0), (160.0, 60.0)] {
        (spec.slope.page.width.0, spec.slope.page.height.0) = (width, height);
        let made = view::build::<DumbbellView>(&spec, BUNDLE.sources());
        assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width}");
    }
}

#[test]
fn its_spec_is_written_as_that_of_a_slope_chart_with_an_order() {
    let element = Element::from(spec(Level::Ambiti, DumbbellOrder::Change));
    let text = serde_json::to_string(&element).expect("JSON");
    assert!(
        text.contains("\"order\":\"change\"") && text.contains("\"indicator\":\"indice_vecchiaia\""),
        "{text}"
    );
    assert_eq!(serde_json::from_str::<Element>(&text).expect("an element"), element);
}
