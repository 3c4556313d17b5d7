//! Closing the project, after a question if work would be lost.

use crate::engine::effect::Effect;
use crate::engine::files::FileJob;
use crate::engine::state::State;

use super::action::Leaving;
use super::job::ProjectJob;
use super::work::start_anew;

/// Asks first, or proceeds at once. Work without a file does not hold up quitting: it is kept and recovered next
/// time.
pub(super) fn ask(state: &mut State, leaving: Leaving) -> Vec<Effect> {
    let is_kept = leaving == Leaving::Quit && state.project.path.is_none();
    let asks = state.is_unsaved() && !is_kept;
    state.project.leaving = Some(leaving);
    if asks { Vec::new() } else { go(state) }
}

pub(super) fn go(state: &mut State) -> Vec<Effect> {
    match state.project.leaving.take() {
        Some(Leaving::New) => {
            start_anew(state);
            Vec::new()
        }
        Some(Leaving::Open(path)) => {
            // A project that is opened again keeps the right to write it.
            let is_same = state.project.path.as_ref() == Some(&path);
            let held = state.project.access.clone().filter(|_| is_same);
            vec![Effect::File(FileJob::Project(ProjectJob::Open(path, held)))]
        }
        Some(Leaving::Boundaries(path)) => vec![Effect::File(FileJob::Project(ProjectJob::Boundaries(path)))],
        Some(Leaving::Quit) => vec![Effect::Quit],
        None => Vec::new(),
    }
}
