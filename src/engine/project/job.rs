//! Project files, read and written off the window's thread.

use std::fs;
use std::path::{Path, PathBuf};

use crate::data::Territories;
use crate::document::PackRef;
use crate::engine::action::Action;
use crate::engine::background::Broken;
use crate::engine::failure::{not_read, not_written};
use crate::engine::recovery::Pending;
use crate::engine::shared::Shared;
use crate::i18n::{Lang, texts};
use crate::io::custom_territory::{self, CustomTerritorySpec};
use crate::io::project::{self, Access, Fault, ProjectError, ProjectFile, Recovered};
use crate::io::{Bundle, digest, write_atomic};

use super::action::{Loaded, Packs, ProjectAction, Saved};

/// A job on project files.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectJob {
    /// Read a project and its packs; the right to write it is passed if already held.
    Open(PathBuf, Option<Shared<Access>>),
    /// Read boundaries; without a file, those of the program.
    Boundaries(Option<PathBuf>),
    /// Recover unsaved work.
    Recover(Shared<Pending>),
    GiveUp(PathBuf),
    Save(Save),
    /// Read a pack, and those already attached.
    Attach(Attach),
    WritePack(PathBuf, Shared<ProjectFile>),
}

/// A project to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Save {
    pub path: PathBuf,
    pub file: Shared<ProjectFile>,
    /// Whether the right to write it is held.
    pub is_held: bool,
    /// The file whose folder its packs are in now.
    pub packs_from: Option<PathBuf>,
}

/// A pack to attach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attach {
    /// The file of the project.
    pub project: PathBuf,
    /// The packs already attached.
    pub references: Vec<PackRef>,
    pub pack: PathBuf,
}

impl ProjectJob {
    /// Does the work and returns the action that reports the outcome, with messages in this language.
    pub(in crate::engine) fn run(self, territories: &Territories, lang: Lang) -> ProjectAction {
        let text = |error: ProjectError| error.text(lang);
        match self {
            Self::Open(path, held) => {
                ProjectAction::Opened(open(path, held, territories).map(Shared::new).map_err(text))
            }
            Self::Boundaries(path) => {
                let read = boundaries(path.as_deref(), lang).map(Shared::new);
                ProjectAction::StandOn(path, read)
            }
            Self::Recover(pending) => match recover(&pending, territories) {
                Ok(loaded) => ProjectAction::Opened(Ok(Shared::new(loaded))),
                Err(error) => ProjectAction::NotRecovered(pending, text(error)),
            },
            Self::GiveUp(recovery_file) => {
                // It does not matter if it was already gone.
                let _ = fs::remove_file(&recovery_file);
                ProjectAction::GivenUp(recovery_file)
            }
            Self::Save(save) => ProjectAction::Saved(save.path.clone(), write(&save, territories, lang)),
            Self::Attach(attach) => {
                ProjectAction::Attached(packs(attach, territories, lang).map(Shared::new))
            }
            Self::WritePack(path, file) => {
                let written = file.save(&path, territories).map_err(text);
                ProjectAction::PackWritten(path, written)
            }
        }
    }

    /// The action that reports that the work broke off.
    pub(in crate::engine) fn broken(&self, why: Broken, lang: Lang) -> Action {
        let cause = why.cause(lang);
        Action::Project(match self {
            Self::Open(path, _) => ProjectAction::Opened(Err(not_read(lang, path, cause))),
            Self::Boundaries(path) => {
                let text = match path {
                    Some(path) => not_read(lang, path, cause),
                    None => texts::boundaries_not_read(lang, cause),
                };
                ProjectAction::StandOn(path.clone(), Err(text))
            }
            Self::Recover(pending) => {
                let text = not_read(lang, pending.of().unwrap_or(&pending.recovery_file), cause);
                ProjectAction::NotRecovered(pending.clone(), text)
            }
            Self::GiveUp(_) => return Action::Failed(texts::not_given_up(lang, cause)),
            Self::Save(save) => {
                ProjectAction::Saved(save.path.clone(), Err(not_written(lang, &save.path, cause)))
            }
            Self::Attach(attach) => ProjectAction::Attached(Err(not_read(lang, &attach.pack, cause))),
            Self::WritePack(path, _) => {
                ProjectAction::PackWritten(path.clone(), Err(not_written(lang, path, cause)))
            }
        })
    }
}

fn open(
    path: PathBuf,
    held: Option<Shared<Access>>,
    territories: &Territories,
) -> Result<Loaded, ProjectError> {
    let file = ProjectFile::open(&path, territories)?;
    let packs = project::attached(&file, &path, territories)?;
    let access = held.unwrap_or_else(|| Shared::new(Access::to(&path)));
    Ok(Loaded { path: Some(path), file, packs, access: Some(access), taken_up: None, age: None })
}

fn boundaries(path: Option<&Path>, lang: Lang) -> Result<Bundle, String> {
    let bundle = match path {
        Some(path) => Bundle::on(
            custom_territory::read(path, &CustomTerritorySpec::default())
                .map_err(|error| error.text(lang))?,
            None,
        ),
        None => Bundle::load(None),
    };
    bundle.map_err(|error| error.text(lang))
}

/// Opens recovered work in place of its project. If that project is no longer available, it is work without a file.
fn recover(pending: &Pending, territories: &Territories) -> Result<Loaded, ProjectError> {
    let Pending { project: recovery_file, .. } = pending;
    let path = pending.of().filter(|path| path.exists()).map(Path::to_owned);
    let packs = match pending.of() {
        Some(path) => project::attached(recovery_file, path, territories)?,
        None => Vec::new(),
    };
    let access = path.as_deref().map(|path| Shared::new(Access::to(path)));
    Ok(Loaded {
        path,
        file: recovery_file.clone(),
        packs,
        access,
        taken_up: Some(pending.recovery_file.clone()),
        age: pending.age,
    })
}

fn write(save: &Save, territories: &Territories, lang: Lang) -> Result<Saved, String> {
    let Save { path, file, is_held, packs_from } = save;
    let access = if *is_held { None } else { Some(Access::to(path)) };
    if let Some(why) = access.as_ref().and_then(|access| access.refusal(lang)) {
        return Err(why.to_owned());
    }
    if let Some(from) = packs_from {
        for pack in &file.work.packs {
            beside(&from.with_file_name(&pack.file), path, lang)?;
        }
    }
    file.save(path, territories).map_err(|error| error.text(lang))?;
    Ok(Saved { file: file.clone(), access: access.map(Shared::new) })
}

fn packs(attach: Attach, territories: &Territories, lang: Lang) -> Result<Packs, String> {
    let Attach { project, references, pack } = attach;
    let bytes = project::read(&pack).map_err(|fault| ProjectError::new(&pack, fault).text(lang))?;
    beside(&pack, &project, lang)?;
    let name = pack.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut references: Vec<PackRef> = references.into_iter().filter(|known| known.file != name).collect();
    references.push(PackRef { file: name, sha256: digest(&bytes) });
    let mut asking = ProjectFile::default();
    asking.work.packs = references;
    let files = project::attached(&asking, &project, territories).map_err(|error| error.text(lang))?;
    Ok(Packs { references: asking.work.packs, files })
}

/// Makes sure that a pack is beside the project: one from elsewhere is copied, and no other file is ever overwritten.
fn beside(pack: &Path, project: &Path, lang: Lang) -> Result<(), String> {
    let there = project.with_file_name(pack.file_name().unwrap_or_default());
    let same = |a: &Path, b: &Path| Some(fs::canonicalize(a).ok()? == fs::canonicalize(b).ok()?);
    if same(pack, &there) == Some(true) {
        return Ok(());
    }
    let bytes = project::read(pack).map_err(|fault| ProjectError::new(pack, fault).text(lang))?;
    match project::read(&there) {
        Ok(known) if known == bytes => Ok(()),
        // Something else is there, even if it cannot be read.
        _ if there.symlink_metadata().is_ok() => {
            let name = there.file_name().unwrap_or_default().to_string_lossy();
            Err(texts::pack_name_taken(lang, &name))
        }
        _ => write_atomic(&there, &bytes)
            .map_err(|error| ProjectError::new(&there, Fault::Write(error)).text(lang)),
    }
}

impl Pending {
    /// The project it belongs to; `None` for work that was never saved.
    pub fn of(&self) -> Option<&Path> {
        let recovered: &Recovered = self.project.recovered.as_ref()?;
        recovered.path.as_deref()
    }
}
