//! The catalogue of indicators: data, not code. See `assets/catalogue/indicators.toml`.

use serde::{Deserialize, Serialize};

use crate::base::Misread;

use super::indicator::{Bilingual, Indicator};
use super::published::PublishedIndicator;
use super::term::Term;

/// A family of indicators, as the panel on the left groups them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    pub id: String,
    pub name: Bilingual,
    /// What it is for, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Bilingual>,
}

/// A variable that is the sum of others: where those are not there, it stands for them. So residents of 65 and over may be given by
/// single years of age at one date and as a class at another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    pub id: String,
    /// What it is the sum of.
    pub of: Vec<Term>,
}

impl Class {
    /// The variables it is the sum of.
    pub fn members(&self) -> impl Iterator<Item = &str> {
        self.of.iter().flat_map(Term::variables).map(|(name, _)| name)
    }
}

/// Words of which each stands for all the others when something is searched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// Beginnings of words, or of several in a row, in small letters without accents.
    pub stems: Vec<String>,
}

/// The name of a variable in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedVariable {
    /// The variable.
    pub id: String,
    /// Name, as it stands within a sentence.
    pub name: Bilingual,
}

/// All the indicators, in the order they are shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    #[serde(rename = "theme", default)]
    themes: Vec<Theme>,
    #[serde(rename = "class", default)]
    classes: Vec<Class>,
    #[serde(rename = "synonyms", default)]
    synonyms: Vec<Synonyms>,
    #[serde(rename = "variable", default)]
    variables: Vec<NamedVariable>,
    #[serde(rename = "indicator", default)]
    indicators: Vec<Indicator>,
    #[serde(rename = "published", default)]
    published: Vec<PublishedIndicator>,
}

impl Catalogue {
    /// Themes and indicators, in the order they are shown.
    pub fn new(themes: Vec<Theme>, indicators: Vec<Indicator>) -> Self {
        Self { themes, indicators, ..Self::default() }
    }

    /// Reads the format of `assets/catalogue/indicators.toml`.
    ///
    /// # Errors
    /// The row where it stops being a catalogue.
    pub fn from_toml(text: &str) -> Result<Self, Misread> {
        toml::from_str(text).map_err(|error| Misread::at(text, error.span().map_or(0, |span| span.start)))
    }

    /// The themes, in the order they are shown.
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// The variables that stand for a sum of others.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The stems that a word stands for as well as for itself; a word of three letters or fewer stands for itself alone.
    pub fn synonyms_of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        const LEAST: usize = 4;
        let is_long = word.chars().count() >= LEAST;
        let means = move |group: &&Synonyms| {
            is_long
                && group.stems.iter().any(|stem| stem.starts_with(word) || word.starts_with(stem.as_str()))
        };
        self.synonyms.iter().filter(means).flat_map(|group| &group.stems).map(String::as_str)
    }

    /// The name of a variable, where somebody gave it one.
    pub fn variable(&self, id: &str) -> Option<&Bilingual> {
        self.variables.iter().find(|variable| variable.id == id).map(|variable| &variable.name)
    }

    /// The indicators, in the order they are shown.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// Prints every indicator with so many decimals.
    pub(super) fn set_decimals(&mut self, decimals: usize) {
        self.indicators.iter_mut().for_each(|indicator| indicator.decimals = decimals);
    }

    /// The indicator of that id.
    pub fn get(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The indicators carried as published, in the order they are shown.
    pub fn published(&self) -> &[PublishedIndicator] {
        &self.published
    }

    /// The ids nearest to what was typed, nearest first: those that hold it, then those alike
    /// (Jaro-Winkler similarity of at least 0.75), five at most.
    pub fn nearest(&self, typed: &str) -> Vec<&str> {
        let typed = typed.to_lowercase();
        let likeness = |id: &str| match typed.as_str() {
            "" => 0.0,
            part if id.contains(part) => 1.0,
            other => strsim::jaro_winkler(id, other),
        };
        let published = self.published.iter().map(|p| p.id.as_str());
        let mut near: Vec<(f64, &str)> = self
            .indicators
            .iter()
            .map(|i| i.id.as_str())
            .chain(published)
            .map(|id| (likeness(id), id))
            .filter(|(l, _)| *l >= 0.75)
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        near.into_iter().take(5).map(|(_, id)| id).collect()
    }

    /// Adds indicators carried as published; one of the same id replaces ours.
    pub(super) fn put_published(&mut self, new: Vec<PublishedIndicator>) {
        put(&mut self.published, new, |published| &published.id);
    }

    /// Adds what another catalogue has; an indicator or theme of the same id replaces ours.
    pub fn merge(&mut self, other: Self) {
        put(&mut self.themes, other.themes, |theme| &theme.id);
        put(&mut self.classes, other.classes, |class| &class.id);
        self.synonyms.extend(other.synonyms);
        put(&mut self.variables, other.variables, |variable| &variable.id);
        put(&mut self.indicators, other.indicators, |indicator| &indicator.id);
        put(&mut self.published, other.published, |published| &published.id);
    }
}

fn put<T>(ours: &mut Vec<T>, new: Vec<T>, id: fn(&T) -> &str) {
    for item in new {
        match ours.iter_mut().find(|known| id(known) == id(&item)) {
            Some(known) => *known = item,
            None => ours.push(item),
        }
    }
}
