//! The files that a report can become.

use std::path::Path;

use serde_json::Value;

use crate::data::Atlas;
use crate::engine::failure::{export_error, logo_error};
use crate::export::ExportError;
use crate::export::sheet::{self, SheetFormat};
use crate::i18n::{Lang, texts};
use crate::report::block::Report;
use crate::report::html::{self, HtmlError};
use crate::report::pdf::{self, PdfError};
use crate::report::{docx, printed};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// A Word document.
    Docx,
    Pdf,
    /// A page that holds all it shows.
    Html,
    /// The numbers that it prints.
    Xlsx,
}

/// Why a report cannot become a file.
#[derive(Debug)]
pub enum Unmade {
    Export(ExportError),
    Pdf(PdfError),
    Html(HtmlError),
}

impl Unmade {
    /// Why, in words.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Export(error) => export_error(lang, error),
            Self::Pdf(PdfError::Logo(error)) | Self::Html(HtmlError::Logo(error)) => logo_error(lang, *error),
            Self::Pdf(PdfError::Data(_) | PdfError::Setting(_)) => lang.text(texts::CAUSE_PDF).to_owned(),
        }
    }
}

impl ReportFormat {
    /// Every format, in the order in which files are written.
    pub const ALL: [Self; 4] = [Self::Docx, Self::Pdf, Self::Html, Self::Xlsx];

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// Those that are written where none are named: chapters come with the list of their numbers.
    pub fn usual(with_numbers: bool) -> Vec<Self> {
        if with_numbers { vec![Self::Docx, Self::Pdf, Self::Xlsx] } else { vec![Self::Docx, Self::Pdf] }
    }

    /// What it is called where one is chosen.
    pub fn name(self, lang: Lang) -> &'static str {
        lang.text(match self {
            Self::Docx => texts::REPORT_FILE_DOCX,
            Self::Pdf => texts::REPORT_FILE_PDF,
            Self::Html => texts::REPORT_FILE_HTML,
            Self::Xlsx => texts::REPORT_FILE_XLSX,
        })
    }

    /// The format with this extension.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }

    /// The format for a file name.
    pub fn of_path(path: &Path) -> Option<Self> {
        Self::of_extension(path.extension()?.to_str()?)
    }

    /// The report as such a file; `request` is what a document keeps of how it was asked for.
    pub(super) fn bytes(self, report: &Report, request: &Value, atlas: &Atlas) -> Result<Vec<u8>, Unmade> {
        match self {
            Self::Docx => docx::write(report, request).map_err(Unmade::Export),
            Self::Pdf => pdf::write(report).map(|pdf| pdf.bytes).map_err(Unmade::Pdf),
            Self::Html => html::write(report).map(String::into_bytes).map_err(Unmade::Html),
            Self::Xlsx => {
                sheet::file(&printed::workbook(report, atlas), SheetFormat::Xlsx).map_err(Unmade::Export)
            }
        }
    }
}
