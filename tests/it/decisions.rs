//! What rises, falls, stays equal and belongs to a class is decided once, on exact values. The expected counts come
//! from tests/reference/decisions.py, which computes them from the tables of sample_data/ with Python's fractions.

use std::fmt::Write;

use atlante::base::Level;
use atlante::data::{Condition, Method};
use atlante::document::{ClassSpan, Element, MapKind, MapSpec, RankingSpec};
use atlante::figure::check::check;
use atlante::figure::map::MapView;
use atlante::figure::ranking::RankingModel;
use atlante::figure::view::View;
use atlante::figure::{Change, Direction, MapModel, Moved, view};
use atlante::i18n::{self, Lang};
use atlante::io::Bundle;
use atlante::stats::classes::Scheme;

use crate::common::{BUNDLE, Folder, LIST, TODAY, atlas, january, table, today};

fn change_of(indicator: &str) -> MapSpec {
    let mut spec = MapSpec::new(indicator, january(2023));
    spec.set_kind(MapKind::Change { from: january(2022) });
    spec
}

fn counts(change: &Change) -> [usize; 3] {
    Direction::ALL.map(|direction| change.count(direction))
}

fn shown(model: &MapModel) -> &Change {
    model.shown_as().expect("a change")
}

#[test]
fn a_map_its_text_and_its_reading_count_the_same_rises_and_falls() {
    // decisions.py: quota_0_2 69 up, 124 down, 0 equal; disabili_adulti_stima 110, 77 and 6.
    for (indicator, expected) in [("quota_0_2", [69, 124, 0]), ("disabili_adulti_stima", [110, 77, 6])] {
        for lang in Lang::ALL {
            let spec = MapSpec { lang, ..change_of(indicator) };
            let figure = view::build::<MapView>(&spec, BUNDLE.sources()).expect("a map").value;
            assert_eq!(counts(shown(&figure.model)), expected, "{indicator}");
            let output = MapView::reading(&figure.prepared(BUNDLE.sources())).join(" ");
            for count in expected.into_iter().filter(|count| *count > 0) {
                let count = i18n::number(lang, count as f64, 0);
                assert!(
                    figure.scene.description.contains(&format!(" {count}")),
                    "{}",
                    figure.scene.description
                );
                assert!(output.contains(&format!(" {count}")), "{output}");
            }
        }
    }
    // 2.1958… → 2.1578…: both round to 2,2.
    let model = MapModel::new(&change_of("quota_0_2"), BUNDLE.sources()).expect("a model").value;
    assert_eq!(shown(&model).overall.expect("a whole").direction(), Direction::Down);
}

#[test]
fn a_factor_is_applied_once_to_whole_sums() {
    // 0.043 · 42 = 1.806, not 1.8059999999999998 or the rounding errors of 42 additions.
    let values = table("disabili_adulti_stima", january(2023), Level::Ambiti, Method::Pooled);
    let people = table("quota_15_64", january(2023), Level::Ambiti, Method::Pooled);
    for (row, people) in values.rows.iter().zip(&people.rows) {
        let people = people.numerator.expect("people");
        assert_eq!(row.value, Ok(43.0 * people / 1000.0), "{}", row.name);
    }
}

/// Rates with one decimal at two dates, 193 of them, with changes from −0.2 to 0.2.
fn rates() -> Bundle {
    rates_over(400)
}

/// The same over a range of this many tenths: with fewer than there are Comuni, some are equal.
fn rates_over(range: usize) -> Bundle {
    let mut csv = String::from("code,date,tasso\n");
    for (i, comune) in atlas().territories.comuni().iter().enumerate() {
        let before = 25 + (i * 7) % range;
        let now = before + i % 5 - 2;
        for (year, tenths) in [(2022, before), (2023, now)] {
            writeln!(csv, "{},{year}-01-01,{}.{}", comune.code, tenths / 10, tenths % 10).expect("text");
        }
    }
    let indicator = r#"
[[theme]]
id = "prova"
name = { it = "Prova", en = "Trial" }

[[indicator]]
id = "tasso"
name = { it = "Tasso", en = "Rate" }
short = { it = "Tasso", en = "Rate" }
theme = "prova"
unit = { it = "% dei residenti", en = "% of residents" }
suffix = "%"
numerator = ["tasso"]
multiplier = 1
decimals = 1
polarity = "neither"
kind = "share"
adds_up = false
definition = { it = "Prova.", en = "Trial." }
source = { it = "nessuna", en = "none" }
licence = "CC0"
"#;
    let folder =
        Folder::new().with("datasets.toml", LIST).with("prova.csv", csv).with("indicators.toml", indicator);
    Bundle::load(Some(folder.path())).expect("a valid folder")
}

#[test]
fn binary_noise_moves_no_difference_across_an_edge() {
    let bundle = rates();
    let mut spec = change_of("tasso");
    (spec.classes.scheme, spec.classes.manual) = (Some(Scheme::Manual), vec![-0.1, 0.0, 0.1, 0.2]);
    let model = MapModel::new(&spec, bundle.sources()).expect("a model").value;
    // 193 = 5 · 38 + 3: of the remainders 0 to 4, which stand for −0.2 to 0.2, the first three occur 39 times. The
    // first class, closed at −0.1, contains two of them.
    assert_eq!(model.counts, [78, 39, 38, 38]);
    assert_eq!(counts(shown(&model)), [76, 78, 39]);
    let values: Vec<f64> = model.table.present().collect();
    assert!(values.iter().all(|x| [-0.2, -0.1, 0.0, 0.1, 0.2].contains(x)), "{values:?}");
    // The same with classes of equal width, whose edges are computed.
    (spec.classes.scheme, spec.classes.count) = (Some(Scheme::EqualInterval), Some(4));
    assert_eq!(MapModel::new(&spec, bundle.sources()).expect("a model").value.counts, [78, 39, 38, 38]);
}

#[test]
fn exactly_one_of_less_equal_and_more_holds() {
    let count = |text: &str| {
        let condition = Condition::parse(text, atlas(), &[]).expect("understood");
        let found = condition.matching(atlas(), Level::Comuni, january(2023), Method::Pooled);
        found.expect("known indicators").units.len()
    };
    // decisions.py: values rounded half away from zero to the decimals compared.
    for (number, [less, equal, more]) in
        [("2,2", [114, 32, 47]), ("2,20", [129, 5, 59]), ("2", [49, 29, 115]), ("2.2%", [114, 32, 47])]
    {
        let counts = ["<", "=", ">"].map(|sign| count(&format!("quota_0_2 {sign} {number}")));
        assert_eq!(counts, [less, equal, more], "{number}");
        let counts = ["<=", "!=", ">="].map(|sign| count(&format!("quota_0_2 {sign} {number}")));
        assert_eq!(counts, [less + equal, less + more, equal + more], "{number}");
    }
}

#[test]
fn numbers_are_rounded_as_excel_shows_them() {
    // decisions.py: Decimal(repr(x)).quantize(…, ROUND_HALF_UP).
    for (x, decimals, written) in [
        (2.675, 2, "2,68"),
        (0.05, 1, "0,1"),
        (2.5, 0, "3"),
        (-2.25, 1, "\u{2212}2,3"),
        (1234.565, 2, "1.234,57"),
    ] {
        assert_eq!(i18n::number(Lang::It, x, decimals), written);
    }
}

#[test]
fn displayed_values_are_within_displayed_classes() {
    for indicator in ["indice_vecchiaia", "quota_0_2", "densita", "eta_media", "disabili_adulti_stima"] {
        for (level, scheme) in [
            (Level::Comuni, Scheme::FisherJenks),
            (Level::Comuni, Scheme::Quantile),
            (Level::Comuni, Scheme::StdDev),
            (Level::Ambiti, Scheme::Quantile),
            (Level::Asst, Scheme::EqualInterval),
        ] {
            let mut spec = MapSpec { level, ..MapSpec::new(indicator, january(2023)) };
            (spec.classes.scheme, spec.classes.count) = (Some(scheme), Some(5));
            // Over all dates, the ends would be those of other dates too.
            spec.classes.span = ClassSpan::ThisDate;
            let model = MapModel::new(&spec, BUNDLE.sources()).expect("a model").value;
            let (decimals, rounded) = model.rounded.as_ref().expect("classes");
            let round = |x: f64| atlante::base::decimal::rounded(x, *decimals);
            let edges: Vec<f64> =
                std::iter::once(rounded.lower()).chain(rounded.uppers().iter().copied()).map(round).collect();
            for (row, class) in model.table.rows.iter().zip(&model.class_of) {
                let (Ok(value), Ok(class)) = (row.value, class) else { continue };
                let (value, class) = (round(value), *class);
                let above = if class == 0 { edges[0] <= value } else { edges[class] < value };
                assert!(above && value <= edges[class + 1], "{indicator} {scheme:?}: {value} in {edges:?}");
            }
            let values: Vec<f64> = model.table.present().map(round).collect();
            let ends = [f64::min, f64::max].map(|pick| values.iter().copied().reduce(pick).expect("values"));
            assert_eq!(ends, [edges[0], *edges.last().expect("edges")], "{indicator} {scheme:?}");
        }
    }
}

#[test]
fn places_are_shared_by_equal_values() {
    let bundle = rates_over(50);
    let spec = RankingSpec::new("tasso", january(2023), Level::Comuni);
    let model = RankingModel::new(&spec, &bundle.atlas).expect("a ranking").value;
    for row in &model.rows {
        // pandas: Series.rank(ascending=False, method="min").
        let place = 1 + model.rows.iter().filter(|other| other.value > row.value).count();
        let sharing = model.rows.iter().filter(|other| other.value == row.value).count();
        assert_eq!((row.rank, row.tied), (place, sharing > 1), "{}", row.name);
    }
    assert!(model.rows.iter().any(|row| row.tied));
}

#[test]
fn a_rate_that_came_as_it_is_rests_on_no_count_of_people() {
    let bundle = rates();
    let figure = Element::Map(MapSpec::new("tasso", january(2023)));
    let findings = check(&figure, None, &[], bundle.sources()).expect("a map");
    assert!(findings.iter().all(|finding| finding.remark.code() != "small_numbers"), "{findings:?}");
}

#[test]
fn a_difference_is_written_as_that_of_its_ends() {
    // The ATS: 2.1958 and 2.1578, which "2,2, 2,2 and 0,0" would misrepresent.
    let caption = atlas().caption("quota_0_2").expect("a caption");
    assert_eq!(Moved { before: 2.195_843_8, now: 2.157_831_7 }.caption(caption).decimals, 2);
    assert_eq!(Moved { before: 146.76, now: 146.74 }.caption(caption).decimals, 2);
    assert_eq!(Moved { before: 2.2, now: 2.3 }.caption(caption).decimals, 1);
}

/// Shares of taxpayers over 75,000 euro lie so close together over all years that edges between them would need four
/// decimals. Natural breaks of the 3,960 values as written with two (Fisher's sum of squares minimised in numpy) are 1.73,
/// 2.86, 5.22 and 10.21, at whatever date the map is; those of 2022 alone are told apart with no more.
#[test]
fn edges_have_the_decimals_that_the_values_of_their_span_need() {
    let id = "quota_redditi_oltre_75k";
    let atlas = today();
    let indicator = atlas.indicator(id).expect("known");
    let date = *atlas.dates(indicator).iter().find(|date| date.year() == 2022).expect("a date");
    let model = |span| {
        let mut spec = MapSpec::new(id, date);
        spec.classes.span = span;
        MapModel::new(&spec, TODAY.sources()).expect("can be made").value
    };
    let alone = model(ClassSpan::ThisDate).rounded.expect("classes");
    let model = model(ClassSpan::AllDates);
    let (decimals, intervals) = model.rounded.as_ref().expect("classes");
    assert_eq!((*decimals, &intervals.uppers()[..4]), (2, &[1.73, 2.86, 5.22, 10.21][..]));
    assert!(alone.0 <= 2 && alone.1 != *intervals, "{alone:?}");
    for (row, class) in model.table.rows.iter().zip(&model.class_of) {
        let (Ok(value), Ok(class)) = (row.value, class) else { continue };
        assert_eq!(
            intervals.class_of(atlante::base::decimal::rounded(value, 2)),
            Some(*class),
            "{}",
            row.name
        );
    }
}
