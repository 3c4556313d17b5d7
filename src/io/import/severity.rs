//! How grave a finding is.

use crate::i18n::{Text, texts as t};

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Note,
    /// Something is left out or may be wrong.
    Warning,
    /// It can be read in more than one way: one is proposed, and the user chooses.
    Choice,
}

impl Severity {
    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Choice => "choice",
        }
    }

    pub fn text(self) -> Text {
        match self {
            Self::Note => t::SEVERITY_NOTE,
            Self::Warning => t::SEVERITY_WARNING,
            Self::Choice => t::SEVERITY_CHOICE,
        }
    }
}
