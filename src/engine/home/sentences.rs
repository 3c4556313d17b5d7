//! What is said of the user's Ambito.

use std::sync::Arc;

use crate::base::Code;
use crate::engine::state::State;
use crate::figure::reading::plain::{self, Plain};
use crate::i18n::Lang;
use crate::io::Bundle;

use super::choice::of;

/// The sentences, made anew only when the data or the language change.
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
        let is_fresh = self.key.as_ref().is_some_and(|(bundle, known, of)| {
            Arc::ptr_eq(bundle, &state.bundle) && known == code && *of == lang
        });
        if !is_fresh {
            self.sentences = plain::sentences(atlas, code, lang);
            self.key = Some((Arc::clone(&state.bundle), code.clone(), lang));
        }
        let (level, unit) = atlas.territories.find(code)?;
        let name = lang.territory(level, &atlas.territories.units(level)[unit].name);
        Some((name, &self.sentences))
    }
}
