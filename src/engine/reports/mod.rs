//! Reports as files: one, or one for each of many places, with progress and cancellation. The command line and the window
//! write them in the same way.

mod again;
pub(super) mod asked;
mod form;
mod format;
mod job;
mod write;

pub use again::made_again;
pub use asked::{MOST_PLACES, stem};
pub use form::{FormSection, ReportAbout, ReportForm};
pub use format::{ReportFormat, Unmade};
pub use job::{ReportEnd, spawn_reports};
pub use write::{ReportJob, ReportOrder, Unwritten, WrittenReport, write_reports};

/// The kinds of report that the program has templates of.
pub use crate::report::template::Shipped as ReportKind;
