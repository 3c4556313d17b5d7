//! What is to be done outside of the state.

use super::action::Framing;
use super::batch::BatchRequest;
use super::export_job::ExportRequest;
use super::files::FileJob;
use super::question::Question;
use super::whence::Asked;

/// What an update wants done outside of the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write a file in the background.
    Export(Box<ExportRequest>),
    /// Write many files in the background.
    Batch(Box<BatchRequest>),
    /// Write no more of them.
    CancelMany,
    /// Read or write a small file in the background.
    File(FileJob),
    /// Look for where a number comes from.
    Find(Box<Asked>),
    /// Ask the user for a file or a folder.
    Ask(Question),
    /// Put a text on the clipboard.
    Copy(String),
    Frame(Framing),
    Quit,
}
