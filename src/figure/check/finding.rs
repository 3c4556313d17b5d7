//! What was found in a figure.

use crate::figure::remark::Remark;
use crate::i18n::{Lang, Text};

use super::fix::Fix;

/// Something that could mislead.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What is the matter.
    pub remark: Remark,
    /// What would mend it, where the program can.
    pub fix: Option<Fix>,
    /// What to do where it cannot.
    pub advice: Option<Text>,
}

impl Finding {
    /// One that the program can mend.
    pub(in crate::figure) fn fixable(remark: Remark, fix: Fix) -> Self {
        Self { remark, fix: Some(fix), advice: None }
    }

    /// One that its author must mend.
    pub(in crate::figure) fn advised(remark: Remark, advice: Text) -> Self {
        Self { remark, fix: None, advice: Some(advice) }
    }

    /// What to do about it, in one sentence.
    pub fn remedy(&self, lang: Lang) -> String {
        let fixed = self.fix.as_ref().map(|fix| fix.text(lang));
        fixed.or_else(|| self.advice.map(|advice| lang.text(advice).to_owned())).unwrap_or_default()
    }
}
