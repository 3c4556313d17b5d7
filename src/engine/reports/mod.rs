//! Reports as files: one, or one for each of many places, with progress and cancellation. The command line and the window
//! write them in the same way.

mod again;
pub(super) mod asked;
mod document;
mod files;
mod form;
mod format;
mod job;
mod pages;
mod write;

pub use again::made_again;
pub use asked::{MOST_PLACES, stem};
pub use document::{
    DocumentEnd, DocumentWork, beside, finding_line, refreshed, refreshed_line, verified, verified_line,
    work_on,
};
pub use files::{ReportFile, ReportFileEnd, ReportFileJob, report_file};
pub use form::{FormSection, OwnTemplate, ReportAbout, ReportForm, ReportLogo, ReportPages};
pub use format::{ReportFormat, Unmade};
pub use job::{ReportEnd, spawn_reports};
pub use pages::{MOST_PAGES, report_pages, spawn_pages};
pub use write::{ReportJob, ReportOrder, Unwritten, WrittenReport, write_reports};

/// The kinds of report that the program has templates of.
pub use crate::report::refresh::Edited;
pub use crate::report::template::Shipped as ReportKind;
