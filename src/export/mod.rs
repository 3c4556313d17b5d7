//! Layer 5: scenes to files. SVG is written here, PDF is made from that SVG, and pixels are drawn from the scene
//! itself; a test holds the pictures beside the SVG. Workbooks to XLSX and CSV, tables to CSV and JSON.
//!
//! Invariant: same scene, same bytes. No clock, no random ids, no measuring of text.

mod error;
mod indexed;
mod logo;
mod outline;
mod pattern;
mod pdf;
mod picture;
mod png;
mod raster;
mod reading;
pub mod sheet;
mod svg;
pub(crate) mod table;
mod tags;
mod xlsx;

use std::path::Path;

pub use error::ExportError;
pub use logo::{LogoError, logo};
pub use picture::{Picture, picture};
pub use svg::svg;

use crate::document::SvgText;
use crate::scene::Scene;

/// A file format for figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Svg,
    Png,
    Pdf,
}

impl Format {
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
