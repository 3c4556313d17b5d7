//! What was found in a figure.

use crate::i18n::Lang;

use super::mending::Mending;

/// Something that could mislead.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Stable identifier, snake_case English.
    pub code: &'static str,
    /// What is the matter, in one sentence of the figure's language.
    pub message: String,
    /// What would mend it, where the program can.
    pub mending: Option<Mending>,
    /// What to do where it cannot.
    pub advice: Option<String>,
}

impl Finding {
    /// One that the program can mend.
    pub(in crate::figure) fn mended(code: &'static str, message: String, mending: Mending) -> Self {
        Self { code, message, mending: Some(mending), advice: None }
    }

    /// One that its author must mend.
    pub(in crate::figure) fn advised(code: &'static str, message: String, advice: &str) -> Self {
        Self { code, message, mending: None, advice: Some(advice.to_owned()) }
    }

    /// What to do about it, in one sentence.
    pub fn remedy(&self, lang: Lang) -> String {
        let mended = self.mending.as_ref().map(|mending| mending.text(lang));
        mended.or_else(|| self.advice.clone()).unwrap_or_default()
    }
}
