//! Layer 5: scenes to files. SVG is written here; PNG and PDF are made from that SVG, so the three cannot
//! differ. Workbooks to XLSX and CSV, tables to CSV and JSON.
//!
//! Invariant: same scene, same bytes. No clock, no random ids, no measuring of text.

mod indexed;
mod logo;
mod outline;
mod pdf;
mod picture;
mod png;
mod raster;
pub mod sheet;
mod svg;
pub mod table;
mod tags;
mod xlsx;

use std::path::Path;
use std::sync::{Arc, LazyLock};

pub use logo::{LogoError, logo};
pub use picture::{Picture, picture};
pub use svg::svg;

use resvg::usvg::fontdb::Database;

use crate::document::SvgText;
use crate::scene::Scene;

/// A file format for figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// Portable Document Format.
    Pdf,
}

/// A figure cannot be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// More pixels than memory should be asked for.
    #[error("a picture of {width} × {height} pixels is too large")]
    TooManyPixels {
        /// Width.
        width: f64,
        /// Height.
        height: f64,
    },
    /// The PNG library refused.
    #[error("PNG: {0}")]
    Png(#[from] ::png::EncodingError),
    /// The PDF library refused.
    #[error("PDF: {0}")]
    Pdf(String),
    /// The XLSX library refused.
    #[error("XLSX: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The SVG made here could not be read back: a fault of ours.
    #[error("SVG: {0}")]
    Svg(#[from] resvg::usvg::Error),
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Pdf];

    /// The usual extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The format a file name asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// Dots per inch that a PNG may have.
pub const DPI: std::ops::RangeInclusive<u32> = 36..=1200;

/// The scene as a file.
///
/// # Errors
/// See [`ExportError`].
pub fn figure(scene: &Scene, format: Format, svg_text: SvgText, dpi: u32) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Svg => Ok(svg(scene, svg_text).into_bytes()),
        Format::Png => png::png(scene, dpi),
        Format::Pdf => pdf::pdf(scene),
    }
}

/// How our own SVG is read back: with the embedded typeface and no other.
fn reading() -> resvg::usvg::Options<'static> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        crate::scene::text::font_files().iter().for_each(|file| fonts.load_font_data(file.to_vec()));
        Arc::new(fonts)
    });
    resvg::usvg::Options {
        fontdb: FONTS.clone(),
        font_family: crate::scene::text::FAMILY.to_owned(),
        ..Default::default()
    }
}
