//! Why a figure or a table cannot be written.

use std::path::PathBuf;

/// Why a figure cannot be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The picture would need too much memory.
    #[error("a picture of {width} × {height} pixels is too large")]
    TooManyPixels { width: f64, height: f64 },
    /// The PNG encoder failed.
    #[error("PNG: {0}")]
    Png(#[from] ::png::EncodingError),
    /// The PDF library failed.
    #[error("PDF: {0}")]
    Pdf(String),
    /// The XLSX library failed.
    #[error("XLSX: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The crate that writes shapefiles failed.
    #[error("shapefile: {0}")]
    Shapefile(#[from] shapefile::Error),
    /// A unit without an outline.
    #[error("a unit has no shape")]
    NoShape,
    /// A file that belongs beside a layer is there already and is not its own.
    #[error("{} is there already", .0.display())]
    InTheWay(PathBuf),
    /// The database of a GeoPackage could not be written.
    #[error("GeoPackage: {0}")]
    GeoPackage(#[from] rusqlite::Error),
    /// The SVG written here could not be parsed: a bug of ours.
    #[error("SVG: {0}")]
    Svg(#[from] resvg::usvg::Error),
}

/// Why a file cannot be a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// Too many bytes or pixels.
    #[error("the picture is too large")]
    TooLarge,
    /// Not a PNG, JPEG or SVG, or a damaged one.
    #[error("the file is no PNG, JPEG or SVG that can be read")]
    NotAPicture,
    /// It would take too long to draw.
    #[error("the drawing is too complicated")]
    TooComplex,
    /// It has what is not drawn here.
    #[error("the drawing has what is not drawn: {0:?}")]
    Has(NotDrawn),
}

/// What a drawing may hold and is not drawn here, because it can take as long as it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDrawn {
    /// Blurs, shadows and the like.
    Filters,
    /// A square repeated as often as it fits.
    Patterns,
    /// Marks at every corner of a line.
    Markers,
    /// Parts in another language.
    Foreign,
    /// Names that stand for any amount of text.
    Entities,
}
