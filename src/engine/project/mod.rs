//! The open project: its imports, the packs it depends on, the file it is saved in. There always is one; until it is
//! saved it has no file, but its work is still kept between sessions (`Keeper`).

mod action;
mod contents;
mod job;
mod keeper;
mod leave;
mod open;
mod work;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::i18n::{self, ago, texts};
use crate::io::Bundle;
use crate::io::project::{EXTENSION, Import, ProjectFile, left_text};

use super::dialog::Dialog;
use super::effect::Effect;
use super::failure::file_name;
use super::files::FileJob;
use super::home;
use super::question::Question;
use super::recovery::Pending;
use super::shared::Shared;
use super::state::{Notice, State};

pub use action::{Leaving, Loaded, Packs, ProjectAction, Saved};
pub(super) use contents::put_back;
pub use contents::take;
pub use job::{ProjectJob, Save};
pub use keeper::Keeper;
pub use open::Open;

/// Performs an action and returns what is to be done outside the state.
pub(super) fn apply(state: &mut State, action: ProjectAction) -> Vec<Effect> {
    match action {
        ProjectAction::Leave(leaving) => return leave::ask(state, leaving),
        ProjectAction::LeaveSaving => return save(state),
        ProjectAction::LeaveWithout => return leave::go(state),
        ProjectAction::Stay => state.project.leaving = None,
        ProjectAction::AskBoundaries => return vec![Effect::Ask(Question::OpenBoundaries)],
        ProjectAction::StandOn(path, Ok(bundle)) => stand_on(state, path, bundle),
        ProjectAction::StandOn(_, Err(text)) => state.notice = Some(Notice::error(text)),
        ProjectAction::AskOpen => return vec![Effect::Ask(Question::OpenProject)],
        ProjectAction::Opened(Ok(loaded)) => opened(state, &loaded),
        ProjectAction::Opened(Err(text)) => state.notice = Some(Notice::error(text)),
        ProjectAction::Save => return save(state),
        ProjectAction::SaveAs => return vec![Effect::Ask(Question::SaveProject(proposed_name(state)))],
        ProjectAction::SaveTo(path) => return save_to(state, path),
        ProjectAction::Saved(path, outcome) => return saved(state, path, outcome),
        ProjectAction::ShowContents(shown) => state.project.shows_contents = shown,
        ProjectAction::Rename(name) => Arc::make_mut(&mut state.project.file).work.name = name,
        ProjectAction::SetNotes(notes) => Arc::make_mut(&mut state.project.file).work.notes = notes,
        ProjectAction::RemoveImport(id) => contents::remove(state, &id),
        ProjectAction::Relate(id) => contents::relate(state, &id),
        ProjectAction::AskAttach if state.project.path.is_none() => {
            let text = state.settings.lang.text(texts::PACK_SAVE_FIRST).to_owned();
            state.notice = Some(Notice::error(text));
        }
        ProjectAction::AskAttach => return vec![Effect::Ask(Question::OpenPack)],
        ProjectAction::Attach(pack) => return contents::attach(state, pack).into_iter().collect(),
        ProjectAction::Attached(Ok(packs)) => contents::attached(state, &packs),
        ProjectAction::Attached(Err(text)) => state.notice = Some(Notice::error(text)),
        ProjectAction::Detach(file) => contents::detach(state, &file),
        ProjectAction::AskPack => {
            let name = format!("dati_{}", proposed_name(state));
            return vec![Effect::Ask(Question::SavePack(name))];
        }
        ProjectAction::WritePack(path) => {
            let file = Shared::new(state.project.file.packed());
            let path = with_extension(path);
            return vec![Effect::File(FileJob::Project(ProjectJob::WritePack(path, file)))];
        }
        ProjectAction::PackWritten(path, outcome) => {
            let saved = || texts::notice_exported(state.settings.lang, file_name(&path));
            state.notice = Some(Notice::of_file(&path, outcome.map(|()| saved())));
        }
        ProjectAction::Found(found) => return found_left(state, found),
        ProjectAction::Recover(recovery_file) => {
            // Why it failed before is no news once it is tried again.
            state.notice = None;
            return recover(state, &recovery_file);
        }
        ProjectAction::NotRecovered(pending, text) => {
            // It is offered again.
            state.project.pending.push(pending);
            state.notice = Some(Notice::error(text));
        }
        ProjectAction::AskGiveUp(recovery_file) => state.project.giving_up = recovery_file,
        ProjectAction::GiveUp(recovery_file) => {
            state.project.giving_up = None;
            return vec![Effect::File(FileJob::Project(ProjectJob::GiveUp(recovery_file)))];
        }
        ProjectAction::GivenUp(recovery_file) => {
            state.project.pending.retain(|pending| pending.recovery_file != recovery_file)
        }
        ProjectAction::PutOff => state.project.pending.clear(),
        ProjectAction::NotKept(text) => state.notice = Some(Notice::error(text)),
    }
    Vec::new()
}

/// Replaces the open project with one that was read.
fn opened(state: &mut State, loaded: &Shared<Loaded>) {
    let Loaded { path, file, packs, access, taken_up, age } = &**loaded;
    let lang = state.settings.lang;
    let file = Arc::new(ProjectFile { recovered: None, ..file.clone() });
    let unlike = || Arc::new(ProjectFile::default());
    state.project = Open {
        saved: if taken_up.is_some() { unlike() } else { Arc::clone(&file) },
        packs: packs.clone(),
        path: path.clone(),
        access: access.clone(),
        taken_up: taken_up.clone(),
        pending: std::mem::take(&mut state.project.pending),
        boundaries: state.project.boundaries.take(),
        ..Open::new(Arc::clone(&state.project.program_data))
    };
    state.project.file = file;
    work::put(state);
    if let Some(path) = path {
        state.settings.saw_project(path);
    }
    let name = state.project.name(lang);
    let text = match (state.project.read_only(lang), path) {
        (Some(why), _) => format!("{} {why}", texts::project_opened(lang, &name)),
        (None, Some(_)) if taken_up.is_some() => texts::project_recovered(lang, &name),
        (None, Some(_)) => texts::project_opened(lang, &name),
        (None, None) => lang.text(texts::PROJECT_TAKEN_UP).to_owned(),
    };
    let replaced = state.project.program_data.replaced_by(packs.iter().chain([&*state.project.file]));
    let replaced = (!replaced.is_empty()).then(|| texts::project_replaces(lang, replaced.join(", ")));
    let territories = &state.project.program_data.atlas.territories;
    let opened = packs.iter().chain([&*state.project.file]);
    let left: Vec<Import> =
        opened.flat_map(|project| project.left_as_published(territories)).cloned().collect();
    let kept = age.map(|age| texts::kept_ago(lang, ago(lang, age)));
    let said: Vec<String> =
        std::iter::once(text).chain(kept).chain(replaced).chain(left_text(&left, lang)).collect();
    let text = said.join(" ");
    // What went wrong at the start is still told: a wrong file beside work that is taken up again.
    let told = state.notice.take().filter(|notice| notice.is_error && taken_up.is_some());
    state.notice = Some(match told {
        Some(told) => Notice::error(format!("{} {text}", told.text)),
        None => Notice::info(text),
    });
}

/// Switches to other boundaries, with an empty project.
fn stand_on(state: &mut State, boundaries: Option<PathBuf>, bundle: Shared<Bundle>) {
    (state.project.program_data, state.project.boundaries) = (bundle.0, boundaries);
    work::start_anew(state);
    let lang = state.settings.lang;
    let territories = &state.bundle.atlas.territories;
    let units = i18n::number(lang, territories.comuni().len() as f64, 0);
    let opened = texts::boundaries_opened(lang, &units);
    let told = state.bundle.boundary_findings(lang);
    let text = told.map_or(opened.clone(), |told| format!("{opened} {told}"));
    state.notice = Some(Notice::info(text));
}

fn save(state: &mut State) -> Vec<Effect> {
    match state.project.path.clone() {
        Some(path) if state.project.is_writable() => save_to(state, path),
        _ => vec![Effect::Ask(Question::SaveProject(proposed_name(state)))],
    }
}

/// One save at a time; what changes meanwhile stays unsaved.
fn save_to(state: &mut State, path: PathBuf) -> Vec<Effect> {
    let path = with_extension(path);
    let project = &state.project;
    if project.is_saving() {
        return Vec::new();
    }
    let is_held = project.path.as_ref() == Some(&path) && project.is_writable();
    let save = Save { file: Shared::new(work::file(state)), packs_from: project.path.clone(), is_held, path };
    state.project.saving = Some(Arc::clone(&state.project.file));
    state.project.sent = Some(state.document.clone());
    vec![Effect::File(FileJob::Project(ProjectJob::Save(save)))]
}

fn saved(state: &mut State, path: PathBuf, outcome: Result<Saved, String>) -> Vec<Effect> {
    let before = state.project.saving.take();
    match outcome {
        Ok(Saved { file, access }) => {
            let project = &mut state.project;
            if before.is_some_and(|before| Arc::ptr_eq(&before, &project.file)) {
                project.file = Arc::clone(&file.0);
            }
            project.seen = project.sent.take();
            project.saved = file.0;
            project.taken_up = None;
            project.access = access.or(project.access.take());
            state.settings.saw_project(&path);
            project.path = Some(path);
            let text = texts::project_saved(state.settings.lang, state.project.name(state.settings.lang));
            state.notice = Some(Notice::info(text));
            if state.project.leaving.is_some() {
                return leave::go(state);
            }
        }
        Err(text) => {
            state.project.leaving = None;
            state.notice = Some(Notice::error(text));
        }
    }
    Vec::new()
}

/// Work that was never saved is recovered at once; the user is told of projects with unsaved changes.
fn found_left(state: &mut State, found: Vec<Shared<Pending>>) -> Vec<Effect> {
    // Nothing stands before work to take up again: the first question waits for the next start.
    if !found.is_empty() && home::is_to_be_asked(state) && state.dialog == Some(Dialog::Home) {
        state.dialog = None;
    }
    state.project.pending = found;
    let is_fresh = state.project.path.is_none() && !state.is_unsaved();
    let untitled = |pending: &&Shared<Pending>| pending.of().is_none();
    match state.project.pending.iter().rfind(untitled).map(|pending| pending.recovery_file.clone()) {
        Some(recovery_file) if is_fresh => recover(state, &recovery_file),
        _ => Vec::new(),
    }
}

fn recover(state: &mut State, recovery_file: &Path) -> Vec<Effect> {
    let Some(at) = state.project.pending.iter().position(|pending| pending.recovery_file == recovery_file)
    else {
        return Vec::new();
    };
    let pending = state.project.pending.remove(at);
    vec![Effect::File(FileJob::Project(ProjectJob::Recover(pending)))]
}

/// The name proposed for its file.
fn proposed_name(state: &State) -> String {
    let lang = state.settings.lang;
    let stem = match &state.project.path {
        Some(_) => state.project.name(lang),
        None => lang.text(texts::PROJECT_FILE_NAME).to_owned(),
    };
    format!("{stem}.{EXTENSION}")
}

/// Adds the extension to a name typed without it.
fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION)) {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{EXTENSION}"));
    path.with_file_name(name)
}
