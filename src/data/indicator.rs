//! An indicator: how it is defined, and what a reader must know of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::aggregate::Method;
use super::period::Period;
use super::term::{Term, When};
use crate::base::{Date, Level};

/// A text in both languages of the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    pub it: String,
    pub en: String,
}

/// Whether more of it is good, bad or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// More is worse: texts may say "better" and "worse".
    HigherIsWorse,
    /// More is better: texts may say "better" and "worse".
    HigherIsBetter,
    /// A description, not a merit: texts may only say "higher" and "lower".
    Neither,
}

/// The kind of number, which decides how it may be drawn and summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number of things, large where many people live. Drawn as symbols, not as a choropleth.
    Count,
    /// One count divided by another.
    Ratio,
    /// A part of a whole.
    Share,
    /// A mean over persons.
    Mean,
    /// A difference between two dates relative to the first; may be negative.
    Change,
    /// A count per area.
    Density,
    /// A step of an ordinal scale, such as a score or a decile. Mapped by step and ranked, but never summed or
    /// averaged.
    Ordinal,
    /// A type of place: its number is just a name, without any order.
    Category,
}

/// What the numbers of an indicator let one do with them: S. S. Stevens, "On the Theory of Scales of Measurement", *Science*
/// 103, 1946. From the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// They are names: equal or not, and counted.
    Names,
    /// They are steps: higher or lower too.
    Order,
    /// They are quantities, with differences.
    Quantity,
}

impl Kind {
    pub fn scale(self) -> Scale {
        match self {
            Self::Category => Scale::Names,
            Self::Ordinal => Scale::Order,
            Self::Count | Self::Ratio | Self::Share | Self::Mean | Self::Change | Self::Density => {
                Scale::Quantity
            }
        }
    }

    /// Whether its values are named steps and not quantities.
    pub fn has_steps(self) -> bool {
        self.scale() < Scale::Quantity
    }

    /// Whether a group has a value made in this way: steps have a lowest and a highest but no mean, names have neither.
    pub fn has_by(self, method: Method) -> bool {
        self.scale()
            >= match method {
                Method::Pooled | Method::Partial => Scale::Names,
                Method::Min | Method::Max => Scale::Order,
                Method::Mean => Scale::Quantity,
            }
    }
}

/// What the members of a group are weighted by, where a source gives rates without the counts behind them; for steps,
/// also who is counted in each of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// The weight, as a sum of variables.
    pub terms: Vec<Term>,
    /// Its name with the date, to follow "weighted with": "residents aged 20–64 on 1 January 2022".
    pub name: Bilingual,
}

/// A step of an ordinal indicator, or a category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its number in the data.
    pub value: f64,
    pub name: Bilingual,
}

/// What is written right after the number: nothing, a sign common to both languages, or a text in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Suffix {
    /// The same in both languages.
    Common(String),
    Each(Bilingual),
}

/// An indicator: I = k·ΣN/ΣD, and what a reader must know of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable id, Italian snake_case.
    pub id: String,
    pub name: Bilingual,
    /// Name short enough for an axis or a column.
    pub short: Bilingual,
    /// Id of its theme.
    pub theme: String,
    /// What the number counts, in full.
    pub unit: Bilingual,
    /// What is written after the number.
    pub suffix: Suffix,
    /// N, as a sum of variables.
    pub numerator: Vec<Term>,
    /// D, as a sum of variables; empty for a plain count.
    #[serde(default)]
    pub denominator: Vec<Term>,
    pub multiplier: f64,
    pub decimals: usize,
    /// Whether more is good, bad or neither.
    pub polarity: Polarity,
    /// The kind of number.
    pub kind: Kind,
    /// Definition in plain words.
    pub definition: Bilingual,
    pub source: Bilingual,
    /// Licence of the data.
    pub licence: String,
    /// Whether its sums mean anything over several Comuni. A mean or a share given by a source as it is has no value
    /// for a group, because its weights are unknown.
    #[serde(default = "yes")]
    pub adds_up: bool,
    /// Why it has no value for a group, if it does not add up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_not: Option<Bilingual>,
    /// What the value of a group is weighted by, if it is a weighted mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// Its steps or categories, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// What its values refer to: births are of a whole year.
    #[serde(default, skip_serializing_if = "Period::is_day")]
    pub period: Period,
    /// The first date its definition holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last date its definition holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<Bilingual>,
    /// Additional search terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Bilingual>,
    /// Whether it measures a need or spending, if the catalogue says so. The regional guidelines name the quadrants
    /// of one against the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<Measured>,
    /// The finest level at which it has values, as the data it is made of say.
    #[serde(skip)]
    pub known_at: Level,
    /// The formula that a user typed, of which it was made.
    #[serde(skip)]
    pub formula: Option<String>,
}

/// What an indicator measures, from the point of view of planning services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measured {
    /// Who may need services, or how many people.
    Need,
    /// What is spent on them.
    Spending,
}

fn yes() -> bool {
    true
}

/// A count without terms or name; whoever builds an indicator fills in the rest.
impl Default for Indicator {
    fn default() -> Self {
        Self {
            id: String::new(),
            name: Bilingual::default(),
            short: Bilingual::default(),
            theme: String::new(),
            unit: Bilingual::default(),
            suffix: Suffix::Common(String::new()),
            numerator: Vec::new(),
            denominator: Vec::new(),
            multiplier: 1.0,
            decimals: 0,
            polarity: Polarity::Neither,
            kind: Kind::Count,
            definition: Bilingual::default(),
            source: Bilingual::default(),
            licence: String::new(),
            adds_up: true,
            why_not: None,
            weight: None,
            steps: Vec::new(),
            from: None,
            period: Period::Day,
            until: None,
            warning: None,
            words: None,
            measures: None,
            known_at: Level::Comuni,
            formula: None,
        }
    }
}

/// How the variables of two indicators overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// No variable in common.
    Apart,
    /// Only the denominators.
    Base,
    /// A variable counted in one is also counted in the other, at the same date or another: one may contain the
    /// other.
    Part,
    /// The same sums: one is the other, or a multiple of it.
    Same,
}

impl Indicator {
    /// How far two indicators are made of the same variables. Shared variables make them correlated whatever the
    /// facts: K. Pearson, "On a form of spurious correlation which may arise when indices are used in the measurement
    /// of organs", *Proceedings of the Royal Society* 60, 1897.
    ///
    /// Variables are compared by name, so it does not know that `residenti` is the sum of the ages.
    pub fn overlap(&self, other: &Self) -> Overlap {
        let (ours, theirs) = (self.sums(), other.sums());
        // Of one as published no sums are known.
        if self.numerator.is_empty() && self.id != other.id {
            return Overlap::Apart;
        }
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

    /// Whether one counts some of what the other is made of, so that they go together whatever the facts. What one counts may be all
    /// that the other is divided by, as the residents of a density and of a share: that is a common base, by whatever name its
    /// source has it, and no part.
    pub fn shares_a_part(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.sums(), other.sums());
        let meet = |a: &Weights<'_>, b: &Weights<'_>| !names(a).is_disjoint(&names(b));
        let is_part = |a: &Weights<'_>, b: &Weights<'_>| meet(a, b) && names(a) != names(b);
        match self.overlap(other) {
            Overlap::Same => true,
            Overlap::Part => {
                meet(&ours.0, &theirs.0) || is_part(&ours.0, &theirs.1) || is_part(&theirs.0, &ours.1)
            }
            Overlap::Apart | Overlap::Base => false,
        }
    }

    /// All its terms, those of the weight last.
    pub fn terms(&self) -> impl Iterator<Item = &Term> + Clone {
        let weights = self.weight.iter().flat_map(|weight| &weight.terms);
        self.numerator.iter().chain(&self.denominator).chain(weights)
    }

    /// Whether a group of Comuni has a value of its own: the indicator adds up, or has a declared weight.
    pub(crate) fn holds_for_groups(&self) -> bool {
        self.adds_up && !self.kind.has_steps()
    }

    /// Whether its definition allows negative values: a change, or a difference.
    pub fn may_be_negative(&self) -> bool {
        let takes_away = |term: &Term| term.variables().any(|(_, weight)| weight < 0.0);
        self.kind == Kind::Change || self.numerator.iter().any(takes_away)
    }

    fn sums(&self) -> (Weights<'_>, Weights<'_>) {
        (sum(&self.numerator), sum(&self.denominator))
    }
}

/// The weight of each variable, by name and reading date.
type Weights<'a> = BTreeMap<(&'a str, When), f64>;

fn sum(terms: &[Term]) -> Weights<'_> {
    let mut weights = Weights::new();
    for term in terms {
        for (name, weight) in term.variables() {
            *weights.entry((name, term.when())).or_default() += weight;
        }
    }
    weights
}

fn names<'a>(weights: &Weights<'a>) -> BTreeSet<&'a str> {
    weights.keys().map(|(name, _)| *name).collect()
}
