//! The heat table: its numbers, its texts, its pages and its bad cases. Numbers are those of `tests/reference/small_views.py` (pandas,
//! scipy and scikit-learn on `sample_data/popolazione_eta.csv`).

use atlante::base::Level;
use atlante::document::{Element, FigureSpec, HeatTableSpec, IndicatorAt, SpineSpec};
use atlante::figure::heat_table::{HeatTableModel, HeatTableView};
use atlante::figure::{FigureError, compose, registry, view};
use atlante::i18n::Lang;

use crate::common::{BUNDLE, TODAY, atlas, awkward, january};

const FOUR: [&str; 4] = ["indice_vecchiaia", "quota_0_14", "rapporto_mascolinita", "carico_figli"];

fn spec(ids: &[&str], level: Level) -> HeatTableSpec {
    let at = |id: &&str| IndicatorAt { indicator: (*id).into(), date: january(2023) };
    HeatTableSpec::new(ids.iter().map(at).collect(), level)
}

#[test]
fn means_deviations_groups_and_order_are_those_of_scipy() {
    let made = HeatTableModel::new(&spec(&FOUR, Level::Ambiti), atlas()).expect("a table").value;
    let means =
        [173.468_886_112_385_66, 13.257_668_152_777_093, 96.172_116_734_436_29, 18.764_433_065_606_92];
    let sds =
        [14.788_837_464_285_548, 0.523_384_596_937_051, 1.695_486_762_555_378_7, 0.713_892_824_718_196_9];
    for ((column, mean), sd) in made.columns.iter().zip(means).zip(sds) {
        let [own_mean, own_sd] = column.measure.expect("a measure");
        assert!((own_mean - mean).abs() < 1e-9 && (own_sd - sd).abs() < 1e-9, "{column:?}");
    }
    let (row, column, z) = made.farthest().expect("a cell");
    assert_eq!((made.rows[row].code.as_str(), column), ("50015", 2));
    assert!((z - 2.426_956_760_948_279_6).abs() < 1e-9, "{z}");
    // The silhouette is best for four.
    let groups = made.groups.expect("groups");
    assert_eq!(groups.sizes, [7, 7, 2, 1]);
    assert!((groups.silhouette - 0.477_494_559_913_756_1).abs() < 1e-9, "{}", groups.silhouette);
    let codes: Vec<&str> = made.rows.iter().map(|row| row.code.as_str()).collect();
    let expected = [
        "50069", "50046", "50007", "50089", "50094", "50096", "50095", "50066", "50032", "50042", "50083",
        "50044", "50061", "50041", "50015", "50056", "50052",
    ];
    assert_eq!(codes, expected);
    let two = HeatTableSpec { k: Some(2), ..spec(&FOUR, Level::Ambiti) };
    let two = HeatTableModel::new(&two, atlas()).expect("a table").value.groups.expect("groups");
    assert_eq!(two.sizes, [10, 7]);
    assert!((two.silhouette - 0.425_687_348_694_481_77).abs() < 1e-9);
}

/// Rows of a group stand together, whatever the number of groups.
#[test]
fn no_group_is_in_two_places() {
    let usual = SpineSpec::usual(TODAY.sources().atlas);
    for k in 2..=8 {
        let spec = HeatTableSpec { k: Some(k), ..HeatTableSpec::new(usual.clone(), Level::Comuni) };
        let made = HeatTableModel::new(&spec, TODAY.sources().atlas).expect("a table").value;
        let mut runs: Vec<Option<usize>> = made.rows.iter().map(|row| row.group).collect();
        runs.dedup();
        let groups = made.groups.expect("groups").sizes.len();
        let outside = usize::from(made.rows.iter().any(|row| row.group.is_none()));
        assert_eq!((groups, runs.len()), (k, k + outside));
    }
}

#[test]
fn it_is_read_described_and_listed_and_every_row_is_on_one_page() {
    let usual = SpineSpec::usual(TODAY.sources().atlas);
    for lang in [Lang::It, Lang::En] {
        let spec = HeatTableSpec { lang, ..HeatTableSpec::new(usual.clone(), Level::Ambiti) };
        let figure =
            compose::build(&FigureSpec::of(spec.clone().into()), TODAY.sources()).expect("a page").value;
        let reading = atlante::figure::reading::figure(&figure.parts, TODAY.sources());
        let told = if lang == Lang::It {
            "Gruppi di territori simili: "
        } else {
            "Groups of territories that are alike: "
        };
        assert!(reading.contains(told), "{reading}");
        let (book, facts) = registry::table(&Element::from(spec), TODAY.sources()).expect("sheets").value;
        assert_eq!(book.sheets[0].rows.len(), 17);
        assert_eq!(facts["order"], "ward");
    }
    let comuni = HeatTableSpec::new(usual, Level::Comuni);
    let first = view::build::<HeatTableView>(&comuni, TODAY.sources()).expect("a page").value;
    assert!(first.layout.of > 1, "193 rows do not fit on a page of A4");
    let mut seen = 0;
    for part in 1..=first.layout.of {
        let page = HeatTableSpec { part, ..comuni.clone() };
        let page = view::build::<HeatTableView>(&page, TODAY.sources()).expect("a page").value;
        assert_eq!(page.layout.rows.start, seen);
        seen = page.layout.rows.end;
    }
    assert_eq!(seen, 193);
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (150.0, 110.0), (60.0, 60.0)] {
        let mut spec = comuni.clone();
        (spec.page.width.0, spec.page.height.0) = (width, height);
        let made = view::build::<HeatTableView>(&spec, TODAY.sources());
        assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width} × {height}");
    }
}

#[test]
fn constant_and_missing_columns_have_no_colour_and_are_said() {
    let bundle = awkward();
    let sources = bundle.sources();
    let all = ["costante", "nessuno", "negativi", "misto", "indice_vecchiaia"];
    let made = HeatTableModel::new(&spec(&all, Level::Comuni), sources.atlas).expect("a table");
    let codes: Vec<&str> = made.remarks.iter().map(|remark| remark.code()).collect();
    assert!(codes.contains(&"constant_rows") && codes.contains(&"absent_values"), "{codes:?}");
    assert!(made.value.columns[0].measure.is_none() && made.value.columns[1].measure.is_none());
    // Five constant columns, and none at all: a table without colours, and a sentence.
    let five = spec(&["costante"; 5], Level::Comuni);
    let made = view::build::<HeatTableView>(&five, sources).expect("a page");
    assert!(made.remarks.iter().any(|remark| remark.code() == "no_groups"));
    assert!(view::build::<HeatTableView>(&spec(&[], Level::Comuni), BUNDLE.sources()).is_ok());
    // A single row has no deviations.
    assert!(view::build::<HeatTableView>(&spec(&FOUR, Level::Ats), BUNDLE.sources()).is_ok());
}
