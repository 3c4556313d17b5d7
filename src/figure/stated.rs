//! One indicator at one date, of the units of a level: what the figures of a statistic of it say around themselves.

use crate::base::{Date, Level};
use crate::data::{Atlas, Caption, Method, Quality};
use crate::i18n::Lang;

use super::page::footer::{self, Credit, Footer};
use super::quality::in_words;
use super::remark::Remark;
use super::wording::{level_phrase_of, notes, reference_phrase};

/// Whose values a figure is made of.
#[derive(Clone, Copy)]
pub(super) struct Stated<'a> {
    pub lang: Lang,
    pub caption: Caption<'a>,
    pub level: Level,
    pub method: Method,
    pub date: Date,
    /// The status of the values, if it is the same for all.
    pub quality: Option<Quality>,
}

impl Stated<'_> {
    /// The date, with a word if no value is final.
    pub fn when(self) -> String {
        let when = reference_phrase(self.lang, self.caption.stated(self.date));
        in_words(self.lang, when, self.quality.unwrap_or_default())
    }

    /// The level, with how a group has its value.
    pub fn units(self) -> String {
        level_phrase_of(self.lang, self.caption, self.level, self.method)
    }

    /// Source and date, what is known of the indicator and its tables, and what must be known of the drawing.
    pub fn footer(self, own: Vec<String>, remarks: &[Remark], datasets: &[String], atlas: &Atlas) -> Footer {
        let mut lines = notes(self.lang, self.caption, Some(self.level), self.method);
        lines.extend(own);
        lines.extend(remarks.iter().map(|remark| remark.text(self.lang)));
        lines.extend(footer::remarks(self.lang, atlas, datasets, &[self.date]));
        Footer {
            sources: vec![footer::source(self.lang, self.caption, &self.when())],
            remarks: lines,
            credits: vec![Credit::Program],
        }
    }
}
