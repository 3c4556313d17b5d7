//! Writing many figures to a folder, with progress reports and cancellation.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::document::FigureSpec;
use crate::export::Format;
use crate::i18n::{Lang, texts};
use crate::io::Bundle;

use super::background::{Control, Task, spawn};
use super::export_job::write_figure;
use super::failure::not_written;

#[derive(Clone, Debug, PartialEq)]
pub struct BatchRequest {
    /// File names without extension, with their figures.
    pub figures: Vec<(String, FigureSpec)>,
    /// Folder to write them to.
    pub folder: PathBuf,
    pub format: Format,
    /// Resolution of PNG files, in dots per inch.
    pub dpi: u32,
    /// Language of the messages.
    pub lang: Lang,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BatchReport {
    /// All done or stopped: how many files were written, and the message if it stopped early.
    Ended(usize, Result<(), String>),
    /// It was cancelled after this many.
    Cancelled(usize),
}

/// Starts the work. When cancelled it stops after the current file.
pub fn spawn_batch(
    request: BatchRequest,
    bundle: Arc<Bundle>,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<BatchReport> {
    let written = Arc::new(AtomicUsize::new(0));
    let (before, lang) = (Arc::clone(&written), request.lang);
    let work = move |control: &Control<'_, BatchReport>| write(&request, &bundle, control, &written);
    spawn(
        "batch",
        work,
        move |why| {
            let why = texts::many_broken(lang, why.cause(lang));
            BatchReport::Ended(before.load(Ordering::Relaxed), Err(why))
        },
        wake,
    )
}

fn write(
    request: &BatchRequest,
    bundle: &Bundle,
    control: &Control<'_, BatchReport>,
    written: &AtomicUsize,
) -> BatchReport {
    let BatchRequest { figures, folder, format, dpi, lang } = request;
    for (done, (name, spec)) in figures.iter().enumerate() {
        if control.is_cancelled() {
            return BatchReport::Cancelled(done);
        }
        control.progress(done, figures.len());
        let path = folder.join(format!("{name}.{}", format.extension()));
        if let Err(cause) = write_figure(spec, *format, *dpi, *lang, bundle, &path) {
            return BatchReport::Ended(done, Err(not_written(*lang, &path, &cause)));
        }
        written.store(done + 1, Ordering::Relaxed);
    }
    BatchReport::Ended(figures.len(), Ok(()))
}
