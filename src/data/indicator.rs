//! The catalogue of indicators: data, not code. See `assets/catalogue/indicators.toml`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::Misread;

use super::published::PublishedIndicator;
use super::term::Term;

/// A text in the two languages of the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// Italian.
    pub it: String,
    /// English.
    pub en: String,
}

/// Whether more of it is good, bad or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// More is worse: the words "better" and "worse" may be used.
    HigherIsWorse,
    /// More is better: the words "better" and "worse" may be used.
    HigherIsBetter,
    /// A description, not a merit: only "higher" and "lower" may be used.
    Neither,
}

/// What sort of number the indicator is: decides how it may be drawn and summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number of things: large where many live. Drawn as symbols, not as a choropleth.
    Count,
    /// One count over another.
    Ratio,
    /// A part over its whole.
    Share,
    /// A mean over persons.
    Mean,
    /// A difference between two dates over the first: may be negative.
    Change,
    /// A count over an area.
    Density,
}

/// What is printed right after the number: nothing, a sign common to both languages, or a text in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Suffix {
    /// The same in both languages.
    Common(String),
    /// One for each.
    Each(Bilingual),
}

/// A family of indicators, as the panel on the left groups them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
}

/// One indicator: I = k·ΣN/ΣD, and what a reader must know of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable id, Italian snake_case.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Name short enough for an axis or a column.
    pub short: Bilingual,
    /// Id of its theme.
    pub theme: String,
    /// What the number counts, in full.
    pub unit: Bilingual,
    /// What follows the number.
    pub suffix: Suffix,
    /// N, as a sum of variables.
    pub numerator: Vec<Term>,
    /// D, as a sum of variables; empty for a plain count.
    #[serde(default)]
    pub denominator: Vec<Term>,
    /// k.
    pub multiplier: f64,
    /// Decimals worth printing.
    pub decimals: usize,
    /// Whether more is good, bad or neither.
    pub polarity: Polarity,
    /// What sort of number it is.
    pub kind: Kind,
    /// Definition in plain words.
    pub definition: Bilingual,
    /// Source.
    pub source: Bilingual,
    /// Licence of the data.
    pub licence: String,
    /// Whether its sums mean anything over several Comuni. A mean or a share that a source gives as it is has no value
    /// for a group: nobody gave what to weigh it by.
    #[serde(default = "yes")]
    pub adds_up: bool,
    /// Whether it tells of a need or of what is spent, where the catalogue says so. The regional guidelines have names for the
    /// quadrants of one against the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<Measured>,
}

/// What an indicator tells of, for those who plan services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measured {
    /// Who may need services, or how many.
    Need,
    /// What is spent on them.
    Spending,
}

fn yes() -> bool {
    true
}

/// What two indicators are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// No variable in common.
    Apart,
    /// Only what both are divided by.
    Base,
    /// A variable that is counted in one counts in the other too, at the same date or another: one may be
    /// inside the other.
    Part,
    /// The same sums: one is the other, or a multiple of it.
    Same,
}

impl Indicator {
    /// How far two indicators are made of the same variables. What is shared makes them rise and fall together
    /// whatever the facts: K. Pearson, "On a form of spurious correlation which may arise when indices are used
    /// in the measurement of organs", *Proceedings of the Royal Society* 60, 1897.
    ///
    /// It knows variables by their names: that `residenti` is the sum of the ages is beyond it.
    pub fn overlap(&self, other: &Self) -> Overlap {
        let (ours, theirs) = (self.sums(), other.sums());
        if ours == theirs {
            return Overlap::Same;
        }
        let crossed = |a: &Weights<'_>, b: &Weights<'_>| !names(a).is_disjoint(&names(b));
        if crossed(&ours.0, &theirs.0) || crossed(&ours.0, &theirs.1) || crossed(&ours.1, &theirs.0) {
            Overlap::Part
        } else if crossed(&ours.1, &theirs.1) {
            Overlap::Base
        } else {
            Overlap::Apart
        }
    }

    /// Whether it may be below zero by its definition: a change, or something less something else.
    pub fn may_be_negative(&self) -> bool {
        let takes_away = |term: &Term| term.variables().any(|(_, weight)| weight < 0.0);
        self.kind == Kind::Change || self.numerator.iter().any(takes_away)
    }

    fn sums(&self) -> (Weights<'_>, Weights<'_>) {
        (sum(&self.numerator), sum(&self.denominator))
    }
}

/// The weight of each variable, by name and years back.
type Weights<'a> = BTreeMap<(&'a str, i16), f64>;

fn sum(terms: &[Term]) -> Weights<'_> {
    let mut weights = Weights::new();
    for term in terms {
        for (name, weight) in term.variables() {
            *weights.entry((name, term.years_back())).or_default() += weight;
        }
    }
    weights
}

fn names<'a>(weights: &Weights<'a>) -> BTreeSet<&'a str> {
    weights.keys().map(|(name, _)| *name).collect()
}

/// All the indicators, in the order they are shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    #[serde(rename = "theme", default)]
    themes: Vec<Theme>,
    #[serde(rename = "indicator", default)]
    indicators: Vec<Indicator>,
    #[serde(rename = "published", default)]
    published: Vec<PublishedIndicator>,
}

impl Catalogue {
    /// Themes and indicators, in the order they are shown.
    pub fn new(themes: Vec<Theme>, indicators: Vec<Indicator>) -> Self {
        Self { themes, indicators, published: Vec::new() }
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
