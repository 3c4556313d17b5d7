//! The age pyramid: its numbers, its texts, its page and its bad cases. Numbers are those of `tests/reference/pyramid.py`
//! (pandas on `sample_data/popolazione_eta.csv`) unless another source is beside them.

use atlante::base::{Code, Level};
use atlante::document::{
    AgeBands, Element, FigureSpec, OfKind, PyramidAgainst, PyramidMeasure, PyramidScale, PyramidSpec, Spec,
    Subject,
};
use atlante::figure::pyramid::{PyramidModel, PyramidView};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::i18n::Lang;
use atlante::scene::{Cell, Role};

use crate::common::{BUNDLE, TODAY, atlas, january};
use crate::page::{group, paths};

const CORSICO: &str = "50089";
/// With 59 residents at 1/1/2023 the smallest Comune.
const MACCASTORNA: &str = "098033";

fn spec(selected: &[&str]) -> PyramidSpec {
    let selected = selected.iter().map(|code| Code::from(*code)).collect();
    PyramidSpec { selected, ..PyramidSpec::new("eta_media", january(2023)) }
}

fn model(spec: &PyramidSpec) -> PyramidModel {
    PyramidModel::new(spec, atlas()).expect("a pyramid").value
}

fn near(value: Result<f64, atlante::data::Absence>, wanted: f64) {
    let value = value.expect("a value");
    assert!((value - wanted).abs() < 5e-5, "{value}, not {wanted}");
}

#[test]
fn residents_shares_and_groups_are_those_of_pandas() {
    let model = model(&spec(&[CORSICO]));
    let (corsico, ats) = (&model.own, model.other.as_ref().expect("the ATS"));
    assert_eq!((corsico.total, ats.total), (Ok(119_795.0), Ok(3_446_886.0)));
    assert_eq!((corsico.sexes[0], ats.sexes[0]), (Ok(58_154.0), Ok(1_681_435.0)));
    // 50 to 54 years, males and females.
    assert_eq!(corsico.counts[10], [Ok(5_044.0), Ok(5_187.0)]);
    for (of, groups) in [(corsico, [13.1416, 63.0778, 23.7806]), (ats, [12.8721, 64.1062, 23.0217])] {
        of.groups.iter().zip(groups).for_each(|(group, wanted)| near(of.share(*group), wanted));
    }
    assert_eq!(model.fullest, [10]);
    let [more, less] = model.gaps.map(|gap| gap.expect("a gap"));
    assert_eq!((more.band, less.band), (14, 7), "70 to 74 and 35 to 39 years");
    near(Ok(more.own), 5.6296);
    near(Ok(more.other), 5.1162);
    near(Ok(less.own), 5.6371);
    near(Ok(less.other), 6.1061);
    let single = PyramidSpec { bands: AgeBands::SingleYears, ..spec(&[CORSICO]) };
    let single = self::model(&single);
    assert_eq!((single.bands.len(), &single.fullest[..]), (101, &[52][..]));
    assert_eq!(single.own.band(52), Ok(2_077.0));
}

#[test]
fn the_scale_is_common_to_all_ambiti_until_a_bar_goes_beyond_it() {
    // The longest bar of all Ambiti is one of Paullo.
    for code in [CORSICO, "50066", "50117"] {
        let Some(_) = atlas().territories.find(&Code::from(code)) else { continue };
        let model = model(&spec(&[code]));
        near(Ok(model.most.expect("a scale")), 4.5641);
        assert_eq!(model.common_to, Some(17));
    }
    let own = PyramidSpec { scale: PyramidScale::Own, ..spec(&[CORSICO]) };
    near(Ok(model(&own).most.expect("a scale")), 4.3299);
    let small = model(&spec(&[MACCASTORNA]));
    near(Ok(small.most.expect("a scale")), 10.1695);
    assert_eq!((small.common_to, small.exceeds), (None, true));
}

#[test]
fn few_residents_and_counts_of_unlike_places_are_warned_of() {
    let codes = |spec: &PyramidSpec| {
        let made = PyramidModel::new(spec, atlas()).expect("a pyramid");
        made.remarks.iter().map(|remark| remark.code()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&spec(&[MACCASTORNA])), ["few_people"]);
    assert!(codes(&spec(&[CORSICO])).is_empty());
    let counts = spec(&[CORSICO]).measured(PyramidMeasure::Counts);
    assert!(codes(&counts).is_empty(), "counts stand alone unless asked for");
    let beside = PyramidSpec { against: PyramidAgainst::Ats, ..counts.clone() };
    assert_eq!(codes(&beside), ["counts_of_different_size"]);
    let since = PyramidSpec { against: PyramidAgainst::Date(january(2022)), ..counts };
    assert!(codes(&since).is_empty());
    let element = Element::from(spec(&[MACCASTORNA]));
    let findings = registry::checks(&element, &[], BUNDLE.sources()).expect("checks");
    assert_eq!(findings.len(), 1);
}

#[test]
fn it_is_read_described_and_listed() {
    let figure = compose::build(&FigureSpec::of(spec(&[CORSICO]).into()), BUNDLE.sources());
    let figure = figure.expect("a page").value;
    let reading = atlante::figure::reading::figure(&figure.parts, BUNDLE.sources());
    for told in [
        "Nell'Ambito di Corsico al 1/1/2023 (stima) i residenti sono 119.795: il 13,1% ha meno di 15 anni, il 63,1% da 15 a 64, il 23,8% 65 anni o più.",
        "Nell'ATS i tre gruppi sono il 12,9%, il 64,1% e il 23,0%.",
        "La fascia con più residenti è quella da 50 a 54 anni: l'8,5% del totale.",
        "Rispetto all'ATS pesa di più soprattutto chi ha da 70 a 74 anni: 5,6% contro 5,1%.",
        "Rispetto all'ATS pesa di meno soprattutto chi ha da 35 a 39 anni: 5,6% contro 6,1%.",
        "Tra chi ha 65 anni o più le femmine sono il 56,2%.",
    ] {
        assert!(reading.contains(told), "{told}\n{reading}");
    }
    let alternative = &figure.scene.description;
    assert!(alternative.contains("ATS: fino a 14 anni 12,9%"), "{alternative}");
    let (book, facts) =
        registry::table(&Element::from(spec(&[CORSICO])), BUNDLE.sources()).expect("sheets").value;
    assert_eq!(book.sheets[0].rows.len(), 22, "21 bars and the total");
    assert_eq!(book.sheets[0].rows[10][1], Cell::Number { value: 5_044.0, decimals: 0 });
    assert_eq!(facts["pyramid"]["bars"][10]["females"], serde_json::json!(5_187.0));
    let english = PyramidSpec { lang: Lang::En, ..spec(&[CORSICO]) };
    let drawn = registry::build(&english.into(), BUNDLE.sources()).expect("a page").value;
    let reading = drawn.reading(BUNDLE.sources()).join(" ");
    assert!(
        reading.contains("In the Ambito of Corsico on 1 January 2023 (estimate) there are 119,795"),
        "{reading}"
    );
}

#[test]
fn against_itself_the_dates_are_named_and_equal_shapes_are_said_so() {
    let since = PyramidSpec { against: PyramidAgainst::Date(january(2022)), ..spec(&[CORSICO]) };
    let drawn = registry::build(&since.into(), BUNDLE.sources()).expect("a page").value;
    let reading = drawn.reading(BUNDLE.sources()).join(" ");
    // 63.0831 against 63.0778: no more decimals are spent on what is as good as equal.
    assert!(reading.contains("Al 1/1/2022 i tre gruppi sono il 13,4%, il 63,1% e il 23,5%."), "{reading}");
    let ats = spec(&[]);
    assert!(model(&ats).other.is_none(), "the ATS against itself is no comparison");
    let alone = registry::build(&ats.into(), BUNDLE.sources()).expect("a page").value;
    assert!(alone.reading(BUNDLE.sources()).join(" ").starts_with("Nell'ATS al 1/1/2023"));
}

#[test]
fn every_bar_is_drawn_at_every_size() {
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (150.0, 110.0), (80.0, 110.0), (60.0, 60.0)] {
        for bands in [AgeBands::FiveYears, AgeBands::SingleYears] {
            let mut spec = PyramidSpec { bands, ..spec(&[MACCASTORNA, CORSICO]) };
            (spec.page.width.0, spec.page.height.0) = (width, height);
            match view::build::<PyramidView>(&spec, BUNDLE.sources()) {
                Ok(made) => {
                    let marks = group(&made.value.scene, Role::Marks).expect("bars");
                    assert!(paths(marks).len() >= 42, "{width}×{height}");
                }
                Err(error) => assert_eq!(error, FigureError::NoRoom),
            }
        }
    }
}

#[test]
fn it_opens_at_a_date_with_ages_and_follows_the_choice() {
    let subject = |year: i16, codes: &[&str]| Subject {
        indicator: "residenti".into(),
        at: january(year).into(),
        kind: Default::default(),
        level: Level::Comuni,
        method: Default::default(),
        selected: codes.iter().map(|code| Code::from(*code)).collect(),
        lang: Lang::It,
    };
    let atlas = TODAY.sources().atlas;
    // At 1/1/2026 there are only three classes, without sexes.
    let mut opened = PyramidSpec::opening(&subject(2026, &[]), atlas).expect("ages");
    assert_eq!(opened.date, january(2023));
    opened.follow(&subject(2026, &[]), &subject(2022, &[CORSICO]), atlas);
    assert_eq!((opened.date, opened.selected.len()), (january(2022), 1));
    opened.against = PyramidAgainst::Territory("nowhere".into());
    opened.follow(&subject(2022, &[]), &subject(2022, &[CORSICO]), atlas);
    assert_eq!(opened.against, PyramidAgainst::Ats);
    let absent = PyramidSpec { date: january(2026), ..spec(&[]) };
    assert!(matches!(PyramidModel::new(&absent, atlas), Err(FigureError::Atlas(_))));
    let element = Element::from(spec(&[CORSICO]));
    let text = serde_json::to_string(&element).expect("JSON");
    let again: Element = serde_json::from_str(&text).expect("the same");
    assert_eq!(PyramidSpec::of(&again), Some(&spec(&[CORSICO])));
}
