//! Adding and removing indicators typed as formulas.

use std::path::Path;

use crate::data::Bilingual;
use crate::document::OwnIndicator;
use crate::engine::dialog::Dialog;
use crate::engine::effect::Effect;
use crate::engine::files::FileJob;
use crate::engine::indicator::set_indicator;
use crate::engine::question::Question;
use crate::engine::state::{Notice, State};
use crate::i18n::texts;
use crate::io::formulas::indicator;
use crate::io::recipe::slug;

use super::action::{FormulaAction, FormulaForm};

/// The longest id made of a name.
const LONGEST_ID: usize = 48;

/// The indicator that a form describes, with an id that no other has.
pub fn own(state: &State, form: &FormulaForm) -> OwnIndicator {
    let name = match form.name.trim() {
        "" => form.formula.trim(),
        name => name,
    };
    let stem: String = slug(name).chars().take(LONGEST_ID).collect();
    let stem = if stem.is_empty() { "formula".to_owned() } else { stem };
    let is_taken = |id: &str| state.bundle.atlas.caption(id).is_ok();
    let numbered = (2..).map(|n| format!("{stem}_{n}"));
    let id = std::iter::once(stem.clone()).chain(numbered).find(|id| !is_taken(id)).unwrap_or(stem);
    let name = Bilingual { it: name.to_owned(), en: name.to_owned() };
    OwnIndicator { id, name, formula: form.formula.trim().to_owned(), decimals: None }
}

/// Performs an action on typed indicators.
pub fn apply(state: &mut State, action: FormulaAction) -> Vec<Effect> {
    let lang = state.settings.lang;
    match action {
        FormulaAction::Show => state.dialog = Some(Dialog::Formula(FormulaForm::default())),
        FormulaAction::Fill(form) => state.dialog = Some(Dialog::Formula(form)),
        FormulaAction::Add => {
            let Some(Dialog::Formula(form)) = &state.dialog else { return Vec::new() };
            let new = own(state, form);
            if indicator(&new, &state.bundle.atlas).is_err() {
                return Vec::new();
            }
            let (id, name) = (new.id.clone(), lang.pick(&new.name).to_owned());
            add(state, vec![new]);
            set_indicator(state, id);
            state.dialog = None;
            state.notice = Some(Notice::info(texts::formula_added(lang, name)));
        }
        FormulaAction::Remove(id) => {
            let Some(at) = state.document.own.iter().position(|own| own.id == id) else { return Vec::new() };
            let gone = state.document.own.remove(at);
            state.renew();
            state.notice = Some(Notice::info(texts::formula_removed(lang, lang.pick(&gone.name))));
        }
        FormulaAction::OpenFrom => return vec![Effect::Ask(Question::OpenFormulas)],
        FormulaAction::Open(path) => return vec![Effect::File(FileJob::ReadFormulas(path))],
        FormulaAction::Opened(path, read) => opened(state, &path, read),
        FormulaAction::SaveAs => return vec![Effect::Ask(Question::SaveFormulas)],
        FormulaAction::Save(path) => {
            return vec![Effect::File(FileJob::WriteFormulas(path, state.document.own.clone()))];
        }
    }
    Vec::new()
}

/// Adds indicators; one with the id of a typed one replaces it, one with the id of another indicator gets its own.
fn add(state: &mut State, all: Vec<OwnIndicator>) {
    for mut new in all {
        match state.document.own.iter_mut().find(|known| known.id == new.id) {
            Some(known) => *known = new,
            None => {
                let is_taken = |id: &str| state.bundle.atlas.caption(id).is_ok();
                let numbered = (2..).map(|n| format!("{}_{n}", new.id));
                let mut ids = std::iter::once(new.id.clone()).chain(numbered);
                new.id = ids.find(|id| !is_taken(id)).unwrap_or_default();
                state.document.own.push(new);
            }
        }
    }
    state.document.own.truncate(OwnIndicator::most());
    state.renew();
}

/// Adds the indicators of a figure from elsewhere that the work does not have.
pub fn add_unknown(state: &mut State, all: &[OwnIndicator]) {
    let is_unknown = |own: &&OwnIndicator| state.bundle.atlas.caption(&own.id).is_err();
    let new: Vec<OwnIndicator> = all.iter().filter(is_unknown).cloned().collect();
    if !new.is_empty() {
        add(state, new);
    }
}

fn opened(state: &mut State, path: &Path, read: Result<Vec<OwnIndicator>, String>) {
    let lang = state.settings.lang;
    let all = match read {
        Ok(all) => all,
        Err(text) => {
            state.notice = Some(Notice::error(text));
            return;
        }
    };
    let faults: Vec<String> = all
        .iter()
        .filter_map(|own| {
            Some(texts::formula_of(lang, &own.id, indicator(own, &state.bundle.atlas).err()?.text(lang)))
        })
        .collect();
    let sound: Vec<OwnIndicator> =
        all.into_iter().filter(|own| indicator(own, &state.bundle.atlas).is_ok()).collect();
    let names: Vec<&str> = sound.iter().map(|own| lang.pick(&own.name)).collect();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let told = texts::formulas_read(lang, name, sound.len(), names.join(", "));
    if !sound.is_empty() {
        add(state, sound);
    }
    state.notice = Some(match faults.is_empty() {
        true => Notice::info(told),
        false => Notice::error(format!("{told} {}.", faults.join("; "))),
    });
}
