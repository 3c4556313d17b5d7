//! Reports made off the window's thread.

use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::background::{Control, Task, spawn};
use crate::engine::failure::not_written;
use crate::i18n::{Lang, texts};
use crate::io::Bundle;

use super::write::{ReportJob, Unwritten, write_reports};

/// How it ended: the files that are written and, if it stopped early, why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportEnd {
    pub files: Vec<PathBuf>,
    /// How many reports are complete.
    pub reports: usize,
    pub result: Result<(), String>,
    pub is_cancelled: bool,
}

/// Starts the work. When cancelled it stops after the current report.
pub fn spawn_reports(
    job: ReportJob,
    lang: Lang,
    bundle: Arc<Bundle>,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<ReportEnd> {
    let work = move |control: &Control<'_, ReportEnd>| {
        let mut end = ReportEnd { files: Vec::new(), reports: 0, result: Ok(()), is_cancelled: false };
        let mut goes_on = |done: usize, of: usize| {
            control.progress(done, of);
            !control.is_cancelled()
        };
        let made = write_reports(&job, &bundle, &mut goes_on, &mut |written| {
            end.reports += 1;
            end.files.extend(written.files);
        });
        match made {
            Ok(()) => {}
            Err(Unwritten::Cancelled) => end.is_cancelled = true,
            Err(Unwritten::File(path, error)) => {
                end.result = Err(not_written(lang, &path, &lang.io_error(&error)));
            }
            Err(Unwritten::Made(path, error)) => {
                end.result = Err(not_written(lang, &path, &error.text(lang)));
            }
        }
        end
    };
    spawn(
        "reports",
        work,
        move |why| {
            let why = texts::many_broken(lang, why.cause(lang));
            ReportEnd { files: Vec::new(), reports: 0, result: Err(why), is_cancelled: false }
        },
        wake,
    )
}
