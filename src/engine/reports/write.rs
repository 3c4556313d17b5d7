//! Making reports and writing their files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::document::SvgText;
use crate::export::{self, Format};
use crate::io::{Bundle, write_together};
use crate::report::block::{Block, Report};
use crate::report::build::{self, Cache};
use crate::report::request::Request;
use crate::report::template::Template;

use super::again::kept;
use super::format::{ReportFormat, Unmade};

/// The resolution of the pictures that lie beside a document.
const DPI: u32 = 200;

/// One report and its files.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportOrder {
    pub request: Request,
    pub files: Vec<(PathBuf, ReportFormat)>,
    /// The folder of its figures, each a file with its number.
    pub figures: Option<PathBuf>,
}

/// Several reports from one template.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportJob {
    pub template: Template,
    pub orders: Vec<ReportOrder>,
}

/// A report that is written.
#[derive(Clone, Debug)]
pub struct WrittenReport {
    pub report: Report,
    pub files: Vec<PathBuf>,
}

/// Why the rest was not written.
#[derive(Debug)]
pub enum Unwritten {
    /// A file or folder could not be written.
    File(PathBuf, io::Error),
    /// A report could not be made into this file.
    Made(PathBuf, Unmade),
    /// It was stopped.
    Cancelled,
}

/// Makes the reports one after the other, and writes the files of each together: all of them or none. `goes_on` is told how many
/// are done out of how many, and says whether to go on.
///
/// # Errors
/// The first file that could not be written; earlier reports are complete.
pub fn write_reports(
    job: &ReportJob,
    bundle: &Bundle,
    goes_on: &mut dyn FnMut(usize, usize) -> bool,
    done: &mut dyn FnMut(WrittenReport),
) -> Result<(), Unwritten> {
    let cache = Cache::default();
    let of = job.orders.len();
    for (n, order) in job.orders.iter().enumerate() {
        if !goes_on(n, of) {
            return Err(Unwritten::Cancelled);
        }
        let report = build::build(&job.template, &order.request, bundle.sources(), &cache);
        let files = write_one(&report, order, &job.template, bundle)?;
        done(WrittenReport { report, files });
    }
    goes_on(of, of);
    Ok(())
}

fn write_one(
    report: &Report,
    order: &ReportOrder,
    template: &Template,
    bundle: &Bundle,
) -> Result<Vec<PathBuf>, Unwritten> {
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let kept = kept(template, &order.request);
    for (path, format) in &order.files {
        let bytes = format.bytes(report, &kept, &bundle.atlas);
        files.push((path.clone(), bytes.map_err(|error| Unwritten::Made(path.clone(), error))?));
    }
    if let Some(folder) = &order.figures {
        files.extend(pictures(report, folder)?);
    }
    for folder in files.iter().filter_map(|(path, _)| path.parent()) {
        if !folder.as_os_str().is_empty() {
            fs::create_dir_all(folder).map_err(|error| Unwritten::File(folder.to_owned(), error))?;
        }
    }
    let parts: Vec<(&Path, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_path(), bytes.as_slice())).collect();
    write_together(&parts).map_err(|(path, error)| Unwritten::File(path, error))?;
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// The figures of a report, as files with their numbers.
fn pictures(report: &Report, folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, Unwritten> {
    let figures = report.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    let mut files = Vec::new();
    for (number, figure) in (1..).zip(figures) {
        let stem = crate::i18n::file_name(&[&format!("figura-{number:02}"), &figure.id.replace('/', "-")]);
        for format in [Format::Svg, Format::Png] {
            let path = folder.join(format!("{stem}.{}", format.extension()));
            let bytes = export::figure(&figure.scene, format, SvgText::Outlines, DPI);
            files.push((path.clone(), bytes.map_err(|error| Unwritten::Made(path, Unmade::Export(error)))?));
        }
    }
    Ok(files)
}
