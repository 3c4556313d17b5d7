//! The description of an indicator in figures, whatever its values come from.

use crate::base::Level;

use super::indicator::{Bilingual, Indicator, Kind, Step, Suffix};
use super::period::Period;
use super::published::PublishedIndicator;
use super::reference::Reference;

/// Name, unit and source of an indicator, computed or as published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Caption<'a> {
    pub id: &'a str,
    pub name: &'a Bilingual,
    /// Name short enough for an axis or a column.
    pub short: &'a Bilingual,
    /// What the number counts, in full.
    pub unit: &'a Bilingual,
    /// What is written after the number.
    pub suffix: &'a Suffix,
    pub decimals: usize,
    /// The kind of number.
    pub kind: Kind,
    /// Definition in plain words.
    pub definition: &'a Bilingual,
    /// The note always shown with it.
    pub note: Option<&'a Bilingual>,
    pub warning: Option<&'a Bilingual>,
    /// Additional search terms.
    pub words: Option<&'a Bilingual>,
    /// What the value of a group is weighted by, if it is a weighted mean.
    pub weight: Option<&'a Bilingual>,
    /// Its steps or categories, in their order.
    pub steps: &'a [Step],
    /// Whether a group of Comuni has a value of its own.
    pub holds_for_groups: bool,
    /// Why it has none.
    pub why_not: Option<&'a Bilingual>,
    pub source: &'a Bilingual,
    /// Licence of the data.
    pub licence: &'a str,
    /// What its rows are, where they are no territories.
    pub rows: Option<&'a Bilingual>,
    /// Whether its values are taken over as published.
    pub as_published: bool,
    /// What its values refer to.
    pub period: Period,
    /// Whether its definition allows values below zero.
    pub may_be_negative: bool,
    /// The finest level at which it has values.
    pub known_at: Level,
}

impl<'a> From<&'a Indicator> for Caption<'a> {
    fn from(i: &'a Indicator) -> Self {
        Self {
            id: &i.id,
            name: &i.name,
            short: &i.short,
            unit: &i.unit,
            suffix: &i.suffix,
            decimals: i.decimals,
            kind: i.kind,
            definition: &i.definition,
            note: None,
            warning: i.warning.as_ref(),
            words: i.words.as_ref(),
            weight: i.weight.as_ref().filter(|_| i.holds_for_groups()).map(|weight| &weight.name),
            steps: &i.steps,
            holds_for_groups: i.holds_for_groups(),
            why_not: i.why_not.as_ref(),
            source: &i.source,
            licence: &i.licence,
            rows: None,
            as_published: false,
            period: i.period,
            may_be_negative: i.may_be_negative(),
            known_at: i.known_at,
        }
    }
}

impl<'a> From<&'a PublishedIndicator> for Caption<'a> {
    fn from(p: &'a PublishedIndicator) -> Self {
        Self {
            id: &p.id,
            name: &p.name,
            short: &p.short,
            unit: &p.unit,
            suffix: &p.suffix,
            decimals: p.decimals,
            kind: p.kind,
            definition: &p.definition,
            note: p.note.as_ref(),
            warning: None,
            words: None,
            weight: None,
            steps: &[],
            holds_for_groups: true,
            why_not: None,
            source: &p.source,
            licence: &p.licence,
            rows: p.rows.as_ref(),
            as_published: true,
            // A published value says itself what it refers to.
            period: Period::Day,
            may_be_negative: p.kind == Kind::Change,
            known_at: Level::Comuni,
        }
    }
}

impl<'a> Caption<'a> {
    /// What its values at a reference are said to refer to.
    pub fn stated(&self, at: impl Into<Reference>) -> Reference {
        self.period.of(at.into())
    }

    /// The name of the step with this number.
    pub fn step(&self, value: f64) -> Option<&'a Bilingual> {
        self.steps.iter().find(|step| step.value == value).map(|step| &step.name)
    }
}
