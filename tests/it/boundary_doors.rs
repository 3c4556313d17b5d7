//! Boundaries as offices have them — names without codes, latitude first, Ambiti, a Comune short — say the same through every
//! door: `check`, `import` and `--boundaries`. All files are generated here: a square for each Comune, in a grid.

use std::path::Path;

use serde_json::{Value, json};

use atlante::base::Level;
use atlante::i18n::Lang;
use atlante::io::custom_territory::{CustomTerritorySpec, read};
use atlante::io::import::{CheckedContent, Importer, Severity};

use crate::cli::Cli;
use crate::common::{Folder, atlas};

/// A square for each Comune, with the attributes that this gives for its position.
fn squares(attributes: impl Fn(usize) -> Option<Value>) -> Value {
    let comuni = atlas().territories.comuni().len();
    let features: Vec<Value> = (0..comuni)
        .filter_map(|i| {
            let (x, y) = (9.0 + 0.02 * (i % 14) as f64, 45.1 + 0.02 * (i / 14) as f64);
            let ring = [(x, y), (x + 0.02, y), (x + 0.02, y + 0.02), (x, y + 0.02), (x, y)];
            let ring: Vec<[f64; 2]> = ring.iter().map(|(x, y)| [*x, *y]).collect();
            let shape = json!({ "type": "Polygon", "coordinates": [ring] });
            Some(json!({ "type": "Feature", "properties": attributes(i)?, "geometry": shape }))
        })
        .collect();
    json!({ "type": "FeatureCollection", "features": features })
}

fn code(i: usize) -> &'static str {
    atlas().territories.comuni()[i].code.as_str()
}

fn name(i: usize) -> &'static str {
    &atlas().territories.comuni()[i].name
}

/// What `check` and `--boundaries` tell of a file: code and sentence of each finding; how many of our Comuni `check` found.
fn told(folder: &Folder, file: &str) -> (Vec<(String, String)>, usize) {
    let path = folder.file(file);
    let checked = Importer::new(&atlas().territories).check(Path::new(&path)).expect("boundaries");
    let CheckedContent::Boundaries { comuni, .. } = &checked[0].content else { panic!("a table") };
    let open: Vec<_> =
        checked[0].findings.iter().filter(|finding| finding.severity != Severity::Choice).collect();
    let found = read(Path::new(&path), &CustomTerritorySpec::default()).expect("a territory");
    let words = |finding: &atlante::io::import::Finding| (finding.code().to_owned(), finding.text(Lang::It));
    let here: Vec<_> = open.into_iter().map(words).collect();
    let there: Vec<_> = found.findings.iter().map(words).collect();
    assert_eq!(here, there, "{file}: check and --boundaries");
    (here, *comuni)
}

fn import(folder: &Folder, file: &str) -> Cli {
    Cli::new(&["import", &folder.file(file), "--into", &folder.file(&format!("{file}.atlante"))])
}

/// The residents of all 193 Comuni at 1/1/2023 (`sample_data/residenti.csv`, summed with pandas).
const ATS: &str = ",3456142,ok,";

/// The residents of the whole territory at 1/1/2023 on these boundaries.
fn residents(folder: &Folder, file: &str) -> String {
    let line = "values --indicator residenti --level ats --year 2023";
    Cli::new(&["--boundaries", &folder.file(file)]).with(&line.split(' ').collect::<Vec<_>>()).both().0
}

fn with(file: &str, shapes: &Value) -> Folder {
    Folder::new().with(file, shapes.to_string())
}

#[test]
fn names_without_codes_are_enough() {
    let folder = with("nomi.geojson", &squares(|i| Some(json!({ "COMUNE": name(i), "AREA": 4.0 }))));
    let (findings, comuni) = told(&folder, "nomi.geojson");
    assert_eq!((findings[0].0.as_str(), findings.len(), comuni), ("named_by_name", 1, 193));
    assert!(findings[0].1.contains("«COMUNE»"), "{findings:?}");
    import(&folder, "nomi.geojson").both();
    assert!(residents(&folder, "nomi.geojson").contains(ATS));
}

#[test]
fn cadastral_codes_are_enough() {
    let table = include_str!("../../sample_data/superficie.csv");
    let of = |code: &str| {
        let row = table.lines().find(|line| line.starts_with(code)).expect("a row");
        row.rsplit(',').next().expect("a cell").to_owned()
    };
    let folder = with("catasto.geojson", &squares(|i| Some(json!({ "COD_CATASTO": of(code(i)) }))));
    let (findings, comuni) = told(&folder, "catasto.geojson");
    assert_eq!((findings[0].0.as_str(), comuni), ("named_by_cadastral_code", 193));
    import(&folder, "catasto.geojson").both();
}

#[test]
fn latitude_before_longitude_is_put_right_and_said() {
    let mut shapes = squares(|i| Some(json!({ "PRO_COM_T": code(i) })));
    for feature in shapes["features"].as_array_mut().expect("features") {
        for corner in feature["geometry"]["coordinates"][0].as_array_mut().expect("a ring") {
            *corner = json!([corner[1], corner[0]]);
        }
    }
    let folder = with("scambiate.geojson", &shapes);
    let (findings, comuni) = told(&folder, "scambiate.geojson");
    assert_eq!((findings[0].0.as_str(), findings.len(), comuni), ("swapped_coordinates", 1, 193));
    assert!(findings[0].1.contains("45.1, 9"), "{findings:?}");
    let (out, _) = import(&folder, "scambiate.geojson").both();
    assert!(out.contains("Importato come confini"), "{out}");
}

#[test]
fn ambiti_are_told_to_be_ambiti() {
    let ambiti = atlas().territories.units(Level::Ambiti);
    let shapes = squares(|i| Some(json!({ "ambito": ambiti.get(i)?.name })));
    let folder = with("ambiti.geojson", &shapes);
    let (findings, comuni) = told(&folder, "ambiti.geojson");
    assert_eq!((findings[0].0.as_str(), comuni), ("shapes_of_ambiti", 0));
    assert!(findings[0].1.contains("Ambiti (17)"), "{findings:?}");
    let line = import(&folder, "ambiti.geojson").refusal();
    assert!(line.contains("confini degli Ambiti") && line.contains("importa il file dei Comuni"), "{line}");
}

#[test]
fn a_comune_short_is_named_and_the_data_are_said_to_be_elsewhere() {
    let arluno = |i: usize| name(i) == "Arluno";
    let shapes = squares(|i| (!arluno(i)).then(|| json!({ "PRO_COM_T": code(i), "COMUNE": name(i) })));
    let folder = with("senza.geojson", &shapes);
    let (findings, comuni) = told(&folder, "senza.geojson");
    assert_eq!((findings[0].0.as_str(), comuni), ("comuni_lacking", 192));
    assert!(findings[0].1.contains("1 (Arluno)"), "{findings:?}");
    let line = import(&folder, "senza.geojson").refusal();
    assert!(line.contains("1 (Arluno)"), "{line}");
    for asked in ["values --indicator residenti", "figure map --indicator residenti -o x.svg"] {
        let told = Cli::new(&["--boundaries", &folder.file("senza.geojson")])
            .with(&asked.split(' ').collect::<Vec<_>>())
            .failure();
        assert!(told.contains("non ha valori su questi confini") && told.contains("Arluno"), "{told}");
        assert!(!told.contains("non ha nessun valore"), "{told}");
    }
}

/// Areas of the printed tables, such as Varese, are units of such boundaries: all of them were refused.
#[test]
fn boundaries_with_capoluoghi_beyond_the_territory_are_drawn() {
    let codes = ["012133", "016024", "017029", "108033"];
    let shapes = squares(|i| codes.get(i).map(|code| json!({ "PRO_COM_T": code })));
    let folder = with("lombardia.geojson", &shapes);
    let values = Cli::new(&["--boundaries", &folder.file("lombardia.geojson")])
        .with(&["values", "--indicator", "superficie_disegnata", "--format", "json"])
        .json();
    let found: Vec<&str> =
        values.as_array().expect("rows").iter().filter_map(|row| row["code"].as_str()).collect();
    assert_eq!(found, codes);
}

#[test]
fn several_shapes_of_a_comune_are_joined() {
    // The first two squares are one Comune, whose neighbour has none.
    let shapes = squares(|i| Some(json!({ "PRO_COM_T": code(if i == 1 { 0 } else { i }) })));
    let folder = with("parti.geojson", &shapes);
    let (findings, _) = told(&folder, "parti.geojson");
    let doubled = findings.iter().find(|(code, _)| code == "duplicate_codes").expect("a finding");
    assert!(doubled.1.contains("sono unite"), "{doubled:?}");
}

#[test]
fn exchanged_codes_and_codes_as_numbers_are_said_alike() {
    let other = |i: usize| {
        code(match i {
            0 => 1,
            1 => 0,
            i => i,
        })
    };
    let folder =
        with("scambio.geojson", &squares(|i| Some(json!({ "PRO_COM_T": other(i), "COMUNE": name(i) }))));
    let (findings, _) = told(&folder, "scambio.geojson");
    assert_eq!(findings[0].0, "name_differs");
    let number = |i: usize| code(i).parse::<u32>().expect("digits");
    let folder = with("numeri.geojson", &squares(|i| Some(json!({ "PRO_COM": number(i) }))));
    let (findings, comuni) = told(&folder, "numeri.geojson");
    assert_eq!((findings[0].0.as_str(), comuni), ("codes_restored", 193));
    assert!(residents(&folder, "numeri.geojson").contains(ATS));
}
