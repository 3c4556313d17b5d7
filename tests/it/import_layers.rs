//! GeoPackages, TopoJSON and archives of several layers: the layer that is meant is found in the same way by every
//! command, or asked for. All files are generated here.

use std::path::Path;

use rusqlite::Connection;
use serde_json::json;

use atlante::base::Level;
use atlante::i18n::Lang;
use atlante::io::custom_territory::{CustomTerritorySpec, read};
use atlante::io::import::{Checked, CheckedContent, Importer, Kind};
use atlante::io::source::{Content, read_bytes};

use crate::cli::Cli;
use crate::common::{Folder, atlas};
use crate::import_shapes::{boundaries_of, collection, feature, parts, squares};
use crate::import_sources::zip;

/// A polygon in the cell of a GeoPackage: the header with an envelope, then ISO well-known binary.
fn cell(ring: &[(f64, f64)]) -> Vec<u8> {
    let mut bytes = b"GP\0\x03".to_vec();
    bytes.extend(32632_i32.to_le_bytes());
    let numbers = |pick: fn(&(f64, f64)) -> f64| ring.iter().map(pick);
    for pick in [|p: &(f64, f64)| p.0, |p: &(f64, f64)| p.1] {
        bytes.extend(numbers(pick).fold(f64::MAX, f64::min).to_le_bytes());
        bytes.extend(numbers(pick).fold(f64::MIN, f64::max).to_le_bytes());
    }
    bytes.extend([1, 6, 0, 0, 0, 1, 0, 0, 0, 1, 3, 0, 0, 0, 1, 0, 0, 0]);
    bytes.extend((ring.len() as u32).to_le_bytes());
    ring.iter().for_each(|(x, y)| bytes.extend([x.to_le_bytes(), y.to_le_bytes()].concat()));
    bytes
}

/// The tables that every GeoPackage has, and these statements.
fn geopackage_of(statements: &str) -> Connection {
    let base = Connection::open_in_memory().expect("a database");
    base.execute_batch(
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
             organization_coordsys_id INTEGER, definition TEXT);
         INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined', -1, 'NONE', -1, 'undefined');
         INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84 / UTM zone 32N', 32632, 'EPSG', 32632, 'PROJCS');
         CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
         CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,
             srs_id INTEGER);",
    )
    .and_then(|()| base.execute_batch(statements))
    .expect("statements");
    base
}

fn bytes_of(mut base: Connection) -> Vec<u8> {
    base.serialize("main").expect("a database").to_vec()
}

/// Three squares with the codes of Comuni, three with those of Ambiti, and a table of figures.
pub fn geopackage() -> Vec<u8> {
    let base = geopackage_of(
        "INSERT INTO gpkg_contents VALUES ('ambiti', 'features', 'ambiti', 32632);
         INSERT INTO gpkg_contents VALUES ('comuni', 'features', 'comuni', 32632);
         INSERT INTO gpkg_contents VALUES ('utenti', 'attributes', 'utenti', NULL);
         INSERT INTO gpkg_geometry_columns VALUES ('ambiti', 'geom', 'MULTIPOLYGON', 32632);
         INSERT INTO gpkg_geometry_columns VALUES ('comuni', 'geom', 'MULTIPOLYGON', 32632);
         CREATE TABLE ambiti (fid INTEGER PRIMARY KEY, geom BLOB, nome TEXT);
         CREATE TABLE comuni (fid INTEGER PRIMARY KEY, geom BLOB, PRO_COM INTEGER, COMUNE TEXT);
         CREATE TABLE utenti (fid INTEGER PRIMARY KEY, codice_istat TEXT, utenti_sad INTEGER, anno INTEGER);
         INSERT INTO utenti VALUES (1, '015146', 1200, 2023), (2, '098031', 40, 2023), (3, '015209', 77, 2023);",
    );
    for (i, (code, name)) in
        [(15146, "Milano"), (98031, "Lodi"), (15209, "Sesto San Giovanni")].iter().enumerate()
    {
        let shape = cell(&squares()[i]);
        base.execute("INSERT INTO comuni (geom, PRO_COM, COMUNE) VALUES (?1, ?2, ?3)", (&shape, code, name))
            .expect("a row");
        base.execute("INSERT INTO ambiti (geom, nome) VALUES (?1, ?2)", (&shape, format!("Ambito {i}")))
            .expect("a row");
    }
    bytes_of(base)
}

/// Two objects of quantised arcs: neighbours that share one, and a point.
pub fn topojson() -> String {
    // In steps of a thousandth of a degree from 9 E, 45 N. Arc 0 is the shared border, upwards.
    json!({
        "type": "Topology",
        "transform": { "scale": [0.001, 0.001], "translate": [9.0, 45.0] },
        "arcs": [
            [[10, 0], [0, 10]],
            [[10, 10], [-10, 0], [0, -10], [10, 0]],
            [[10, 0], [10, 0], [0, 10], [-10, 0]]
        ],
        "objects": {
            "comuni": { "type": "GeometryCollection", "geometries": [
                { "type": "Polygon", "arcs": [[0, 1]], "properties": { "pro_com_t": "015146" } },
                { "type": "MultiPolygon", "arcs": [[[2, -1]]], "id": "x",
                  "properties": { "pro_com_t": "015209" } }
            ] },
            "sedi": { "type": "GeometryCollection", "geometries": [
                { "type": "Point", "coordinates": [5, 5], "properties": { "nome": "Sede" } }
            ] }
        }
    })
    .to_string()
}

/// Two folders as My Maps writes them: areas with a hole, and points with a Comune.
pub fn kml() -> String {
    let ring = |x: f64, y: f64, d: f64| {
        let corners = [(x, y), (x + d, y), (x + d, y + d), (x, y + d), (x, y)];
        let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{x},{y},0")).collect();
        format!("<LinearRing><coordinates>\n {}\n</coordinates></LinearRing>", corners.join(" "))
    };
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Prova</name>
<Folder><name>Comuni</name><Placemark><name>Milano</name>
<ExtendedData><Data name="PRO_COM_T"><value>015146</value></Data></ExtendedData>
<MultiGeometry><Polygon><outerBoundaryIs>{}</outerBoundaryIs><innerBoundaryIs>{}</innerBoundaryIs></Polygon></MultiGeometry>
</Placemark></Folder>
<Folder><name>Sedi</name>
<Placemark><name>CDD</name><ExtendedData><SchemaData><SimpleData name="comune">Corsico</SimpleData></SchemaData></ExtendedData>
<Point><coordinates>9.11,45.43,0</coordinates></Point></Placemark>
<Placemark><name>CSE</name><ExtendedData><SchemaData><SimpleData name="comune">Cesano Boscone</SimpleData></SchemaData></ExtendedData>
<Point><coordinates>9.09,45.44</coordinates></Point></Placemark>
</Folder></Document></kml>"#,
        ring(9.0, 45.0, 0.4),
        ring(9.1, 45.1, 0.1)
    )
}

#[test]
fn kml_has_areas_and_points_by_folder() {
    let contents = read_bytes("a.kml", kml().into_bytes()).expect("KML");
    let [Content::Shapes(shapes), Content::Table(points)] = contents.as_slice() else {
        panic!("{} contents", contents.len())
    };
    let polygon = shapes.polygons[0].as_ref().expect("a polygon");
    // A square of 0.4 degrees without one of 0.1.
    assert!((geo::Area::unsigned_area(polygon) - 0.15).abs() < 1e-9);
    assert_eq!((shapes.layer.as_str(), shapes.attributes.cell(1, 1)), ("Comuni", "015146"));
    let rows: Vec<Vec<&str>> = (0..points.len()).map(|row| points.row(row).collect()).collect();
    let expected = [
        ["name", "comune", "x", "y"],
        ["CDD", "Corsico", "9.11", "45.43"],
        ["CSE", "Cesano Boscone", "9.09", "45.44"],
    ];
    assert_eq!(rows, expected);
    let packed = zip(&[("doc.kml", kml().as_bytes())]);
    assert_eq!(read_bytes("a.kmz", packed).expect("KMZ").len(), 2);
    let error = read_bytes("a.kml", b"<kml><Document>".to_vec()).expect_err("refused");
    assert_eq!(error.code(), "not_xml");
}

fn check(file: &str, bytes: Vec<u8>) -> Vec<Checked> {
    Importer::new(&atlas().territories).check_bytes(file, bytes).unwrap_or_else(|error| panic!("{error}"))
}

fn codes(checked: &Checked) -> Vec<&'static str> {
    checked.findings.iter().map(|finding| finding.code()).collect()
}

#[test]
fn a_geopackage_gives_the_layer_of_the_comuni_and_the_tables_of_figures() {
    let checked = check("qgis.gpkg", geopackage());
    let [layer, table] = checked.as_slice() else { panic!("{} parts", checked.len()) };
    let CheckedContent::Boundaries { features, drawable, comuni, code, crs, .. } = &layer.content else {
        panic!("a table")
    };
    assert_eq!((*features, *drawable, *comuni, code.as_deref()), (3, 3, 3, Some("PRO_COM")));
    assert_eq!((crs.epsg().as_deref(), codes(layer)), (Some("EPSG:32632"), vec!["codes_restored", "layer"]));
    let CheckedContent::Table(table) = &table.content else { panic!("boundaries") };
    assert_eq!((table.territories, table.variables[0].sum), (3, 1317.0));
    let text = layer.findings[1].text(Lang::It);
    assert_eq!(text, "Il file ha più livelli: letto «comuni», ignorati ambiti.");
}

#[test]
fn tables_beside_boundaries_are_told_by_every_door() {
    let folder = Folder::new().with("qgis.gpkg", geopackage());
    let found =
        read(Path::new(&folder.file("qgis.gpkg")), &CustomTerritorySpec::default()).expect("a territory");
    let told = found.findings.iter().find(|finding| finding.code() == "tables_beside").expect("a remark");
    assert!(told.text(Lang::It).contains("«utenti»"), "{}", told.text(Lang::It));
}

/// 300 random corners: of any two edges chosen by chance, nearly a quarter cross (Python, 100,000 pairs: 0.23).
#[test]
fn a_scribble_is_refused_by_every_door() {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / (1_u64 << 24) as f64
    };
    let mut ring: Vec<[f64; 2]> = (0..300).map(|_| [9.0 + 0.3 * next(), 45.3 + 0.3 * next()]).collect();
    ring.push(ring[0]);
    let shape = json!({ "type": "Polygon", "coordinates": [ring] });
    let feature = json!({ "type": "Feature", "properties": { "PRO_COM_T": "015146" }, "geometry": shape });
    let folder = Folder::new()
        .with("s.geojson", json!({ "type": "FeatureCollection", "features": [feature] }).to_string());
    let path = folder.file("s.geojson");
    let here = Importer::new(&atlas().territories).check(Path::new(&path)).expect_err("a scribble");
    let there = read(Path::new(&path), &CustomTerritorySpec::default()).expect_err("a scribble");
    assert_eq!((here.code(), here.text(Lang::It)), ("scribbles", there.text(Lang::It)));
}

#[test]
fn a_geopackage_left_open_by_another_program_is_read() {
    // The mode of a file that QGIS has open is in two bytes of its header.
    let mut bytes = geopackage();
    bytes[18..20].fill(2);
    assert_eq!(check("qgis.gpkg", bytes.clone()).len(), 2);
    // What that program has not written yet is missing, and this is told.
    let folder = Folder::new().with("a.gpkg", &bytes).with("a.gpkg-wal", "changes");
    let checked = Importer::new(&atlas().territories).check(folder.path().join("a.gpkg").as_path());
    assert!(codes(&checked.expect("boundaries")[0]).contains(&"unsaved_changes"));
}

#[test]
fn other_databases_are_refused_in_words_and_views_without_end_in_time() {
    let refusal = |bytes: Vec<u8>| read_bytes("a.gpkg", bytes).err().map(|error| error.code());
    let other = Connection::open_in_memory().expect("a database");
    other.execute_batch("CREATE TABLE a (b)").expect("a table");
    assert_eq!(refusal(bytes_of(other)), Some("not_a_geopackage"));
    assert_eq!(refusal(b"PK but not really".to_vec()), Some("not_a_geopackage"));
    assert_eq!(refusal(geopackage()[..3000].to_vec()), Some("damaged"));
    let endless = geopackage_of(
        "INSERT INTO gpkg_contents VALUES ('e', 'attributes', 'e', NULL);
         CREATE VIEW e AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;",
    );
    let code = refusal(bytes_of(endless));
    assert!(matches!(code, Some("too_slow" | "too_many_rows")), "{code:?}");
    // Few steps, each of which works through megabytes.
    let slow = geopackage_of(
        "INSERT INTO gpkg_contents VALUES ('e', 'attributes', 'e', NULL);
         CREATE VIEW e AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
             SELECT length(replace(hex(zeroblob(100000 + i % 2)), '0', '11')) AS i FROM n;",
    );
    let began = std::time::Instant::now();
    assert_eq!(refusal(bytes_of(slow)), Some("too_slow"));
    assert!(began.elapsed().as_secs() < 9);
    let huge = geopackage_of(
        "INSERT INTO gpkg_contents VALUES ('e', 'attributes', 'e', NULL);
         CREATE VIEW e AS SELECT zeroblob(1000000000) AS i;",
    );
    assert_eq!(refusal(bytes_of(huge)), Some("too_many_cells"));
}

#[test]
fn quantised_arcs_become_polygons_and_points_stay_points() {
    let contents = read_bytes("a.topojson", topojson().into_bytes()).expect("TopoJSON");
    let [Content::Shapes(shapes), Content::Table(points)] = contents.as_slice() else {
        panic!("{} contents", contents.len())
    };
    assert_eq!((shapes.layer.as_str(), shapes.file.as_str()), ("comuni", "a.topojson › comuni"));
    // The second square shares the border at 9.010 E with the first. Corners as the specification computes them.
    let ring = |i: usize| -> Vec<[i64; 2]> {
        let polygon = shapes.polygons[i].as_ref().expect("a polygon");
        let metre = |x: f64| (x * 1000.0).round() as i64;
        polygon.0[0].exterior().coords().map(|c| [metre(c.x), metre(c.y)]).collect()
    };
    assert_eq!(ring(0), [[9010, 45000], [9010, 45010], [9000, 45010], [9000, 45000], [9010, 45000]]);
    assert_eq!(ring(1), [[9010, 45000], [9020, 45000], [9020, 45010], [9010, 45010], [9010, 45000]]);
    let rows: Vec<Vec<&str>> = (0..points.len()).map(|row| points.row(row).collect()).collect();
    assert_eq!(rows, [["nome", "x", "y"], ["Sede", "9.005", "45.005"]]);
    // An arc that does not exist.
    let broken = topojson().replace("[[0,1]]", "[[0,9]]");
    assert_ne!(broken, topojson());
    assert!(codes(&check("a.topojson", broken.into_bytes())[0]).contains(&"unreadable_shapes"));
}

#[test]
fn an_archive_of_several_layers_gives_the_one_of_the_comuni_to_every_command() {
    let named = boundaries_of;
    let (shp, regions) = named("COD_REG", ["3     ", "8     ", "1     "]);
    let (_, comuni) = named("PRO_COM_T", ["015146", "098031", "015209"]);
    let prj = br#"PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984"]]"#;
    let archive = zip(&[
        ("Limiti/Reg/Reg.shp", &shp),
        ("Limiti/Reg/Reg.dbf", &regions),
        ("Limiti/Reg/Reg.prj", prj),
        ("Limiti/Com/Com.shp", &shp),
        ("Limiti/Com/Com.dbf", &comuni),
        ("Limiti/Com/Com.prj", prj),
        ("Limiti/Rotto/Rotto.shp", &shp),
    ]);
    let folder = Folder::new().with("limiti.zip", &archive);
    let file = folder.file("limiti.zip");
    let told = Cli::new(&["check", &file, "--json"]).json();
    assert_eq!(
        (told["files"].as_array().map(Vec::len), &told["files"][0]["territories"]),
        (Some(1), &json!(3))
    );
    let of = |told: &serde_json::Value| -> Vec<String> {
        let problems = told["files"][0]["problems"].as_array().expect("problems");
        problems.iter().map(|problem| problem["code"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(of(&told), ["layer_unread", "layer"]);
    let run = Cli::new(&["territories", "--json", "--boundaries", &file]);
    let (out, err) = run.both();
    assert!(out.contains("015146") && out.contains("098031"), "{out}");
    // What `check` tells of the file is told here too.
    for problem in told["files"][0]["problems"].as_array().expect("problems") {
        assert!(err.contains(problem["message"].as_str().expect("a message")), "{err}");
    }
    let layer = Cli::new(&["check", &file, "--json", "--layer", "reg"]).json();
    assert_eq!(layer["files"][0]["territories"], json!(0));
    assert!(Cli::new(&["check", &file, "--layer", "Nessuno"]).refusal().contains("Reg, Com"));
}

#[test]
fn two_layers_of_the_same_comuni_are_a_question() {
    let (shp, comuni) = parts();
    let archive =
        zip(&[("2023.shp", &shp), ("2023.dbf", &comuni), ("2024.shp", &shp), ("2024.dbf", &comuni)]);
    let checked = check("a.zip", archive.clone());
    let kinds: Vec<&Kind> = checked[0].findings.iter().map(|finding| &finding.kind).collect();
    assert!(
        kinds.contains(&&Kind::SeveralLayers { layers: vec!["2023".into(), "2024".into()] }),
        "{kinds:?}"
    );
    let folder = Folder::new().with("a.zip", &archive);
    let file = folder.file("a.zip");
    let refusal = Cli::new(&["territories", "--boundaries", &file, "--crs", "EPSG:32632"]).refusal();
    assert!(refusal.contains("2023, 2024") && refusal.contains("--layer"), "{refusal}");
    Cli::new(&["territories", "--boundaries", &file, "--crs", "EPSG:32632", "--layer", "2024"]).both();
}

#[test]
fn without_comuni_the_layer_of_our_ambiti_is_taken() {
    let (shp, provinces) = boundaries_of("PROVINCIA", ["Pavia ", "Varese", "Monza "]);
    let (_, ambiti) = boundaries_of("CODICE", ["50061 ", "50096 ", "50044 "]);
    let units = atlas().territories.units(Level::Ambiti);
    let known = |code: &str| units.iter().any(|unit| unit.code.as_str() == code);
    assert!(["50061", "50096", "50044"].into_iter().all(known));
    let archive = zip(&[("P.shp", &shp), ("P.dbf", &provinces), ("A.shp", &shp), ("A.dbf", &ambiti)]);
    let checked = check("a.zip", archive);
    let layer = Kind::LayerSelected { layer: "A".into(), others: "P".into() };
    assert!(checked[0].findings.iter().any(|finding| finding.kind == layer), "{:?}", codes(&checked[0]));
}

#[test]
fn the_attribute_of_the_codes_is_the_same_for_every_command() {
    // Cadastral codes before ISTAT's, a chance number that looks like a code, and an unusual name.
    let text = collection(&[feature("\"015146\"", "Polygon", "[[[9,45],[9.1,45],[9.1,45.1],[9,45]]]")])
        .replace(
            "\"PRO_COM_T\":\"015146\"",
            r#""com_catasto":"F205","com_istat_code":"015146","area":15209,"chiave":"F205""#,
        );
    let folder = Folder::new().with("a.geojson", &text);
    let file = folder.file("a.geojson");
    let code = |options: &[&str]| {
        let line = [&["check", &file, "--json"], options].concat();
        Cli::new(&line).json()["files"][0]["code"].clone()
    };
    assert_eq!(code(&[]), json!("com_istat_code"));
    assert_eq!(code(&["--level-attribute", "comuni=chiave"]), json!("chiave"));
    let into = folder.file("p.atlante");
    let import = |attribute: &str| {
        Cli::new(&["import", &file, "--into", &into, "--level-attribute", attribute]).refusal()
    };
    assert!(import("comuni=nessuno").contains("nessuno"));
    let on = |attribute: &str| {
        Cli::new(&["territories", "--json", "--boundaries", &file, "--level-attribute", attribute]).both().0
    };
    assert!(on("comuni=chiave").contains("F205") && on("ambiti=area").contains("015146"));
}

#[test]
fn codes_of_ambiti_are_not_those_of_comuni() {
    // 50061, Abbiategrasso, would be 050061 in the province of Pisa.
    let text = collection(&[feature("50061", "Polygon", "[[[9,45],[9.1,45],[9.1,45.1],[9,45]]]")])
        .replace("PRO_COM_T", "code");
    let checked = check("a.geojson", text.into_bytes()).remove(0);
    let CheckedContent::Boundaries { code, comuni, .. } = &checked.content else { panic!("a table") };
    assert_eq!((code.as_deref(), *comuni, codes(&checked)), (None, 0, vec!["shapes_of_ambiti"]));
}

#[test]
fn json_in_other_encodings_is_read_with_a_remark() {
    let text = collection(&[feature("\"015146\"", "Polygon", "[[[9,45],[9.1,45],[9.1,45.1],[9,45]]]")])
        .replace("\"PRO_COM_T\"", "\"NOME\":\"Cantù\",\"PRO_COM_T\"");
    let utf16 = |mark: bool| -> Vec<u8> {
        mark.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let name = |bytes: Vec<u8>| {
        let checked = check("a.geojson", bytes);
        let CheckedContent::Boundaries { shapes, .. } = &checked[0].content else { panic!("a table") };
        (shapes.attributes.cell(1, 0).to_owned(), codes(&checked[0]))
    };
    assert_eq!(name(text.clone().into_bytes()), ("Cantù".to_owned(), vec![]));
    assert_eq!(name(utf16(true)), ("Cantù".to_owned(), vec![]));
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    assert_eq!(name(latin), ("Cantù".to_owned(), vec!["guessed_encoding"]));
    // Without a mark the order of the bytes would be a guess.
    assert_eq!(read_bytes("a.geojson", utf16(false)).err().map(|error| error.code()), Some("not_json"));
}

#[test]
fn one_bad_coordinate_among_many_is_named_and_changes_nothing_else() {
    let square = |x: f64| {
        let y = x + 0.1;
        format!("[[[{x},45],[{y},45],[{y},45.1],[{x},45.1],[{x},45]]]")
    };
    let features = |bad: &str| {
        let of = |(i, code): (usize, &str)| {
            let square = square(9.0 + 0.1 * i as f64);
            let square = if i == 3 { square.replacen("45.1]", bad, 1) } else { square };
            feature(code, "Polygon", &square)
        };
        let codes = ["\"015146\"", "\"015209\"", "\"015002\"", "\"015005\"", "\"015007\""];
        collection(&codes.into_iter().enumerate().map(of).collect::<Vec<_>>())
    };
    // A lost decimal point, the equator, a latitude that is no number.
    for bad in ["451]", "0.0]", "null]"] {
        let checked = check("a.geojson", features(bad).into_bytes()).remove(0);
        let finding = checked.findings.iter().find(|finding| finding.code() == "impossible_coordinates");
        let text = finding.unwrap_or_else(|| panic!("{bad}: {:?}", codes(&checked))).text(Lang::It);
        assert!(text.contains("riga 4: 015005"), "{text}");
        let CheckedContent::Boundaries { drawable, crs, .. } = &checked.content else { panic!("a table") };
        assert_eq!((*drawable, crs.epsg().as_deref()), (4, Some("EPSG:4326")));
    }
}

#[test]
fn a_type_of_shapes_that_does_not_exist_is_told() {
    let (mut shp, dbf) = parts();
    shp[32..36].copy_from_slice(&99_i32.to_le_bytes());
    let archive = |shp: &[u8]| zip(&[("a.shp", shp), ("a.dbf", &dbf)]);
    // The records are polygons, whatever the header says.
    assert!(codes(&check("a.zip", archive(&shp))[0]).contains(&"wrong_length"));
    let length = (shp.len() - 100) / 3;
    for record in 0..3 {
        let at = 100 + record * length + 8;
        shp[at..at + 4].copy_from_slice(&99_i32.to_le_bytes());
    }
    let error = read_bytes("a.zip", archive(&shp)).expect_err("refused");
    assert_eq!(error.code(), "no_such_shapes");
    assert!(error.text(Lang::It).contains("(99)"), "{error}");
}

#[test]
fn a_shapefile_of_points_is_a_table_with_positions() {
    let (shp, dbf) = parts();
    let mut points = shp[..100].to_vec();
    for (i, (x, y)) in
        [(514_500.0, 5_034_500.0), (515_500.0, 5_034_500.0), (516_500.0, 5_034_500.0)].into_iter().enumerate()
    {
        points.extend([(i as i32 + 1).to_be_bytes(), 10_i32.to_be_bytes(), 1_i32.to_le_bytes()].concat());
        points.extend([f64::to_le_bytes(x), f64::to_le_bytes(y)].concat());
    }
    let contents = read_bytes("a.zip", zip(&[("a.shp", &points), ("a.dbf", &dbf)])).expect("points");
    let [Content::Table(table)] = contents.as_slice() else { panic!("no table") };
    assert_eq!(table.row(2).collect::<Vec<_>>(), ["098031", "515500", "5034500"]);
}
