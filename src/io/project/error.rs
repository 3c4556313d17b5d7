//! Why a project cannot be opened or saved, and what to do about it.

use std::path::Path;

use crate::document::OutOfBounds;
use crate::i18n::{Lang, texts as t};

use super::manifest::VERSION;

/// A project cannot be opened or saved.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub struct ProjectError {
    /// Name of the file.
    pub file: String,
    /// What is the matter.
    pub fault: Fault,
}

/// What is the matter with a project.
#[derive(Debug)]
pub enum Fault {
    /// It cannot be read.
    Read(std::io::Error),
    /// It cannot be written.
    Write(std::io::Error),
    /// A folder, whatever it is called.
    Folder,
    NotOurs,
    /// The end of it lacks.
    CutShort,
    /// A part is not what was saved.
    Edited(String),
    /// A part is not there.
    NoPart(String),
    /// A later version of the program wrote it.
    Newer(u32),
    /// More than is read.
    TooLarge,
    /// Something in it cannot be understood.
    Damaged,
    /// A part cannot be understood.
    DamagedPart(String),
    /// A view or a figure in it asks for what none can be made of.
    OutOfBounds(OutOfBounds),
    /// It has a Comune that is none of ours.
    OtherTerritory(String),
    /// A pack, which is never written again.
    Pack,
    /// It stands on a pack that is no pack, or a pack on another.
    NotAPack,
}

impl ProjectError {
    pub fn new(path: &Path, fault: Fault) -> Self {
        let name = path.file_name().map_or(path.as_os_str(), |name| name);
        Self { file: name.to_string_lossy().into_owned(), fault }
    }

    /// Stable id of what is the matter, for programs.
    pub fn code(&self) -> &'static str {
        match self.fault {
            Fault::Read(_) => "cannot_read",
            Fault::Write(_) => "cannot_write",
            Fault::Folder => "folder",
            Fault::NotOurs => "not_a_project",
            Fault::CutShort => "cut_short",
            Fault::Edited(_) => "edited",
            Fault::NoPart(_) => "no_part",
            Fault::Newer(_) => "newer",
            Fault::TooLarge => "too_large",
            Fault::Damaged | Fault::DamagedPart(_) => "damaged",
            Fault::OutOfBounds(_) => "out_of_bounds",
            Fault::OtherTerritory(_) => "other_territory",
            Fault::Pack => "pack",
            Fault::NotAPack => "not_a_pack",
        }
    }

    /// What is the matter and what to do, in one line.
    pub fn text(&self, lang: Lang) -> String {
        let file = self.file.as_str();
        match &self.fault {
            Fault::Read(error) => t::project_read(lang, file, lang.io_error(error)),
            Fault::Write(error) => t::cli_not_written(lang, file, lang.io_error(error)),
            Fault::Folder => t::project_folder(lang, file),
            Fault::NotOurs => t::project_not_ours(lang, file),
            Fault::CutShort => t::project_cut_short(lang, file),
            Fault::Edited(part) => t::project_edited(lang, file, part),
            Fault::NoPart(part) => t::project_no_part(lang, file, part),
            Fault::Newer(version) => t::project_newer(lang, file, version, VERSION),
            Fault::TooLarge => t::project_too_large(lang, file),
            Fault::Damaged => t::project_damaged(lang, file),
            Fault::DamagedPart(part) => t::project_damaged_part(lang, file, part),
            Fault::OutOfBounds(beyond) => t::project_out_of_bounds(lang, file, beyond.text(lang)),
            Fault::OtherTerritory(code) => t::project_other_territory(lang, file, code),
            Fault::Pack => t::project_is_pack(lang, file),
            Fault::NotAPack => t::project_not_a_pack(lang, file),
        }
    }
}
