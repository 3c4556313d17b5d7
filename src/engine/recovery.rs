//! Unsaved work, kept beside the user's settings so that it survives however the program ends: one file per project,
//! removed when the project is saved or its changes are discarded.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::data::Territories;
use crate::io::project::{Access, EXTENSION, Fault, Lock, ProjectError, ProjectFile, Recovered};
use crate::io::{digest, private_folder, write_private};

/// Unsaved work from an earlier run.
#[derive(Debug)]
pub struct Pending {
    /// The recovery file.
    pub recovery_file: PathBuf,
    /// The project as it was; its `recovered` field says which one.
    pub project: ProjectFile,
    /// How long ago it was kept; `None` where the file system does not say.
    pub age: Option<Duration>,
}

/// The folder of recovery files, and the one that this process writes.
#[derive(Debug)]
pub struct Recovery {
    folder: PathBuf,
    /// Locked while this process runs, so that another does not mistake its work for abandoned.
    held: Option<(PathBuf, Lock)>,
}

impl Recovery {
    /// Keeps work in this folder, which is created when needed.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, held: None }
    }

    /// Writes the recovery file of the project at `of`; one never saved is named after the id of this process.
    ///
    /// # Errors
    /// The error of the file system. The previous recovery file is then still there.
    pub fn keep(
        &mut self,
        project: &ProjectFile,
        of: Option<&Path>,
        territories: &Territories,
    ) -> Result<(), ProjectError> {
        let recovery_file = self.file(of);
        let mut fresh = None;
        if self.held.as_ref().is_none_or(|(held, _)| *held != recovery_file) {
            // If the folder cannot be created, the write below fails and reports it.
            let _ = private_folder(&self.folder);
            if let Access::Write(lock) = Access::to(&recovery_file) {
                fresh = Some((recovery_file.clone(), lock));
            }
        }
        let recovered = Some(Recovered { path: of.map(Path::to_owned) });
        let bytes = ProjectFile { recovered, ..project.clone() }.to_bytes(territories);
        let error = |fault| ProjectError::new(&recovery_file, fault);
        let write = |bytes: Vec<u8>| write_private(&recovery_file, &bytes);
        write(bytes.map_err(error)?).map_err(|source| error(Fault::Write(source)))?;
        if let Some(fresh) = fresh {
            // The file under another name is only removed now.
            self.forget();
            self.held = Some(fresh);
        }
        Ok(())
    }

    /// Takes over recovered work from another run: its file belongs to this process until the work is kept under its
    /// own name or saved.
    pub(crate) fn adopt(&mut self, recovery_file: PathBuf) {
        if let Access::Write(lock) = Access::to(&recovery_file) {
            self.held = Some((recovery_file, lock));
        }
    }

    /// Removes the recovery file, because the work was saved or discarded.
    pub fn forget(&mut self) {
        if let Some((recovery_file, _)) = self.held.take() {
            // It does not matter if it was already gone.
            let _ = fs::remove_file(recovery_file);
        }
    }

    /// The complete recovery files of processes that have ended; those of running processes are left out.
    pub fn pending(&self, territories: &Territories) -> Vec<Pending> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        files.iter().for_each(|file| forget_lock(file));
        files.retain(|file| file.extension().is_some_and(|extension| extension == EXTENSION));
        files.sort();
        let pending = |recovery_file: PathBuf| {
            let Access::Write(_lock) = Access::to(&recovery_file) else { return None };
            let project = ProjectFile::open(&recovery_file, territories).ok()?;
            let kept = fs::metadata(&recovery_file).and_then(|file| file.modified()).ok();
            let age = kept.and_then(|kept| kept.elapsed().ok());
            project.recovered.is_some().then_some(Pending { recovery_file, project, age })
        };
        files.into_iter().filter_map(pending).collect()
    }

    fn file(&self, of: Option<&Path>) -> PathBuf {
        let name = match of {
            Some(path) => {
                // One file, by whatever name it was opened.
                let whole = fs::canonicalize(path);
                let path = whole.as_deref().unwrap_or(path);
                let mut digest = digest(path.as_os_str().as_encoded_bytes());
                digest.truncate(16);
                digest
            }
            None => format!("new-{}", std::process::id()),
        };
        self.folder.join(format!("{name}.{EXTENSION}"))
    }
}

/// Removes the lock file of recovered work that no longer exists, unless a process holds it.
fn forget_lock(file: &Path) {
    let name = file.file_name().and_then(|name| name.to_str());
    let Some(of) = name.and_then(|name| name.strip_prefix('.')?.strip_suffix(".lock")) else { return };
    let recovery_file = file.with_file_name(of);
    if !recovery_file.exists() && matches!(Access::to(&recovery_file), Access::Write(_)) {
        // A file that cannot be removed does no harm.
        let _ = fs::remove_file(file);
    }
}
