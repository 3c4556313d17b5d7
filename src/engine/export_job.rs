//! Writing a file away from the window's thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use crate::document::{FigureSpec, TableSpec};
use crate::export::sheet::{self, SheetFormat};
use crate::export::{self, Format};
use crate::figure::compose;
use crate::figure::table::{self, TableModel};
use crate::i18n::{Lang, texts};
use crate::io::{Bundle, write_atomic};

use super::failure::{export_error, figure_error};

/// What is written.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportWork {
    /// A page.
    Figure(Box<FigureSpec>, Format),
    /// The values of a table.
    Sheet(Box<TableSpec>, SheetFormat),
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    /// What.
    pub work: ExportWork,
    /// Where.
    pub path: PathBuf,
    /// Dots an inch, of PNG.
    pub dpi: u32,
    /// Language of what is told.
    pub lang: Lang,
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq)]
pub struct JobReport {
    /// The file it was to write.
    pub path: PathBuf,
    /// Why it could not, in words.
    pub result: Result<(), String>,
}

/// Starts the job on a thread of its own. `wake` is called when the report waits in the channel.
pub fn spawn_export(
    request: ExportRequest,
    bundle: Arc<Bundle>,
    wake: impl FnOnce() + Send + 'static,
) -> Receiver<JobReport> {
    let (sender, receiver) = sync_channel(1);
    let path = request.path.clone();
    let refused = request.lang.text(texts::CAUSE_THREAD).to_owned();
    let work = move || {
        let result = write(&request, &bundle);
        // The window may have closed meanwhile: then nobody is waiting.
        let _ = sender.send(JobReport { path: request.path, result });
        wake();
    };
    if thread::Builder::new().name("export".into()).spawn(work).is_err() {
        let (sender, receiver) = sync_channel(1);
        let _ = sender.send(JobReport { path, result: Err(refused) });
        return receiver;
    }
    receiver
}

fn write(request: &ExportRequest, bundle: &Bundle) -> Result<(), String> {
    let ExportRequest { work, path, dpi, lang } = request;
    match work {
        ExportWork::Figure(spec, format) => write_figure(spec, *format, *dpi, *lang, bundle, path),
        ExportWork::Sheet(spec, format) => {
            let model = TableModel::new(spec, &bundle.atlas).map_err(|error| figure_error(*lang, &error))?;
            let bytes = sheet::file(&table::workbook(spec, &model, &bundle.atlas), *format);
            let bytes = bytes.map_err(|error| export_error(*lang, &error))?;
            write_atomic(path, &bytes).map_err(|error| lang.io_error(&error))
        }
    }
}

/// Draws a page and writes it, with the spec it can be opened again by; in words why it could not.
pub(super) fn write_figure(
    spec: &FigureSpec,
    format: Format,
    dpi: u32,
    lang: Lang,
    bundle: &Bundle,
    path: &Path,
) -> Result<(), String> {
    let figure = compose::build(spec, &bundle.atlas, &bundle.basemap);
    let scene = figure.map_err(|error| figure_error(lang, &error))?.value.scene;
    let bytes = export::figure(&scene, format, spec.page.svg_text, dpi);
    let bytes = bytes.map_err(|error| export_error(lang, &error))?;
    write_atomic(path, &bytes).map_err(|error| lang.io_error(&error))
}
