//! The actions on the open project.

use std::path::PathBuf;
use std::time::Duration;

use crate::engine::recovery::Pending;
use crate::engine::shared::Shared;
use crate::io::Bundle;
use crate::io::project::{Access, ProjectFile};

/// A request about the project.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectAction {
    /// Do something that closes the project; the user is asked first if that would lose work.
    Leave(Leaving),
    /// The answer: save first.
    LeaveSaving,
    /// The answer: discard the changes.
    LeaveWithout,
    Stay,
    /// Ask the user for a file of boundaries to use.
    AskBoundaries,
    /// Boundaries were read, from a file or those of the program with their data, or could not be.
    StandOn(Option<PathBuf>, Result<Shared<Bundle>, String>),
    /// Ask the user for a project to open.
    AskOpen,
    /// A project was read, or could not be.
    Opened(Result<Shared<Loaded>, String>),
    /// Save to its file, or ask for one.
    Save,
    /// Ask the user for a new file name.
    SaveAs,
    /// Save to this file.
    SaveTo(PathBuf),
    /// It was saved to this file, which may be written from now on, or could not be.
    Saved(PathBuf, Result<Saved, String>),
    /// Show or hide the contents of the project.
    ShowContents(bool),
    Rename(String),
    SetNotes(String),
    /// Remove an import.
    RemoveImport(String),
    /// Relate this indicator, a count of an import, to the population that fits its name.
    Relate(String),
    /// Ask the user for a data pack to attach.
    AskAttach,
    /// Attach this pack; it is copied beside the project if it is elsewhere.
    Attach(PathBuf),
    /// The packs were read again, or could not be.
    Attached(Result<Shared<Packs>, String>),
    /// Detach the pack with this name.
    Detach(String),
    /// Ask the user where to write data and indicators as a pack.
    AskPack,
    WritePack(PathBuf),
    /// The pack was written, or could not be.
    PackWritten(PathBuf, Result<(), String>),
    /// Unsaved work of earlier runs was found.
    Found(Vec<Shared<Pending>>),
    /// Recover one of them.
    Recover(PathBuf),
    /// One of them could not be read, with a message.
    NotRecovered(Shared<Pending>, String),
    /// Ask whether to discard one of them, or no longer.
    AskGiveUp(Option<PathBuf>),
    /// Discard one of them.
    GiveUp(PathBuf),
    /// Decide about them another time.
    PutOff,
    GivenUp(PathBuf),
    /// Unsaved work cannot be kept either, with a message.
    NotKept(String),
}

/// What closes the project that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    New,
    Open(PathBuf),
    /// Boundaries of a file, or those of the program, with an empty project.
    Boundaries(Option<PathBuf>),
    /// Quitting the program.
    Quit,
}

/// A project that was read, with everything it depends on.
#[derive(Debug)]
pub struct Loaded {
    /// Its file; `None` for work that was never saved.
    pub path: Option<PathBuf>,
    pub file: ProjectFile,
    /// The packs it depends on.
    pub packs: Vec<ProjectFile>,
    /// Whether it may be written.
    pub access: Option<Shared<Access>>,
    /// The recovery file it comes from, if it does; the project's own file then differs from it.
    pub taken_up: Option<PathBuf>,
    /// How long ago that was written.
    pub age: Option<Duration>,
}

/// The outcome of a save.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The file as it now is on disk.
    pub file: Shared<ProjectFile>,
    /// The right to write it, if not held before.
    pub access: Option<Shared<Access>>,
}

/// The packs that a project depends on, with the references to them.
#[derive(Debug)]
pub struct Packs {
    /// How the project refers to them.
    pub references: Vec<crate::document::PackRef>,
    /// Their contents, in the same order.
    pub files: Vec<ProjectFile>,
}
