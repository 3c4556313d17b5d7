//! Why something could not be read, drawn or written: a single sentence that says what to do.

use std::path::Path;

use crate::export::{ExportError, LogoError, NotDrawn};
use crate::figure::FigureError;
use crate::i18n::{Lang, texts};

/// The name of a file in messages, without its folders.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The message that a file was not written, and why.
pub(crate) fn not_written(lang: Lang, path: &Path, cause: &str) -> String {
    texts::not_written(lang, file_name(path), cause)
}

/// The message that a file was not read, and why.
pub fn not_read(lang: Lang, path: &Path, cause: &str) -> String {
    texts::not_read(lang, file_name(path), cause)
}

/// The message on why a figure was not written.
pub fn export_error(lang: Lang, error: &ExportError) -> String {
    lang.text(match error {
        ExportError::TooManyPixels { .. } => texts::CAUSE_PIXELS,
        ExportError::Png(_) => texts::CAUSE_PNG,
        ExportError::Pdf(_) => texts::CAUSE_PDF,
        ExportError::Xlsx(_) => texts::CAUSE_XLSX,
        ExportError::Shapefile(_) | ExportError::NoShape | ExportError::GeoPackage(_) => texts::CAUSE_LAYER,
        ExportError::InTheWay(path) => return texts::cause_in_the_way(lang, path.display()),
        ExportError::Svg(_) => texts::CAUSE_SVG,
    })
    .to_owned()
}

/// Why a file cannot be a logo, to follow the name of the file.
pub(crate) fn logo_error(lang: Lang, error: LogoError) -> String {
    match error {
        LogoError::TooLarge => lang.text(texts::LOGO_TOO_LARGE).to_owned(),
        LogoError::NotAPicture => lang.text(texts::LOGO_NOT_A_PICTURE).to_owned(),
        LogoError::TooComplex => lang.text(texts::LOGO_TOO_COMPLEX).to_owned(),
        LogoError::Has(what) => {
            let what = match what {
                NotDrawn::Filters => texts::DRAWING_FILTER,
                NotDrawn::Patterns => texts::DRAWING_PATTERN,
                NotDrawn::Markers => texts::DRAWING_MARKER,
                NotDrawn::Foreign => texts::DRAWING_FOREIGN,
                NotDrawn::Entities => texts::DRAWING_ENTITIES,
            };
            texts::logo_has(lang, lang.text(what))
        }
    }
}

/// The message on why a figure cannot be drawn.
pub fn figure_error(lang: Lang, error: &FigureError) -> String {
    error.text(lang)
}
