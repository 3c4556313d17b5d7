//! Asking for a path in the window, where the system has no program that shows file dialogs.

use std::path::{Path, PathBuf};

use crate::engine::action::Action;
use crate::engine::failure::file_name;
use crate::engine::question::{Pick, Question};
use crate::engine::state::State;
use crate::i18n::texts;

use super::types::{Dialog, TypedPath};

/// Opens the dialog with a path beside the project or, without one, in the user's home.
pub(super) fn ask(state: &mut State, question: Question) {
    let beside = state.project.path.as_deref().and_then(|path| path.parent()).map(PathBuf::from);
    let home = || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    let folder = beside.or_else(home).unwrap_or_default();
    let path = match question.pick() {
        Pick::Save(name, _) => folder.join(name),
        Pick::Open(_) | Pick::OpenMany(_) | Pick::Folder => folder,
    };
    let typed = path.to_string_lossy().into_owned();
    state.dialog = Some(Dialog::Path(TypedPath { question, typed, refusal: None, replaces: None }));
}

/// Opens the dialog with a file that would be replaced.
pub(super) fn ask_to_replace(state: &mut State, question: Question, path: &Path) {
    let refusal = Some(texts::path_is_there(state.settings.lang, file_name(path)));
    let typed = path.to_string_lossy().into_owned();
    let replaces = Some(path.to_owned());
    state.dialog = Some(Dialog::Path(TypedPath { question, typed, refusal, replaces }));
}

/// The action for the typed path. A file that is there already is replaced only when asked for a second time.
pub(in crate::engine) fn answered(state: &mut State) -> Option<Action> {
    let lang = state.settings.lang;
    let Some(Dialog::Path(asked)) = &mut state.dialog else { return None };
    let path = match asked.typed.trim() {
        "" => PathBuf::new(),
        typed if Path::new(typed).is_dir() => PathBuf::from(typed),
        typed => asked.question.completed(PathBuf::from(typed)),
    };
    let refusal = match asked.question.pick() {
        _ if asked.typed.trim().is_empty() => Some(lang.text(texts::PATH_EMPTY).to_owned()),
        Pick::Save(..) if path.is_dir() => Some(texts::path_is_folder(lang, path.display())),
        Pick::Save(..) if path.exists() && asked.replaces.as_ref() != Some(&path) => {
            asked.replaces = Some(path.clone());
            asked.typed = path.to_string_lossy().into_owned();
            Some(texts::path_is_there(lang, file_name(&path)))
        }
        Pick::Save(..) | Pick::Folder => None,
        Pick::Open(_) | Pick::OpenMany(_) if path.is_file() => None,
        Pick::Open(_) | Pick::OpenMany(_) => Some(texts::path_not_there(lang, path.display())),
    };
    if refusal.is_some() {
        asked.refusal = refusal;
        return None;
    }
    let question = asked.question.clone();
    state.dialog = None;
    question.answered(vec![path])
}
