//! Unique ids, and the theme of imported data.

use crate::data::{Bilingual, Theme};
use crate::i18n::texts as t;
use crate::io::recipe::slug;

/// Id of the theme of imported indicators.
pub const THEME: &str = "dati_importati";

/// The recipe id of results of analyses.
pub(super) const RESULT: &str = "analisi";

/// The theme of imported indicators.
pub fn theme() -> Theme {
    let name = Bilingual { it: t::IMPORTED.it.to_owned(), en: t::IMPORTED.en.to_owned() };
    Theme { id: THEME.to_owned(), name, about: None }
}

/// The name, followed by a number if it is in use.
pub fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|n| format!("{name}_{n}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_else(|| name.to_owned())
}

/// A name as it can be written in terms.
pub fn word(name: &str, otherwise: &str) -> String {
    let name = slug(name);
    if name.is_empty() { otherwise.to_owned() } else { name }
}

/// A text that is the same in both languages.
pub(crate) fn same_in_both(text: &str) -> Bilingual {
    Bilingual { it: text.to_owned(), en: text.to_owned() }
}
