//! The packs that a project depends on: read from beside it, never written.

use std::path::Path;

use crate::data::Territories;
use crate::document::ProjectKind;

use super::error::{Fault, ProjectError};
use super::{ProjectFile, file};

/// Opens the packs of the project at `path`, in order.
///
/// A pack whose contents have changed since it was attached is a newer edition, and is accepted.
///
/// # Errors
/// One that does not exist or cannot be read; a file that is not a pack.
pub fn attached(
    project: &ProjectFile,
    path: &Path,
    territories: &Territories,
) -> Result<Vec<ProjectFile>, ProjectError> {
    let open = |pack: &crate::document::PackRef| {
        // A project may come from someone else and must not reach outside its folder.
        let plain = Path::new(&pack.file).file_name().is_some_and(|name| name == pack.file.as_str());
        let beside = path.with_file_name(&pack.file);
        if !plain {
            return Err(ProjectError::new(&beside, Fault::NotAPack));
        }
        let error = |fault| ProjectError::new(&beside, fault);
        let bytes = file::read(&beside).map_err(error)?;
        let pack = file::unpack(&bytes, territories).map_err(error)?;
        match pack.work.kind {
            ProjectKind::Pack => Ok(pack),
            ProjectKind::Project => Err(error(Fault::NotAPack)),
        }
    };
    project.work.packs.iter().map(open).collect()
}
