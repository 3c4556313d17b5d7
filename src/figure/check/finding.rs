//! What was found in a figure.

use crate::figure::remark::Remark;
use crate::i18n::{Lang, Text};

use super::mending::Mending;

/// Something that could mislead.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What is the matter.
    pub remark: Remark,
    /// What would mend it, where the program can.
    pub mending: Option<Mending>,
    /// What to do where it cannot.
    pub advice: Option<Text>,
}

impl Finding {
    /// One that the program can mend.
    pub(in crate::figure) fn mended(remark: Remark, mending: Mending) -> Self {
        Self { remark, mending: Some(mending), advice: None }
    }

    /// One that its author must mend.
    pub(in crate::figure) fn advised(remark: Remark, advice: Text) -> Self {
        Self { remark, mending: None, advice: Some(advice) }
    }

    /// What to do about it, in one sentence.
    pub fn remedy(&self, lang: Lang) -> String {
        let mended = self.mending.as_ref().map(|mending| mending.text(lang));
        mended.or_else(|| self.advice.map(|advice| lang.text(advice).to_owned())).unwrap_or_default()
    }
}
