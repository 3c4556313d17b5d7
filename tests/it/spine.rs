//! The profile, or spine chart: its numbers, its texts, its pages and its bad cases. Numbers are those of
//! `tests/reference/spine.py` (pandas and `numpy.percentile`) unless another source is beside them.

use atlante::base::{Code, Level};
use atlante::document::{Element, FigureSpec, IndicatorAt, SpinePeers, SpineSpec};
use atlante::figure::map::kinds::change::Direction;
use atlante::figure::spine::{Before, SpineModel, SpineRow, SpineView, Verdict};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::i18n::Lang;

use crate::common::{BUNDLE, TODAY, atlas, awkward, january};

const CORSICO: &str = "50089";

fn one(indicator: &str, year: i16) -> IndicatorAt {
    IndicatorAt { indicator: indicator.into(), date: january(year) }
}

fn spec(selected: &[&str], indicators: Vec<IndicatorAt>) -> SpineSpec {
    let selected = selected.iter().map(|code| Code::from(*code)).collect();
    SpineSpec { selected, ..SpineSpec::new(indicators) }
}

fn row(spec: &SpineSpec) -> SpineRow {
    SpineModel::new(spec, atlas()).expect("a profile").value.rows.remove(0)
}

fn near(values: &[f64], wanted: &[f64]) {
    assert_eq!(values.len(), wanted.len());
    for (value, wanted) in values.iter().zip(wanted) {
        assert!((value - wanted).abs() < 5e-8 * wanted.abs(), "{value}, not {wanted}");
    }
}

fn spread(row: &SpineRow) -> [f64; 5] {
    let (peers, [q1, median, q3]) = (row.peers.expect("peers"), row.quartiles().expect("quartiles"));
    [peers.min, q1, median, q3, peers.max]
}

#[test]
fn quartiles_are_those_of_numpy_and_in_their_order() {
    let ageing = row(&spec(&[CORSICO], vec![one("indice_vecchiaia", 2023)]));
    near(&spread(&ageing), &[146.543_110_39, 161.125_847_33, 171.252_506_95, 186.233_089_13, 198.110_367_89]);
    near(
        &[ageing.known().expect("a value"), ageing.ats.expect("the ATS")],
        &[180.956_615_64, 178.848_875_79],
    );
    let place = ageing.place.expect("a place");
    assert_eq!((place.place, place.of), (7, 17));
    let Before::Moved(date, moved) = &ageing.before else { panic!("{:?}", ageing.before) };
    assert_eq!((*date, moved.direction()), (january(2022), Direction::Up));
    near(&[moved.before], &[174.658_639_52]);
    // A description is neither good nor bad.
    assert_eq!(ageing.verdict, Verdict::Neither);
}

#[test]
fn a_comune_is_seen_among_those_of_its_ambito_or_among_all() {
    let near_by = spec(&["015093"], vec![one("indice_vecchiaia", 2023)]);
    let ageing = row(&near_by);
    near(
        &spread(&ageing),
        &[125.531_914_893_617, 143.083_858_41, 168.498_846_69, 196.426_016, 208.171_745_152_354],
    );
    let place = ageing.place.expect("a place");
    assert_eq!((place.place, place.of), (2, 6));
    let all = SpineSpec { peers: SpinePeers::Level, ..near_by };
    assert_eq!(row(&all).place.expect("a place").of, 193);
    // Milano is the only Comune of its Ambito.
    let milano = SpineModel::new(&spec(&["015146"], vec![one("indice_vecchiaia", 2023)]), atlas());
    let milano = milano.expect("a profile");
    assert_eq!((milano.value.count, milano.value.level), (193, Level::Comuni));
    assert_eq!(milano.remarks.first().map(|remark| remark.code()), Some("only_comune"));
}

/// Unemployment is declared to be worse where it is higher: the census gives 2022 for Comuni and Ambiti.
#[test]
fn better_and_worse_are_said_only_where_they_are_declared() {
    let atlas = TODAY.sources().atlas;
    let usual = SpineSpec::usual(atlas);
    for ambito in atlas.territories.units(Level::Ambiti) {
        let model = SpineModel::new(&spec(&[ambito.code.as_str()], usual.clone()), atlas);
        for row in model.expect("a profile").value.rows {
            let polarity = atlas.indicator(&row.indicator).expect("known").polarity;
            let (Some(value), Some(ats)) = (row.known(), row.ats) else { continue };
            let wanted = match polarity {
                atlante::data::Polarity::HigherIsBetter if value > ats => Verdict::Better,
                atlante::data::Polarity::HigherIsBetter if value < ats => Verdict::Worse,
                atlante::data::Polarity::HigherIsWorse if value > ats => Verdict::Worse,
                atlante::data::Polarity::HigherIsWorse if value < ats => Verdict::Better,
                _ => Verdict::Neither,
            };
            assert_eq!(row.verdict, wanted, "{} of {}", row.indicator, ambito.name);
        }
    }
}

#[test]
fn it_is_read_described_and_listed() {
    let asked = spec(&[CORSICO], vec![one("indice_vecchiaia", 2023), one("quota_0_14", 2023)]);
    let figure = compose::build(&FigureSpec::of(asked.clone().into()), BUNDLE.sources());
    let figure = figure.expect("a page").value;
    let alternative = &figure.scene.description;
    assert!(
        alternative.contains("Indice di vecchiaia (1/1/2023): 181,0; ATS 178,8; minimo 146,5, mediana 171,3, massimo 198,1; 7° su 17; in aumento (1/1/2022: 174,7, ora 181,0)."),
        "{alternative}"
    );
    let reading = atlante::figure::reading::figure(&figure.parts, BUNDLE.sources());
    assert!(
        reading.contains("Indicatori con un valore: 2. Tra i 17 Ambiti, l'Ambito di Corsico è sopra il terzo quartile in 0, sotto il primo in 0, in mezzo in 2."),
        "{reading}"
    );
    let (book, facts) = registry::table(&Element::from(asked), BUNDLE.sources()).expect("sheets").value;
    assert_eq!(book.sheets[0].rows.len(), 2);
    assert_eq!(facts["rows"][0]["place"], serde_json::json!(7));
    let english = SpineSpec { lang: Lang::En, ..spec(&["015093"], vec![one("indice_vecchiaia", 2023)]) };
    let drawn = registry::build(&english.into(), BUNDLE.sources()).expect("a page").value;
    let reading = drawn.reading(BUNDLE.sources()).join(" ");
    assert!(
        reading.contains("above the third quartile of the 6 Comuni of the Ambito of Corsico"),
        "{reading}"
    );
}

/// Forty rows, five of them the same everywhere, three without any value: drawn on several pages, each with its head.
#[test]
fn many_constant_and_missing_rows_are_drawn_over_several_pages() {
    let bundle = awkward();
    let sources = bundle.sources();
    let ageing = sources.atlas.indicator("indice_vecchiaia").expect("known");
    let date = sources.atlas.dates(ageing)[1];
    let at = |id: &str| IndicatorAt { indicator: id.into(), date };
    let mut rows: Vec<IndicatorAt> = Vec::new();
    rows.extend((0..32).map(|_| at("indice_vecchiaia")));
    rows.extend((0..5).map(|_| one("costante", 2023)));
    rows.extend((0..3).map(|_| one("nessuno", 2023)));
    let spec = spec(&["015093"], rows);
    let made = SpineModel::new(&spec, sources.atlas).expect("a profile");
    assert_eq!(made.value.rows.iter().filter(|row| row.is_constant()).count(), 5);
    let codes: Vec<_> = made.remarks.iter().map(|remark| remark.code()).collect();
    assert!(codes.contains(&"constant_rows") && codes.contains(&"absent_values"), "{codes:?}");
    let mut seen = Vec::new();
    let first = view::build::<SpineView>(&spec, sources).expect("a page").value;
    assert!(first.layout.of > 1, "{:?}", first.layout);
    for part in 1..=first.layout.of {
        let page = view::build::<SpineView>(&SpineSpec { part, ..spec.clone() }, sources).expect("a page");
        assert!(page.remarks.iter().any(|remark| remark.code() == "rows_left_out"));
        assert!(
            format!("{:?}", page.value.scene.nodes).contains("\"Indicatore\""),
            "the head of page {part}"
        );
        seen.extend(page.value.layout.rows);
    }
    assert_eq!(seen, (0..40).collect::<Vec<_>>());
    let nothing = self::spec(&[CORSICO], vec![one("nessuno", 2023)]);
    let made = view::build::<SpineView>(&nothing, sources).expect("a page");
    assert!(made.remarks.iter().any(|remark| remark.code() == "no_values"));
    let empty = self::spec(&[], Vec::new());
    assert!(view::build::<SpineView>(&empty, sources).is_ok());
}

#[test]
fn small_pages_drop_columns_before_rows_and_steps_are_refused() {
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (150.0, 110.0), (80.0, 110.0)] {
        let mut spec = spec(&[CORSICO], SpineSpec::usual(atlas()));
        (spec.page.width.0, spec.page.height.0) = (width, height);
        let made = view::build::<SpineView>(&spec, BUNDLE.sources());
        assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width} × {height}");
    }
    let atlas = TODAY.sources().atlas;
    let date = atlas.dates(atlas.indicator("fragilita_decile").expect("known"))[0];
    let steps = spec(&[], vec![IndicatorAt { indicator: "fragilita_decile".into(), date }]);
    assert!(matches!(SpineModel::new(&steps, atlas), Err(FigureError::NotAllowed(_))));
}
