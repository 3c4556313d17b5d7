//! Writing many figures to a folder, with word of how far it has come, until it is done or called off.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::document::FigureSpec;
use crate::export::Format;
use crate::i18n::{Lang, texts};
use crate::io::Bundle;

use super::export_job::write_figure;
use super::failure::not_written;

/// Reports that may wait to be read.
const WAITING: usize = 4;

/// What is written.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchRequest {
    /// Names of the files, without extension, and the figures.
    pub figures: Vec<(String, FigureSpec)>,
    /// Folder they are put in.
    pub folder: PathBuf,
    /// How.
    pub format: Format,
    /// Dots an inch, of PNG.
    pub dpi: u32,
    /// Language of what is told.
    pub lang: Lang,
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BatchReport {
    /// So many are written, of how many.
    Done(usize, usize),
    /// No more will be: the files written, and in words why it stopped, where it did.
    Ended(usize, Result<(), String>),
    /// It was called off after so many.
    Cancelled(usize),
}

/// Starts the work on a thread of its own. `wake` is called when a report waits in the channel. It stops after the file in
/// hand once `cancelled` is set.
pub fn spawn_batch(
    request: BatchRequest,
    bundle: Arc<Bundle>,
    cancelled: Arc<AtomicBool>,
    wake: impl Fn() + Send + 'static,
) -> Receiver<BatchReport> {
    let (sender, receiver) = sync_channel(WAITING);
    let refused = request.lang.text(texts::CAUSE_THREAD).to_owned();
    let work = move || {
        let last = write(&request, &bundle, &cancelled, &sender, &wake);
        // The window may have closed meanwhile: then nobody is waiting.
        let _ = sender.send(last);
        wake();
    };
    if thread::Builder::new().name("batch".into()).spawn(work).is_err() {
        let (sender, receiver) = sync_channel(1);
        let _ = sender.send(BatchReport::Ended(0, Err(refused)));
        return receiver;
    }
    receiver
}

fn write(
    request: &BatchRequest,
    bundle: &Bundle,
    cancelled: &AtomicBool,
    sender: &SyncSender<BatchReport>,
    wake: &dyn Fn(),
) -> BatchReport {
    let BatchRequest { figures, folder, format, dpi, lang } = request;
    for (done, (name, spec)) in figures.iter().enumerate() {
        if cancelled.load(Ordering::Relaxed) {
            return BatchReport::Cancelled(done);
        }
        // Where the window has closed, the files are still wanted.
        let _ = sender.send(BatchReport::Done(done, figures.len()));
        wake();
        let path = folder.join(format!("{name}.{}", format.extension()));
        if let Err(cause) = write_figure(spec, *format, *dpi, *lang, bundle, &path) {
            return BatchReport::Ended(done, Err(not_written(*lang, &path, &cause)));
        }
    }
    BatchReport::Ended(figures.len(), Ok(()))
}
