//! Users' files, read into tables of text or into shapes. The format is determined from the bytes, and from the name
//! only where these do not tell.
//!
//! Invariant: nothing here knows territories or variables, and no cell becomes a number.

pub(crate) mod archive;
mod compound;
mod delimited;
mod encodings;
mod error;
mod fixed;
pub(in crate::io) mod limits;
mod older_marks;
mod pages;
pub(in crate::io) mod parquet;
mod parquet_types;
mod promised;
mod quotes;
mod raw_table;
mod records;
mod separator;
mod sheet_marks;
mod text;
mod workbook;

use std::path::Path;
use std::sync::Arc;

pub use delimited::is_html;
pub use error::{Expected, Problem, SourceError};
pub use limits::Limit;
pub(crate) use raw_table::{Line, number_text};
pub use raw_table::{Notes, RawTable, Stated};
pub use text::decode;

use super::digest;
use super::file::{self, FileKind, Unread};
use super::shapes::{self, Fault, Layers, Parts, Shapes};

/// The contents of a file.
#[derive(Debug)]
pub enum Content {
    /// A table; one sheet, if the file has several.
    Table(RawTable),
    Shapes(Arc<Shapes>),
    /// A layer of several that cannot be read, and why.
    Unread(Arc<SourceError>),
}

/// A file that was read, once.
#[derive(Debug)]
pub struct Opened {
    /// The contents of the file.
    pub contents: Vec<Content>,
    /// SHA-256 of exactly the bytes that were read; for a shapefile, of the .shp.
    pub sha256: String,
}

/// Extensions of the files that belong to a .shp and are read along with it.
const PARTS: [&str; 10] = ["shx", "dbf", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "xml", "qmd"];

/// Reads a file from disk, with its parts if it is a shapefile.
///
/// # Errors
/// See [`Problem`].
pub fn open(path: &Path) -> Result<Opened, SourceError> {
    let shown = path
        .file_name()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let bytes = read(path, &shown)?;
    let sha256 = digest(&bytes);
    if extension(&shown) == "shp" {
        let beside = |extension: &str| {
            // On a case-sensitive disk the extensions of the parts may be in either case.
            let spelt = [extension.to_owned(), extension.to_uppercase()];
            spelt
                .iter()
                .map(|e| path.with_extension(e))
                .find(|p| p.is_file())
                .map(|p| read(&p, &shown))
                .transpose()
        };
        let parts = Parts {
            shp: bytes,
            shx: beside("shx")?,
            dbf: beside("dbf")?,
            prj: beside("prj")?,
            cpg: beside("cpg")?,
        };
        return Ok(Opened { contents: contents_of(shapes::read_shapefile(&shown, &parts)?), sha256 });
    }
    let mut contents = read_bytes(&shown, bytes)?;
    if has_unsaved(path) {
        let shapes = contents.iter_mut().filter_map(|content| match content {
            Content::Shapes(shapes) => Arc::get_mut(shapes),
            Content::Table(_) | Content::Unread(_) => None,
        });
        shapes.for_each(|shapes| shapes.faults.push((Fault::Unsaved, Vec::new())));
    }
    Ok(Opened { contents, sha256 })
}

/// Whether another program keeps changes to a database in the file beside it.
fn has_unsaved(path: &Path) -> bool {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-wal");
    extension(&path.to_string_lossy()) == "gpkg"
        && std::fs::metadata(beside).is_ok_and(|about| about.is_file() && about.len() > 0)
}

/// The files that are read along with this one.
pub fn with_parts(path: &Path) -> Vec<std::path::PathBuf> {
    let mut all = vec![path.to_owned()];
    if extension(&path.to_string_lossy()) == "shp" {
        let both = |part: &&str| [(*part).to_owned(), part.to_uppercase()];
        all.extend(PARTS.iter().flat_map(both).map(|part| path.with_extension(part)));
    }
    all
}

/// Whether a file is only a part of a shapefile that is also in the list.
pub(crate) fn is_part_of_another(path: &Path, all: &[&Path]) -> bool {
    let lower = |path: &Path| extension(&path.to_string_lossy());
    PARTS.contains(&lower(path).as_str())
        && all
            .iter()
            .any(|other| lower(other) == "shp" && other.with_extension("") == path.with_extension(""))
}

fn read(path: &Path, shown: &str) -> Result<Vec<u8>, SourceError> {
    file::read(path, FileKind::Data).map_err(|unread| {
        SourceError::new(
            shown,
            match unread {
                Unread::Folder => Problem::Folder,
                Unread::TooLarge(_) => Problem::TooLarge(Limit::Bytes),
                unread => Problem::Read(unread),
            },
        )
    })
}

/// Reads a file from memory: anything but a loose shapefile.
///
/// # Errors
/// See [`Problem`].
pub fn read_bytes(file: &str, bytes: Vec<u8>) -> Result<Vec<Content>, SourceError> {
    read_within(file, bytes, false)
}

fn read_within(file: &str, bytes: Vec<u8>, in_archive: bool) -> Result<Vec<Content>, SourceError> {
    let error = |problem| Err(SourceError::new(file, problem));
    let tables = |tables: Vec<RawTable>| tables.into_iter().map(Content::Table).collect();
    let extension = extension(file);
    let is_blank = bytes.iter().all(u8::is_ascii_whitespace);
    match extension.as_str() {
        "parquet" => return parquet::read(file, &bytes).map(|table| vec![Content::Table(table)]),
        _ if is_blank => return error(Problem::Empty),
        _ => {}
    }
    match bytes.as_slice() {
        [b'P', b'K', 3 | 5, ..] => {
            let names = archive::names(&bytes);
            if names.iter().any(|name| name == "xl/workbook.xml" || name == "xl/_rels/workbook.xml.rels") {
                workbook::read_xlsx(file, &bytes).map(tables)
            } else if names.iter().any(|name| name == "content.xml") {
                workbook::read_ods(file, &bytes).map(tables)
            } else if in_archive {
                // An archive could contain itself, so only one level is opened.
                error(Problem::NotA(Expected::Workbook))
            } else {
                read_archive(file, &bytes)
            }
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => workbook::read_xls(file, &bytes).map(tables),
        [b'P', b'A', b'R', b'1', ..] => parquet::read(file, &bytes).map(|table| vec![Content::Table(table)]),
        // Like an archive, only one level is opened; an archive within is none of ours.
        [0x1f, 0x8b, ..] if in_archive => error(Problem::Gzip),
        [0x1f, 0x8b, ..] => {
            let unpacked = archive::unzipped(file, &bytes)?;
            let stem = file.rsplit_once('.').filter(|(_, end)| end.eq_ignore_ascii_case("gz"));
            let stem = stem.map_or(file, |(stem, _)| stem);
            match unpacked.get(257..262) == Some(b"ustar") {
                true => error(Problem::Gzip),
                false => read_within(stem, unpacked, true),
            }
        }
        [b'%', b'P', b'D', b'F', ..] => error(Problem::Pdf),
        [b'S', b'Q', b'L', b'i', b't', b'e', ..] if shapes::is_database(&bytes) => {
            shapes::read_geopackage(file, bytes).map(contents_of)
        }
        _ if extension == "gpkg" => error(Problem::NotA(Expected::GeoPackage)),
        _ if shapes::is_kml(&extension, &bytes) => shapes::read_kml(file, &bytes).map(contents_of),
        _ if shapes::is_json(&extension, &bytes) => match records::read(file, &bytes) {
            Some(table) => Ok(vec![Content::Table(table)]),
            None => shapes::read_json(file, &bytes).map(contents_of),
        },
        // GML, the tables of Excel 2003: text, but no table.
        [b'<', b'?', b'x', b'm', b'l', ..]
            if !is_html(&String::from_utf8_lossy(&bytes[..bytes.len().min(512)])) =>
        {
            error(Problem::NotText)
        }
        _ => {
            let table = delimited::read(file, bytes)?;
            let binary = ["xlsx", "ods", "zip"].contains(&extension.as_str());
            // Many programs write text as .xls; text as .xlsx is a mistake.
            if binary { error(Problem::NotA(Expected::Workbook)) } else { Ok(vec![Content::Table(table)]) }
        }
    }
}

/// The tables and shapefiles in an archive.
fn read_archive(file: &str, bytes: &[u8]) -> Result<Vec<Content>, SourceError> {
    let mut entries: Vec<(String, Vec<u8>)> = Vec::new();
    // macOS adds a shadow copy of every file.
    let wanted = |name: &str| {
        !name.starts_with("__MACOSX/") && !name.rsplit('/').next().is_some_and(|n| n.starts_with('.'))
    };
    archive::each(file, bytes, wanted, |name, bytes| {
        entries.push((name.to_owned(), bytes));
        Ok(())
    })?;
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    let is_shapefile = |(name, _): &&(String, Vec<u8>)| extension(name) == "shp";
    let shapefiles: Vec<String> = entries.iter().filter(is_shapefile).map(|(name, _)| name.clone()).collect();
    let mut contents = Vec::new();
    let mut unread = Vec::new();
    for name in &shapefiles {
        let mut part = |wanted: &str| {
            let at = entries.iter().position(|(n, _)| stem(n) == stem(name) && extension(n) == wanted);
            at.map(|at| std::mem::take(&mut entries[at].1))
        };
        let shp = part("shp").unwrap_or_default();
        let parts = Parts { shp, shx: part("shx"), dbf: part("dbf"), prj: part("prj"), cpg: part("cpg") };
        match shapes::read_shapefile(&format!("{file} › {name}"), &parts) {
            Ok(layers) => contents.extend(contents_of(layers)),
            Err(error) => unread.push(error),
        }
    }
    const READ: [&str; 14] = [
        "csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet", "geojson", "json", "jsonl", "ndjson",
        "topojson", "gpkg", "kml",
    ];
    for (name, bytes) in entries {
        if READ.contains(&extension(&name).as_str()) && !bytes.is_empty() {
            contents.extend(read_within(&format!("{file} › {name}"), bytes, true)?);
        }
    }
    // One layer that cannot be read does not take the others with it, and is told.
    if contents.is_empty() {
        return Err(unread.pop().unwrap_or_else(|| SourceError::new(file, Problem::NothingInside)));
    }
    contents.extend(unread.into_iter().map(|error| Content::Unread(Arc::new(error))));
    Ok(contents)
}

fn contents_of(layers: Layers) -> Vec<Content> {
    let areas = layers.areas.into_iter().map(|shapes| Content::Shapes(Arc::new(shapes)));
    let tables = layers.tables.into_iter().map(Content::Table);
    let unread = layers.unread.into_iter().map(|error| Content::Unread(Arc::new(error)));
    areas.chain(tables).chain(unread).collect()
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}
