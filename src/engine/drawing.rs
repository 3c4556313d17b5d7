//! How the window is drawn, as far as it is told to the user.

use crate::i18n::{Lang, texts};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    OpenGl,
    /// By the processor.
    Software(Why),
}

/// Why the processor draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The user wants it.
    Asked,
    /// OpenGL cannot be used.
    Unusable,
    /// OpenGL has stopped while the program ran.
    Lost,
}

impl Drawing {
    /// In a few words, as for the menu.
    pub fn text(self, lang: Lang) -> String {
        texts::drawn(
            lang,
            lang.text(match self {
                Self::OpenGl => texts::DRAWN_OPENGL,
                Self::Software(_) => texts::DRAWN_SOFTWARE,
            }),
        )
    }
}
