//! Other boundaries, generated here: the districts of a city, and a grid of squares in each reference system.

use atlante::base::Level;
use atlante::data::Method;
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::io::custom_territory::{Attribute, CustomTerritory, CustomTerritorySpec, custom_territory};
use atlante::io::source::{Content, SourceError, read_bytes};

use crate::cli::Cli;
use crate::common::{Folder, LIST};

/// Eight squares of a hundredth of a degree in two rows around the Duomo.
pub fn parts_of_a_city(crs: &str) -> String {
    let feature = |i: usize| {
        let (x, y) = (9.18 + 0.01 * (i % 4) as f64, 45.46 + 0.01 * (i / 4) as f64);
        let ring = [(x, y), (x + 0.01, y), (x + 0.01, y + 0.01), (x, y + 0.01), (x, y)];
        let ring: Vec<String> = ring.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
        format!(
            r#"{{"type":"Feature","properties":{{"ID_NIL":{},"NIL":"Parte {}","MUNICIPIO":"M{}"}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}"#,
            i + 1,
            i + 1,
            i / 4 + 1,
            ring.join(",")
        )
    };
    let features: Vec<String> = (0..8).map(feature).collect();
    format!(r#"{{"type":"FeatureCollection"{crs},"features":[{}]}}"#, features.join(","))
}

fn read(text: &str, spec: &CustomTerritorySpec) -> Result<CustomTerritory, SourceError> {
    let contents = read_bytes("nil.geojson", text.into()).expect("GeoJSON");
    let Content::Shapes(shapes) = &contents[0] else { panic!("a table") };
    custom_territory(shapes, spec)
}

fn by_municipio() -> CustomTerritorySpec {
    let mut spec = CustomTerritorySpec::default();
    spec.levels.insert(Level::Comuni, Attribute::parse("ID_NIL:NIL"));
    spec.levels.insert(Level::Ambiti, Attribute::parse("municipio"));
    spec
}

#[test]
fn attributes_name_the_units_and_their_groups() {
    let custom_territory = read(&parts_of_a_city(""), &by_municipio()).expect("a ground");
    assert_eq!((custom_territory.polygons.len(), custom_territory.left_out), (8, 0));
    let names: Vec<&str> =
        custom_territory.territories.units(Level::Ambiti).iter().map(|u| u.name.as_str()).collect();
    assert_eq!(names, ["M1", "M2"]);
    assert_eq!(custom_territory.territories.units(Level::Ats).len(), 1);
    assert!(custom_territory.territories.units(Level::Asst).is_empty());
    let found = read(&parts_of_a_city(""), &CustomTerritorySpec::default()).expect("a ground");
    assert_eq!(found.territories.comuni()[0].name, "Parte 1", "the usual attributes are found");

    let refused = |text: &str, spec: CustomTerritorySpec| {
        let error = read(text, &spec).expect_err("refused");
        assert!(Lang::ALL.iter().all(|lang| !error.text(*lang).contains("{}")), "{error}");
        error.code()
    };
    let mut other = by_municipio();
    other.levels.insert(Level::Ats, Attribute::parse("REGIONE"));
    assert_eq!(refused(&parts_of_a_city(""), other), "no_attribute");
    let with_crs = |crs: &str| CustomTerritorySpec { crs: Some(crs.into()), ..by_municipio() };
    assert_eq!(refused(&parts_of_a_city(""), with_crs("EPSG:99999")), "no_such_crs");
    assert_eq!(refused(&parts_of_a_city(""), with_crs("Monte_Mario_Italy_1")), "crs_far");
    let swapped = parts_of_a_city("").replace("9.1", "59.1").replace("9.2", "59.2");
    assert_eq!(refused(&swapped, by_municipio()), "crs_unfit");
    let mollweide = r#","crs":{"type":"name","properties":{"name":"ESRI:54009x"}}"#;
    assert_eq!(refused(&parts_of_a_city(mollweide), by_municipio()), "no_such_crs");
    let utm = r#","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32632"}}"#;
    assert_eq!(refused(&parts_of_a_city(utm), by_municipio()), "crs_likely");
}

#[test]
fn features_of_one_code_are_one_unit() {
    let text =
        parts_of_a_city("").replace("\"ID_NIL\":2,\"NIL\":\"Parte 2\"", "\"ID_NIL\":1,\"NIL\":\"Parte 1\"");
    let custom_territory = read(&text, &by_municipio()).expect("a ground");
    assert_eq!((custom_territory.polygons.len(), custom_territory.polygons[0].1.0.len()), (7, 2));
}

#[test]
fn every_view_works_on_them() {
    let rows: String = (1..=8).map(|i| format!("\n{i},2023-01-01,{}", i * 10)).collect();
    let folder = Folder::new()
        .with("nil.geojson", parts_of_a_city(""))
        .with("datasets.toml", LIST)
        .with("prova.csv", format!("code,date,residenti{rows}"));
    let bundle =
        Bundle::on(read(&parts_of_a_city(""), &by_municipio()).expect("a ground"), Some(folder.path()))
            .expect("a bundle");
    assert_eq!(bundle.basemap.level(Level::Ambiti).outlines().len(), 2);
    let date = crate::common::january(2023);
    let table = crate::common::table_of(&bundle.atlas, "residenti", date, Level::Ambiti, Method::Pooled);
    assert_eq!(table.rows.iter().map(|row| row.value).collect::<Vec<_>>(), [Ok(100.0), Ok(260.0)]);

    let nil = folder.file("nil.geojson");
    let data = folder.path().display().to_string();
    let on = ["--boundaries", nil.as_str(), "--data", data.as_str(), "--level-attribute", "ambiti=MUNICIPIO"];
    let residenti = ["--indicator", "residenti"];
    let figures: [(&[&str], &[&str], &str); 5] = [
        (&["map", "--level", "ambiti"], &residenti, "M2"),
        (&["ranking", "--level", "comuni"], &residenti, "Parte 8"),
        (&["table", "--level", "comuni"], &["--columns", "residenti"], "Parte 8"),
        (&["series", "--territory", "3"], &residenti, "Parte 3"),
        (&["scatter", "--level", "comuni"], &["--x", "residenti", "--y", "residenti"], "Parte 8"),
    ];
    for (figure, of, word) in figures {
        let out = folder.file("a.svg");
        let line = [&["figure"], figure, of, &["-o", &out], &on].concat();
        Cli::new(&line).ok();
        let drawn = std::fs::read_to_string(&out).expect("a figure");
        assert!(drawn.contains(word), "{figure:?}");
    }
    let missing =
        Cli::new(&["values", "--indicator", "residenti", "--boundaries", &folder.file("prova.csv")]);
    assert!(missing.refusal().contains("confini"));
    let line =
        Cli::new(&["values", "--indicator", "residenti", "--boundaries", &nil, "--level-attribute", "x"]);
    assert!(line.refusal().contains("LIVELLO=ATTRIBUTO"));
}
