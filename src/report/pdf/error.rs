//! Why a report cannot be written as PDF.

use crate::export::LogoError;

/// Why a report cannot be written as PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The logo cannot be drawn.
    #[error("logo: {0}")]
    Logo(#[from] LogoError),
    /// The blocks could not be put into words for typst: a bug of ours.
    #[error("data: {0}")]
    Data(#[from] serde_json::Error),
    /// typst refused the pages: a bug of ours.
    #[error("typst: {0}")]
    Setting(String),
}
