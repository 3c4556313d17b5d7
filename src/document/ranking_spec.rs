//! The spec of a ranking: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Method, Query};
use crate::i18n::Lang;

use super::page::PageSpec;

/// What a ranking shows and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankingSpec {
    /// Id of the indicator.
    pub indicator: String,
    /// Reference date.
    pub date: Date,
    /// Level of the units.
    pub level: Level,
    /// How the value of a group is made from its Comuni; pooled wherever the range is shown.
    pub method: Method,
    /// How many of the first are shown; as many as find room when none is said.
    pub top: Option<usize>,
    /// Codes of territories at any level: the units that share a Comune with one of them stand out, and are
    /// always in view.
    pub chosen: Vec<Code>,
    /// Whether minimum, simple mean and maximum of the Comuni of each group are shown beside its value.
    pub range: bool,
    /// The page it is put on.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl RankingSpec {
    /// All the units of a level.
    pub fn new(indicator: impl Into<String>, date: Date, level: Level) -> Self {
        Self {
            indicator: indicator.into(),
            date,
            level,
            method: Method::Pooled,
            top: None,
            chosen: Vec::new(),
            range: false,
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// Whether the Comuni of each unit are shown: there are none within a Comune.
    pub fn has_range(&self) -> bool {
        self.range && self.level != Level::Comuni
    }

    /// The table the ranking is made from.
    pub fn query(&self) -> Query {
        let method = if self.has_range() { Method::Pooled } else { self.method };
        Query { indicator: self.indicator.clone(), date: self.date, level: self.level, method }
    }
}
