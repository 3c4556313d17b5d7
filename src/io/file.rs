//! The one way to open a file that the user names, or that another file of somebody else's names: only regular files,
//! and never more bytes than its kind may have. A named pipe or a device would keep the program waiting for ever.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::i18n::{Lang, number, texts as t};

use super::source::limits::MAX_BYTES;

/// What a file is read as, which decides how large it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Tables, boundaries and archives of them.
    Data,
    Project,
    /// The file of a figure: SVG, PNG, PDF or its spec.
    Figure,
    /// A logo.
    Picture,
    /// What people or this program write as text: answers, recipes, indicators, page styles.
    Settings,
}

impl FileKind {
    /// The most bytes.
    pub(crate) fn most(self) -> usize {
        match self {
            Self::Data | Self::Project => MAX_BYTES,
            Self::Figure => 64 << 20,
            Self::Picture => 20 << 20,
            Self::Settings => 4 << 20,
        }
    }
}

/// Why a file was not read.
#[derive(Debug)]
pub enum Unread {
    System(io::Error),
    Folder,
    /// A pipe, a device or a socket.
    NotRegular,
    /// More bytes than its kind may have.
    TooLarge(FileKind),
}

impl Unread {
    /// The reason, to follow "cannot be read:".
    pub fn cause(&self, lang: Lang) -> String {
        match self {
            Self::System(error) => lang.io_error(error),
            Self::Folder => lang.text(t::CAUSE_FOLDER).to_owned(),
            Self::NotRegular => lang.text(t::CAUSE_NOT_REGULAR).to_owned(),
            Self::TooLarge(kind) => t::cause_too_large(lang, number(lang, (kind.most() >> 20) as f64, 0)),
        }
    }
}

/// Reads a file.
///
/// # Errors
/// See [`Unread`].
pub fn read(path: &Path, kind: FileKind) -> Result<Vec<u8>, Unread> {
    let about = fs::metadata(path).map_err(Unread::System)?;
    let is_given = is_handed_over(path) && is_pipe(&about);
    if about.is_dir() {
        return Err(Unread::Folder);
    }
    if !about.is_file() && !is_given {
        return Err(Unread::NotRegular);
    }
    if about.len() > kind.most() as u64 {
        return Err(Unread::TooLarge(kind));
    }
    // Counted while reading, because a file can grow, and a pipe has no length.
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).map_or(0, |length| length + 1));
    let file = File::open(path).map_err(Unread::System)?;
    file.take(kind.most() as u64 + 1).read_to_end(&mut bytes).map_err(Unread::System)?;
    if bytes.len() > kind.most() { Err(Unread::TooLarge(kind)) } else { Ok(bytes) }
}

/// The bytes of a small file, if there is one; none of its bytes, if it cannot be read.
pub fn present(path: &Path) -> Option<Vec<u8>> {
    path.exists().then(|| read(path, FileKind::Settings).unwrap_or_default())
}

/// Reads a file as UTF-8.
///
/// # Errors
/// See [`Unread`].
pub fn read_text(path: &Path, kind: FileKind) -> Result<String, Unread> {
    String::from_utf8(read(path, kind)?)
        .map_err(|_| Unread::System(io::Error::from(io::ErrorKind::InvalidData)))
}

/// Whether it is what the shell hands over (`… | atlante-cli import /dev/stdin`, `<(…)`): its writer runs already, so
/// it ends.
fn is_handed_over(path: &Path) -> bool {
    path == Path::new("/dev/stdin") || path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd")
}

#[cfg(unix)]
fn is_pipe(about: &fs::Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&about.file_type())
}

#[cfg(not(unix))]
fn is_pipe(_: &fs::Metadata) -> bool {
    false
}

/// Whether two paths lead to the same existing file, by whatever spelling, symbolic link or hard link.
pub fn is_same(a: &Path, b: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    match (whole(a), whole(b)) {
        (Some(a), Some(b)) => a == b || is_one_file(&a, &b),
        // What is not there yet is the same as another that is not if both would be made under one name.
        (None, None) => named(a).is_some_and(|name| Some(name) == named(b)),
        _ => false,
    }
}

/// The full path that a file that is not there yet would have.
fn named(path: &Path) -> Option<std::path::PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name()?;
    // Windows does not tell capital from small letters.
    let name = if cfg!(windows) { name.to_ascii_lowercase() } else { name.to_owned() };
    Some(fs::canonicalize(folder).ok()?.join(name))
}

#[cfg(unix)]
fn is_one_file(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |path: &Path| fs::metadata(path).ok().map(|about| (about.dev(), about.ino()));
    id(a).is_some_and(|known| Some(known) == id(b))
}

#[cfg(not(unix))]
fn is_one_file(_: &Path, _: &Path) -> bool {
    false
}
