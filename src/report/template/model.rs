//! A template as read.

use crate::data::{Bilingual, Catalogue};
use crate::report::block::Contents;

use super::error::{TemplateError, TemplateFault};
use super::item::{Item, Only};

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A territory, or several compared.
    Place,
    /// All Ambiti together.
    Ambiti,
}

/// A report as data.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    pub id: String,
    /// The file that it was read from.
    pub text: String,
    pub title: Bilingual,
    /// The act that prescribes it, and its period: on the cover, where there is one.
    pub act: Option<Bilingual>,
    pub about: About,
    /// The lists of contents after the cover.
    pub contents: Vec<Contents>,
    pub sections: Vec<Section>,
}

/// A part of a report under a heading of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub id: String,
    pub title: Bilingual,
    /// The level of its heading, from 1.
    pub level: u8,
    /// Whether it begins on a new page.
    pub on_new_page: bool,
    pub only: Only,
    /// Whether it is repeated for each Ambito.
    pub is_for_each: bool,
    pub items: Vec<Item>,
}

impl Template {
    /// Checks that the indicators it names are known.
    ///
    /// # Errors
    /// The first one that is not, with its row.
    pub fn check(&self, catalogue: &Catalogue) -> Result<(), TemplateError> {
        let known = |id: &str| catalogue.get(id).is_some();
        for item in self.sections.iter().flat_map(|section| &section.items) {
            if let Some(id) = item.indicators().into_iter().find(|id| !known(id)) {
                let nearest = catalogue.nearest(id).into_iter().map(str::to_owned).collect();
                let fault = TemplateFault::UnknownIndicator { id: id.to_owned(), nearest };
                return Err(TemplateError { row: item.row, fault });
            }
        }
        Ok(())
    }

    /// Its file with these sections alone, in this order, and otherwise as it is written.
    pub fn text_with(&self, ids: &[String]) -> String {
        let mut pieces: Vec<String> = vec![String::new()];
        for line in self.text.split_inclusive('\n') {
            if line.trim() == "[[section]]" {
                pieces.push(String::new());
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push_str(line);
            }
        }
        // Sections written in another way cannot be told apart here.
        if pieces.len() != self.sections.len() + 1 {
            return self.text.clone();
        }
        let section = |id: &String| {
            let at = self.sections.iter().position(|section| section.id == *id)?;
            Some(format!("{}\n\n", pieces[at + 1].trim_end()))
        };
        std::iter::once(pieces[0].clone()).chain(ids.iter().filter_map(section)).collect()
    }

    /// The same with these sections alone, in this order.
    ///
    /// # Errors
    /// The id of a section that it does not have.
    pub fn with_sections(mut self, ids: &[String]) -> Result<Self, String> {
        let find = |id: &String| {
            let found = self.sections.iter().position(|section| section.id == *id);
            found.ok_or_else(|| id.clone())
        };
        let order = ids.iter().map(find).collect::<Result<Vec<usize>, String>>()?;
        self.sections = order.into_iter().map(|at| self.sections[at].clone()).collect();
        Ok(self)
    }
}
