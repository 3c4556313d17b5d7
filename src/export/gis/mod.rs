//! Maps as layers for geographic information systems, each with the style of its classes for QGIS.
//!
//! Invariant: the same layer gives the same bytes; codes are text in every format.

mod dbf;
mod geopackage;
mod json;
mod qml;
mod shapefile;

use std::path::{Path, PathBuf};

use crate::scene::{LayerCrs, MADE_BY, MapLayer};

use super::error::ExportError;

/// A file format for layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerFormat {
    GeoPackage,
    GeoJson,
    Shapefile,
}

impl LayerFormat {
    pub const ALL: [Self; 3] = [Self::GeoPackage, Self::GeoJson, Self::Shapefile];

    /// The usual extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::GeoPackage => "gpkg",
            Self::GeoJson => "geojson",
            Self::Shapefile => "shp",
        }
    }

    /// The format for a file name, by its extension.
    pub(crate) fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }

    /// The reference system that its files have: GeoJSON is in degrees (RFC 7946).
    pub(crate) fn crs(self) -> LayerCrs {
        match self {
            Self::GeoJson => LayerCrs::Degrees,
            Self::GeoPackage | Self::Shapefile => LayerCrs::Utm32,
        }
    }
}

/// A file of a layer.
pub(crate) struct LayerFile {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

impl LayerFile {
    pub fn pair(&self) -> (&Path, &[u8]) {
        (&self.path, &self.bytes)
    }
}

/// The layer as a file at this path, after the files that belong beside it: the parts of a shapefile, and the style. `present`
/// gives the bytes of a file that is there already.
///
/// # Errors
/// See [`ExportError`].
pub(crate) fn files(
    layer: &MapLayer,
    path: &Path,
    format: LayerFormat,
    present: &dyn Fn(&Path) -> Option<Vec<u8>>,
) -> Result<Vec<LayerFile>, ExportError> {
    let style = qml::qml(layer);
    let beside = |extension: &str, bytes: Vec<u8>| LayerFile { path: path.with_extension(extension), bytes };
    let mut files = Vec::new();
    let main = match format {
        LayerFormat::GeoJson => json::geojson(layer).into_bytes(),
        LayerFormat::GeoPackage => geopackage::geopackage(layer, &style)?,
        LayerFormat::Shapefile => {
            let shapefile::Parts { shp, shx } = shapefile::shapefile(layer)?;
            files.push(beside("shx", shx));
            files.push(beside("dbf", dbf::dbf(layer)));
            files.push(beside("prj", wkt(layer.crs).as_bytes().to_vec()));
            files.push(beside("cpg", b"UTF-8".to_vec()));
            files.push(beside("metadati.txt", metadata(layer).into_bytes()));
            shp
        }
    };
    files.push(beside("qml", style.into_bytes()));
    if let Some(other) = files.iter().find(|file| is_of_others(file, path, present)) {
        return Err(ExportError::InTheWay(other.path.clone()));
    }
    files.push(LayerFile { path: path.to_owned(), bytes: main });
    Ok(files)
}

/// Whether a file beside the layer would replace one that nobody asked to replace. The parts of a shapefile go with it; a
/// style or metadata may be replaced if they are ours.
fn is_of_others(file: &LayerFile, layer: &Path, present: &dyn Fn(&Path) -> Option<Vec<u8>>) -> bool {
    let mark = match file.path.extension().and_then(|extension| extension.to_str()) {
        Some("qml") => qml::MARK,
        Some("txt") => MADE_BY,
        _ => return file.path.exists() && !layer.exists(),
    };
    let Some(bytes) = present(&file.path) else { return false };
    bytes != file.bytes && !bytes.windows(mark.len()).any(|part| part == mark.as_bytes())
}

/// The reference system in well-known text as ESRI writes it, which every program reads.
fn wkt(crs: LayerCrs) -> &'static str {
    match crs {
        LayerCrs::Degrees => {
            r#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#
        }
        LayerCrs::Utm32 => {
            r#"PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#
        }
    }
}

/// What must be known of the values, as text beside a shapefile, whose cells are short.
fn metadata(layer: &MapLayer) -> String {
    let mut out = format!("{}\r\n\r\n", layer.title);
    layer.metadata.iter().for_each(|(name, text)| out.push_str(&format!("{name}: {text}\r\n")));
    out
}
