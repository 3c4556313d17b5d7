//! Why a project cannot be opened or saved, and what to do about it.

use std::path::Path;

use crate::base::BadField;
use crate::data::Unfit;
use crate::document::OutOfBounds;
use crate::i18n::{Lang, texts as t};
use crate::io::file::Unread;

use super::manifest::VERSION;

/// Why a project cannot be opened or saved.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub struct ProjectError {
    /// Name of the file.
    pub file: String,
    pub fault: Fault,
}

/// What is wrong with a project.
#[derive(Debug)]
pub enum Fault {
    /// It cannot be read.
    Read(Unread),
    /// It cannot be written.
    Write(std::io::Error),
    /// A folder, whatever it is called.
    Folder,
    NotOurs,
    /// Its end is missing.
    CutShort,
    /// A part is not as it was saved.
    Edited(String),
    /// A part is missing.
    NoPart(String),
    /// A later version of the program wrote it.
    Newer(u32),
    /// Too large to be read.
    TooLarge,
    /// Its contents cannot be parsed.
    Damaged,
    /// A part cannot be parsed.
    DamagedPart(String),
    /// A field of a part is missing, or is not as it must be.
    BadField(String, BadField),
    /// A field of a part has a value of which nothing can be made.
    Unfit(String, Unfit),
    /// It takes too long to read.
    TooLong,
    /// A view or a figure in it has a setting that is out of bounds.
    OutOfBounds(OutOfBounds),
    /// It contains a Comune that is not one of ours.
    OtherTerritory(String),
    /// A pack, which is never overwritten.
    Pack,
    /// It depends on a file that is not a pack, or a pack depends on another.
    NotAPack,
}

impl ProjectError {
    pub fn new(path: &Path, fault: Fault) -> Self {
        let name = path.file_name().map_or(path.as_os_str(), |name| name);
        Self { file: name.to_string_lossy().into_owned(), fault }
    }

    /// Stable id of the fault, for programs.
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
            Fault::BadField(..) => "damaged",
            Fault::OutOfBounds(_) | Fault::Unfit(..) => "out_of_bounds",
            Fault::TooLong => "too_long",
            Fault::OtherTerritory(_) => "other_territory",
            Fault::Pack => "pack",
            Fault::NotAPack => "not_a_pack",
        }
    }

    /// The message on one line: what is wrong and what to do.
    pub fn text(&self, lang: Lang) -> String {
        let file = self.file.as_str();
        match &self.fault {
            Fault::Read(error) => t::project_read(lang, file, error.cause(lang)),
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
            Fault::BadField(part, fault) => t::project_bad_field(lang, file, part, lang.bad_field(fault)),
            Fault::Unfit(part, unfit) => t::project_unfit(lang, file, part, lang.unfit(unfit)),
            Fault::TooLong => t::project_too_long(lang, file),
            Fault::OutOfBounds(beyond) => t::project_out_of_bounds(lang, file, beyond.text(lang)),
            Fault::OtherTerritory(code) => t::project_other_territory(lang, file, code),
            Fault::Pack => t::project_is_pack(lang, file),
            Fault::NotAPack => t::project_not_a_pack(lang, file),
        }
    }
}
