//! What is to be opened outside the window.

use std::path::{Path, PathBuf};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// A file, in the program for its kind, or a folder.
    File(PathBuf),
    /// The folder of a file, with the file marked in it.
    InFolder(PathBuf),
}

impl Opening {
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::InFolder(path) => path,
        }
    }
}
