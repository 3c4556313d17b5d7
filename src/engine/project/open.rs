//! What is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::document::Document;
use crate::engine::recovery::Pending;
use crate::engine::shared::Shared;
use crate::i18n::{Lang, texts};
use crate::io::Bundle;
use crate::io::project::{Access, ProjectFile};

use super::action::Leaving;

/// The project that is open.
#[derive(Debug)]
pub struct Open {
    /// What the program stands on by itself: the bundle without packs and projects.
    pub program_data: Arc<Bundle>,
    /// The file of its boundaries; none of the program's own.
    pub boundaries: Option<PathBuf>,
    /// What it holds. The work in it is what was opened or saved last, but for name, notes and packs, which are changed there.
    pub file: Arc<ProjectFile>,
    /// The packs it stands on, as `file.work.packs` names them.
    pub packs: Vec<ProjectFile>,
    /// Its file; none until it is saved.
    pub path: Option<PathBuf>,
    /// Whether the file may be written; none until it is saved.
    pub access: Option<Shared<Access>>,
    /// Whether its contents are in sight.
    pub shows_contents: bool,
    /// What the user wants to go on to, while they are asked about their changes.
    pub leaving: Option<Leaving>,
    /// What earlier runs of the program left behind.
    pub pending: Vec<Shared<Pending>>,
    /// The file of kept work that it was taken up from, until it is saved.
    pub(in crate::engine) taken_up: Option<PathBuf>,
    /// What is on the disk.
    pub(super) saved: Arc<ProjectFile>,
    /// The work in sight when it was opened or saved last.
    pub(super) seen: Option<Document>,
    /// What `file` was when the save under way began.
    pub(super) saving: Option<Arc<ProjectFile>>,
    /// The work in sight when the save under way began.
    pub(super) sent: Option<Document>,
}

impl Open {
    /// Another language of the window is no change of the work.
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
            taken_up: None,
            saving: None,
            seen: None,
            sent: None,
        }
    }

    /// Whether it can be written where it is.
    pub fn is_writable(&self) -> bool {
        matches!(self.access.as_deref(), Some(Access::Write(_)))
    }

    /// Whether it is being written.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Why it can only be read; none where it can be written or was never saved.
    pub fn read_only(&self, lang: Lang) -> Option<&'static str> {
        self.access.as_deref()?.refusal(lang)
    }

    /// What it is called by: the name of its file.
    pub fn name(&self, lang: Lang) -> String {
        let stem = self.path.as_deref().and_then(Path::file_stem);
        stem.map_or_else(
            || lang.text(texts::PROJECT_UNTITLED).to_owned(),
            |stem| stem.to_string_lossy().into_owned(),
        )
    }
}
