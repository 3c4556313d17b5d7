//! Keeps what is not saved, every few seconds and at the end, in a folder of the user's.

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

/// How long after a change it is kept, and how often at the most.
const PAUSE: Duration = Duration::from_secs(4);

/// Keeps what is not saved.
pub struct Keeper {
    recovery: Arc<Mutex<Recovery>>,
    /// What was kept last.
    kept: Option<Work>,
    /// The file of kept work that this one goes on with.
    adopted: Option<PathBuf>,
    /// When the present change was first seen.
    changed: Option<Instant>,
    /// A file is being written.
    writing: Option<Task<Result<(), Unkept>>>,
    /// The user has been told that nothing can be kept.
    is_reported: bool,
}

/// Why nothing was kept.
enum Unkept {
    Refused(ProjectError),
    Broken(Broken),
}

/// What tells one state of the work from another.
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
    /// Keeps it in that folder, which is made at need.
    pub fn new(folder: PathBuf) -> Self {
        let recovery = Arc::new(Mutex::new(Recovery::new(folder)));
        Self { recovery, kept: None, adopted: None, changed: None, writing: None, is_reported: false }
    }

    /// Looks for what programs that have ended left behind.
    pub fn find(&self, state: &State, wake: impl Fn() + Send + Sync + 'static) -> Task<Action> {
        let (recovery, bundle) = (Arc::clone(&self.recovery), Arc::clone(&state.project.program_data));
        let lang = state.settings.lang;
        let look = move |_: &Control<'_, Action>| {
            let pending = held(&recovery).pending(&bundle.atlas.territories);
            Action::Project(ProjectAction::Found(pending.into_iter().map(Shared::new).collect()))
        };
        // It is still there at the next start.
        let broken = move |why: Broken| Action::Failed(texts::not_looked_for(lang, why.cause(lang)));
        spawn("recovery", look, broken, wake)
    }

    /// Keeps what has changed, in the background and not too often; says what the user must be told, and how soon to ask again.
    pub fn tick(&mut self, state: &State) -> (Option<Action>, Option<Duration>) {
        let told = self.written(state);
        if self.writing.is_some() {
            return (told, Some(PAUSE));
        }
        if !state.is_unsaved() {
            self.changed = None;
            let (kept, adopted) = (self.kept.take(), self.adopted.take());
            if kept.is_some() || adopted.is_some() {
                held(&self.recovery).forget();
            }
            return (told, None);
        }
        self.adopt(state);
        let now = Work::of(state);
        if self.kept.as_ref() == Some(&now) {
            self.changed = None;
            return (told, None);
        }
        let since = *self.changed.get_or_insert_with(Instant::now);
        let rest = PAUSE.saturating_sub(since.elapsed());
        if !rest.is_zero() {
            return (told, Some(rest));
        }
        self.changed = None;
        let (recovery, bundle) = (Arc::clone(&self.recovery), Arc::clone(&state.project.program_data));
        let (file, path) = (work::file(state), state.project.path.clone());
        let keep = move |_: &Control<'_, Result<(), Unkept>>| {
            let kept = held(&recovery).keep(&file, path.as_deref(), &bundle.atlas.territories);
            kept.map_err(Unkept::Refused)
        };
        // The window asks again by itself, so nothing has to wake it.
        self.writing = Some(spawn("keep", keep, |why| Err(Unkept::Broken(why)), || {}));
        self.kept = Some(now);
        (told, Some(PAUSE))
    }

    /// At the end of the program: what has no file yet is kept for the next time; what the user gave up when asked is not.
    pub fn end(&mut self, state: &State, is_asked: bool) {
        self.adopt(state);
        let mut recovery = held(&self.recovery);
        let path = state.project.path.as_deref();
        // Closed by something else than the user, as at the end of a session, nobody was asked: all is kept.
        if state.is_unsaved() && (path.is_none() || !is_asked) {
            // Nobody is left to be told; what was kept before is still there.
            let _ = recovery.keep(&work::file(state), path, &state.project.program_data.atlas.territories);
        } else {
            recovery.forget();
        }
    }

    /// The file that the work was taken up from is given up once the work is kept or saved again.
    fn adopt(&mut self, state: &State) {
        if let Some(kept) = &state.project.taken_up
            && self.adopted.as_ref() != Some(kept)
        {
            held(&self.recovery).adopt(kept.clone());
            self.adopted = Some(kept.clone());
        }
    }

    /// How the last writing ended; told once, when it begins to fail.
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
                // Tried again as soon as it may be, for what is there now is not kept.
                self.kept = None;
                let first = !std::mem::replace(&mut self.is_reported, true);
                first.then_some(Action::Project(ProjectAction::NotKept(text)))
            }
        }
    }
}

/// The folder of kept work; what a thread that broke down left of it is still a list of files.
fn held(recovery: &Mutex<Recovery>) -> std::sync::MutexGuard<'_, Recovery> {
    recovery.lock().unwrap_or_else(PoisonError::into_inner)
}
