//! The contents of the project: adding and removing imports and packs.

use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::effect::Effect;
use crate::engine::files::FileJob;
use crate::engine::indicator::set_indicator;
use crate::engine::state::{Notice, State};
use crate::i18n::texts;
use crate::io::project::{Import, related};
use crate::io::recipe::Per;

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
    state.notice = Some(Notice::info(text));
}

/// Adds the rate of a count to the import that the count comes from, and shows it. One that is there already is only shown.
pub(super) fn relate(state: &mut State, id: &str) {
    let atlas = &state.bundle.atlas;
    let lang = state.settings.lang;
    let new = atlas.catalogue.get(id).and_then(|count| related(count, &Per::default(), atlas));
    let Some(new) = new else {
        let text = lang.text(texts::RELATE_NO_POPULATION).to_owned();
        state.notice = Some(Notice::error(text));
        return;
    };
    let (rate, name) = (new.id.clone(), lang.pick(&new.name).to_owned());
    let is_there = atlas.catalogue.get(&rate).is_some();
    let has = |import: &&mut Import| import.indicators.iter().any(|indicator| indicator.id == id);
    if !is_there {
        let file = Arc::make_mut(&mut state.project.file);
        let Some(import) = file.imports.iter_mut().find(has) else { return };
        import.indicators.push(new);
        state.renew();
    }
    state.dialog = None;
    set_indicator(state, rate);
    let text = if is_there { texts::relate_shown(lang, name) } else { texts::relate_made(lang, name) };
    state.notice = Some(Notice::info(text));
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
