//! Writing a file away from the window's thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use crate::document::{MapSpec, TableSpec};
use crate::export::sheet::{self, SheetFormat};
use crate::export::{self, Format};
use crate::figure::map;
use crate::figure::table::{self, TableModel};
use crate::io::{Bundle, write_atomic};

/// Resolution of a PNG made from the window.
const DPI: u32 = 300;

/// What is written.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportWork {
    /// The map.
    Map {
        /// What it shows.
        spec: MapSpec,
        /// How.
        format: Format,
    },
    /// The table.
    Table {
        /// What it shows.
        spec: TableSpec,
        /// How.
        format: TableFormat,
    },
}

/// How a table may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// Its values.
    Sheet(SheetFormat),
    /// As a page.
    Figure(Format),
}

impl TableFormat {
    /// The format a file name asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        SheetFormat::of_path(path).map(Self::Sheet).or_else(|| Format::of_path(path).map(Self::Figure))
    }
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    /// What.
    pub work: ExportWork,
    /// Where.
    pub path: PathBuf,
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
    let work = move || {
        let result = write(&request, &bundle);
        // The window may have closed meanwhile: then nobody is waiting.
        let _ = sender.send(JobReport { path: request.path, result });
        wake();
    };
    if let Err(error) = thread::Builder::new().name("export".into()).spawn(work) {
        let (sender, receiver) = sync_channel(1);
        let _ = sender.send(JobReport { path, result: Err(error.to_string()) });
        return receiver;
    }
    receiver
}

fn write(request: &ExportRequest, bundle: &Bundle) -> Result<(), String> {
    let atlas = &bundle.atlas;
    let bytes = match &request.work {
        ExportWork::Map { spec, format } => {
            let figure = map::build(spec, atlas, &bundle.basemap).map_err(|e| e.to_string())?.value;
            export::figure(&figure.scene, *format, spec.page.svg_text, DPI)
        }
        ExportWork::Table { spec, format: TableFormat::Figure(format) } => {
            let figure = table::build(spec, atlas).map_err(|e| e.to_string())?.value;
            export::figure(&figure.scene, *format, spec.page.svg_text, DPI)
        }
        ExportWork::Table { spec, format: TableFormat::Sheet(format) } => {
            let model = TableModel::new(spec, atlas).map_err(|e| e.to_string())?;
            sheet::file(&table::workbook(spec, &model, atlas), *format)
        }
    };
    write_atomic(&request.path, &bytes.map_err(|e| e.to_string())?).map_err(|e| e.to_string())
}
