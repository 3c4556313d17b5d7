//! The files that a report can become.

use std::path::Path;

use serde_json::Value;

use crate::data::Atlas;
use crate::export::ExportError;
use crate::export::sheet::{self, SheetFormat};
use crate::i18n::{Lang, texts};
use crate::report::block::Report;
use crate::report::printed;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// The numbers that it prints.
    Xlsx,
}

impl ReportFormat {
    /// Every format, in the order in which files are written.
    pub const ALL: [Self; 1] = [Self::Xlsx];

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
        }
    }

    /// Those that are written where none are named.
    pub fn usual(with_numbers: bool) -> Vec<Self> {
        let _ = with_numbers;
        Self::ALL.to_vec()
    }

    /// What it is called where one is chosen.
    pub fn name(self, lang: Lang) -> &'static str {
        lang.text(match self {
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
    pub(super) fn bytes(
        self,
        report: &Report,
        request: &Value,
        atlas: &Atlas,
    ) -> Result<Vec<u8>, ExportError> {
        let _ = request;
        match self {
            Self::Xlsx => sheet::file(&printed::workbook(report, atlas), SheetFormat::Xlsx),
        }
    }
}
