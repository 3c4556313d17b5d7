//! The spec of a Moran scatterplot: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method, Query, Scale};
use crate::document::bounds::distinct;
use crate::document::page::PageSpec;
use crate::i18n::Lang;
use crate::stats::space::Neighbours;

use super::map_kind::{LocalTest, MapKind};
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What a Moran scatterplot shows: each unit against the mean of its neighbours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MoranSpec {
    /// Id of the indicator.
    pub indicator: String,
    pub date: Date,
    /// Level of the units.
    pub level: Level,
    /// How the value of a group is computed from its Comuni.
    pub method: Method,
    #[serde(default)]
    pub neighbours: Neighbours,
    #[serde(default)]
    pub test: LocalTest,
    /// Codes of territories at any level: the units in them are marked and named.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl MoranSpec {
    /// The units of a level and their neighbours by common borders.
    pub fn new(indicator: impl Into<String>, date: Date, level: Level) -> Self {
        Self {
            indicator: indicator.into(),
            date,
            level,
            method: Method::Pooled,
            neighbours: Neighbours::default(),
            test: LocalTest::default(),
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The table of its values.
    pub fn query(&self) -> Query {
        Query { indicator: self.indicator.clone(), date: self.date, level: self.level, method: self.method }
    }
}

impl Spec for MoranSpec {
    common_fields!();

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let indicator = atlas.catalogue.get(&subject.indicator)?;
        if indicator.kind.scale() != Scale::Quantity {
            return None;
        }
        let (selected, lang, method) = (subject.selected.clone(), subject.lang, subject.method);
        let own = Self::new(subject.indicator.as_str(), subject.at.date()?, subject.level);
        Some(Self { selected, lang, method, ..own })
    }

    fn level(&self) -> Option<Level> {
        Some(self.level)
    }

    fn set_level(&mut self, level: Level) {
        self.level = level;
    }

    fn method(&self) -> Method {
        self.method
    }

    fn indicators(&self) -> Vec<&str> {
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        format!("{}_moran_{}_{}", self.indicator, self.level.id(), self.date)
    }

    fn subject(&self, _: &Atlas) -> Subject {
        Subject {
            indicator: self.indicator.clone(),
            at: self.date.into(),
            kind: MapKind::default(),
            level: self.level,
            method: self.method,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        (self.level, self.lang, self.method) = (now.level, now.lang, now.method);
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
