//! The stream of parts: its numbers, its bands, its texts and its bad cases. Numbers are those of `tests/reference/stream.py`
//! (pandas on `sample_data/residenti.csv`).

use atlante::base::{Code, Date, Level};
use atlante::document::{Element, StreamForm, StreamSpec};
use atlante::figure::stream::{StreamModel, StreamView};
use atlante::figure::{FigureError, KindError, registry, view};
use atlante::i18n::Lang;
use atlante::scene::{Geometry, Role};

use crate::common::{TODAY, january};
use crate::page::{group, paths};

fn residents(selected: &[&str]) -> StreamSpec {
    let selected = selected.iter().map(|code| Code::from(*code)).collect();
    StreamSpec { selected, ..StreamSpec::new("residenti", january(2026)) }
}

fn model(spec: &StreamSpec) -> StreamModel {
    StreamModel::new(spec, &TODAY.atlas).expect("a stream").value
}

fn column(model: &StreamModel, date: Date) -> usize {
    model.columns.iter().position(|column| column.date == date).expect("the date")
}

#[test]
fn the_ambiti_add_up_to_the_ats_at_every_date() {
    let model = model(&residents(&[]));
    assert_eq!((model.count, model.parts.len(), model.columns.len()), (17, 17, 11));
    assert_eq!(model.members, Level::Ambiti);
    let [first, last] = [2018, 2026].map(|year| column(&model, january(year)));
    assert_eq!(model.columns[first].total, 3_459_535.0);
    assert_eq!(model.columns[last].total, 3_484_592.0);
    let largest = &model.parts[0];
    assert_eq!((largest.name.as_str(), largest.values[last]), ("Milano Città", 1_362_863.0));
    let share = |at| model.share(largest, at).expect("a share");
    assert!((share(first) - 39.918_515_060_550_04).abs() < 1e-9);
    assert!((share(last) - 39.111_121_187_215_03).abs() < 1e-9);
    for (at, column) in model.columns.iter().enumerate() {
        let sum: f64 = model.parts.iter().map(|part| part.values[at]).sum();
        assert!((sum - column.total).abs() < 1e-6);
    }
}

#[test]
fn bands_are_not_joined_over_breaks_and_missing_years() {
    let model = model(&residents(&[]));
    let runs = model.runs();
    // The census, the reconstruction of 2013, and every year from 2018 on.
    assert!(runs.len() >= 3 && runs[0].len() == 1 && runs[1].len() == 1);
    assert_eq!(runs.last().map(|run| run.end), Some(11));
    assert_eq!(runs.iter().map(ExactSizeIterator::len).sum::<usize>(), 11);
}

#[test]
fn a_comune_is_marked_among_those_of_its_ambito() {
    let model = model(&residents(&["015011"]));
    assert_eq!((model.name.as_str(), model.level, model.members), ("Corsico", Level::Ambiti, Level::Comuni));
    let names: Vec<&str> = model.parts.iter().map(|part| part.name.as_str()).collect();
    let expected = ["Corsico", "Buccinasco", "Cesano Boscone", "Trezzano sul Naviglio", "Assago", "Cusago"];
    assert_eq!(names, expected);
    assert!(model.parts[4].is_selected && model.parts[4].values[10] == 9_348.0);
}

#[test]
fn all_comuni_are_the_largest_and_the_others_together() {
    let model = model(&StreamSpec { by_comuni: true, ..residents(&[]) });
    let others = model.parts.last().expect("the others");
    assert_eq!((model.count, model.parts.len(), others.count), (193, 18, 176));
    let sum: f64 = model.parts.iter().map(|part| part.values[10]).sum();
    assert_eq!(sum, 3_484_592.0);
}

#[test]
fn every_form_has_a_band_for_each_part_as_thick_as_its_value() {
    for form in StreamForm::ALL {
        let spec = StreamSpec { form, ..residents(&[]) };
        let drawn = view::build::<StreamView>(&spec, TODAY.sources()).expect("a page").value;
        let bands = paths(group(&drawn.scene, Role::Marks).expect("marks"));
        assert_eq!(bands.len(), 17);
        let thickness = |name: &str| {
            let is_it = |label: &str| label.split(':').next().is_some_and(|whose| whose.ends_with(name));
            let band = bands.iter().find(|path| path.datum.as_ref().is_some_and(|datum| is_it(&datum.label)));
            let Geometry::Rings(rings) = &band.expect("a band").geometry else { panic!("an area") };
            let last = rings.last().expect("a run");
            let middle = last.len() / 2;
            last[middle][1] - last[middle - 1][1]
        };
        let ratio = thickness("Alto Milanese") / thickness("Lodi");
        assert!((ratio - 260_899.0 / 239_072.0).abs() < 1e-6, "{form:?}: {ratio}");
        for lang in [Lang::It, Lang::En] {
            let spec = StreamSpec { lang, ..spec.clone() };
            let drawn = registry::build(&spec.into(), TODAY.sources()).expect("a page").value;
            let told = drawn.reading(TODAY.sources()).join(" ");
            assert!(told.contains("Magentino") && told.contains("Milano Città"), "{told}");
        }
    }
}

#[test]
fn what_does_not_add_up_has_no_parts() {
    let spec = StreamSpec::new("indice_vecchiaia", january(2023));
    let found = StreamModel::new(&spec, &TODAY.atlas).map(|made| made.value.count);
    assert!(matches!(found, Err(FigureError::Kind(KindError::NoParts(_)))));
}

#[test]
fn an_ambito_of_one_comune_is_one_band() {
    let milano = TODAY.atlas.territories.units(Level::Ambiti).iter().find(|ambito| ambito.members.len() == 1);
    let code = milano.expect("the city").code.clone();
    let spec = StreamSpec { selected: vec![code], ..residents(&[]) };
    assert_eq!(model(&spec).parts.len(), 1);
    assert!(view::build::<StreamView>(&spec, TODAY.sources()).is_ok());
    let table = registry::table(&Element::from(spec), TODAY.sources()).expect("a table").value;
    assert!(table.0.sheets.len() >= 2);
}
