//! The two languages, and a text in both.

use serde::{Deserialize, Serialize};

use crate::data::{Bilingual, Suffix};

/// A language of the interface and of the figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    #[default]
    It,
    En,
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub it: &'static str,
    pub en: &'static str,
}

impl Lang {
    /// Both languages, the default first.
    pub const ALL: [Self; 2] = [Self::It, Self::En];

    /// What stands between the whole part of a number and its decimals.
    pub fn decimal_mark(self) -> char {
        match self {
            Self::It => ',',
            Self::En => '.',
        }
    }

    /// The two-letter code of BCP 47.
    pub fn id(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// The language with this [`id`](Self::id).
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

    /// A text that is composed in the same way in both languages.
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

    /// The suffix of an indicator's numbers in this language.
    pub fn suffix(self, suffix: &Suffix) -> &str {
        match suffix {
            Suffix::Common(text) => text,
            Suffix::Each(texts) => self.pick(texts),
        }
    }
}
