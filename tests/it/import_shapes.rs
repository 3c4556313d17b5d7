//! Shapefiles and GeoJSON, intact and damaged. All are generated here.

use atlante::io::import::{Checked, CheckedContent, Importer, Status};

use crate::common::atlas;
use crate::import_sources::zip;

/// A shapefile of adjacent squares of one kilometre, each a list of rings of corners.
struct Shapefile {
    records: Vec<Vec<u8>>,
    codes: Vec<&'static str>,
    deleted: Option<usize>,
}

/// The shapes and attributes of a valid shapefile.
pub fn parts() -> (Vec<u8>, Vec<u8>) {
    let file = Shapefile::three();
    (file.shp(), file.dbf())
}

/// The same shapes, with these codes of six characters under this name of an attribute.
pub fn boundaries_of(attribute: &str, codes: [&'static str; 3]) -> (Vec<u8>, Vec<u8>) {
    let file = Shapefile { codes: codes.to_vec(), ..Shapefile::three() };
    let mut dbf = file.dbf();
    dbf[32..43].fill(0);
    dbf[32..32 + attribute.len()].copy_from_slice(attribute.as_bytes());
    (file.shp(), dbf)
}

/// The corners of the squares of [`parts`].
pub fn squares() -> [Vec<(f64, f64)>; 3] {
    [square(0), square(1), square(2)]
}

/// A valid GeoJSON.
pub fn geojson() -> String {
    collection(&[feature("\"015146\"", "Polygon", "[[[9,45],[9.1,45],[9.1,45.1],[9,45.1],[9,45]]]")])
}

/// A polygon record with closed rings.
fn polygon(rings: &[&[(f64, f64)]]) -> Vec<u8> {
    let points: Vec<(f64, f64)> = rings.iter().flat_map(|ring| ring.iter().copied()).collect();
    let mut bytes = 5_i32.to_le_bytes().to_vec();
    bytes.extend([0_u8; 32]);
    bytes.extend((rings.len() as i32).to_le_bytes());
    bytes.extend((points.len() as i32).to_le_bytes());
    let mut start = 0_i32;
    for ring in rings {
        bytes.extend(start.to_le_bytes());
        start += ring.len() as i32;
    }
    points.iter().for_each(|(x, y)| bytes.extend([x.to_le_bytes(), y.to_le_bytes()].concat()));
    bytes
}

fn square(i: usize) -> Vec<(f64, f64)> {
    let (x, y) = (514_000.0 + 1000.0 * i as f64, 5_034_000.0);
    vec![(x, y), (x, y + 1000.0), (x + 1000.0, y + 1000.0), (x + 1000.0, y), (x, y)]
}

impl Shapefile {
    fn three() -> Self {
        let records = (0..3).map(|i| polygon(&[&square(i)])).collect();
        Self { records, codes: vec!["015146", "098031", "015209"], deleted: None }
    }

    fn shp(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for (i, record) in self.records.iter().enumerate() {
            body.extend((i as i32 + 1).to_be_bytes());
            body.extend((record.len() as i32 / 2).to_be_bytes());
            body.extend(record);
        }
        let mut bytes = vec![0; 100];
        bytes[..4].copy_from_slice(&9994_i32.to_be_bytes());
        bytes[24..28].copy_from_slice(&((body.len() as i32 + 100) / 2).to_be_bytes());
        bytes.extend(body);
        bytes
    }

    fn dbf(&self) -> Vec<u8> {
        let mut bytes = vec![0; 32];
        bytes[0] = 3;
        bytes[4..8].copy_from_slice(&(self.codes.len() as u32).to_le_bytes());
        bytes[8..10].copy_from_slice(&65_u16.to_le_bytes());
        bytes[10..12].copy_from_slice(&7_u16.to_le_bytes());
        let mut field = [0; 32];
        field[..9].copy_from_slice(b"PRO_COM_T");
        (field[11], field[16]) = (b'C', 6);
        bytes.extend(field);
        bytes.push(0x0d);
        for (i, code) in self.codes.iter().enumerate() {
            bytes.push(if self.deleted == Some(i) { b'*' } else { b' ' });
            bytes.extend(code.as_bytes());
        }
        bytes
    }

    fn checked(&self) -> Checked {
        self.with(&self.shp(), &self.dbf())
    }

    fn with(&self, shp: &[u8], dbf: &[u8]) -> Checked {
        let prj = br#"PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984"]]"#;
        check("a.zip", zip(&[("a.shp", shp), ("a.dbf", dbf), ("a.prj", prj)])).expect("boundaries")
    }
}

fn check(file: &str, bytes: Vec<u8>) -> Result<Checked, &'static str> {
    let importer = Importer::new(&atlas().territories);
    let mut checked = importer.check_bytes(file, bytes).map_err(|error| error.code())?;
    assert_eq!(checked.len(), 1);
    Ok(checked.remove(0))
}

/// The number of features, of those that can be drawn and of our Comuni; and the findings.
fn summary(checked: &Checked) -> (usize, usize, usize, Vec<&'static str>) {
    let CheckedContent::Boundaries { features, drawable, comuni, .. } = &checked.content else {
        panic!("a table")
    };
    (*features, *drawable, *comuni, checked.findings.iter().map(|finding| finding.code()).collect())
}

#[test]
fn a_valid_shapefile_has_no_findings() {
    let checked = Shapefile::three().checked();
    assert_eq!((checked.status(), summary(&checked)), (Status::Ok, (3, 3, 3, vec![])));
}

#[test]
fn a_deleted_row_does_not_move_the_others() {
    let checked = Shapefile { deleted: Some(1), ..Shapefile::three() }.checked();
    assert_eq!(summary(&checked), (3, 3, 2, vec!["no_attributes"]));
    assert_eq!(checked.findings[0].lines, [2]);
}

#[test]
fn a_hole_may_stand_before_its_shell_and_a_shell_the_wrong_way_round() {
    let (x, y) = (514_250.0, 5_034_250.0);
    let hole = [(x, y), (x + 500.0, y), (x + 500.0, y + 500.0), (x, y + 500.0), (x, y)];
    let mut file = Shapefile::three();
    file.records[0] = polygon(&[&hole, &square(0)]);
    assert_eq!(summary(&file.checked()), (3, 3, 3, vec![]));
    file.records[0] = polygon(&[&square(0).into_iter().rev().collect::<Vec<_>>()]);
    assert_eq!(summary(&file.checked()).3, ["reversed_rings"]);
}

#[test]
fn damaged_records_go_and_the_sound_ones_stay() {
    let file = Shapefile::three();
    let shp = file.shp();
    let second = 100 + 8 + file.records[0].len();
    let damage = |at: usize, bytes: &[u8]| {
        let mut shp = shp.clone();
        shp[at..at + bytes.len()].copy_from_slice(bytes);
        summary(&file.with(&shp, &file.dbf()))
    };
    assert_eq!(damage(second + 8 + 40, &(-5_i32).to_le_bytes()), (2, 2, 2, vec!["unreadable_shapes"]));
    assert_eq!(damage(second + 8 + 44, &9_999_i32.to_le_bytes()), (2, 2, 2, vec!["unreadable_shapes"]));
    assert_eq!(damage(second + 8 + 48, &f64::NAN.to_le_bytes()), (2, 2, 2, vec!["impossible_coordinates"]));
    assert_eq!(damage(second + 8, &1_i32.to_le_bytes()), (2, 2, 2, vec!["not_polygons"]));
    assert_eq!(damage(second + 4, &0_i32.to_be_bytes()), (3, 3, 3, vec!["wrong_length"]));
    assert_eq!(damage(second + 4, &10_i32.to_be_bytes()), (3, 3, 3, vec!["wrong_length"]));
    // Cut off in the second record: the first is kept, with its own row.
    let cut = summary(&file.with(&shp[..second + 30], &file.dbf()));
    assert_eq!((cut.0, cut.2), (1, 1));
    assert!(cut.3.contains(&"cut_short"), "{cut:?}");
}

#[test]
fn attributes_are_counted_and_not_believed() {
    let file = Shapefile::three();
    let mut dbf = file.dbf();
    dbf[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(summary(&file.with(&file.shp(), &dbf)), (3, 3, 3, vec!["wrong_length"]));
    for (at, value) in [(8, 65_535_u16), (10, 0), (10, 3)] {
        let mut dbf = file.dbf();
        dbf[at..at + 2].copy_from_slice(&value.to_le_bytes());
        assert_eq!(check("a.zip", zip(&[("a.shp", &file.shp()), ("a.dbf", &dbf)])).err(), Some("damaged"));
    }
    assert_eq!(check("a.zip", zip(&[("a.shp", &file.shp())])).err(), Some("no_part"));
    let doubled = Shapefile { codes: vec!["015146", "015146", "015209"], ..Shapefile::three() }.checked();
    assert_eq!(summary(&doubled).3, ["duplicate_codes"]);
    // Metres without a .prj could be in any zone.
    let nowhere = check("a.zip", zip(&[("a.shp", &file.shp()), ("a.dbf", &file.dbf())])).expect("boundaries");
    assert_eq!(nowhere.status(), Status::NeedsChoice);
}

/// A feature with these coordinates.
pub fn feature(code: &str, kind: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{{"PRO_COM_T":{code}}},"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}"#
    )
}

pub fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

#[test]
fn geojson_loses_only_the_features_that_are_wrong() {
    const SQUARE: &str = "[[[9,45],[9.1,45],[9.1,45.1],[9,45.1],[9,45]]]";
    let good = feature("\"015146\"", "Polygon", SQUARE);
    let with = |kind: &str, coordinates: &str| {
        let text = collection(&[good.clone(), feature("\"098031\"", kind, coordinates)]);
        let (features, drawable, _, found) =
            summary(&check("a.geojson", text.into_bytes()).expect("boundaries"));
        (features, drawable, found)
    };
    assert_eq!(with("Polygon", SQUARE), (2, 2, vec![]));
    assert_eq!(with("Polygon", "[[[9],[9.1,45],[9.1,45.1],[9]]]"), (1, 1, vec!["impossible_coordinates"]));
    assert_eq!(
        with("Polygon", "[[[1e308,45],[9.1,45],[9.1,45.1],[9,45]]]"),
        (1, 1, vec!["impossible_coordinates"])
    );
    assert_eq!(with("Point", "[9,45]"), (1, 1, vec!["not_polygons"]));
    assert_eq!(with("Polygon", "[]"), (2, 1, vec!["no_area"]));
    assert_eq!(with("Polygon", "[[[9,45],[9.1,45],[9.1,45.1],[9,45.1]]]"), (2, 2, vec!["unclosed_rings"]));
    assert_eq!(
        with("Polygon", "[[[9,45],[9.1,45.1],[9.1,45],[9,45.1],[9,45]]]"),
        (2, 2, vec!["crossing_rings"])
    );
    assert_eq!(
        with("Polygon", "[[[514000,5034000],[515000,5034000],[515000,5035000],[514000,5034000]]]").2,
        ["unknown_crs"]
    );
    let bom = format!("\u{feff}{}", collection(std::slice::from_ref(&good)));
    assert_eq!(summary(&check("a.geojson", bom.into_bytes()).expect("boundaries")).0, 1);
    let lines = format!("{good}\n{}\n", feature("98031", "Polygon", SQUARE));
    assert_eq!(summary(&check("a.geojson", lines.into_bytes()).expect("boundaries")).2, 2);
}

#[test]
fn what_is_no_geojson_ends_in_one_line() {
    let deep =
        format!(r#"{{"type":"Feature","geometry":{{"type":"Polygon","coordinates":{}"#, "[".repeat(100_000));
    let whole = collection(&[feature("\"015146\"", "Polygon", "[[[9,45],[9.1,45],[9.1,45.1],[9,45]]]")]);
    for (text, code) in [
        (deep.as_str(), "not_json"),
        (&whole[..whole.len() * 2 / 3], "not_json"),
        (r#"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[Infinity,1]]]}}"#, "not_json"),
        (r#"{"type":"Topology","objects":{},"arcs":[]}"#, "no_features"),
        (r#"{"type":"Topology","objects":[],"arcs":[]}"#, "topojson"),
        (r#"{"type":"FeatureCollection","features":[]}"#, "no_features"),
        ("<html><body>404</body></html>", "html"),
        ("", "empty"),
    ] {
        assert_eq!(check("a.geojson", text.into()).err(), Some(code), "{text:.40}");
    }
}
