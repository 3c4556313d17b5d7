//! A territory that a report is about, and its name in sentences.

use crate::base::{Code, Level};
use crate::data::{Atlas, Territories};
use crate::figure::wording::on_its_own;
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{Lang, texts};

/// A unit of a level, or Comuni put together under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// `None` for Comuni put together.
    pub unit: Option<(Level, Code)>,
    pub name: String,
    /// Positions of its Comuni, ascending.
    pub members: Vec<usize>,
    /// What is selected in its figures.
    pub codes: Vec<Code>,
}

impl Place {
    /// The unit with this code.
    pub fn of(code: &Code, atlas: &Atlas) -> Option<Self> {
        let (level, at) = atlas.territories.find(code)?;
        Some(Self::unit(level, at, &atlas.territories))
    }

    /// The unit of a level at this position.
    pub(crate) fn unit(level: Level, at: usize, territories: &Territories) -> Self {
        let unit = &territories.units(level)[at];
        Self {
            unit: Some((level, unit.code.clone())),
            name: unit.name.clone(),
            members: unit.members.clone(),
            codes: vec![unit.code.clone()],
        }
    }

    /// The Comuni of these territories, put together under a name.
    pub fn together(name: String, codes: &[Code], atlas: &Atlas) -> Option<Self> {
        let mut members = Vec::new();
        for code in codes {
            let (level, at) = atlas.territories.find(code)?;
            members.extend_from_slice(&atlas.territories.units(level)[at].members);
        }
        members.sort_unstable();
        members.dedup();
        let own = members.iter().map(|at| atlas.territories.comuni()[*at].code.clone()).collect();
        Some(Self { unit: None, name, members, codes: own })
    }

    pub fn level(&self) -> Option<Level> {
        self.unit.as_ref().map(|(level, _)| *level)
    }

    pub fn code(&self) -> Option<&Code> {
        self.unit.as_ref().map(|(_, code)| code)
    }

    /// Whether it is made of several Comuni.
    pub fn is_group(&self) -> bool {
        self.members.len() > 1
    }

    /// The level of its peers.
    pub fn peers(&self) -> Level {
        self.level().unwrap_or(Level::Comuni)
    }

    /// For ids: its code, or a word.
    pub fn id(&self) -> &str {
        self.code().map_or("insieme", Code::as_str)
    }

    /// On its own: "Ambito di Corsico".
    pub fn alone(&self, lang: Lang) -> String {
        match self.level() {
            Some(level) => on_its_own(lang, level, &self.name),
            None => self.name.clone(),
        }
    }

    /// As a subject: "l'Ambito di Corsico", "the Ambito of Corsico"; a Comune is said to be one.
    pub fn subject(&self, lang: Lang) -> String {
        match (lang, self.level()) {
            (_, None) => texts::report_set(lang, &self.name),
            (Lang::It, Some(Level::Comuni)) => texts::report_the_comune(
                lang,
                italian::place(Some(Preposition::Di), Level::Comuni, &self.name),
            ),
            (Lang::It, Some(level)) => italian::place(None, level, &self.name),
            (Lang::En, Some(Level::Comuni)) => self.name.clone(),
            (Lang::En, Some(level)) => texts::report_the(lang, on_its_own(lang, level, &self.name)),
        }
    }

    /// "dell'Ambito di Corsico", "of the Ambito of Corsico".
    pub fn of_it(&self, lang: Lang) -> String {
        match (lang, self.level()) {
            (_, None) => texts::report_of_set(lang, &self.name),
            (Lang::It, Some(level)) => italian::place(Some(Preposition::Di), level, &self.name),
            (Lang::En, Some(_)) => texts::report_of(lang, self.subject(lang)),
        }
    }

    /// "nell'Ambito di Corsico", "in the Ambito of Corsico".
    pub fn inside(&self, lang: Lang) -> String {
        match (lang, self.level()) {
            (_, None) => texts::report_in_set(lang, &self.name),
            (Lang::It, Some(level)) => italian::place(Some(Preposition::In), level, &self.name),
            (Lang::En, Some(_)) => texts::report_in(lang, self.subject(lang)),
        }
    }
}
