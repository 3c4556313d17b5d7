//! A layer as a GeoPackage (OGC 12-128r18), built in memory: the layer, a table of what must be known of it, and its
//! style in the table where QGIS looks for one.

use geo::{BoundingRect, MultiPolygon, Rect};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

use crate::scene::{Cell, LayerCrs, MapLayer};

use super::super::error::ExportError;

/// The tables that every GeoPackage has (annex C), and the mark of the format. Version 1.3.
const TABLES: &str = "
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
  styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME);
CREATE TABLE metadati (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, voce TEXT, testo TEXT);
";

/// The reference systems: the two undefined ones that the format demands, degrees and UTM 32.
const SYSTEMS: [(&str, i64, &str, i64, &str); 4] = [
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
    (
        "WGS 84 geodetic",
        4326,
        "EPSG",
        4326,
        r#"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]"#,
    ),
    (
        "WGS 84 / UTM zone 32N",
        32632,
        "EPSG",
        32632,
        r#"PROJCS["WGS 84 / UTM zone 32N",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",9],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","32632"]]"#,
    ),
];

/// The column of shapes.
const SHAPE: &str = "geom";

/// The bytes of the file.
///
/// # Errors
/// The database failed.
pub(super) fn geopackage(layer: &MapLayer, style: &str) -> Result<Vec<u8>, ExportError> {
    let mut base = Connection::open_in_memory()?;
    base.execute_batch(TABLES)?;
    let system: i64 = match layer.crs {
        LayerCrs::Degrees => 4326,
        LayerCrs::Utm32 => 32632,
    };
    // The day of the values instead of that of writing: the same map gives the same bytes.
    let changed = format!("{}T00:00:00.000Z", layer.date);
    let all = base.transaction()?;
    for (name, id, organisation, code, definition) in SYSTEMS {
        all.execute(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?1, ?2, ?3, ?4, ?5, NULL)",
            params![name, id, organisation, code, definition],
        )?;
    }
    let bounds = layer.features.iter().filter_map(|feature| feature.shape.bounding_rect()).reduce(joined);
    let bounds = bounds.unwrap_or_else(|| Rect::new((0.0, 0.0), (0.0, 0.0)));
    all.execute(
        "INSERT INTO gpkg_contents VALUES (?1, 'features', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            layer.name,
            layer.title,
            changed,
            bounds.min().x,
            bounds.min().y,
            bounds.max().x,
            bounds.max().y,
            system
        ],
    )?;
    for table in ["metadati", "layer_styles"] {
        all.execute(
            "INSERT INTO gpkg_contents VALUES (?1, 'attributes', ?1, '', ?2, NULL, NULL, NULL, NULL, NULL)",
            params![table, changed],
        )?;
    }
    all.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?1, ?2, 'MULTIPOLYGON', ?3, 0, 0)",
        params![layer.name, SHAPE, system],
    )?;
    let columns: Vec<String> = layer
        .fields
        .iter()
        .map(|field| {
            let is_whole = layer.features.iter().all(|feature| {
                let at = layer.fields.iter().position(|other| other == field).unwrap_or_default();
                matches!(feature.cells.get(at), Some(Cell::Number { decimals: 0, value }) if value.fract() == 0.0)
                    || matches!(feature.cells.get(at), Some(Cell::Empty))
            });
            let kind = match (field.is_number, is_whole) {
                (false, _) => "TEXT",
                (true, true) => "INTEGER",
                (true, false) => "REAL",
            };
            format!("\"{}\" {kind}", field.name)
        })
        .collect();
    all.execute_batch(&format!(
        "CREATE TABLE \"{}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {SHAPE} MULTIPOLYGON, {});",
        layer.name,
        columns.join(", ")
    ))?;
    {
        let places: Vec<String> = (1..=layer.fields.len() + 1).map(|at| format!("?{at}")).collect();
        let mut insert =
            all.prepare(&format!("INSERT INTO \"{}\" VALUES (NULL, {})", layer.name, places.join(", ")))?;
        for feature in &layer.features {
            let shape = std::iter::once(Value::Blob(blob(&feature.shape, system)));
            insert.execute(params_from_iter(shape.chain(feature.cells.iter().map(value_of))))?;
        }
    }
    for (name, text) in &layer.metadata {
        all.execute("INSERT INTO metadati (voce, testo) VALUES (?1, ?2)", params![name, text])?;
    }
    all.execute(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,
         styleQML, styleSLD, useAsDefault, description, owner, update_time)
         VALUES ('', '', ?1, ?2, 'Atlante Sociale', ?3, '', 1, ?4, '', ?5)",
        params![layer.name, SHAPE, style, layer.title, changed],
    )?;
    all.commit()?;
    Ok(base.serialize("main")?.to_vec())
}

fn joined(a: Rect<f64>, b: Rect<f64>) -> Rect<f64> {
    let low = (a.min().x.min(b.min().x), a.min().y.min(b.min().y));
    Rect::new(low, (a.max().x.max(b.max().x), a.max().y.max(b.max().y)))
}

fn value_of(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::Text(text.clone()),
        Cell::Number { value, .. } => Value::Real(*value),
    }
}

/// A shape with its envelope: header of the format, then well-known binary.
fn blob(shape: &MultiPolygon<f64>, system: i64) -> Vec<u8> {
    // Little-endian throughout; an envelope of four numbers.
    let mut out = b"GP\0\x03".to_vec();
    out.extend((system as i32).to_le_bytes());
    let bounds = shape.bounding_rect().unwrap_or_else(|| Rect::new((0.0, 0.0), (0.0, 0.0)));
    for number in [bounds.min().x, bounds.max().x, bounds.min().y, bounds.max().y] {
        out.extend(number.to_le_bytes());
    }
    let head = |out: &mut Vec<u8>, kind: u32, count: usize| {
        out.push(1);
        out.extend([kind.to_le_bytes(), (count as u32).to_le_bytes()].concat());
    };
    head(&mut out, 6, shape.0.len());
    for polygon in &shape.0 {
        head(&mut out, 3, 1 + polygon.interiors().len());
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            out.extend((ring.0.len() as u32).to_le_bytes());
            ring.coords().for_each(|c| out.extend([c.x.to_le_bytes(), c.y.to_le_bytes()].concat()));
        }
    }
    out
}
