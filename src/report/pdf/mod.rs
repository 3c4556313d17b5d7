//! A report as PDF, set by typst in memory: tagged for screen readers after PDF/UA-1 (ISO 14289-1), with real tables,
//! bookmarks, and drawings as vectors.

mod data;
mod error;
mod preview;
mod world;

pub use error::PdfError;
pub use preview::Preview;

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::base::panics;
use crate::scene::MADE_BY;

use super::block::Report;

/// A written report.
#[derive(Clone, Debug)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// What typst remarked while it set the pages: nothing, or a bug of ours.
    pub remarks: Vec<String>,
}

/// The report as a PDF file. The same report gives the same bytes.
///
/// # Errors
/// See [`PdfError`].
pub fn write(report: &Report) -> Result<Pdf, PdfError> {
    let files = world::Files::new(data::files(report)?);
    let set = panics::caught(|| set(&files));
    // Nothing of a report is kept once it is written: seventeen in a row take the memory of one.
    typst::comemo::evict(0);
    set.unwrap_or_else(|_| Err(PdfError::Setting("panic".to_owned())))
}

fn set(files: &world::Files) -> Result<Pdf, PdfError> {
    let set = typst::compile::<PagedDocument>(files);
    let remarks = set.warnings.iter().map(said).collect();
    let document = set.output.map_err(|errors| refused(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    let options = PdfOptions {
        creator: Smart::Custom(Some(MADE_BY.to_owned())),
        standards: standards.map_err(|_| PdfError::Setting("PDF/UA-1".to_owned()))?,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| refused(&errors))?;
    Ok(Pdf { bytes, pages: document.pages().len(), remarks })
}

fn refused(errors: &[SourceDiagnostic]) -> PdfError {
    PdfError::Setting(errors.iter().map(said).collect::<Vec<_>>().join("; "))
}

fn said(diagnostic: &SourceDiagnostic) -> String {
    diagnostic.message.to_string()
}
