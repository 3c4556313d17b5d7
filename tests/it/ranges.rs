//! The range of the members of groups at several dates, and of Ambiti instead of Comuni. Numbers are those of
//! `tests/reference/ranges.py` (pandas on `sample_data/popolazione_eta.csv`).

use atlante::base::{Code, Level};
use atlante::document::{Element, RankingSpec};
use atlante::figure::ranking::{MemberRange, RankingModel, RankingView};
use atlante::figure::{FigureError, registry, view};
use atlante::scene::Cell;

use crate::cli::Cli;
use crate::common::{BUNDLE, Folder, atlas, january};

const CORSICO: &str = "50089";

fn spec(level: Level) -> RankingSpec {
    RankingSpec {
        range: true,
        range_dates: vec![january(2022)],
        ..RankingSpec::new("indice_vecchiaia", january(2023), level)
    }
}

fn range(model: &RankingModel, code: &str, at: usize) -> MemberRange {
    let row = model.rows.iter().find(|row| row.code == Code::from(code)).expect("a row");
    row.years[at].range.expect("a range")
}

fn near(range: MemberRange, wanted: [f64; 3]) {
    for (value, wanted) in [range.min, range.mean, range.max].into_iter().zip(wanted) {
        assert!((value - wanted).abs() < 1e-9, "{value}, not {wanted}");
    }
}

#[test]
fn ranges_of_two_years_are_those_of_pandas() {
    let model = RankingModel::new(&spec(Level::Ambiti), atlas()).expect("a ranking").value;
    assert_eq!(model.dates, [january(2022), january(2023)]);
    near(range(&model, CORSICO, 0), [119.207_317_073_170_73, 161.972_857_843_027_64, 201.899_313_501_144_18]);
    near(range(&model, CORSICO, 1), [125.531_914_893_617_03, 168.508_103_585_551_65, 208.171_745_152_354_56]);
    let corsico = model.rows.iter().find(|row| row.code == Code::from(CORSICO)).expect("Corsico");
    assert!((corsico.years[0].value.expect("a value") - 174.658_639_523_336_63).abs() < 1e-9);
    // The order is that of the later date.
    assert!(model.rows.is_sorted_by(|a, b| a.value >= b.value));
}

#[test]
fn the_members_of_an_asst_may_be_its_ambiti() {
    let of_ambiti = RankingSpec { range_of: Level::Ambiti, ..spec(Level::Asst) };
    let model = RankingModel::new(&of_ambiti, atlas()).expect("a ranking").value;
    near(range(&model, "705", 0), [157.696_289_905_090_6, 169.194_756_331_947_8, 183.251_394_963_052_32]);
    near(range(&model, "708", 1), [146.543_110_394_842_87, 159.590_537_166_805_5, 171.233_872_433_218_24]);
    // The ASST of Lodi has a single Ambito.
    near(range(&model, "709", 1), [171.252_506_954_777_77; 3]);
    let drawn = view::build::<RankingView>(&of_ambiti, BUNDLE.sources()).expect("a page").value;
    let text = format!("{:?}", drawn.scene.nodes);
    assert!(text.contains("dal minimo al massimo degli Ambiti") && !text.contains("massimo dei Comuni"));
}

#[test]
fn every_date_is_drawn_told_and_listed() {
    let spec = RankingSpec { selected: vec![Code::from(CORSICO)], ..spec(Level::Ambiti) };
    let drawn = registry::build(&Element::from(spec.clone()), BUNDLE.sources()).expect("a page").value;
    let words = drawn.words();
    assert!(
        words.subtitle.contains("al 1/1/2022 e al 1/1/2023, dal valore più alto al 1/1/2023"),
        "{}",
        words.subtitle
    );
    let (book, facts) =
        registry::table(&Element::from(spec.clone()), BUNDLE.sources()).expect("sheets").value;
    assert_eq!((book.sheets[1].rows.len(), &book.sheets[1].head[2]), (34, &"Data".to_owned()));
    assert_eq!(book.sheets[1].rows[0][2], Cell::text("1/1/2022"));
    assert_eq!(facts["rows"][0]["years"].as_array().map(Vec::len), Some(2));
    let on_page = view::build::<RankingView>(&spec, BUNDLE.sources()).expect("a page").value;
    let described = &on_page.scene.description;
    assert!(described.contains("Corsico (1/1/2022): minimo dei Comuni 119,2"), "{described}");
    let nodes = format!("{:?}", on_page.scene.nodes);
    assert!(nodes.contains("\"2022\"") && nodes.contains("\"2023\""));
}

#[test]
fn one_date_is_written_as_before_and_awkward_asks_are_answered() {
    let one = RankingSpec { range_dates: Vec::new(), ..spec(Level::Ambiti) };
    let text = serde_json::to_string(&one).expect("JSON");
    assert!(!text.contains("range_dates") && !text.contains("range_of"), "{text}");
    assert_eq!(serde_json::from_str::<RankingSpec>(&text).expect("a spec"), one);
    assert!(RankingModel::new(&one, atlas()).expect("a ranking").value.dates.is_empty());
    let twice = RankingSpec { range_dates: vec![january(2023); 3], ..spec(Level::Ambiti) };
    assert!(RankingModel::new(&twice, atlas()).expect("a ranking").value.dates.is_empty());
    let unknown = RankingSpec { range_dates: vec![january(1950)], ..spec(Level::Ambiti) };
    assert!(matches!(RankingModel::new(&unknown, atlas()), Err(FigureError::Atlas(_))));
    for (width, height) in [(297.0, 210.0), (80.0, 110.0), (160.0, 60.0)] {
        let mut spec = spec(Level::Ambiti);
        (spec.page.width.0, spec.page.height.0) = (width, height);
        let made = view::build::<RankingView>(&spec, BUNDLE.sources());
        assert!(made.is_ok() || matches!(made, Err(FigureError::NoRoom)), "{width}");
    }
}

#[test]
fn the_command_takes_years_and_members() {
    let folder = Folder::new();
    let file = folder.file("range.svg");
    let line = "figure ranking --indicator indice_vecchiaia --year 2023 --level asst --range";
    let json = Cli::line(&format!("{line} --range-years 2022 --range-of ambiti --json -o {file}")).json();
    assert_eq!(json["rows"][0]["years"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["range_of"], "ambiti");
}
