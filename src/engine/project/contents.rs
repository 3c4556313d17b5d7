//! The contents of the project: adding and removing imports and packs.

use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::effect::Effect;
use crate::engine::files::FileJob;
use crate::engine::state::{Notice, State};
use crate::i18n::texts;
use crate::io::project::Import;

use super::ProjectJob;
use super::action::Packs;
use super::job::Attach;

/// Adds imports to the project, and updates every view. An import with the same id is replaced.
pub fn take(state: &mut State, imports: Vec<Import>) {
    let file = Arc::make_mut(&mut state.project.file);
    imports.into_iter().for_each(|import| file.add(import));
    state.renew();
}

/// Removes an import with its indicators.
pub(super) fn remove(state: &mut State, id: &str) {
    let known = state.project.file.imports.iter().find(|import| import.id() == id);
    let Some(title) = known.map(|import| import.dataset.meta.title.clone()) else { return };
    Arc::make_mut(&mut state.project.file).remove(id);
    state.renew();
    let lang = state.settings.lang;
    let text = texts::import_removed(lang, lang.pick(&title));
    state.notice = Some(Notice { text, is_error: false });
}

pub(super) fn attach(state: &State, pack: PathBuf) -> Option<Effect> {
    let project = state.project.path.clone()?;
    let references = state.project.file.work.packs.clone();
    Some(Effect::File(FileJob::Project(ProjectJob::Attach(Attach { project, references, pack }))))
}

pub(super) fn attached(state: &mut State, packs: &Packs) {
    Arc::make_mut(&mut state.project.file).work.packs = packs.references.clone();
    state.project.packs = packs.files.clone();
    state.renew();
}

pub(super) fn detach(state: &mut State, file: &str) {
    let Some(at) = state.project.file.work.packs.iter().position(|pack| pack.file == file) else { return };
    Arc::make_mut(&mut state.project.file).work.packs.remove(at);
    state.project.packs.remove(at);
    state.renew();
}
