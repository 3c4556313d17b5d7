//! Why something could not be read, drawn or written: told once, in one sentence that says what to do.

use std::io;
use std::path::Path;

use crate::base::Date;
use crate::data::AtlasError;
use crate::document::{CarriedError, PageSpec};
use crate::export::ExportError;
use crate::figure::FigureError;
use crate::i18n::{self, Lang, fill, texts};
use crate::io::ReopenError;

/// What Windows says of a file that another program has open.
const SHARING_VIOLATION: i32 = 32;

/// The name of a file as it is told: never the folders it is in.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// That a file was not written, and why.
pub fn not_written(lang: Lang, path: &Path, cause: &str) -> String {
    fill(lang.text(texts::NOT_WRITTEN), &[&file_name(path), cause])
}

/// That a file was not read, and why.
pub fn not_read(lang: Lang, path: &Path, cause: &str) -> String {
    fill(lang.text(texts::NOT_READ), &[&file_name(path), cause])
}

/// Why the system did not read or write a file, and the way out.
pub fn io_error(lang: Lang, error: &io::Error) -> String {
    let text = match error.kind() {
        _ if cfg!(windows) && error.raw_os_error() == Some(SHARING_VIOLATION) => texts::CAUSE_LOCKED,
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => texts::CAUSE_GONE,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::IsADirectory => {
            texts::CAUSE_DENIED
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => texts::CAUSE_FULL,
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => texts::CAUSE_LOCKED,
        _ => return error.to_string(),
    };
    lang.text(text).to_owned()
}

/// Why a figure did not become a file.
pub fn export_error(lang: Lang, error: &ExportError) -> String {
    match error {
        ExportError::TooManyPixels { .. } => lang.text(texts::CAUSE_PIXELS).to_owned(),
        other => other.to_string(),
    }
}

/// Why a file cannot be opened as a figure: a whole sentence.
pub fn reopen_error(lang: Lang, path: &Path, error: &ReopenError) -> String {
    let name = file_name(path);
    match error {
        ReopenError::NotOurs => fill(lang.text(texts::REOPEN_NOT_OURS), &[&name]),
        ReopenError::Damaged(why) | ReopenError::Carried(CarriedError::NotASpec(why)) => {
            fill(lang.text(texts::REOPEN_DAMAGED), &[&name, why])
        }
        ReopenError::Carried(CarriedError::Newer(version)) => {
            fill(lang.text(texts::REOPEN_NEWER), &[&name, &version.to_string()])
        }
    }
}

/// Why a figure cannot be drawn.
pub fn figure_error(lang: Lang, error: &FigureError) -> String {
    match error {
        FigureError::Classes(error) => lang.classify_error(*error),
        FigureError::Kind(error) => error.text(lang),
        FigureError::NoRoom => lang.text(texts::CAUSE_NO_ROOM).to_owned(),
        FigureError::Logo => lang.text(texts::LOGO_DAMAGED).to_owned(),
        FigureError::NoElements(most) => fill(lang.text(texts::NO_ELEMENTS), &[&most.to_string()]),
        FigureError::Atlas(AtlasError::NoSuchDate { indicator, date, available }) => {
            let written = |date: &Date| i18n::date(lang, *date);
            let dates: Vec<String> = available.iter().map(written).collect();
            fill(lang.text(texts::CLI_NO_SUCH_DATE), &[indicator, &written(date), &dates.join(", ")])
        }
        FigureError::Atlas(AtlasError::UnknownIndicator { id, .. }) => {
            fill(lang.text(texts::CAUSE_NO_INDICATOR), &[id])
        }
        FigureError::PageSize { .. } => {
            let sides =
                [PageSpec::SIDE.start(), PageSpec::SIDE.end()].map(|side| i18n::number(lang, *side, 0));
            fill(lang.text(texts::CAUSE_PAGE_SIZE), &[&sides[0], &sides[1]])
        }
        _ => error.to_string(),
    }
}
