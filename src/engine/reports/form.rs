//! What the window asks for: which report, on what, which sections in which order, as which files.

use std::sync::Arc;

use crate::export::Picture;
use crate::i18n::Lang;
use crate::report::template::{About, Section, Shipped, Template};

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

/// A template of the office, read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnTemplate {
    /// The name of its file.
    pub name: String,
    pub template: Template,
}

/// The logo of the cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLogo {
    /// The name of its file.
    pub name: String,
    pub bytes: Arc<Vec<u8>>,
}

/// The pages of a report as they would be written.
#[derive(Clone, Debug)]
pub struct ReportPages(pub Arc<Vec<Picture>>);

impl PartialEq for ReportPages {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
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
    /// The office's own template, instead of the program's of this kind.
    pub own: Option<Box<OwnTemplate>>,
    /// For the cover.
    pub office: String,
    pub logo: Option<ReportLogo>,
    /// Its pages, for the choices as they are.
    pub pages: Option<ReportPages>,
    /// Whether they are being made.
    pub is_previewing: bool,
    /// How many reports are written, out of how many, while they are.
    pub running: Option<(usize, usize)>,
    /// How it ended, or why it cannot begin.
    pub told: Option<Result<String, String>>,
}

impl ReportForm {
    /// The form of a kind, with all its sections.
    pub(super) fn new(kind: Shipped, about: ReportAbout, lang: Lang) -> Self {
        let (sections, formats) = (sections(kind.template(), lang), ReportFormat::usual(false));
        Self {
            kind,
            about,
            sections,
            formats,
            own: None,
            office: String::new(),
            logo: None,
            pages: None,
            is_previewing: false,
            running: None,
            told: None,
        }
    }

    /// The template that it fills in.
    pub fn template(&self) -> Template {
        self.own.as_ref().map_or_else(|| self.kind.template(), |own| own.template.clone())
    }

    /// The same with a template of the office.
    #[must_use]
    pub fn of_own(self, own: OwnTemplate, lang: Lang) -> Self {
        let sections = sections(own.template.clone(), lang);
        Self { own: Some(Box::new(own)), sections, pages: None, told: None, ..self }
    }

    /// The sections that are written, in their order.
    pub fn chosen(&self) -> Vec<String> {
        self.sections.iter().filter(|section| section.is_on).map(|section| section.id.clone()).collect()
    }

    /// The same of another kind, with its sections.
    #[must_use]
    pub fn of_kind(self, kind: Shipped, lang: Lang) -> Self {
        let sections = sections(kind.template(), lang);
        Self { kind, sections, own: None, pages: None, told: None, ..self }
    }

    /// Moves a section up or down.
    pub fn move_section(&mut self, at: usize, up: bool) {
        let to = if up { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(to) = to.filter(|to| *to < self.sections.len()) {
            self.sections.swap(at, to);
        }
    }

    /// Moves a section to the place of another.
    pub fn drag_section(&mut self, from: usize, to: usize) {
        if from < self.sections.len() && to < self.sections.len() {
            let section = self.sections.remove(from);
            self.sections.insert(to, section);
        }
    }

    /// Whether it is about all Ambiti at once, so that there is no place to choose.
    pub fn is_of_all(&self) -> bool {
        self.own.as_ref().map_or_else(|| self.kind.template().about, |own| own.template.about)
            == About::Ambiti
    }
}

fn sections(template: Template, lang: Lang) -> Vec<FormSection> {
    let sections = template.sections;
    let one = |section: Section| FormSection {
        title: lang.pick(&section.title).to_owned(),
        id: section.id,
        is_on: true,
    };
    sections.into_iter().map(one).collect()
}
