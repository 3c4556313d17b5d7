//! Why a project cannot be opened or saved, and what to do about it.

use std::path::Path;

use crate::i18n::{Lang, fill, texts as t};

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
    /// Something else.
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
    /// A part cannot be understood.
    Damaged(String),
    /// It has a Comune that is none of ours.
    OtherTerritory(String),
    /// A pack, which is never written again.
    Pack,
    /// It stands on a pack that is no pack, or a pack on another.
    NotAPack,
}

impl ProjectError {
    /// About that file.
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
            Fault::Damaged(_) => "damaged",
            Fault::OtherTerritory(_) => "other_territory",
            Fault::Pack => "pack",
            Fault::NotAPack => "not_a_pack",
        }
    }

    /// What is the matter and what to do, in one line.
    pub fn text(&self, lang: Lang) -> String {
        let file = self.file.as_str();
        match &self.fault {
            Fault::Read(error) => fill(lang.text(t::PROJECT_READ), &[file, &error.to_string()]),
            Fault::Write(error) => fill(lang.text(t::CLI_CANNOT_WRITE), &[file, &error.to_string()]),
            Fault::Folder => fill(lang.text(t::PROJECT_FOLDER), &[file]),
            Fault::NotOurs => fill(lang.text(t::PROJECT_NOT_OURS), &[file]),
            Fault::CutShort => fill(lang.text(t::PROJECT_CUT_SHORT), &[file]),
            Fault::Edited(part) => fill(lang.text(t::PROJECT_EDITED), &[file, part]),
            Fault::NoPart(part) => fill(lang.text(t::PROJECT_NO_PART), &[file, part]),
            Fault::Newer(version) => {
                fill(lang.text(t::PROJECT_NEWER), &[file, &version.to_string(), &VERSION.to_string()])
            }
            Fault::TooLarge => fill(lang.text(t::PROJECT_TOO_LARGE), &[file]),
            Fault::Damaged(why) => fill(lang.text(t::PROJECT_DAMAGED), &[file, why]),
            Fault::OtherTerritory(code) => fill(lang.text(t::PROJECT_OTHER_TERRITORY), &[file, code]),
            Fault::Pack => fill(lang.text(t::PROJECT_IS_PACK), &[file]),
            Fault::NotAPack => fill(lang.text(t::PROJECT_NOT_A_PACK), &[file]),
        }
    }
}
