//! Writing a figure away from the window's thread.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use crate::document::MapSpec;
use crate::export::{self, Format};
use crate::figure::map;
use crate::io::{Bundle, write_atomic};

/// Resolution of a PNG made from the window.
const DPI: u32 = 300;

/// A figure to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    /// What.
    pub spec: MapSpec,
    /// Where.
    pub path: PathBuf,
    /// How.
    pub format: Format,
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
    let figure = map::build(&request.spec, &bundle.atlas, &bundle.basemap).map_err(|e| e.to_string())?.value;
    let bytes = export::figure(&figure.scene, request.format, request.spec.page.svg_text, DPI)
        .map_err(|e| e.to_string())?;
    write_atomic(&request.path, &bytes).map_err(|e| e.to_string())
}
