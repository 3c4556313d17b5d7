//! The findings of a check.

use crate::figure::remark::Remark;
use crate::i18n::{Lang, Text};

use super::fix::Fix;

/// Something that could mislead.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub remark: Remark,
    /// The fix, if the program has one.
    pub fix: Option<Fix>,
    /// What to do if it has not.
    pub advice: Option<Text>,
}

impl Finding {
    /// A finding that the program can fix.
    pub(in crate::figure) fn fixable(remark: Remark, fix: Fix) -> Self {
        Self { remark, fix: Some(fix), advice: None }
    }

    /// A finding that the author must deal with.
    pub(in crate::figure) fn advised(remark: Remark, advice: Text) -> Self {
        Self { remark, fix: None, advice: Some(advice) }
    }

    /// What to do about it, in one sentence.
    pub fn remedy(&self, lang: Lang) -> String {
        let fixed = self.fix.as_ref().map(|fix| fix.text(lang));
        fixed.or_else(|| self.advice.map(|advice| lang.text(advice).to_owned())).unwrap_or_default()
    }
}
