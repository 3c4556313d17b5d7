//! Layer 2: every human text, Italian first, and numbers and dates as each language writes them.
//!
//! Invariant: knows the names of things (levels, methods, schemes, reasons of absence), not what is done
//! with them. A text is a constant in both languages, so a missing translation does not compile.

mod count;
mod errors;
mod file_names;
mod format;
pub mod italian;
mod names;
pub mod texts;

use serde::{Deserialize, Serialize};

pub use count::{Thing, some_named};
pub use file_names::{file_name, own_names};
pub use format::{
    compact_number, date, date_in_full, day_of_year, fill, folded, number, p_of, p_value, plain_number,
    signed_number, significant, within_sentence,
};

use crate::data::{Bilingual, Suffix};

/// A language of the interface and of the figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Italian.
    pub it: &'static str,
    /// English.
    pub en: &'static str,
}

impl Lang {
    /// Both languages, the first one first.
    pub const ALL: [Self; 2] = [Self::It, Self::En];

    /// The two-letter code of BCP 47.
    pub fn id(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// The language of that [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.id() == id)
    }

    /// The text in this language.
    pub fn text(self, text: Text) -> &'static str {
        match self {
            Self::It => text.it,
            Self::En => text.en,
        }
    }

    /// What is made the same way in both languages.
    pub fn both(make: impl Fn(Self) -> String) -> Bilingual {
        Bilingual { it: make(Self::It), en: make(Self::En) }
    }

    /// The text of a catalogue entry in this language.
    pub fn pick(self, text: &Bilingual) -> &str {
        match self {
            Self::It => &text.it,
            Self::En => &text.en,
        }
    }

    /// A source or a licence; one that nobody has told is said to be so.
    pub fn stated(self, words: &str) -> &str {
        if words.trim().is_empty() { self.text(texts::NOT_STATED) } else { words }
    }

    /// What follows an indicator's number in this language.
    pub fn suffix(self, suffix: &Suffix) -> &str {
        match suffix {
            Suffix::Common(text) => text,
            Suffix::Each(texts) => self.pick(texts),
        }
    }
}
