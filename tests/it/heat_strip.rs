//! The heat strip: its numbers, its classes, its texts and its bad cases. Numbers are those of `tests/reference/ranges.py`
//! (pandas on `sample_data/irpef.csv`) unless another source is beside them.

use atlante::base::{Code, Date, Level};
use atlante::document::{Element, HeatStripSpec, StripOrder};
use atlante::figure::heat_strip::{HeatStripModel, HeatStripView};
use atlante::figure::map::MapModel;
use atlante::figure::{FigureError, registry, view};
use atlante::scene::{Fill, Geometry, Role};

use crate::common::{BUNDLE, TODAY, awkward, january};
use crate::page::{group, paths};

const INCOME: &str = "reddito_imponibile_medio";

fn end(year: i16) -> Date {
    format!("{year}-12-31").parse().expect("a date")
}

fn incomes(order: StripOrder) -> HeatStripSpec {
    HeatStripSpec { order, ..HeatStripSpec::new(INCOME, end(2024), Level::Comuni) }
}

fn model(spec: &HeatStripSpec) -> HeatStripModel {
    HeatStripModel::new(spec, TODAY.sources().atlas).expect("a strip").value
}

#[test]
fn eighteen_years_of_incomes_are_ordered_by_the_last() {
    let model = model(&incomes(StripOrder::Value));
    assert_eq!((model.columns.len(), model.rows.len(), model.at), (18, 193, 17));
    let names: Vec<&str> = model.rows[..3].iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Maccastorna", "Basiglio", "Cusago"]);
    let basiglio: Vec<f64> = model.rows[1].values.iter().filter_map(|(value, _)| value.ok()).collect();
    assert!((basiglio[0] - 45_410.489_956_675_854).abs() < 1e-6 && basiglio.len() == 18);
    assert!((basiglio[17] - 49_444.530_643_255_11).abs() < 1e-6);
    assert_eq!(model.rows[192].name, "Baranzate");
}

#[test]
fn a_cell_has_the_colour_of_its_class_on_the_map_of_that_date() {
    let spec = incomes(StripOrder::Value);
    let strip = model(&spec);
    let colours = &strip.map.as_ref().expect("classes").colours;
    for (at, column) in strip.columns.iter().enumerate().step_by(6) {
        let map = MapModel::new(&spec.map(column.date), TODAY.sources()).expect("a map").value;
        assert_eq!(&map.colours, colours);
        for row in &strip.rows {
            let unit = map.table.rows.iter().position(|other| other.code == row.code).expect("the unit");
            assert_eq!(map.class_of[unit], row.classes[at], "{} {}", row.name, column.date);
        }
    }
}

#[test]
fn rows_by_place_keep_the_comuni_of_an_ambito_together() {
    let model = model(&incomes(StripOrder::Place));
    let groups: Vec<&str> = model.rows.iter().filter_map(|row| row.group.as_deref()).collect();
    assert!(groups.len() == 193 && groups.is_sorted());
}

/// The residents are counted otherwise from 2019 on: `sample_data/datasets.toml` says so.
#[test]
fn a_break_of_the_series_is_drawn_and_said() {
    let spec = HeatStripSpec::new("residenti", january(2023), Level::Ambiti);
    let drawn = view::build::<HeatStripView>(&spec, BUNDLE.sources()).expect("a page").value;
    let breaks = drawn.model.columns.iter().filter(|column| !column.breaks.is_empty()).count();
    assert!(breaks >= 1);
    let lines = paths(group(&drawn.scene, Role::Lines).expect("lines"));
    let upright =
        lines.iter().filter(|path| path.datum.is_some() && matches!(path.geometry, Geometry::Lines(_)));
    assert!(upright.count() >= breaks);
    assert!(drawn.words.footer.remarks.iter().any(|text| text.contains("Interruzione della serie")));
}

#[test]
fn a_page_has_a_cell_for_each_value_and_tells_and_lists_them() {
    let spec = HeatStripSpec { selected: vec![Code::from("015015")], ..incomes(StripOrder::Value) };
    let drawn = view::build::<HeatStripView>(&spec, TODAY.sources()).expect("a page").value;
    let cells = paths(group(&drawn.scene, Role::Marks).expect("marks"));
    let ats = usize::from(drawn.model.ats.is_some());
    // A block has the ATS above its own rows.
    assert!(cells.len() >= 18 * (193 + ats) && cells.len().is_multiple_of(18), "{}", cells.len());
    assert!(cells.iter().all(|path| path.datum.is_some() && matches!(path.fill, Some(Fill::Solid(_)))));
    let described = &drawn.scene.description;
    assert!(described.contains("Baranzate") && described.contains("Maccastorna"), "{described}");
    assert!(described.contains("Il valore sale in 192, scende in 1, non cambia in 0."), "{described}");
    let (book, facts) = registry::table(&Element::from(spec), TODAY.sources()).expect("sheets").value;
    let sheet = &book.sheets[0];
    assert_eq!((sheet.rows.len(), sheet.head.len()), (193 + ats, 20));
    assert_eq!(facts["dates"].as_array().map(Vec::len), Some(18));
}

#[test]
fn one_date_nothing_and_small_pages_are_answered() {
    let bundle = awkward();
    for (id, code) in [("uno", "one_date"), ("nessuno", "no_values"), ("misto", "absent_values")] {
        let spec = HeatStripSpec::new(id, january(2023), Level::Comuni);
        let made = view::build::<HeatStripView>(&spec, bundle.sources()).expect("a page");
        assert!(made.remarks.iter().any(|remark| remark.code() == code), "{id} {:?}", made.remarks);
    }
    let missing = HeatStripSpec::new(INCOME, january(1950), Level::Comuni);
    assert!(matches!(HeatStripModel::new(&missing, TODAY.sources().atlas), Err(FigureError::Atlas(_))));
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (80.0, 110.0), (160.0, 60.0)] {
        for level in Level::ALL {
            let mut spec = HeatStripSpec { level, ..incomes(StripOrder::Value) };
            (spec.page.width.0, spec.page.height.0) = (width, height);
            let made = view::build::<HeatStripView>(&spec, TODAY.sources());
            assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width} {level:?}");
        }
    }
}
