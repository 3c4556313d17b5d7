//! Small files read and written away from the window's thread. Each answers with a request of its own.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use crate::document::{CarriedError, PageStyle};
use crate::i18n::Lang;
use crate::io::{Bundle, ReopenError, reopen, write_atomic};

use super::action::Action;
use super::composer::{FigureAction, logo, styles};
use super::failure::{file_name, not_read, not_written};
use super::intake::{IntakeAction, IntakeJob};
use super::project::ProjectJob;

/// A file to be read or written.
#[derive(Clone, Debug, PartialEq)]
pub enum FileJob {
    /// The figure that a file carries.
    ReadFigure(PathBuf),
    /// The picture of a logo.
    ReadLogo(PathBuf),
    /// Looks of pages.
    ReadStyles(PathBuf),
    /// The same, to be written.
    WriteStyles(PathBuf, Vec<PageStyle>),
    /// What an import needs.
    Intake(IntakeJob),
    /// Files of projects.
    Project(ProjectJob),
}

impl FileJob {
    /// Does it, and tells what came of it in that language.
    pub fn run(self, bundle: &Bundle, lang: Lang) -> Action {
        let cause = |error: std::io::Error| lang.io_error(&error);
        Action::Figure(match self {
            Self::Intake(job) => return job.run(lang),
            Self::Project(job) => return Action::Project(job.run(&bundle.atlas.territories, lang)),
            Self::ReadFigure(path) => {
                let read = fs::read(&path).map_err(|error| not_read(lang, &path, &cause(error)));
                let read = match read.map(|bytes| reopen(&bytes)) {
                    // JSON that is no figure may be boundaries.
                    Ok(Err(ReopenError::NotOurs | ReopenError::Carried(CarriedError::NotASpec)))
                        if path.extension().is_some_and(|extension| extension == "json") =>
                    {
                        return Action::Intake(IntakeAction::Add(vec![path]));
                    }
                    Ok(read) => read.map_err(|error| error.text(lang, file_name(&path))),
                    Err(text) => Err(text),
                };
                let changed = read.as_ref().map(|carried| crate::figure::changed(carried, &bundle.atlas));
                let changed = changed.unwrap_or_default();
                FigureAction::Reopened(path, Box::new(read), changed)
            }
            Self::ReadLogo(path) => {
                let read = fs::read(&path).map_err(cause).and_then(|bytes| logo::base64_of(&bytes, lang));
                FigureAction::LogoRead(read.map_err(|cause| not_read(lang, &path, &cause)))
            }
            Self::ReadStyles(path) => {
                let read = fs::read(&path).map_err(cause).and_then(|bytes| styles::from_json(&bytes, lang));
                FigureAction::StylesRead(read.map_err(|cause| not_read(lang, &path, &cause)))
            }
            Self::WriteStyles(path, all) => {
                let written = write_atomic(&path, styles::to_json(&all).as_bytes()).map_err(cause);
                FigureAction::Written(path.clone(), written.map_err(|cause| not_written(lang, &path, &cause)))
            }
        })
    }
}

/// Does it on a thread of its own. `wake` is called when the answer waits in the channel.
pub fn spawn_file_job(
    job: FileJob,
    bundle: Arc<Bundle>,
    lang: Lang,
    wake: impl FnOnce() + Send + 'static,
) -> Receiver<Action> {
    let (sender, receiver) = sync_channel(1);
    let work = move || {
        // The window may have closed meanwhile: then nobody is waiting.
        let _ = sender.send(job.run(&bundle, lang));
        wake();
    };
    // Without a thread the sender is dropped, and nothing comes of it.
    let _ = thread::Builder::new().name("file".into()).spawn(work);
    receiver
}
