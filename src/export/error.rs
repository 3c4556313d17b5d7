//! Why a figure or a table cannot be written.

/// A figure cannot be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// More pixels than memory should be asked for.
    #[error("a picture of {width} × {height} pixels is too large")]
    TooManyPixels { width: f64, height: f64 },
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
