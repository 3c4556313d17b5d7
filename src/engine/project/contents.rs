//! The contents of the project: adding and removing imports and packs.

use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::effect::Effect;
use crate::engine::files::FileJob;
use crate::engine::indicator::set_indicator;
use crate::engine::state::{Notice, State};
use crate::i18n::texts;
use crate::io::project::{Import, ProjectFile, related};
use crate::io::recipe::Per;

use super::ProjectJob;
use super::action::Packs;
use super::job::Attach;

/// Adds imports to the project, and updates every view. An import with the same id is replaced.
pub fn take(state: &mut State, imports: Vec<Import>) {
    let file = state.project.change();
    imports.into_iter().for_each(|import| file.add(import));
    state.renew();
}

/// The contents as they were before a step that is undone, or redone; name, notes and packs stay as they are.
pub(in crate::engine) fn put_back(state: &mut State, contents: Arc<ProjectFile>) {
    let lang = state.settings.lang;
    let left = std::mem::replace(&mut state.project.file, contents);
    if state.project.file.work != left.work {
        Arc::make_mut(&mut state.project.file).work = left.work.clone();
    }
    state.renew();
    let missing = |from: &ProjectFile, there: &ProjectFile| {
        let is_missing = |import: &&Import| there.imports.iter().all(|known| known.id() != import.id());
        let titles =
            from.imports.iter().filter(is_missing).map(|import| lang.pick(&import.dataset.meta.title));
        titles.collect::<Vec<_>>().join(", ")
    };
    let (gone, back) = (missing(&left, &state.project.file), missing(&state.project.file, &left));
    let text = match (gone.as_str(), back.as_str()) {
        ("", "") => lang.text(texts::CONTENTS_BACK).to_owned(),
        ("", back) => texts::import_back(lang, back),
        (gone, _) => texts::import_removed(lang, gone),
    };
    state.notice = Some(Notice::info(text));
}

/// Removes an import with its indicators.
pub(super) fn remove(state: &mut State, id: &str) {
    let known = state.project.file.imports.iter().find(|import| import.id() == id);
    let Some(title) = known.map(|import| import.dataset.meta.title.clone()) else { return };
    state.project.change().remove(id);
    state.renew();
    let lang = state.settings.lang;
    let text = texts::import_removed(lang, lang.pick(&title));
    state.told_of_data = Some(Notice::info(text));
    state.notice.clone_from(&state.told_of_data);
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
        if !state.project.file.imports.iter().any(|import| import.indicators.iter().any(|i| i.id == id)) {
            return;
        }
        let Some(import) = state.project.change().imports.iter_mut().find(has) else { return };
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
