//! Small files read and written off the window's thread. Each job reports back with an action of its own.

use std::path::PathBuf;
use std::sync::Arc;

use crate::base::Misread;
use crate::document::{CarriedError, OwnIndicator, PageStyle};
use crate::export::logo;
use crate::i18n::{Lang, texts};
use crate::io::file::{self, FileKind, Unread};
use crate::io::{Bundle, ReopenError, formulas, reopen, write_atomic};

use super::action::Action;
use super::background::{Broken, Task, spawn};
use super::composer::{FigureAction, styles};
use super::dialog::DialogAction;
use super::failure::{file_name, logo_error, not_read, not_written};
use super::formula::FormulaAction;
use super::intake::{IntakeAction, IntakeJob};
use super::project::ProjectJob;
use super::reports::{DocumentWork, ReportFileJob, report_file, work_on};

/// A file to be read or written.
#[derive(Clone, Debug, PartialEq)]
pub enum FileJob {
    /// Read the figure that a file carries.
    ReadFigure(PathBuf),
    /// Read the picture of a logo.
    ReadLogo(PathBuf),
    ReadStyles(PathBuf),
    /// Write page styles.
    WriteStyles(PathBuf, Vec<PageStyle>),
    /// A file of the form of reports.
    Report(Box<ReportFileJob>),
    /// A Word document to be brought up to date or checked.
    Document(PathBuf, DocumentWork),
    ReadFormulas(PathBuf),
    /// Write indicators typed as formulas.
    WriteFormulas(PathBuf, Vec<OwnIndicator>),
    /// File work of an import.
    Intake(IntakeJob),
    Project(ProjectJob),
}

impl FileJob {
    /// Does the work and returns the action that reports the outcome, with messages in this language.
    pub fn run(self, bundle: &Bundle, lang: Lang) -> Action {
        let cause = |error: std::io::Error| lang.io_error(&error);
        let unread = |unread: Unread| unread.cause(lang);
        Action::Figure(match self {
            Self::Intake(job) => return job.run(lang),
            Self::Project(job) => return Action::Project(job.run(bundle.atlas.official(), lang)),
            Self::Report(job) => {
                let ReportFileJob { what, form, path } = *job;
                let end = report_file(what, &form, &path, &bundle.atlas.catalogue, lang);
                return Action::Dialog(DialogAction::ReportFileDone(Box::new(end)));
            }
            Self::Document(path, work) => {
                let end = work_on(&path, work, bundle, lang);
                return Action::Dialog(DialogAction::DocumentDone(path, end));
            }
            Self::ReadFormulas(path) => {
                let read = file::read(&path, FileKind::Settings).map_err(unread);
                let read = read.map_err(|cause| not_read(lang, &path, &cause)).and_then(|bytes| {
                    let text = String::from_utf8_lossy(&bytes);
                    let fault = |at: Misread| texts::formula_unread(lang, file_name(&path), at.row);
                    formulas::from_toml(&text).map_err(fault)
                });
                return Action::Formula(FormulaAction::Opened(path, read));
            }
            Self::WriteFormulas(path, all) => {
                let written = write_atomic(&path, formulas::to_toml(&all).as_bytes()).map_err(cause);
                FigureAction::Written(path.clone(), written.map_err(|cause| not_written(lang, &path, &cause)))
            }
            Self::ReadFigure(path) => {
                let read = file::read(&path, FileKind::Figure);
                let read = read.map_err(|unread| not_read(lang, &path, &unread.cause(lang)));
                let read = match read.map(|bytes| reopen(&bytes)) {
                    // JSON that is not a figure may be boundaries.
                    Ok(Err(ReopenError::NotOurs | ReopenError::Carried(CarriedError::NotASpec)))
                        if path.extension().is_some_and(|extension| extension == "json") =>
                    {
                        return Action::Intake(IntakeAction::Add(vec![path]));
                    }
                    Ok(read) => read.map_err(|error| error.text(lang, file_name(&path))),
                    Err(text) => Err(text),
                };
                let changed = read.as_ref().map(|carried| {
                    let rated = bundle.with_carried(carried);
                    crate::figure::changed(carried, &rated.as_ref().unwrap_or(bundle).atlas)
                });
                let changed = changed.unwrap_or_default();
                FigureAction::Reopened(path, Box::new(read), changed)
            }
            Self::ReadLogo(path) => {
                let read = file::read(&path, FileKind::Picture).map_err(unread);
                let read = read.and_then(|bytes| logo(&bytes).map_err(|error| logo_error(lang, error)));
                FigureAction::LogoRead(read.map_err(|cause| not_read(lang, &path, &cause)))
            }
            Self::ReadStyles(path) => {
                let read = file::read(&path, FileKind::Settings).map_err(unread);
                let read = read.and_then(|bytes| styles::from_json(&bytes, lang));
                FigureAction::StylesRead(read.map_err(|cause| not_read(lang, &path, &cause)))
            }
            Self::WriteStyles(path, all) => {
                let written = write_atomic(&path, styles::to_json(&all).as_bytes()).map_err(cause);
                FigureAction::Written(path.clone(), written.map_err(|cause| not_written(lang, &path, &cause)))
            }
        })
    }

    /// The action that reports that the work broke off.
    fn broken(&self, why: Broken, lang: Lang) -> Action {
        let cause = why.cause(lang);
        Action::Figure(match self {
            Self::Intake(job) => return job.broken(why, lang),
            Self::Project(job) => return job.broken(why, lang),
            Self::Report(job) => {
                let end = Err(not_read(lang, &job.path, cause));
                return Action::Dialog(DialogAction::ReportFileDone(Box::new(end)));
            }
            Self::Document(path, _) => {
                let end = Err(not_read(lang, path, cause));
                return Action::Dialog(DialogAction::DocumentDone(path.clone(), end));
            }
            Self::ReadFigure(path) => {
                FigureAction::Reopened(path.clone(), Box::new(Err(not_read(lang, path, cause))), Vec::new())
            }
            Self::ReadLogo(path) => FigureAction::LogoRead(Err(not_read(lang, path, cause))),
            Self::ReadStyles(path) => FigureAction::StylesRead(Err(not_read(lang, path, cause))),
            Self::ReadFormulas(path) => {
                let read = Err(not_read(lang, path, cause));
                return Action::Formula(FormulaAction::Opened(path.clone(), read));
            }
            Self::WriteStyles(path, _) | Self::WriteFormulas(path, _) => {
                FigureAction::Written(path.clone(), Err(not_written(lang, path, cause)))
            }
        })
    }
}

pub fn spawn_file_job(
    job: FileJob,
    bundle: Arc<Bundle>,
    lang: Lang,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<Action> {
    let asked = job.clone();
    spawn("file", move |_| job.run(&bundle, lang), move |why| asked.broken(why, lang), wake)
}
