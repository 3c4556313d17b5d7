//! Keeps what is not saved, every few seconds and at the end, in a folder of the user's.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::engine::action::Action;
use crate::engine::history::Document;
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
    writing: Option<Receiver<Result<(), ProjectError>>>,
    /// The user has been told that nothing can be kept.
    is_told: bool,
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
        let (document, path) = (state.document(), state.project.path.clone());
        Self { document, file: Shared(Arc::clone(&state.project.file)), path }
    }
}

impl Keeper {
    /// Keeps it in that folder, which is made at need.
    pub fn new(folder: PathBuf) -> Self {
        let recovery = Arc::new(Mutex::new(Recovery::new(folder)));
        Self { recovery, kept: None, adopted: None, changed: None, writing: None, is_told: false }
    }

    /// Looks for what programs that have ended left behind, on a thread of its own. `wake` is called when the answer waits in the
    /// channel.
    pub fn find(&self, state: &State, wake: impl FnOnce() + Send + 'static) -> Receiver<Action> {
        let (sender, receiver) = sync_channel(1);
        let (recovery, bundle) = (Arc::clone(&self.recovery), Arc::clone(&state.project.ground));
        let look = move || {
            let pending = held(&recovery).pending(&bundle.atlas.territories);
            let found = pending.into_iter().map(Shared::new).collect();
            // The window may have closed meanwhile: then nobody is waiting.
            let _ = sender.send(Action::Project(ProjectAction::Found(found)));
            wake();
        };
        // Without a thread what was left behind is found at the next start.
        let _ = thread::Builder::new().name("recovery".into()).spawn(look);
        receiver
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
        let (recovery, bundle) = (Arc::clone(&self.recovery), Arc::clone(&state.project.ground));
        let (file, path) = (work::file(state), state.project.path.clone());
        let (sender, receiver) = sync_channel(1);
        let keep = move || {
            let kept = held(&recovery).keep(&file, path.as_deref(), &bundle.atlas.territories);
            // The window may have closed meanwhile: then it has kept its work itself.
            let _ = sender.send(kept);
        };
        if thread::Builder::new().name("keep".into()).spawn(keep).is_ok() {
            self.writing = Some(receiver);
            self.kept = Some(now);
        }
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
            let _ = recovery.keep(&work::file(state), path, &state.project.ground.atlas.territories);
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
        let outcome = match self.writing.as_ref()?.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Ok(outcome) => outcome,
            Err(TryRecvError::Disconnected) => Ok(()),
        };
        self.writing = None;
        match outcome {
            Ok(()) => {
                self.is_told = false;
                None
            }
            Err(error) => {
                let lang = state.settings.lang;
                let text = texts::not_kept(lang, error.text(lang));
                let first = !std::mem::replace(&mut self.is_told, true);
                first.then_some(Action::Project(ProjectAction::NotKept(text)))
            }
        }
    }
}

/// The folder of kept work; what a thread that broke down left of it is still a list of files.
fn held(recovery: &Mutex<Recovery>) -> std::sync::MutexGuard<'_, Recovery> {
    recovery.lock().unwrap_or_else(PoisonError::into_inner)
}
