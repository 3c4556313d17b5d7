//! The open project.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::document::Document;
use crate::engine::recovery::Pending;
use crate::engine::shared::Shared;
use crate::i18n::{Lang, texts};
use crate::io::Bundle;
use crate::io::project::{Access, ProjectFile, can_be_related};

use super::action::Leaving;

/// The project that is open.
#[derive(Debug)]
pub struct Open {
    /// The program's own data: the bundle without packs and projects.
    pub program_data: Arc<Bundle>,
    /// The file of its boundaries; `None` for the program's own.
    pub boundaries: Option<PathBuf>,
    /// Its contents. The work in it is as opened or last saved, except for name, notes and packs, which are changed
    /// in place.
    pub file: Arc<ProjectFile>,
    /// The attached packs, in the order of `file.work.packs`.
    pub packs: Vec<ProjectFile>,
    /// Its file; `None` until it is saved.
    pub path: Option<PathBuf>,
    /// The right to write the file; `None` until it is saved.
    pub access: Option<Shared<Access>>,
    /// Whether its contents are shown.
    pub shows_contents: bool,
    /// What the user wants to do next, while asked about unsaved changes.
    pub leaving: Option<Leaving>,
    /// Unsaved work of earlier runs.
    pub pending: Vec<Shared<Pending>>,
    /// Which of them the user is asked whether to delete.
    pub giving_up: Option<PathBuf>,
    /// The recovery file it comes from, until it is saved.
    pub(in crate::engine) taken_up: Option<PathBuf>,
    /// Its contents before the action under way, if that adds data to it or removes some: a step of undo.
    pub(in crate::engine) before_change: Option<Arc<ProjectFile>>,
    /// The project as it is on disk.
    pub(super) saved: Arc<ProjectFile>,
    /// The document when it was opened or last saved.
    pub(super) seen: Option<Document>,
    /// `file` when the save in progress began.
    pub(super) saving: Option<Arc<ProjectFile>>,
    /// The document when the save in progress began.
    pub(super) sent: Option<Document>,
}

impl Open {
    /// Whether an indicator is a count that one of the project's imports made.
    pub fn has_count(&self, id: &str) -> bool {
        let own = self.file.imports.iter().flat_map(|import| &import.indicators);
        own.into_iter().any(|indicator| indicator.id == id && can_be_related(indicator))
    }

    /// The contents, for a change that can be undone.
    pub(super) fn change(&mut self) -> &mut ProjectFile {
        self.before_change.get_or_insert_with(|| Arc::clone(&self.file));
        Arc::make_mut(&mut self.file)
    }

    /// Switching the language of the window is not a change of the work.
    pub(in crate::engine) fn set_lang(&mut self, lang: Lang) {
        let known = [&mut self.seen, &mut self.sent];
        known.into_iter().flatten().for_each(|document| document.set_lang(lang));
    }

    pub fn new(program_data: Arc<Bundle>) -> Self {
        let file = Arc::new(ProjectFile::default());
        Self {
            program_data,
            boundaries: None,
            saved: Arc::clone(&file),
            file,
            packs: Vec::new(),
            path: None,
            access: None,
            shows_contents: false,
            leaving: None,
            pending: Vec::new(),
            giving_up: None,
            taken_up: None,
            before_change: None,
            saving: None,
            seen: None,
            sent: None,
        }
    }

    /// Whether it can be saved to its file.
    pub fn is_writable(&self) -> bool {
        matches!(self.access.as_deref(), Some(Access::Write(_)))
    }

    /// Whether it is being saved.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Why it is read-only; `None` if it can be written or was never saved.
    pub(crate) fn read_only(&self, lang: Lang) -> Option<&'static str> {
        self.access.as_deref()?.refusal(lang)
    }

    /// Its name, which is that of its file.
    pub fn name(&self, lang: Lang) -> String {
        let stem = self.path.as_deref().and_then(Path::file_stem);
        stem.map_or_else(
            || lang.text(texts::PROJECT_UNTITLED).to_owned(),
            |stem| stem.to_string_lossy().into_owned(),
        )
    }
}
