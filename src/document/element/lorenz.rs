//! The spec of a Lorenz curve: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::analysis::has_heads;
use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method, Query};
use crate::document::bounds::distinct;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What a Lorenz curve shows: which share of a whole the units with the lowest values have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LorenzSpec {
    /// Id of the indicator.
    pub indicator: String,
    pub date: Date,
    /// Level of the units.
    pub level: Level,
    /// Codes of territories at any level: the units in them are marked and named.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl LorenzSpec {
    /// The units of a level.
    pub fn new(indicator: impl Into<String>, date: Date, level: Level) -> Self {
        Self {
            indicator: indicator.into(),
            date,
            level,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The table of its values.
    pub fn query(&self) -> Query {
        Query {
            indicator: self.indicator.clone(),
            date: self.date,
            level: self.level,
            method: Method::Pooled,
        }
    }
}

impl Spec for LorenzSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let indicator = atlas.catalogue.get(&subject.indicator)?;
        has_heads(indicator).ok()?;
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        let own = Self::new(subject.indicator.as_str(), subject.at.date()?, subject.level);
        Some(Self { selected, lang, ..own })
    }

    fn level(&self) -> Option<Level> {
        Some(self.level)
    }

    fn set_level(&mut self, level: Level) {
        self.level = level;
    }

    fn indicators(&self) -> Vec<&str> {
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        format!("{}_lorenz_{}_{}", self.indicator, self.level.id(), self.date)
    }

    fn subject(&self, _: &Atlas) -> Subject {
        Subject {
            indicator: self.indicator.clone(),
            at: self.date.into(),
            kind: MapKind::default(),
            level: self.level,
            method: Method::Pooled,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        (self.level, self.lang) = (now.level, now.lang);
        self.selected.clone_from(&now.selected);
        let Some(date) = now.at.date().filter(|_| atlas.catalogue.get(&now.indicator).is_some()) else {
            return;
        };
        if self.indicator != now.indicator || before.at.date() == Some(self.date) {
            self.date = date;
        }
        self.indicator.clone_from(&now.indicator);
    }
}
