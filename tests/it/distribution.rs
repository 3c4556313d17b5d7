//! The distribution: its numbers, its texts, its page and its bad cases. Numbers are those of `tests/reference/distribution.py`
//! (pandas and `numpy.percentile` on `sample_data/popolazione_eta.csv`) unless another source is beside them.

use atlante::base::Code;
use atlante::document::{DistributionForm, DistributionSpec, Element, FigureSpec};
use atlante::figure::distribution::{DistributionModel, DistributionView};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::i18n::Lang;
use atlante::scene::Role;

use crate::common::{BUNDLE, TODAY, atlas, awkward, january};
use crate::page::{group, paths};

const CORSICO: &str = "50089";
/// The lowest, the quartiles and the highest of the 193 Comuni.
const ALL: [f64; 5] =
    [96.879_432_624_113_5, 144.140_625, 173.647_604_327_666, 195.989_974_937_343, 344.444_444_444_444];
/// The upper end and the count of each bar.
const BARS: [(f64, usize); 14] = [
    (100.0, 2),
    (120.0, 12),
    (140.0, 31),
    (160.0, 26),
    (180.0, 39),
    (200.0, 42),
    (220.0, 21),
    (240.0, 13),
    (260.0, 2),
    (280.0, 1),
    (300.0, 1),
    (320.0, 2),
    (340.0, 0),
    (360.0, 1),
];
const TOLD: [&str; 5] = [
    "«Indice di vecchiaia» al 1/1/2023 (stima), 193 Comuni con un valore: il più basso è 96,9 (Carpiano), il più alto 344,4 (Cornovecchio).",
    "La metà centrale sta tra 144,1 e 196,0; la mediana è 173,6.",
    "Il valore dell'ATS è 178,8: sopra 87, sotto 106.",
    "L'Ambito con i Comuni più diversi tra loro è Lodi: da 101,2 a 344,4.",
    "Territori scelti con un valore: 6. Sopra la mediana di tutti (173,6) 3, sotto 3.",
];

fn spec(selected: &[&str]) -> DistributionSpec {
    let selected = selected.iter().map(|code| Code::from(*code)).collect();
    DistributionSpec { selected, ..DistributionSpec::new("indice_vecchiaia", january(2023)) }
}

fn model(spec: &DistributionSpec) -> DistributionModel {
    DistributionModel::new(spec, atlas()).expect("a distribution").value
}

fn near(values: &[f64], wanted: &[f64]) {
    assert_eq!(values.len(), wanted.len());
    for (value, wanted) in values.iter().zip(wanted) {
        assert!((value - wanted).abs() < 5e-8 * wanted.abs(), "{value}, not {wanted}");
    }
}

#[test]
fn quartiles_of_all_and_of_an_ambito_are_those_of_numpy() {
    let model = model(&spec(&[CORSICO]));
    let all = model.all.expect("values");
    assert_eq!((all.n, model.selected, model.absent), (193, 6, 0));
    near(&[all.min, all.q1, all.median, all.q3, all.max], &ALL);
    let corsico = model.rows.iter().find(|row| row.code == Code::from(CORSICO)).expect("Corsico");
    let own = corsico.summary.expect("values");
    near(
        &[own.min, own.q1, own.median, own.q3, own.max],
        &[125.531_914_893_617, 143.083_858_41, 168.498_846_69, 196.426_016, 208.171_745_152_354],
    );
    // The value of the Ambito is that of its sums, not the median of its Comuni.
    near(&[corsico.own.expect("a value")], &[180.956_615_638_696]);
    assert!(corsico.is_selected);
    let medians: Vec<f64> = model.rows.iter().map(|row| row.summary.expect("values").median).collect();
    assert!(medians.windows(2).all(|pair| pair[0] >= pair[1]), "{medians:?}");
}

#[test]
fn the_bars_count_every_comune_once_by_the_rule_of_classes() {
    let model = model(&spec(&[CORSICO]));
    assert_eq!(model.bars.iter().map(|bar| bar.count).sum::<usize>(), 193);
    assert_eq!(model.bars.iter().map(|bar| bar.selected).sum::<usize>(), 6);
    let counts: Vec<(f64, usize)> = model.bars.iter().map(|bar| (bar.to, bar.count)).collect();
    assert_eq!(counts, BARS);
}

#[test]
fn it_is_read_described_and_listed() {
    let figure = compose::build(&FigureSpec::of(spec(&[CORSICO]).into()), BUNDLE.sources());
    let figure = figure.expect("a page").value;
    let reading = atlante::figure::reading::figure(&figure.parts, BUNDLE.sources());
    for told in TOLD {
        assert!(reading.contains(told), "{told}\n{reading}");
    }
    let alternative = &figure.scene.description;
    assert!(alternative.contains("Corsico: da 125,5 a 208,2, mediana 168,5 (6 Comuni)."), "{alternative}");
    let (book, facts) =
        registry::table(&Element::from(spec(&[CORSICO])), BUNDLE.sources()).expect("sheets").value;
    assert_eq!((book.sheets[0].rows.len(), book.sheets[1].rows.len()), (193, 18));
    assert_eq!(facts["all"]["n"], serde_json::json!(193));
    for form in DistributionForm::ALL {
        let english = DistributionSpec { lang: Lang::En, form, ..spec(&[CORSICO]) };
        let drawn = registry::build(&english.into(), BUNDLE.sources()).expect("a page").value;
        let reading = drawn.reading(BUNDLE.sources()).join(" ");
        assert!(reading.contains("193 Comuni with a value"), "{reading}");
    }
}

#[test]
fn every_comune_is_a_dot_and_the_pages_fit() {
    let marks = |spec: &DistributionSpec| {
        let made = view::build::<DistributionView>(spec, BUNDLE.sources()).expect("a page").value;
        paths(group(&made.scene, Role::Marks).expect("marks")).len()
    };
    assert_eq!(marks(&spec(&[])), 193 + 17, "the Comuni, and the values of the Ambiti");
    // Of a count the Ambiti have no value among their Comuni, and the scale is logarithmic.
    let counts = DistributionSpec { indicator: "residenti".into(), ..spec(&[]) };
    assert_eq!(marks(&counts), 193);
    assert!(model(&counts).is_logarithmic && model(&counts).ats.is_none());
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (150.0, 110.0), (80.0, 110.0), (60.0, 60.0)] {
        for form in DistributionForm::ALL {
            let mut spec = DistributionSpec { form, ..spec(&[CORSICO]) };
            (spec.page.width.0, spec.page.height.0) = (width, height);
            let made = view::build::<DistributionView>(&spec, BUNDLE.sources());
            assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width} × {height}");
        }
    }
}

#[test]
fn missing_single_and_constant_values_are_drawn_and_said() {
    let bundle = awkward();
    let sources = bundle.sources();
    for (id, count) in [("uno", 1), ("nessuno", 0), ("negativi", 193), ("costante", 193), ("misto", 49)] {
        for form in DistributionForm::ALL {
            let spec = DistributionSpec { form, ..DistributionSpec::new(id, january(2023)) };
            let made = view::build::<DistributionView>(&spec, sources).expect("a page");
            assert_eq!(made.value.model.dots.len(), count, "{id}");
            let warned = made.remarks.iter().any(|remark| remark.code() == "absent_values");
            assert_eq!(warned, count < 193, "{id}");
        }
    }
    let atlas = TODAY.sources().atlas;
    let date = atlas.dates(atlas.indicator("fragilita_decile").expect("known"))[0];
    let steps = DistributionSpec::new("fragilita_decile", date);
    assert!(matches!(DistributionModel::new(&steps, atlas), Err(FigureError::NotAllowed(_))));
    let unknown = spec(&["999999"]);
    assert!(matches!(DistributionModel::new(&unknown, atlas), Err(FigureError::UnknownTerritory(_))));
}
