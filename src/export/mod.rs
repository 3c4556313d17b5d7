//! Layer 5: scenes to files. SVG is written here, PDF is made from that SVG, and pixels are drawn from the scene
//! itself; a test compares the pixels with the SVG. Workbooks are written as XLSX and CSV, tables as CSV and JSON.
//!
//! Invariant: the same scene gives the same bytes. No clock, no random ids; text is measured only to see which parts of
//! a picture changed.

mod bounds;
mod drawing;
mod error;
pub mod gis;
mod indexed;
mod logo;
mod outline;
mod pattern;
mod pdf;
mod picture;
mod png;
mod raster;
mod reading;
mod redraw;
pub mod sheet;
mod stroke;
mod svg;
pub(crate) mod table;
mod tags;
mod xlsx;

use std::path::Path;

pub use error::{ExportError, LogoError, NotDrawn};
pub use logo::logo;
pub use picture::{Picture, picture};
pub use redraw::{Drawn, picture_again};
pub(crate) use svg::Escaped;
pub use svg::{svg, svg_in_page};

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

    /// The format for a file name, by its extension.
    pub(crate) fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// The resolutions a PNG may have, in dots per inch.
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
