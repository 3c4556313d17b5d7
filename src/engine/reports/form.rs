//! What the window asks for: which report, on what, which sections in which order, as which files.

use crate::i18n::Lang;
use crate::report::template::{About, Section, Shipped};

use super::format::ReportFormat;

/// What a report of the window is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportAbout {
    /// The user's Ambito.
    Mine,
    /// The selected territories, compared if there are several.
    Selected,
    /// Each Ambito, a report for each.
    Each,
}

/// A section of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSection {
    pub id: String,
    pub title: String,
    pub is_on: bool,
}

/// The form, as far as it is filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportForm {
    pub kind: Shipped,
    pub about: ReportAbout,
    pub sections: Vec<FormSection>,
    pub formats: Vec<ReportFormat>,
    /// For the cover.
    pub office: String,
    /// How many reports are written, out of how many, while they are.
    pub running: Option<(usize, usize)>,
    /// How it ended, or why it cannot begin.
    pub told: Option<Result<String, String>>,
}

impl ReportForm {
    /// The form of a kind, with all its sections.
    pub(super) fn new(kind: Shipped, about: ReportAbout, lang: Lang) -> Self {
        let (sections, formats) = (sections(kind, lang), ReportFormat::usual(false));
        Self { kind, about, sections, formats, office: String::new(), running: None, told: None }
    }

    /// The same of another kind, with its sections.
    #[must_use]
    pub fn of_kind(self, kind: Shipped, lang: Lang) -> Self {
        Self { kind, sections: sections(kind, lang), told: None, ..self }
    }

    /// Moves a section up or down.
    pub fn move_section(&mut self, at: usize, up: bool) {
        let to = if up { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(to) = to.filter(|to| *to < self.sections.len()) {
            self.sections.swap(at, to);
        }
    }

    /// Whether it is about all Ambiti at once, so that there is no place to choose.
    pub fn is_of_all(&self) -> bool {
        self.kind.template().about == About::Ambiti
    }
}

fn sections(kind: Shipped, lang: Lang) -> Vec<FormSection> {
    let sections = kind.template().sections;
    let one = |section: Section| FormSection {
        title: lang.pick(&section.title).to_owned(),
        id: section.id,
        is_on: true,
    };
    sections.into_iter().map(one).collect()
}
