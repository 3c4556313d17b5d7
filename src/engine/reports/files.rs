//! The small files of the form of reports: a template of the office, a logo.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::data::Catalogue;
use crate::engine::failure::{file_name, logo_error, not_read, not_written};
use crate::export::logo;
use crate::i18n::{Lang, texts};
use crate::io::file::{self, FileKind};
use crate::io::write_atomic;
use crate::report::template::Template;

use super::form::{OwnTemplate, ReportForm, ReportLogo};

/// A file that the form reads or writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFile {
    Template,
    Logo,
    /// The template as it is chosen now.
    SaveTemplate,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportFileEnd {
    Template(Box<OwnTemplate>),
    Logo(ReportLogo),
    Saved(String),
}

/// Reads or writes a file of the form.
///
/// # Errors
/// Why not, in words; of a template with its row.
pub fn report_file(
    what: ReportFile,
    form: &ReportForm,
    path: &Path,
    catalogue: &Catalogue,
    lang: Lang,
) -> Result<ReportFileEnd, String> {
    let name = file_name(path);
    match what {
        ReportFile::Template => {
            let bytes = file::read(path, FileKind::Settings);
            let bytes = bytes.map_err(|unread| not_read(lang, path, &unread.cause(lang)))?;
            let text = String::from_utf8_lossy(&bytes);
            let wrong = |error: crate::report::template::TemplateError| {
                texts::cli_template(lang, &name, error.text(lang))
            };
            let template = Template::read(&text).map_err(wrong)?;
            template.check(catalogue).map_err(wrong)?;
            Ok(ReportFileEnd::Template(Box::new(OwnTemplate { name, template })))
        }
        ReportFile::Logo => {
            let bytes = file::read(path, FileKind::Picture);
            let bytes = bytes.map_err(|unread| not_read(lang, path, &unread.cause(lang)))?;
            logo(&bytes).map_err(|error| not_read(lang, path, &logo_error(lang, error)))?;
            Ok(ReportFileEnd::Logo(ReportLogo { name, bytes: Arc::new(bytes) }))
        }
        ReportFile::SaveTemplate => {
            let text = form.template().text_with(&form.chosen());
            let written = write_atomic(path, text.as_bytes());
            written.map_err(|error| not_written(lang, path, &lang.io_error(&error)))?;
            Ok(ReportFileEnd::Saved(texts::report_template_saved(lang, name)))
        }
    }
}

/// A file of the form to be read or written.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportFileJob {
    pub what: ReportFile,
    pub form: Box<ReportForm>,
    pub path: PathBuf,
}
