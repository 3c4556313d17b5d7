//! Writing a file off the window's thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::document::{Element, FigureSpec};
use crate::export::gis::{self, LayerFile, LayerFormat};
use crate::export::sheet::{self, SheetFormat};
use crate::export::{self, Format};
use crate::figure::page::compose;
use crate::figure::registry;
use crate::i18n::{Lang, texts};
use crate::io::file::present;
use crate::io::{Bundle, write_atomic, write_together};

use super::background::{Broken, Control, Task, spawn};
use super::failure::{export_error, figure_error};

#[derive(Clone, Debug, PartialEq)]
pub enum ExportWork {
    Figure(Box<FigureSpec>, Format),
    /// The numbers of an element.
    Sheet(Box<Element>, SheetFormat),
    /// A map as a layer for a geographic information system.
    Layer(Box<Element>, LayerFormat),
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    pub work: ExportWork,
    pub path: PathBuf,
    /// Resolution of PNG files, in dots per inch.
    pub dpi: u32,
    /// Language of the messages.
    pub lang: Lang,
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq)]
pub struct JobReport {
    /// The file it was to write.
    pub path: PathBuf,
    /// The message if it failed.
    pub result: Result<(), String>,
}

pub fn spawn_export(
    request: ExportRequest,
    bundle: Arc<Bundle>,
    wake: impl Fn() + Send + Sync + 'static,
) -> Task<JobReport> {
    let (path, lang) = (request.path.clone(), request.lang);
    let work = move |_: &Control<'_, JobReport>| {
        let result = write(&request, &bundle);
        JobReport { path: request.path, result }
    };
    let broken = move |why: Broken| JobReport { path: path.clone(), result: Err(why.cause(lang).to_owned()) };
    spawn("export", work, broken, wake)
}

fn write(request: &ExportRequest, bundle: &Bundle) -> Result<(), String> {
    let ExportRequest { work, path, dpi, lang } = request;
    match work {
        ExportWork::Figure(spec, format) => write_figure(spec, *format, *dpi, *lang, bundle, path),
        ExportWork::Sheet(element, format) => {
            let table =
                registry::table(element, bundle.sources()).map_err(|error| figure_error(*lang, &error))?;
            let bytes = sheet::file(&table.value.0, *format);
            let bytes = bytes.map_err(|error| export_error(*lang, &error))?;
            write_atomic(path, &bytes).map_err(|error| lang.io_error(&error))
        }
        ExportWork::Layer(element, format) => {
            let layer = registry::layer(element, format.crs(), bundle.sources());
            let layer = layer.map_err(|error| figure_error(*lang, &error))?;
            let layer = layer.ok_or_else(|| texts::cli_layer_of_map(*lang, path.display()))?.value.0;
            let files =
                gis::files(&layer, path, *format, &present).map_err(|error| export_error(*lang, &error))?;
            let files: Vec<(&Path, &[u8])> = files.iter().map(LayerFile::pair).collect();
            write_together(&files).map_err(|(_, error)| lang.io_error(&error))
        }
    }
}

/// Draws a page and writes it together with its spec, so that it can be reopened; the error is a message.
pub(super) fn write_figure(
    spec: &FigureSpec,
    format: Format,
    dpi: u32,
    lang: Lang,
    bundle: &Bundle,
    path: &Path,
) -> Result<(), String> {
    let figure = compose::build(spec, bundle.sources());
    let scene = figure.map_err(|error| figure_error(lang, &error))?.value.scene;
    let bytes = export::figure(&scene, format, spec.page.svg_text, dpi);
    let bytes = bytes.map_err(|error| export_error(lang, &error))?;
    write_atomic(path, &bytes).map_err(|error| lang.io_error(&error))
}
