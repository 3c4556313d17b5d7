//! Maps written as layers: what goes out comes back in with the same codes and values, codes are text, and the style has
//! the classes of the legend.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use resvg::usvg::roxmltree::Document;
use rusqlite::Connection;
use serde_json::Value;

use atlante::base::Level;
use atlante::data::Quality;
use atlante::i18n::Lang;
use atlante::io::import::{CheckedContent, Importer};
use atlante::io::source::{Content, open};

use crate::cli::Cli;
use crate::common::{Folder, atlas};

const FORMATS: [&str; 3] = ["gpkg", "geojson", "shp"];

/// A map written in a format; its path, and what the command says of it.
fn written(folder: &Folder, format: &str, line: &str) -> (String, Value) {
    let path = folder.file(&format!("mappa.{format}"));
    (path.clone(), Cli::line(line).with(&["--json", "-o", &path]).json())
}

/// The cells of a column by code, as read back by the program.
fn read_back(path: &str, column: &str) -> BTreeMap<String, String> {
    let opened = open(Path::new(path)).unwrap_or_else(|error| panic!("{error}"));
    let shapes = opened.contents.iter().find_map(|content| match content {
        Content::Shapes(shapes) => Some(shapes),
        _ => None,
    });
    let table = &shapes.expect("shapes").attributes;
    let at = |name: &str| table.row(0).position(|head| head == name).expect("a column");
    let (code, column) = (at("code"), at(column));
    (1..table.len())
        .map(|row| (table.cell(row, code).to_owned(), table.cell(row, column).to_owned()))
        .collect()
}

#[test]
fn codes_and_values_come_back_as_they_went_out() {
    let folder = Folder::new();
    let values =
        Cli::line("values --indicator indice_vecchiaia --year 2023 --level comuni --format json").json();
    let expected: BTreeMap<String, f64> = values
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            (row["code"].as_str().expect("a code").to_owned(), row["value"].as_f64().expect("a value"))
        })
        .collect();
    assert_eq!(expected.len(), 193);
    for format in FORMATS {
        let (path, _) = written(&folder, format, "figure map --indicator indice_vecchiaia --year 2023");
        let found: BTreeMap<String, f64> = read_back(&path, "value")
            .into_iter()
            .map(|(code, value)| (code, value.parse().expect("a number")))
            .collect();
        // To the last bit: not a digit is rounded on the way.
        assert!(found == expected, "{format}");
        // The boundaries come back too, with every code, for the program's own territory.
        let checked = Importer::new(&atlas().territories).check(Path::new(&path)).expect("boundaries");
        let CheckedContent::Boundaries { comuni, drawable, code, crs, .. } = &checked[0].content else {
            panic!("a table")
        };
        assert_eq!((*comuni, *drawable, code.as_deref()), (193, 193, Some("code")), "{format}");
        let system = if format == "geojson" { "EPSG:4326" } else { "EPSG:32632" };
        assert_eq!(crs.epsg().as_deref(), Some(system));
        let told: Vec<String> = checked[0].findings.iter().map(|finding| finding.text(Lang::It)).collect();
        assert!(told.is_empty(), "{format}: {told:?}");
    }
    // The Ambito of Corsico has 181.0 from the sums, as the first lines of ARCHITECTURE.md on aggregation say.
    let (path, _) =
        written(&folder, "gpkg", "figure map --indicator indice_vecchiaia --year 2023 --level ambiti");
    let corsico = atlas().territories.units(Level::Ambiti).iter().find(|unit| unit.name.contains("Corsico"));
    let value = &read_back(&path, "value")[corsico.expect("an Ambito").code.as_str()];
    assert_eq!(format!("{:.1}", value.parse::<f64>().expect("a number")), "181.0");
}

#[test]
fn a_layer_that_comes_back_has_its_values_as_a_table() {
    let folder = Folder::new();
    for format in FORMATS {
        let (path, _) = written(&folder, format, "figure map --indicator residenti --year 2023");
        let checked = Importer::new(&atlas().territories).check(Path::new(&path)).expect("a layer");
        let tables = checked.iter().filter_map(|one| match &one.content {
            CheckedContent::Table(table) => Some(table),
            CheckedContent::Boundaries { .. } => None,
        });
        let [table] = tables.collect::<Vec<_>>()[..] else { panic!("{format}: not one table") };
        // The residents of the ATS at 1/1/2023, as in `cli::values`.
        assert_eq!((table.territories, table.variables[0].sum), (193, 3_446_886.0), "{format}");
        let dates: Vec<String> = table.dates.iter().map(ToString::to_string).collect();
        assert_eq!(dates, ["2023-01-01"]);
        // The source goes along, so that the next figure can state it.
        assert!(table.mapping.source.it.starts_with("ISTAT"), "{}", table.mapping.source.it);
        assert!(table.mapping.licence.starts_with("CC BY"), "{}", table.mapping.licence);
    }
}

#[test]
fn what_is_estimated_comes_back_as_estimated() {
    let folder = Folder::new();
    let (path, facts) = written(&folder, "gpkg", "figure map --indicator indice_vecchiaia --year 2023");
    let checked = Importer::new(&atlas().territories).check(Path::new(&path)).expect("a layer");
    let estimated = checked.iter().find_map(|one| match &one.content {
        CheckedContent::Table(table) => {
            let dataset = table.dataset.as_ref().expect("values");
            let date = table.dates[0];
            let slice = dataset.at(date).expect("a slice");
            let quality = |i| slice.quality(&table.variables[0].id, i);
            Some((0..193).filter(|i| quality(*i) == Quality::Estimated).count())
        }
        CheckedContent::Boundaries { .. } => None,
    });
    assert_eq!(facts["quality"]["estimated"].as_u64().map_or(0, |n| n as usize), estimated.expect("a table"));
}

#[test]
fn the_areas_are_those_of_the_map() {
    let folder = Folder::new();
    let basemap = &crate::common::BUNDLE.basemap;
    let areas = |path: &str| -> Vec<f64> {
        let opened = open(Path::new(path)).expect("a file");
        let Content::Shapes(shapes) = &opened.contents[0] else { panic!("a table") };
        shapes
            .polygons
            .iter()
            .map(|polygon| geo::Area::unsigned_area(polygon.as_ref().expect("a polygon")))
            .collect()
    };
    let expected: Vec<f64> = basemap.areas().iter().map(geo::Area::unsigned_area).collect();
    for format in ["gpkg", "shp"] {
        let (path, _) = written(&folder, format, "figure map --indicator residenti --year 2023");
        // Coordinates are written to the micrometre: along 200 km of border, 0.1 m² at most.
        let same = |(a, b): (&f64, &f64)| (a - b).abs() < 0.1;
        let found = areas(&path);
        assert!(found.len() == 193 && found.iter().zip(&expected).all(same), "{format}");
    }
}

#[test]
fn the_style_has_the_classes_of_the_legend() {
    let folder = Folder::new();
    let (path, facts) = written(&folder, "shp", "figure map --indicator indice_vecchiaia --year 2023");
    let values: Vec<f64> =
        read_back(&path, "value").values().map(|value| value.parse().expect("a number")).collect();
    let style = fs::read_to_string(path.replace(".shp", ".qml")).expect("a style");
    let options = resvg::usvg::roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let style = Document::parse_with_options(&style, options).expect("XML");
    let rules: Vec<_> = style.descendants().filter(|node| node.has_tag_name("rule")).collect();
    let counts: Vec<usize> = rules
        .iter()
        .map(|rule| {
            let filter = rule.attribute("filter").expect("a filter");
            let edge = |part: &str| part.rsplit(' ').next().and_then(|x| x.parse().ok()).expect("an edge");
            let (low, high) = filter.split_once(" AND ").expect("two edges");
            let (lower, upper): (f64, f64) = (edge(low), edge(high));
            let is_in = |x: &&f64| (**x > lower || low.contains(">=") && **x == lower) && **x <= upper;
            values.iter().filter(is_in).count()
        })
        .collect();
    let legend = facts["counts"].as_array().expect("counts").iter();
    let legend: Vec<usize> = legend.map(|count| count.as_u64().expect("a count") as usize).collect();
    assert_eq!(counts, legend);
    let colours: Vec<String> = style
        .descendants()
        .filter(|node| node.has_tag_name("prop") && node.attribute("k") == Some("color"))
        .map(|node| {
            let parts = node.attribute("v").expect("a colour").split(',').take(3);
            parts.map(|part| format!("{:02x}", part.parse::<u8>().expect("a byte"))).collect()
        })
        .collect();
    let shown = facts["colours"].as_array().expect("colours").iter();
    let shown: Vec<&str> =
        shown.map(|colour| colour.as_str().expect("a colour").trim_start_matches('#')).collect();
    assert_eq!(colours, shown);
}

#[test]
fn missing_values_are_empty_with_their_reason_and_a_rule_of_their_own() {
    let list = "[[dataset]]\nid = \"p\"\nfile = \"p.csv\"\nkind = \"observations\"\ndated = true\n\
                title = { it = \"P\", en = \"P\" }\nsource = { it = \"P\", en = \"P\" }\nlicence = \"CC0\"\n\
                retrieved_from = \"here\"\n";
    let rows = "code,date,residenti\n015093,2034-01-01,c\n015011,2034-01-01,z\n015146,2034-01-01,7\n";
    let folder = Folder::new().with("datasets.toml", list).with("p.csv", rows);
    let line = format!("figure map --indicator residenti --year 2034 --data {}", folder.path().display());
    let (path, _) = written(&folder, "gpkg", &line);
    let status = read_back(&path, "status");
    let value = read_back(&path, "value");
    assert!(status.iter().all(|(code, status)| (status == "ok") != value[code].is_empty()));
    let style = fs::read_to_string(path.replace(".gpkg", ".qml")).expect("a style");
    assert_eq!(
        [&status["015093"], &status["015011"], &status["015036"]],
        ["suppressed", "not_applicable", "missing"]
    );
    let reasons: BTreeSet<&String> = status.values().filter(|status| *status != "ok").collect();
    assert!(
        reasons.iter().all(|reason| style.contains(&format!("&quot;status&quot; = '{reason}'"))),
        "{style}"
    );
}

#[test]
fn a_geopackage_is_valid_and_says_what_its_values_are() {
    let folder = Folder::new();
    let (path, _) = written(&folder, "gpkg", "figure map --indicator indice_vecchiaia --year 2023");
    let base = Connection::open(&path).expect("a GeoPackage");
    let one =
        |sql: &str| base.query_row(sql, [], |row| row.get::<_, rusqlite::types::Value>(0)).expect("a row");
    let text = |sql: &str| match one(sql) {
        rusqlite::types::Value::Text(text) => text,
        other => format!("{other:?}"),
    };
    assert_eq!(one("PRAGMA application_id"), 0x4750_4B47_i64.into());
    assert_eq!(text("PRAGMA integrity_check"), "ok");
    assert!(
        base.prepare("PRAGMA foreign_key_check")
            .expect("a check")
            .query([])
            .expect("rows")
            .next()
            .expect("none")
            .is_none()
    );
    let table = text("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'");
    assert_eq!(
        text(&format!("SELECT typeof(code) || typeof(value) || typeof(class) FROM \"{table}\"")),
        "textrealinteger"
    );
    assert_eq!(text(&format!("SELECT code FROM \"{table}\" WHERE name = 'Milano'")), "015146");
    assert!(text("SELECT testo FROM metadati WHERE voce = 'Fonte'").contains("ISTAT"));
    assert!(text("SELECT testo FROM metadati WHERE voce = 'Indicatore'").contains("indice_vecchiaia"));
    let style = text("SELECT styleQML FROM layer_styles WHERE useAsDefault = 1");
    assert_eq!(style, fs::read_to_string(path.replace(".gpkg", ".qml")).expect("a style"));
}

#[test]
fn the_same_map_gives_the_same_files_in_every_kind() {
    let folder = Folder::new();
    for line in [
        "figure map --indicator indice_vecchiaia --year 2023 --compare-year 2022 --level ambiti",
        "figure map --indicator indice_vecchiaia --year 2023 --second densita --level ambiti",
        "figure map --indicator residenti --year 2023 --symbols --level asst",
    ] {
        for format in FORMATS {
            let (path, _) = written(&folder, format, line);
            let files = || -> Vec<Vec<u8>> {
                ["gpkg", "geojson", "shp", "shx", "dbf", "prj", "cpg", "qml", "metadati.txt"]
                    .iter()
                    .filter_map(|extension| fs::read(Path::new(&path).with_extension(extension)).ok())
                    .collect()
            };
            let before = files();
            written(&folder, format, line);
            assert!(before == files(), "{format}: {line}");
        }
    }
    let (path, _) = written(
        &folder,
        "geojson",
        "figure map --indicator indice_vecchiaia --year 2023 --compare-year 2022 --level ambiti",
    );
    let [value, before, after] = ["value", "before", "after"].map(|column| read_back(&path, column));
    for (code, value) in &value {
        let [value, before, after]: [f64; 3] =
            [value, &before[code], &after[code]].map(|text| text.parse().expect("a number"));
        assert!((after - before - value).abs() < 1e-9, "{code}");
    }
}

#[test]
fn only_maps_become_layers() {
    let folder = Folder::new();
    let path = folder.file("a.gpkg");
    let refusal =
        Cli::line("figure ranking --indicator residenti --year 2023").with(&["-o", &path]).refusal();
    assert!(refusal.contains("mappa"), "{refusal}");
    assert!(!Path::new(&path).exists());
}

#[test]
fn what_is_beside_a_layer_is_not_written_over_unasked() {
    let folder = Folder::new().with("mappa.qml", "<qgis>of somebody</qgis>").with("altra.dbf", "a table");
    let line = "figure map --indicator residenti --year 2023";
    let told = Cli::line(line).with(&["-o", &folder.file("mappa.geojson")]).refusal();
    assert!(told.contains("mappa.qml") && told.contains("esiste già"), "{told}");
    assert!(!folder.path().join("mappa.geojson").exists());
    assert_eq!(
        fs::read_to_string(folder.path().join("mappa.qml")).expect("kept"),
        "<qgis>of somebody</qgis>"
    );
    let told = Cli::line(line).with(&["-o", &folder.file("altra.shp")]).refusal();
    assert!(told.contains("altra.dbf"), "{told}");
    assert!(!folder.path().join("altra.shp").exists() && !folder.path().join("altra.qml").exists());
    // What the program wrote it may replace.
    let alone = Folder::new();
    for scheme in ["jenks", "quantile"] {
        for format in FORMATS {
            Cli::line(line).with(&["--scheme", scheme, "-o", &alone.file(&format!("sola.{format}"))]).ok();
        }
    }
}

#[test]
fn a_map_that_comes_back_keeps_its_name_and_unit() {
    let folder = Folder::new();
    let (path, _) = written(&folder, "geojson", "figure map --indicator densita --year 2023 --lang en");
    let checked = Importer::new(&atlas().territories).check(Path::new(&path)).expect("a layer");
    let table = checked.iter().find_map(|one| match &one.content {
        CheckedContent::Table(table) => Some(table),
        CheckedContent::Boundaries { .. } => None,
    });
    let variable = &table.expect("a table").variables[0];
    let indicator = atlas().indicator("densita").expect("an indicator");
    assert_eq!((variable.name.as_str(), &variable.unit), ("Population density", &indicator.unit.en));
    // A quantity per square kilometre is never added up.
    assert!(!variable.measure.adds_up());
}

#[test]
fn circles_have_no_classes_and_the_largest_is_drawn_first() {
    let folder = Folder::new();
    let line = "figure map --indicator residenti --year 2023 --symbols";
    let (path, _) = written(&folder, "geojson", line);
    assert!(read_back(&path, "class").values().all(String::is_empty));
    assert!(read_back(&path, "label").values().all(|label| label == "residenti"));
    let style = fs::read_to_string(path.replace(".geojson", ".qml")).expect("a style");
    // In QGIS a class of its own order of drawing, and areas under circles, are these two attributes.
    assert!(style.contains("enableorderby=\"1\"") && style.contains("symbollevels=\"1\""), "{style}");
    assert!(style.contains("asc=\"0\"") && style.contains("abs(&quot;value&quot;)"), "{style}");
    let text = fs::read_to_string(&path).expect("a file");
    assert!(!text.contains("interruzioni naturali") && !text.contains("somme"), "{}", &text[..2_000]);
}
