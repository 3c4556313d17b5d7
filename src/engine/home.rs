//! "Il mio Ambito": the Ambito that the user works in, on which the window opens.

use std::sync::Arc;

use crate::base::{Code, Level};
use crate::data::{Atlas, Unit};
use crate::document::{MapSpec, Spec};
use crate::figure::reading::plain::{self, Plain};
use crate::i18n::Lang;
use crate::io::Bundle;

use super::action::Framing;
use super::dialog::Dialog;
use super::effect::Effect;
use super::settings::{Home, Settings};
use super::state::State;

/// The user's Ambito, if there is one in this territory.
pub fn of<'a>(atlas: &Atlas, settings: &'a Settings) -> Option<&'a Code> {
    settings.home().filter(|code| atlas.territories.position(Level::Ambiti, code).is_some())
}

/// The Ambiti to choose from, by name; none where there is nothing to choose.
pub fn choices(atlas: &Atlas, lang: Lang) -> Vec<(Code, String)> {
    let units = atlas.territories.units(Level::Ambiti);
    if units.len() < 2 {
        return Vec::new();
    }
    // "dell'Alto Milanese" is looked for at A.
    let mut units: Vec<&Unit> = units.iter().collect();
    units.sort_by(|a, b| a.name.cmp(&b.name));
    units.iter().map(|unit| (unit.code.clone(), lang.territory(Level::Ambiti, &unit.name))).collect()
}

/// Whether the user is to be asked: never before, and nothing else was asked for at the start.
pub fn is_to_be_asked(state: &State) -> bool {
    state.settings.home == Home::Unasked && !choices(&state.bundle.atlas, state.settings.lang).is_empty()
}

/// The map with the Ambito among the others.
pub(super) fn put(spec: &mut MapSpec, code: &Code) {
    (spec.level, spec.selected) = (Level::Ambiti, vec![code.clone()]);
}

/// Shows the user's Ambito, or asks for it.
pub(super) fn go(state: &mut State) -> Vec<Effect> {
    let Some(code) = of(&state.bundle.atlas, &state.settings).cloned() else {
        state.dialog = Some(Dialog::Home);
        return Vec::new();
    };
    let atlas = &state.bundle.atlas;
    let is_known = atlas.known_together(state.document.map.indicators()) <= Level::Ambiti;
    let map = &mut state.document.map;
    if is_known {
        put(map, &code);
    } else {
        map.selected = vec![code];
    }
    state.shows_home = true;
    vec![Effect::Frame(Framing::Selected)]
}

/// Takes the answer and shows the Ambito.
pub(super) fn settle(state: &mut State, home: Home) -> Vec<Effect> {
    state.dialog = None;
    state.settings.home = home;
    match &state.settings.home {
        Home::Ambito(_) => go(state),
        Home::Unasked | Home::Nowhere => {
            state.shows_home = false;
            Vec::new()
        }
    }
}

/// What is said of the user's Ambito, made anew only when the data or the language change.
#[derive(Default)]
pub struct Sentences {
    key: Option<(Arc<Bundle>, Code, Lang)>,
    sentences: Vec<Plain>,
}

impl Sentences {
    /// Name of the Ambito and the sentences, while they are shown.
    pub fn of(&mut self, state: &State) -> Option<(String, &[Plain])> {
        let (atlas, lang) = (&state.bundle.atlas, state.settings.lang);
        let code = of(atlas, &state.settings).filter(|_| state.shows_home)?;
        let fresh = self.key.as_ref().is_some_and(|(bundle, known, of)| {
            Arc::ptr_eq(bundle, &state.bundle) && known == code && *of == lang
        });
        if !fresh {
            self.sentences = plain::sentences(atlas, code, lang);
            self.key = Some((Arc::clone(&state.bundle), code.clone(), lang));
        }
        let (level, unit) = atlas.territories.find(code)?;
        let name = lang.territory(level, &atlas.territories.units(level)[unit].name);
        Some((name, &self.sentences))
    }
}
