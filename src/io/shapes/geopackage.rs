//! Users' GeoPackages (OGC 12-128r18), which are SQLite databases: each layer of features, and each table of attributes
//! without shapes.
//!
//! The database is a copy in memory, read-only, within limits of its own and with a time to stop at, because a view in
//! it may be a query without end. Only plain selections of whole tables are asked of it.

use std::io::Cursor;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit as SqlLimit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, Row};

use crate::base::panics;
use crate::io::source::limits::{MAX_LAYERS, MAX_POINTS, MAX_SECONDS};
use crate::io::source::{Expected, Limit, Problem, RawTable, SourceError, number_text};

use super::crs::Crs;
use super::layer::{Feature, Geometry, Layers, Origin};
use super::parts::Faults;
use super::wkb::of_geopackage;

/// The longest text or shape.
const MAX_VALUE: i32 = 64 << 20;
/// How many steps of its virtual machine SQLite takes between looks at the clock: few, because a single one may work
/// through as many bytes as a value can have.
const STEPS: i32 = 50;
/// Numbers that programs give to rows, which say nothing about them.
const ROW_NUMBERS: [&str; 4] = ["fid", "ogc_fid", "objectid", "gid"];

/// Tables in which QGIS keeps what is not data.
const KEPT: [&str; 2] = ["layer_styles", "qgis_projects"];

/// A layer, as the file lists it.
struct Listed {
    table: String,
    /// The column of shapes, and the number of their reference system; `None` for attributes alone.
    shapes: Option<(String, i64)>,
}

/// Whether a file is a SQLite database.
pub fn is_database(bytes: &[u8]) -> bool {
    bytes.starts_with(b"SQLite format 3\0")
}

/// Reads every layer.
///
/// # Errors
/// No GeoPackage, damaged, over a limit, or nothing to read in it.
pub fn read(file: &str, bytes: Vec<u8>) -> Result<Layers, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let base = open(bytes).map_err(|fault| error(problem_of(&fault)))?;
    let listed = list(&base).map_err(|fault| match fault {
        // Another program's database.
        rusqlite::Error::SqliteFailure(why, _) if why.code == ErrorCode::Unknown => {
            error(Problem::NotA(Expected::GeoPackage))
        }
        fault => error(problem_of(&fault)),
    })?;
    if listed.len() > MAX_LAYERS {
        return Err(error(Problem::TooLarge(Limit::Layers)));
    }
    let is_only = listed.len() == 1;
    let mut layers = Layers::default();
    for one in &listed {
        let shown = if is_only { file.to_owned() } else { format!("{file} › {}", one.table) };
        // The database's crate panics on names that are no UTF-8.
        let added = panics::caught(|| add(&base, one, &shown, &mut layers));
        let damaged = |_| Err(SourceError::new(&shown, Problem::Damaged));
        if let Err(problem) = added.unwrap_or_else(damaged) {
            // The time and the memory are those of the whole file.
            if matches!(problem.problem, Problem::TooLarge(_)) {
                return Err(problem);
            }
            layers.unread.push(problem);
        }
    }
    if layers.areas.is_empty() && layers.tables.is_empty() {
        return Err(layers.unread.pop().unwrap_or_else(|| error(Problem::NoFeatures)));
    }
    Ok(layers)
}

fn open(mut bytes: Vec<u8>) -> rusqlite::Result<Connection> {
    // A file that was open in another program is in a mode that needs a second file; its own pages are sound.
    if let Some(mode) = bytes.get_mut(18..20) {
        mode.fill(1);
    }
    let mut base = Connection::open_in_memory()?;
    for (limit, most) in [
        (SqlLimit::SQLITE_LIMIT_LENGTH, MAX_VALUE),
        (SqlLimit::SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (SqlLimit::SQLITE_LIMIT_COLUMN, 2_000),
        (SqlLimit::SQLITE_LIMIT_EXPR_DEPTH, 100),
        (SqlLimit::SQLITE_LIMIT_ATTACHED, 0),
        (SqlLimit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        base.set_limit(limit, most)?;
    }
    let length = bytes.len();
    base.deserialize_read_exact("main", Cursor::new(bytes), length, true)?;
    base.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    base.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    base.pragma_update(None, "cell_size_check", true)?;
    let (began, longest) = (Instant::now(), Duration::from_secs(MAX_SECONDS as u64));
    base.progress_handler(STEPS, Some(move || began.elapsed() > longest))?;
    Ok(base)
}

/// What an error of the database says about the file.
fn problem_of(fault: &rusqlite::Error) -> Problem {
    let rusqlite::Error::SqliteFailure(why, _) = fault else { return Problem::Damaged };
    match why.code {
        ErrorCode::OperationInterrupted => Problem::TooLarge(Limit::Time),
        ErrorCode::OutOfMemory | ErrorCode::TooBig => Problem::TooLarge(Limit::Cells),
        ErrorCode::NotADatabase => Problem::NotA(Expected::GeoPackage),
        _ => Problem::Damaged,
    }
}

/// The layers in the order of the file. One that is listed but is not there stays, and is refused by itself.
fn list(base: &Connection) -> rusqlite::Result<Vec<Listed>> {
    let mut contents = base.prepare("SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid")?;
    let text = |row: &Row, at: usize| row.get_ref(at).map(text_of);
    let contents: Vec<(String, String)> = contents
        .query_map([], |row| Ok((text(row, 0)?, text(row, 1)?)))?
        .take(MAX_LAYERS + 1)
        .collect::<rusqlite::Result<_>>()?;
    let mut shapes = Vec::new();
    // A file of attributes alone needs no such table.
    if let Ok(mut columns) = base.prepare("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns")
    {
        let found = columns.query_map([], |row| {
            Ok((text(row, 0)?, text(row, 1)?, row.get_ref(2)?.as_i64().unwrap_or(-1)))
        })?;
        shapes = found.take(MAX_LAYERS + 1).collect::<rusqlite::Result<Vec<_>>>()?;
    }
    let of = |table: &str| {
        let found = shapes.iter().find(|(of, ..)| of.eq_ignore_ascii_case(table));
        found.map(|(_, column, system)| (column.clone(), *system))
    };
    let listed = contents.into_iter().filter_map(|(table, kind)| match kind.as_str() {
        "features" => Some(Listed { shapes: of(&table), table }),
        // Styles and projects that QGIS keeps in the file.
        _ if KEPT.contains(&&*table) => None,
        "attributes" | "aspatial" => Some(Listed { shapes: None, table }),
        // Pictures and whatever extensions add.
        _ => None,
    });
    Ok(listed.collect())
}

fn add(base: &Connection, listed: &Listed, shown: &str, layers: &mut Layers) -> Result<(), SourceError> {
    let error = |problem| SourceError::new(shown, problem);
    let failed = |fault: rusqlite::Error| error(problem_of(&fault));
    let table = quoted(&listed.table);
    let mut all = base.prepare(&format!("SELECT * FROM {table}")).map_err(failed)?;
    let names: Vec<String> = all.column_names().map(str::to_owned).collect();
    let numbers = row_numbers(base, &listed.table).map_err(failed)?;
    let shapes = match &listed.shapes {
        Some((column, system)) => {
            let at = names.iter().position(|name| name.eq_ignore_ascii_case(column));
            Some((at.ok_or_else(|| error(Problem::DamagedPart(column.clone())))?, *system))
        }
        None => None,
    };
    let is_kept = |at: &usize| Some(*at) != shapes.map(|(at, _)| at) && !numbers.contains(&names[*at]);
    let kept: Vec<usize> = (0..names.len()).filter(is_kept).collect();
    let names: Vec<String> = kept.iter().map(|at| names[*at].clone()).collect();
    let mut rows = all.query([]).map_err(failed)?;
    let Some((shape, system)) = shapes else {
        let over = |limit| error(Problem::TooLarge(limit));
        let mut table = RawTable::new(shown, Some(&listed.table));
        table.push(1, names.iter().map(String::as_str)).map_err(over)?;
        let mut number = 1;
        while let Some(row) = rows.next().map_err(failed)? {
            number += 1;
            let cells = kept.iter().map(|at| row.get_ref(*at).map(cell_of));
            let cells = cells.collect::<rusqlite::Result<Vec<String>>>().map_err(failed)?;
            table.push(number, cells.iter().map(String::as_str)).map_err(over)?;
        }
        layers.tables.push(table);
        return Ok(());
    };
    let (mut features, mut corners) = (Vec::new(), 0);
    while let Some(row) = rows.next().map_err(failed)? {
        let cells = kept.iter().map(|at| row.get_ref(*at).map(text_of));
        let cells = cells.collect::<rusqlite::Result<Vec<String>>>().map_err(failed)?;
        let geometry = match row.get_ref(shape).map_err(failed)? {
            ValueRef::Blob(blob) => {
                corners += blob.len() / 16;
                of_geopackage(blob)
            }
            ValueRef::Null => Geometry::Empty,
            _ => Geometry::Unreadable,
        };
        if corners > MAX_POINTS {
            return Err(error(Problem::TooLarge(Limit::Points)));
        }
        features.push(Feature { cells, geometry });
    }
    let crs = system_of(base, system).map_err(failed)?;
    let origin = Origin { file: shown, layer: &listed.table };
    layers.add(&origin, &names, features, crs, Faults::default())
}

/// The columns that only number the rows.
fn row_numbers(base: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut columns = base.prepare(&format!("PRAGMA table_info({})", quoted(table)))?;
    let found = columns.query_map([], |row| {
        let (name, kind) = (row.get_ref(1).map(text_of)?, row.get_ref(2).map(text_of)?);
        let is_key = row.get_ref(5)?.as_i64().unwrap_or(0) > 0;
        let is_number = kind.eq_ignore_ascii_case("integer") && ROW_NUMBERS.contains(&&*name.to_lowercase());
        Ok((is_key && is_number).then_some(name))
    })?;
    Ok(found.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// The reference system with this number in the file.
fn system_of(base: &Connection, number: i64) -> rusqlite::Result<Crs> {
    let mut systems = base.prepare(
        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?1",
    )?;
    let mut found = systems.query([number])?;
    let Some(row) = found.next()? else { return Ok(Crs::Unknown) };
    let organisation = text_of(row.get_ref(0)?);
    let code = row.get_ref(1)?.as_i64().unwrap_or(0);
    // Zero and below are systems that nobody knows.
    if organisation.eq_ignore_ascii_case("epsg") && code > 0 {
        return Ok(Crs::named(&format!("EPSG:{code}")));
    }
    Ok(Crs::of_wkt(&text_of(row.get_ref(2)?)))
}

/// A name as SQL writes it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A cell of a table of figures: a number has a single reading.
fn cell_of(value: ValueRef) -> String {
    match value {
        ValueRef::Real(number) => number_text(number),
        other => text_of(other),
    }
}

fn text_of(value: ValueRef) -> String {
    match value {
        ValueRef::Null | ValueRef::Blob(_) => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_whose_name_is_no_text_is_damage() {
        let mut base = Connection::open_in_memory().unwrap();
        base.execute_batch(
            "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
             INSERT INTO gpkg_contents VALUES ('utenti', 'attributes');
             CREATE TABLE utenti (comune TEXT, zzzz INTEGER);
             INSERT INTO utenti VALUES ('Milano', 1);",
        )
        .unwrap();
        let sound = base.serialize("main").unwrap().to_vec();
        assert_eq!(read("a.gpkg", sound.clone()).unwrap().tables.len(), 1);
        let mut bytes = sound;
        let at = bytes.windows(4).position(|window| window == b"zzzz").unwrap();
        bytes[at] = 0xff;
        assert!(matches!(read("a.gpkg", bytes).unwrap_err().problem, Problem::Damaged));
    }
}
