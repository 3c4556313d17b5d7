//! Folders with the user's own data: marks for missing values and how they propagate, what a folder adds, and errors
//! that name the file and the row.

use atlante::base::Level;
use atlante::data::{Absence, Method, Value};
use atlante::i18n::Lang;
use atlante::io::{Bundle, LoadError};

use crate::common::{Folder, LIST, atlas, january, present, table_of, value};

const INDICATORS: &str = r#"
[[theme]]
id = "prova"
name = { it = "Prova", en = "Trial" }

[[indicator]]
id = "prova_casi"
name = { it = "Casi", en = "Cases" }
short = { it = "Casi", en = "Cases" }
theme = "prova"
unit = { it = "casi", en = "cases" }
suffix = ""
numerator = ["casi"]
multiplier = 1
decimals = 0
polarity = "higher_is_worse"
kind = "count"
definition = { it = "Casi.", en = "Cases." }
source = { it = "nessuna", en = "none" }
licence = "CC0"

[[indicator]]
id = "prova_tasso"
name = { it = "Tasso", en = "Rate" }
short = { it = "Tasso", en = "Rate" }
theme = "prova"
unit = { it = "casi ogni 100", en = "cases per 100" }
suffix = ""
numerator = ["casi"]
denominator = ["base"]
multiplier = 100
decimals = 1
polarity = "higher_is_worse"
kind = "ratio"
definition = { it = "Casi su base.", en = "Cases over base." }
source = { it = "nessuna", en = "none" }
licence = "CC0"
"#;

/// The six Comuni of the Ambito di Corsico: Assago, Buccinasco, Cesano Boscone, Corsico, Cusago, Trezzano.
const CORSICO: [&str; 6] = ["015011", "015036", "015074", "015093", "015097", "015220"];
/// The Ambito.
const AMBITO: &str = "50089";

fn load(folder: &Folder) -> Result<Bundle, LoadError> {
    Bundle::load(Some(folder.path()))
}

/// A folder with one row for each Comune of Corsico: cases and base.
fn folder(rows: [(&str, &str); 6]) -> Folder {
    let mut csv = String::from("code,date,casi,base\n");
    for (code, (cases, base)) in CORSICO.iter().zip(rows) {
        csv.push_str(&format!("{code},2023-01-01,{cases},{base}\n"));
    }
    Folder::new().with("datasets.toml", LIST).with("indicators.toml", INDICATORS).with("prova.csv", csv)
}

/// Value of the Ambito di Corsico.
fn ambito(bundle: &Bundle, indicator: &str, method: Method) -> Value {
    value(&table_of(&bundle.atlas, indicator, january(2023), Level::Ambiti, method), AMBITO)
}

/// The error of loading a folder with this table.
fn refusal(csv: &str) -> String {
    let folder = Folder::new().with("datasets.toml", LIST).with("prova.csv", csv);
    load(&folder).expect_err("the table is not valid").to_string()
}

#[test]
fn every_mark_of_absence_has_its_own_reason() {
    let folder = folder([("c", "1"), ("z", "1"), (":", "1"), ("", "1"), ("0", "1"), (" c ", "1")]);
    let bundle = load(&folder).expect("a valid folder");
    let table = table_of(&bundle.atlas, "prova_casi", january(2023), Level::Comuni, Method::Pooled);
    let values = CORSICO.map(|code| value(&table, code));
    let expected = [
        Err(Absence::Suppressed),
        Err(Absence::NotApplicable),
        Err(Absence::Missing),
        Err(Absence::Missing),
        Ok(0.0),
        Err(Absence::Suppressed),
    ];
    assert_eq!(values, expected);
    // A Comune without a row.
    assert_eq!(value(&table, "015146"), Err(Absence::Missing));
}

#[test]
fn one_absent_member_makes_the_pooled_value_absent_and_the_gravest_reason_wins() {
    let of = |first: &str, second: &str| {
        let folder = folder([(first, "9"), (second, "9"), ("1", "9"), ("1", "9"), ("1", "9"), ("1", "9")]);
        ambito(&load(&folder).expect("a valid folder"), "prova_tasso", Method::Pooled)
    };
    assert_eq!(of("c", ""), Err(Absence::Suppressed));
    assert_eq!(of("", "c"), Err(Absence::Suppressed));
    assert_eq!(of(":", "z"), Err(Absence::Missing));
    assert_eq!(of("z", "1"), Err(Absence::NotApplicable));
    assert_eq!(of("0", "0"), Ok(100.0 * 4.0 / 54.0));
}

#[test]
fn an_absent_denominator_counts_as_much_as_an_absent_numerator() {
    let folder = folder([("", "c"), ("1", "9"), ("1", "9"), ("1", "9"), ("1", "9"), ("1", "9")]);
    let bundle = load(&folder).expect("a valid folder");
    assert_eq!(ambito(&bundle, "prova_tasso", Method::Pooled), Err(Absence::Suppressed));
    let comuni = table_of(&bundle.atlas, "prova_tasso", january(2023), Level::Comuni, Method::Pooled);
    assert_eq!(value(&comuni, CORSICO[0]), Err(Absence::Suppressed));
}

#[test]
fn a_rate_over_nobody_is_not_applicable_and_the_mean_goes_without_it() {
    let folder = folder([("0", "0"), ("1", "10"), ("2", "10"), ("3", "10"), ("4", "10"), ("5", "10")]);
    let bundle = load(&folder).expect("a valid folder");
    let comuni = table_of(&bundle.atlas, "prova_tasso", january(2023), Level::Comuni, Method::Pooled);
    assert_eq!(value(&comuni, CORSICO[0]), Err(Absence::NotApplicable));
    assert_eq!(ambito(&bundle, "prova_tasso", Method::Pooled), Ok(30.0));
    assert_eq!(ambito(&bundle, "prova_tasso", Method::Mean), Ok(30.0));
    assert_eq!(ambito(&bundle, "prova_tasso", Method::Min), Ok(10.0));
    assert_eq!(ambito(&bundle, "prova_tasso", Method::Max), Ok(50.0));
}

#[test]
fn a_missing_member_makes_mean_min_and_max_missing() {
    let folder = folder([("", "9"), ("1", "9"), ("1", "9"), ("1", "9"), ("1", "9"), ("1", "9")]);
    let bundle = load(&folder).expect("a valid folder");
    for method in Method::ALL {
        assert_eq!(ambito(&bundle, "prova_tasso", method), Err(Absence::Missing), "{method:?}");
    }
}

#[test]
fn a_folder_adds_to_what_is_embedded() {
    let folder = folder([("1", "2"); 6]);
    let bundle = load(&folder).expect("a valid folder");
    assert_eq!(bundle.atlas.datasets.len(), atlas().datasets.len() + 1);
    assert_eq!(bundle.atlas.catalogue.indicators().len(), atlas().catalogue.indicators().len() + 2);
    assert!(bundle.atlas.catalogue.themes().iter().any(|t| t.id == "prova"));
    let table = table_of(&bundle.atlas, "prova_tasso", january(2023), Level::Ambiti, Method::Pooled);
    assert_eq!(value(&table, AMBITO), Ok(50.0));
    assert_eq!(table.datasets, ["prova"]);
    assert!(bundle.atlas.indicator("indice_vecchiaia").is_ok());
}

#[test]
fn a_folder_without_indicators_is_enough() {
    let folder = Folder::new()
        .with("datasets.toml", LIST)
        .with("prova.csv", "code,date,residenti\n015093,2034-01-01,34000\n");
    let bundle = load(&folder).expect("a valid folder");
    let residents = bundle.atlas.indicator("residenti").expect("embedded");
    assert_eq!(bundle.atlas.dates(residents).last(), Some(&january(2034)));
    let table = table_of(&bundle.atlas, "densita", january(2034), Level::Comuni, Method::Pooled);
    assert!(present(&table, "015093") > 6000.0);
    assert_eq!(value(&table, "015146"), Err(Absence::Missing));
}

#[test]
fn an_indicator_of_a_known_id_replaces_ours() {
    let own = INDICATORS.replace("prova_casi", "residenti");
    let folder = folder([("1", "2"); 6]).with("indicators.toml", own);
    let bundle = load(&folder).expect("a valid folder");
    assert_eq!(bundle.atlas.indicator("residenti").expect("there").name.it, "Casi");
    assert_eq!(ambito(&bundle, "residenti", Method::Pooled), Ok(6.0));
}

#[test]
fn of_two_datasets_with_the_same_variable_the_later_counts() {
    let folder = Folder::new()
        .with("datasets.toml", LIST)
        .with("prova.csv", "code,date,residenti\n015093,2023-01-01,7\n");
    let bundle = load(&folder).expect("a valid folder");
    let table = table_of(&bundle.atlas, "residenti", january(2023), Level::Comuni, Method::Pooled);
    assert_eq!(value(&table, "015093"), Ok(7.0));
    assert_eq!(value(&table, "015146"), Ok(1_358_420.0), "where the later one is silent ours still speaks");
    assert_eq!(table.datasets, ["prova", "residenti"]);
}

#[test]
fn what_a_later_dataset_withholds_an_earlier_one_does_not_tell() {
    let folder = Folder::new()
        .with("datasets.toml", LIST)
        .with("prova.csv", "code,date,residenti\n015093,2023-01-01,c\n");
    let bundle = load(&folder).expect("a valid folder");
    let table = table_of(&bundle.atlas, "residenti", january(2023), Level::Comuni, Method::Pooled);
    assert_eq!(value(&table, "015093"), Err(Absence::Suppressed));
}

#[test]
fn a_table_saved_by_a_spreadsheet_is_read_as_well() {
    let csv = "\u{feff}code,date,casi,base\r\n015093,2023-01-01,1,\"2\"\r\n";
    let folder =
        Folder::new().with("datasets.toml", LIST).with("indicators.toml", INDICATORS).with("prova.csv", csv);
    let bundle = load(&folder).expect("a byte-order mark and CRLF are no fault");
    let table = table_of(&bundle.atlas, "prova_tasso", january(2023), Level::Comuni, Method::Pooled);
    assert_eq!(value(&table, "015093"), Ok(50.0));
}

#[test]
fn codes_keep_their_leading_zeros() {
    for comune in atlas().territories.comuni() {
        assert!(comune.code.as_str().starts_with('0'), "{}", comune.code);
    }
    let message = refusal("code,date,casi,base\n15093,2023-01-01,1,2\n");
    assert!(message.contains("'15093'"), "{message}");
    let published = |id: &str| {
        let bundle = crate::common::edition();
        bundle.published.into_iter().find(|p| p.meta.id == id).expect("a published table").table
    };
    let ambiti = published("ambiti_lombardia");
    assert_eq!(ambiti.height(), 91);
    assert!(ambiti.columns().iter().all(|c| c.str().is_ok()), "every cell stays text");
}

#[test]
fn errors_name_the_file_and_the_row() {
    let cases = [
        ("code,date,casi,base\n015093,2023-01-01,1,2\n999999,2023-01-01,1,2\n", "row 3", "'999999'"),
        ("code,date,casi,base\n015093,2023-01-01,1,2\n015011,1/1/2023,1,2\n", "row 3", "'1/1/2023'"),
        ("code,date,casi,base\n015093,2023-02-30,1,2\n", "row 2", "'2023-02-30'"),
        ("code,date,casi,base\n015093,2023-01-01,1,2\n015093,2023-01-01,1,2\n", "row 3", "'015093'"),
        ("code,date,casi,base\n015011,2023-01-01,1,2\n015093,2023-01-01,n.d.,2\n", "row 3", "'n.d.'"),
        ("code,date,casi,base\n015093,2023-01-01,\"1,5\",2\n", "row 2", "'1,5'"),
        ("code,date,casi,base\n015093,2023-01-01,inf,2\n", "row 2", "'inf'"),
        ("code,date,casi,base\n015093,2023-01-01,NaN,2\n", "row 2", "'NaN'"),
    ];
    for (csv, row, what) in cases {
        let message = refusal(csv);
        for part in ["prova.csv", row, what] {
            assert!(message.contains(part), "'{part}' in: {message}");
        }
    }
    let cell = refusal("code,date,casi,base\n015093,2023-01-01,x,2\n");
    assert!(cell.contains("'casi'"), "the column too: {cell}");
}

#[test]
fn a_table_without_its_columns_is_refused_by_name() {
    for (csv, column) in [("date,casi\n2023-01-01,1\n", "'code'"), ("code,casi\n015093,1\n", "'date'")] {
        let message = refusal(csv);
        assert!(message.contains("prova.csv") && message.contains(column), "{message}");
    }
    for csv in ["", "code,date,casi\n015093,2023-01-01,1,2,3,4\n"] {
        assert!(refusal(csv).contains("prova.csv"), "{csv:?}");
    }
}

#[test]
fn a_list_cannot_reach_outside_its_folder() {
    let outside = Folder::new().with("x.csv", "code,date,casi\n015093,2023-01-01,1\n");
    let absolute = outside.file("x.csv").replace('\\', "/");
    for file in ["../x.csv", "..", ".", "", "sub/x.csv", absolute.as_str()] {
        let folder = Folder::new().with("datasets.toml", LIST.replace("prova.csv", file));
        match load(&folder) {
            Err(LoadError::NotThere { file: named, .. }) => assert_eq!(named, file),
            other => panic!("'{file}': {:?}", other.map(|_| ())),
        }
    }
}

#[test]
fn what_is_not_there_or_not_understood_is_named() {
    let empty = Folder::new();
    let message = load(&empty).expect_err("no list").to_string();
    assert!(message.contains("datasets.toml"), "{message}");

    let no_file = Folder::new().with("datasets.toml", LIST);
    let message = load(&no_file).expect_err("no table").to_string();
    assert!(message.contains("'prova.csv'") && message.contains("datasets.toml"), "{message}");

    let no_toml = Folder::new().with("datasets.toml", "[[dataset\n");
    assert!(load(&no_toml).expect_err("no TOML").to_string().contains("datasets.toml"));

    let term = folder([("1", "2"); 6]).with("indicators.toml", INDICATORS.replace("[\"base\"]", "[\"b a\"]"));
    let refused = load(&term).expect_err("no term");
    for (lang, row) in [(Lang::It, "indicators.toml, riga "), (Lang::En, "indicators.toml, row ")] {
        let message = refused.text(lang);
        assert!(message.contains(row) && message.contains("[\"b a\"]"), "{message}");
    }
}
