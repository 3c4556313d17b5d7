//! What is wrong with a template, by row.

use crate::i18n::{Lang, texts};

/// A row of a template that is wrong, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// From 1.
    pub row: usize,
    pub fault: TemplateFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFault {
    /// It is no TOML, or a value is of another kind than it must be.
    Unreadable {
        written: String,
    },
    UnknownKey {
        key: String,
        known: String,
    },
    Missing {
        key: String,
    },
    /// A word that is none of those it may be.
    BadWord {
        word: String,
        known: String,
    },
    /// A key that has no meaning for this kind of item.
    NotHere {
        key: String,
        kind: String,
    },
    /// A number or a length out of bounds.
    OutOfBounds {
        key: String,
        least: usize,
        most: usize,
    },
    /// Two sections, or two items of one section, with the same id.
    Twice {
        id: String,
    },
    UnknownRule {
        rule: String,
    },
    /// A rule that must name an indicator does not, or the other way round.
    RuleIndicator {
        rule: String,
    },
    UnknownIndicator {
        id: String,
        nearest: Vec<String>,
    },
    BadDate {
        written: String,
    },
}

impl TemplateError {
    /// In words, with its row.
    pub fn text(&self, lang: Lang) -> String {
        let why = match &self.fault {
            TemplateFault::Unreadable { written } => texts::template_unreadable(lang, written),
            TemplateFault::UnknownKey { key, known } => texts::template_unknown_key(lang, key, known),
            TemplateFault::Missing { key } => texts::template_missing(lang, key),
            TemplateFault::BadWord { word, known } => texts::template_bad_word(lang, word, known),
            TemplateFault::NotHere { key, kind } => texts::template_not_here(lang, key, kind),
            TemplateFault::OutOfBounds { key, least, most } => texts::template_bounds(lang, key, least, most),
            TemplateFault::Twice { id } => texts::template_twice(lang, id),
            TemplateFault::UnknownRule { rule } => texts::template_unknown_rule(lang, rule),
            TemplateFault::RuleIndicator { rule } => texts::template_rule_indicator(lang, rule),
            TemplateFault::UnknownIndicator { id, nearest } if nearest.is_empty() => {
                texts::template_unknown_indicator(lang, id)
            }
            TemplateFault::UnknownIndicator { id, nearest } => {
                texts::template_nearest_indicators(lang, id, nearest.join(", "))
            }
            TemplateFault::BadDate { written } => texts::template_bad_date(lang, written),
        };
        texts::template_row(lang, self.row, why)
    }
}
