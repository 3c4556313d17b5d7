//! Writing many figures to a folder, with progress reports and cancellation.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

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
    // A few at a time, drawn side by side; between them it can be cancelled.
    let at_once = rayon::current_num_threads().max(1);
    for (turn, some) in figures.chunks(at_once).enumerate() {
        let done = turn * at_once;
        if control.is_cancelled() {
            return BatchReport::Cancelled(done);
        }
        control.progress(done, figures.len());
        let one = |(name, spec): &(String, FigureSpec)| -> Result<(), String> {
            let path = folder.join(format!("{name}.{}", format.extension()));
            write_figure(spec, *format, *dpi, *lang, bundle, &path)
                .map_err(|cause| not_written(*lang, &path, &cause))?;
            written.fetch_add(1, Ordering::Relaxed);
            Ok(())
        };
        if let Some(message) = some.par_iter().map(one).collect::<Vec<_>>().into_iter().find_map(Result::err)
        {
            return BatchReport::Ended(written.load(Ordering::Relaxed), Err(message));
        }
    }
    BatchReport::Ended(figures.len(), Ok(()))
}
