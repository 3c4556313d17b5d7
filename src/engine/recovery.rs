//! Work that was not saved, kept beside the user's settings so that no end of the program loses it: one file a project, taken away
//! when the project is saved or its changes are given up.

use std::fs;
use std::path::{Path, PathBuf};

use crate::data::Territories;
use crate::io::digest;
use crate::io::project::{Access, EXTENSION, Fault, Lock, ProjectError, ProjectFile, Recovered};

/// What an end of the program left behind.
#[derive(Debug)]
pub struct Pending {
    /// The file it was kept in.
    pub kept: PathBuf,
    /// The project as it was; `recovered` tells which one.
    pub project: ProjectFile,
}

/// The folder of kept work, and the file of it that this program writes.
#[derive(Debug)]
pub struct Recovery {
    folder: PathBuf,
    /// Held while this program runs, so that another does not take its work for lost.
    held: Option<(PathBuf, Lock)>,
}

impl Recovery {
    /// Work is kept in that folder, which is made at need.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, held: None }
    }

    /// Keeps the work on the project at `of`; of one never saved, under the number of this process.
    ///
    /// # Errors
    /// What the file system refuses. What was kept before is then still there.
    pub fn keep(
        &mut self,
        project: &ProjectFile,
        of: Option<&Path>,
        territories: &Territories,
    ) -> Result<(), ProjectError> {
        let kept = self.file(of);
        let mut fresh = None;
        if self.held.as_ref().is_none_or(|(held, _)| *held != kept) {
            // A folder that cannot be made is told by the write.
            let _ = fs::create_dir_all(&self.folder);
            if let Access::Write(lock) = Access::to(&kept) {
                fresh = Some((kept.clone(), lock));
            }
        }
        let recovered = Some(Recovered { path: of.map(Path::to_owned) });
        let bytes = ProjectFile { recovered, ..project.clone() }.to_bytes(territories);
        let error = |fault| ProjectError::new(&kept, fault);
        let write = |bytes: Vec<u8>| crate::io::write_atomic(&kept, &bytes);
        write(bytes.map_err(error)?).map_err(|source| error(Fault::Write(source)))?;
        if let Some(fresh) = fresh {
            // What was kept under another name is given up only now.
            self.forget();
            self.held = Some(fresh);
        }
        Ok(())
    }

    /// Goes on with work that another run of the program left behind: its file is this one's own from now on, until the work is
    /// kept under its own name or saved.
    pub fn adopt(&mut self, kept: PathBuf) {
        if let Access::Write(lock) = Access::to(&kept) {
            self.held = Some((kept, lock));
        }
    }

    /// The work is saved, or given up.
    pub fn forget(&mut self) {
        if let Some((kept, _)) = self.held.take() {
            // Gone already is as good.
            let _ = fs::remove_file(kept);
        }
    }

    /// What programs that have ended left behind, whole. What another one that still runs keeps is not among it.
    pub fn pending(&self, territories: &Territories) -> Vec<Pending> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        files.iter().for_each(|file| forget_lock(file));
        files.retain(|file| file.extension().is_some_and(|extension| extension == EXTENSION));
        files.sort();
        let pending = |kept: PathBuf| {
            let Access::Write(_lock) = Access::to(&kept) else { return None };
            let project = ProjectFile::open(&kept, territories).ok()?;
            project.recovered.is_some().then_some(Pending { kept, project })
        };
        files.into_iter().filter_map(pending).collect()
    }

    fn file(&self, of: Option<&Path>) -> PathBuf {
        let name = match of {
            Some(path) => {
                let mut digest = digest(path.as_os_str().as_encoded_bytes());
                digest.truncate(16);
                digest
            }
            None => format!("new-{}", std::process::id()),
        };
        self.folder.join(format!("{name}.{EXTENSION}"))
    }
}

/// Takes away the file that was locked beside kept work, where that work is gone and nobody holds it.
fn forget_lock(file: &Path) {
    let name = file.file_name().and_then(|name| name.to_str());
    let Some(of) = name.and_then(|name| name.strip_prefix('.')?.strip_suffix(".lock")) else { return };
    let kept = file.with_file_name(of);
    if !kept.exists() && matches!(Access::to(&kept), Access::Write(_)) {
        // What cannot be removed does no harm.
        let _ = fs::remove_file(file);
    }
}
