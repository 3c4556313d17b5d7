//! Keeps unsaved work in a folder of the user's, every few seconds and on exit.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::document::Document;
use crate::engine::action::Action;
use crate::engine::background::{Broken, Control, Task, spawn};
use crate::engine::recovery::Recovery;
use crate::engine::shared::Shared;
use crate::engine::state::State;
use crate::i18n::texts;
use crate::io::project::{ProjectError, ProjectFile};

use super::{ProjectAction, work};

/// How long after a change it is kept, and the minimum interval between two writes.
const PAUSE: Duration = Duration::from_secs(4);

/// Keeps unsaved work.
pub struct Keeper {
    recovery: Arc<Mutex<Recovery>>,
    /// The work as last kept.
    saved: Option<Work>,
    /// The recovery file that was taken over.
    adopted: Option<PathBuf>,
    /// When the latest change was first seen.
    changed: Option<Instant>,
    /// The write in progress.
    writing: Option<Task<Result<(), Unkept>>>,
    /// Whether the user has been told that nothing can be kept.
    is_reported: bool,
}

/// Why work was not kept.
enum Unkept {
    Refused(ProjectError),
    Broken(Broken),
}

/// What distinguishes one state of the work from another.
#[derive(Clone, PartialEq)]
struct Work {
    document: Document,
    file: Shared<ProjectFile>,
    path: Option<PathBuf>,
}

impl Work {
    fn of(state: &State) -> Self {
        let (document, path) = (state.document.clone(), state.project.path.clone());
        Self { document, file: Shared(Arc::clone(&state.project.file)), path }
    }
}

impl Keeper {
    /// Keeps work in this folder, which is created when needed.
    pub fn new(folder: PathBuf) -> Self {
        let recovery = Arc::new(Mutex::new(Recovery::new(folder)));
        Self { recovery, saved: None, adopted: None, changed: None, writing: None, is_reported: false }
    }

    /// Looks for unsaved work of earlier runs.
    pub fn find(&self, state: &State, wake: impl Fn() + Send + Sync + 'static) -> Task<Action> {
        let (recovery, bundle) = (Arc::clone(&self.recovery), Arc::clone(&state.project.program_data));
        let lang = state.settings.lang;
        let look = move |_: &Control<'_, Action>| {
            let pending = held(&recovery).pending(bundle.atlas.official());
            Action::Project(ProjectAction::Found(pending.into_iter().map(Shared::new).collect()))
        };
        // It will still be there at the next start.
        let broken = move |why: Broken| Action::Failed(texts::not_looked_for(lang, why.cause(lang)));
        spawn("recovery", look, broken, wake)
    }

    /// Keeps changes in the background, but not too often; returns what to tell the user and when to call again.
    pub fn tick(&mut self, state: &State) -> (Option<Action>, Option<Duration>) {
        let message = self.written(state);
        if self.writing.is_some() {
            return (message, Some(PAUSE));
        }
        if !state.is_unsaved() {
            self.changed = None;
            let (saved, adopted) = (self.saved.take(), self.adopted.take());
            if saved.is_some() || adopted.is_some() {
                held(&self.recovery).forget();
            }
            return (message, None);
        }
        self.adopt(state);
        let now = Work::of(state);
        if self.saved.as_ref() == Some(&now) {
            self.changed = None;
            return (message, None);
        }
        let since = *self.changed.get_or_insert_with(Instant::now);
        let rest = PAUSE.saturating_sub(since.elapsed());
        if !rest.is_zero() {
            return (message, Some(rest));
        }
        self.changed = None;
        let (recovery, bundle) = (Arc::clone(&self.recovery), Arc::clone(&state.project.program_data));
        let (file, path) = (work::file(state), state.project.path.clone());
        let keep = move |_: &Control<'_, Result<(), Unkept>>| {
            let written = held(&recovery).keep(&file, path.as_deref(), bundle.atlas.official());
            written.map_err(Unkept::Refused)
        };
        // The window calls again by itself, so nothing has to wake it.
        self.writing = Some(spawn("keep", keep, |why| Err(Unkept::Broken(why)), || {}));
        self.saved = Some(now);
        (message, Some(PAUSE))
    }

    /// On exit: work without a file is kept for next time, but not what the user chose to discard.
    pub fn end(&mut self, state: &State, is_asked: bool) {
        self.adopt(state);
        let mut recovery = held(&self.recovery);
        let path = state.project.path.as_deref();
        // If something other than the user closed the program, such as the end of a session, nobody was asked, so
        // everything is kept.
        if state.is_unsaved() && (path.is_none() || !is_asked) {
            // Nobody is left to be told; what was kept before is still there.
            let _ = recovery.keep(&work::file(state), path, &state.project.program_data.atlas.territories);
        } else {
            recovery.forget();
        }
    }

    /// The recovery file that was taken over is removed once the work is kept or saved again.
    fn adopt(&mut self, state: &State) {
        if let Some(adopted_file) = &state.project.taken_up
            && self.adopted.as_ref() != Some(adopted_file)
        {
            held(&self.recovery).adopt(adopted_file.clone());
            self.adopted = Some(adopted_file.clone());
        }
    }

    /// The outcome of the last write; the user is told once, when it starts to fail.
    fn written(&mut self, state: &State) -> Option<Action> {
        match Task::take(&mut self.writing)? {
            Ok(()) => {
                self.is_reported = false;
                None
            }
            Err(error) => {
                let lang = state.settings.lang;
                let why = match error {
                    Unkept::Refused(error) => error.text(lang),
                    Unkept::Broken(why) => texts::keeping_broke_off(lang, why.cause(lang)),
                };
                let text = texts::not_kept(lang, why);
                // Tried again as soon as possible, because the current state is not kept.
                self.saved = None;
                let first = !std::mem::replace(&mut self.is_reported, true);
                first.then_some(Action::Project(ProjectAction::NotKept(text)))
            }
        }
    }
}

/// The folder of recovery files. It is usable even after a thread panicked while holding it, since it is only a list
/// of files.
fn held(recovery: &Mutex<Recovery>) -> std::sync::MutexGuard<'_, Recovery> {
    recovery.lock().unwrap_or_else(PoisonError::into_inner)
}
