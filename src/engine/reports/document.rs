//! A Word document of ours brought up to date, and any document read for what cannot be right.

use std::path::{Path, PathBuf};

use crate::engine::failure::{export_error, not_read, not_written};
use crate::i18n::{Lang, texts};
use crate::io::file::{self, FileKind};
use crate::io::{Bundle, write_atomic};
use crate::report::refresh::{Change, Document, Edited, RefreshError, Refreshed};
use crate::report::verify::{self, Finding, Known, Severity, Verified};

use super::again::made_again;

/// The document with the data of today.
///
/// # Errors
/// Why it is not renewed, in words.
pub fn refreshed(
    name: &str,
    bytes: &[u8],
    edited: Edited,
    bundle: &Bundle,
    lang: Lang,
) -> Result<Refreshed, String> {
    let refused = |error: RefreshError| error.text(lang, name, |drawn| export_error(lang, drawn));
    let document = Document::open(name, bytes).map_err(refused)?;
    let report = made_again(document.request(), bundle)?;
    document.refresh(&report, edited).map_err(refused)
}

/// What is found in a document.
///
/// # Errors
/// It cannot be opened, in words.
pub fn verified(name: &str, bytes: &[u8], bundle: &Bundle, lang: Lang) -> Result<Verified, String> {
    verify::verify(name, bytes, &Known::new(&bundle.atlas)).map_err(|error| error.text(lang, name))
}

/// A finding on one line.
pub fn finding_line(finding: &Finding, lang: Lang) -> String {
    let severity = lang.text(match finding.severity {
        Severity::Wrong => texts::VERIFY_WRONG,
        Severity::Doubtful => texts::VERIFY_DOUBTFUL,
    });
    format!("[{severity}] {}", finding.text(lang))
}

/// How a check ended.
pub fn verified_line(verified: &Verified, lang: Lang) -> String {
    let (tables, paragraphs) = (verified.tables, verified.paragraphs);
    match verified.findings.len() {
        0 => texts::verify_nothing(lang, tables, paragraphs),
        count => texts::verify_found(lang, count, tables, paragraphs),
    }
}

/// How a renewal ended.
pub fn refreshed_line(changes: &[Change], to: Option<&Path>, lang: Lang) -> String {
    match (to, changes.len()) {
        (None, 0) => lang.text(texts::REFRESH_NOTHING).to_owned(),
        (None, count) => texts::refresh_only_told(lang, count),
        (Some(to), count) => texts::refresh_written(lang, count, to.display()),
    }
}

/// A name beside a file that no file has yet.
pub fn beside(path: &Path, lang: Lang) -> PathBuf {
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let suffix = lang.text(texts::REFRESH_SUFFIX);
    let name = |n: usize| match n {
        1 => path.with_file_name(format!("{stem}_{suffix}.docx")),
        n => path.with_file_name(format!("{stem}_{suffix}_{n}.docx")),
    };
    (1..1_000).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(1_000))
}

/// What the window does with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentWork {
    Refresh(Edited),
    Verify,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentEnd {
    /// How it ended, in a sentence.
    pub told: String,
    /// The changes or findings, one on each line.
    pub lines: Vec<String>,
    /// The renewed document, if anything was renewed.
    pub written: Option<PathBuf>,
}

/// Works on a document, which itself stays as it is.
///
/// # Errors
/// Why not, in words.
pub fn work_on(path: &Path, work: DocumentWork, bundle: &Bundle, lang: Lang) -> Result<DocumentEnd, String> {
    let bytes = file::read(path, FileKind::Figure);
    let bytes = bytes.map_err(|unread| not_read(lang, path, &unread.cause(lang)))?;
    let name = path.display().to_string();
    match work {
        DocumentWork::Verify => {
            let verified = verified(&name, &bytes, bundle, lang)?;
            Ok(DocumentEnd {
                told: verified_line(&verified, lang),
                lines: verified.findings.iter().map(|finding| finding_line(finding, lang)).collect(),
                written: None,
            })
        }
        DocumentWork::Refresh(edited) => {
            let Refreshed { bytes, changes, is_same } = refreshed(&name, &bytes, edited, bundle, lang)?;
            let to = (!is_same).then(|| beside(path, lang));
            if let Some(to) = &to {
                write_atomic(to, &bytes).map_err(|error| not_written(lang, to, &lang.io_error(&error)))?;
            }
            Ok(DocumentEnd {
                told: refreshed_line(&changes, to.as_deref(), lang),
                lines: changes.iter().map(|change| change.text(lang)).collect(),
                written: to,
            })
        }
    }
}
