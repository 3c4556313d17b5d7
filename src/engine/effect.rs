//! Effects: what an update wants done outside the state.

use super::action::Framing;
use super::analysis::AnalysisJob;
use super::batch::BatchRequest;
use super::export_job::ExportRequest;
use super::files::FileJob;
use super::opening::Opening;
use super::question::Question;
use super::reports::ReportJob;
use super::whence::Asked;

/// A request for something outside the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write a file in the background.
    Export(Box<ExportRequest>),
    /// Write many files in the background.
    Batch(Box<BatchRequest>),
    /// Stop writing them.
    CancelMany,
    /// Make reports and write them in the background.
    Reports(Box<ReportJob>),
    /// Stop after the current one.
    CancelReports,
    /// Answer a question of the analysis in the background.
    Analyse(Box<AnalysisJob>),
    /// Stop answering it.
    CancelAnalysis,
    /// Make the pages of a report.
    ReportPages(Box<ReportJob>),
    /// Read or write a small file in the background.
    File(FileJob),
    /// Look for where a number comes from.
    Find(Box<Asked>),
    /// Ask the user for a file or a folder.
    Ask(Question),
    /// Copy a text to the clipboard.
    Copy(String),
    Frame(Framing),
    /// Open something in another program.
    OpenOutside(Opening),
    Quit,
}
