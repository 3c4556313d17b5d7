//! What may be asked of the project that is open.

use std::path::PathBuf;

use crate::engine::recovery::Pending;
use crate::engine::shared::Shared;
use crate::io::Bundle;
use crate::io::project::{Access, ProjectFile};

/// A request about the project.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectAction {
    /// Go on to something that closes what is open; the user is asked first where that would lose work.
    Leave(Leaving),
    /// The answer: save, and then go on.
    LeaveSaving,
    /// The answer: give the changes up.
    LeaveWithout,
    Stay,
    /// Ask the user for boundaries to stand on.
    AskBoundaries,
    /// Those of that file were read, or those of the program, with what it has for them; or why not.
    StandOn(Option<PathBuf>, Result<Shared<Bundle>, String>),
    /// Ask the user for a project to open.
    AskOpen,
    /// A project was read, or why not.
    Opened(Result<Shared<Loaded>, String>),
    /// Save under its name, or ask for one.
    Save,
    /// Ask the user for another name.
    SaveAs,
    /// Save as that file.
    SaveTo(PathBuf),
    /// It was saved as that file, which may be written from now on; or why not.
    Saved(PathBuf, Result<Saved, String>),
    /// Show or hide what the project holds.
    ShowContents(bool),
    /// Call it something else.
    Rename(String),
    SetNotes(String),
    /// Take an import out.
    RemoveImport(String),
    /// Ask the user for a data pack to stand on.
    AskAttach,
    /// Stand on that pack, which is copied beside the project where it is elsewhere.
    Attach(PathBuf),
    /// The packs were read again, or why not.
    Attached(Result<Shared<Packs>, String>),
    /// Stand on the pack of that name no longer.
    Detach(String),
    /// Ask the user where to write the data and indicators as a pack.
    AskPack,
    WritePack(PathBuf),
    /// They were written, or why not.
    PackWritten(PathBuf, Result<(), String>),
    /// What programs that have ended left behind.
    Found(Vec<Shared<Pending>>),
    /// Go on with one of them.
    Recover(PathBuf),
    /// One of them could not be read: why, in words.
    NotRecovered(Shared<Pending>, String),
    /// Give one of them up.
    GiveUp(PathBuf),
    /// Leave them for another time.
    PutOff,
    GivenUp(PathBuf),
    /// What is not saved cannot be kept either: why, in words.
    NotKept(String),
}

/// What closes the project that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    New,
    Open(PathBuf),
    /// Boundaries of a file, or those of the program, with an empty project on them.
    Boundaries(Option<PathBuf>),
    /// The end of the program.
    Quit,
}

/// A project that was read, and all it stands on.
#[derive(Debug)]
pub struct Loaded {
    /// Its file; none of work that was never saved.
    pub path: Option<PathBuf>,
    pub file: ProjectFile,
    /// The packs it stands on.
    pub packs: Vec<ProjectFile>,
    /// Whether it may be written.
    pub access: Option<Shared<Access>>,
    /// The file of kept work it is from: what is on the disk is then another than this.
    pub taken_up: Option<PathBuf>,
}

/// What a save leaves behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// What is on the disk now.
    pub file: Shared<ProjectFile>,
    /// The right to write it, where it was not held before.
    pub access: Option<Shared<Access>>,
}

/// The packs that a project stands on, with the references to them.
#[derive(Debug)]
pub struct Packs {
    /// How the project names them.
    pub references: Vec<crate::document::PackRef>,
    /// What they hold, in the same order.
    pub files: Vec<ProjectFile>,
}
