//! One writer at a time: an advisory lock of the system on a small file beside the project, which is released when
//! the program ends, however it ends.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::i18n::{Lang, Text, texts as t};
use crate::io::write::{clear, short, target};

/// Whether a project may be written.
#[derive(Debug)]
pub enum Access {
    /// It may, as long as this is kept.
    Write(Lock),
    /// Another program has it open.
    Busy,
    /// Its folder is not writable.
    ReadOnly,
}

/// The right to write a project.
#[derive(Debug)]
pub struct Lock {
    /// The file stays on disk when the lock is released: if it were removed, two programs could each lock a file with
    /// that name.
    _file: File,
}

impl Access {
    /// Requests the right to write the project at `path`, which need not exist yet, and removes what an interrupted
    /// save has left beside it.
    pub fn to(path: &Path) -> Self {
        // Two names of one project are one project.
        let Ok(path) = target(path) else { return Self::ReadOnly };
        let read_only = fs::metadata(&path).is_ok_and(|there| there.permissions().readonly());
        if read_only {
            return Self::ReadOnly;
        }
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        // Where a dot does not hide it: FILE_ATTRIBUTE_HIDDEN.
        #[cfg(windows)]
        std::os::windows::fs::OpenOptionsExt::attributes(&mut options, 0x2);
        let Ok(file) = options.open(beside(&path)) else { return Self::ReadOnly };
        match file.try_lock() {
            Ok(()) => {
                clear(&path, true);
                Self::Write(Lock { _file: file })
            }
            Err(TryLockError::WouldBlock) => Self::Busy,
            // If a folder does not support locks, two writers cannot be told apart.
            Err(TryLockError::Error(_)) => Self::ReadOnly,
        }
    }

    /// Why it may not be written; `None` if it may.
    pub fn refusal(&self, lang: Lang) -> Option<&'static str> {
        let text: Text = match self {
            Self::Write(_) => return None,
            Self::Busy => t::PROJECT_BUSY,
            Self::ReadOnly => t::PROJECT_READ_ONLY,
        };
        Some(lang.text(text))
    }
}

/// The file that is locked.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(short(path.file_name().unwrap_or_default()));
    name.push(".lock");
    path.with_file_name(name)
}
