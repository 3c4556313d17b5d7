//! The catalogue of indicators: data, not code. See `assets/catalogue/indicators.toml`.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::base::{Level, Misread};

use super::definition_limits::{Unfit, Why};
use super::documents::PublishedDocument;
use super::indicator::{Bilingual, Indicator};
use super::published::PublishedIndicator;
use super::term::{Term, has_few_ranges};

/// A group of indicators, as shown in the panel on the left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    pub id: String,
    pub name: Bilingual,
    /// What it is for, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Bilingual>,
}

/// A variable that is the sum of others and replaces them where they are missing. Residents of 65 and over, for
/// example, may be given by single years of age at one date and as an age group at another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    pub id: String,
    /// The terms it is the sum of.
    pub of: Vec<Term>,
}

impl Class {
    /// The variables it is the sum of.
    pub fn members(&self) -> impl Iterator<Item = &str> {
        self.of.iter().flat_map(Term::variables).map(|(name, _)| name)
    }
}

/// Words that stand for each other in a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// The beginnings of words, or of several words in a row, in lower case without accents.
    pub stems: Vec<String>,
}

/// The name of a variable in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedVariable {
    /// The variable.
    pub id: String,
    /// The name as it is written within a sentence.
    pub name: Bilingual,
}

/// Why a file of indicators cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub enum CatalogueFault {
    /// A row that could not be read.
    Misread(Misread),
    /// A field of which nothing can be made.
    Unfit(Unfit),
}

/// All the indicators, in display order.
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
    #[serde(rename = "document", default)]
    documents: Vec<PublishedDocument>,
}

impl Catalogue {
    pub fn new(themes: Vec<Theme>, indicators: Vec<Indicator>) -> Self {
        Self { themes, indicators, ..Self::default() }
    }

    /// Reads the format of `assets/catalogue/indicators.toml`.
    ///
    /// # Errors
    /// The row that could not be read, or a field of which nothing can be made.
    pub fn from_toml(text: &str) -> Result<Self, CatalogueFault> {
        let misread = |at| CatalogueFault::Misread(Misread::at(text, at));
        if !has_few_ranges(text.as_bytes()) {
            return Err(misread(0));
        }
        let catalogue: Self =
            toml::from_str(text).map_err(|error| misread(error.span().map_or(0, |span| span.start)))?;
        let mut computed = catalogue.indicators.iter().map(Indicator::check);
        let mut published = catalogue.published.iter().map(PublishedIndicator::check);
        let mut seen = FxHashSet::default();
        let ids = catalogue.indicators.iter().map(|indicator| &indicator.id);
        let twice =
            ids.chain(catalogue.published.iter().map(|published| &published.id)).find(|id| !seen.insert(*id));
        let twice = twice.map(|id| Unfit { of: id.clone(), field: "id".to_owned(), why: Why::Twice });
        let unfit = computed.find_map(Result::err).or_else(|| published.find_map(Result::err)).or(twice);
        unfit.map_or(Ok(catalogue), |unfit| Err(CatalogueFault::Unfit(unfit)))
    }

    /// The themes, in display order.
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// The variables that replace a sum of others.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The stems that a word stands for besides itself; a word of three letters or fewer stands only for itself.
    pub(crate) fn synonyms_of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        const LEAST: usize = 4;
        let is_long = word.chars().count() >= LEAST;
        let means = move |group: &&Synonyms| {
            is_long
                && group.stems.iter().any(|stem| stem.starts_with(word) || word.starts_with(stem.as_str()))
        };
        self.synonyms.iter().filter(means).flat_map(|group| &group.stems).map(String::as_str)
    }

    /// The name of a variable, if the catalogue has one.
    pub fn variable(&self, id: &str) -> Option<&Bilingual> {
        self.variables.iter().find(|variable| variable.id == id).map(|variable| &variable.name)
    }

    /// The indicators, in display order.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// Sets the decimals of every indicator.
    pub(super) fn set_decimals(&mut self, decimals: usize) {
        self.indicators.iter_mut().for_each(|indicator| indicator.decimals = decimals);
    }

    /// Sets the level at which each indicator is known, in display order.
    pub(super) fn set_levels(&mut self, levels: Vec<Level>) {
        self.indicators.iter_mut().zip(levels).for_each(|(indicator, level)| indicator.known_at = level);
    }

    /// The indicator with this id.
    pub fn get(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The indicators as published, in display order.
    pub fn published(&self) -> &[PublishedIndicator] {
        &self.published
    }

    /// The printed documents that indicators as published are from.
    pub fn documents(&self) -> &[PublishedDocument] {
        &self.documents
    }

    /// The ids most similar to what was typed, best first: those that contain it, then those with a Jaro-Winkler
    /// similarity of at least 0.75; at most five.
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

    /// Adds indicators as published; one with the same id replaces ours.
    pub(super) fn put_published(&mut self, new: Vec<PublishedIndicator>) {
        put(&mut self.published, new, |published| &published.id);
    }

    /// Adds the contents of another catalogue; an indicator or theme with the same id replaces ours.
    pub(crate) fn merge(&mut self, other: Self) {
        put(&mut self.themes, other.themes, |theme| &theme.id);
        put(&mut self.classes, other.classes, |class| &class.id);
        self.synonyms.extend(other.synonyms);
        put(&mut self.variables, other.variables, |variable| &variable.id);
        put(&mut self.indicators, other.indicators, |indicator| &indicator.id);
        put(&mut self.published, other.published, |published| &published.id);
        put(&mut self.documents, other.documents, |document| &document.dataset);
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
