//! The spec of a ranking: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method, Reference};
use crate::i18n::Lang;

use crate::document::bounds::{OutOfBounds, distinct};
use crate::document::page::PageSpec;

use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;
use super::threshold::Threshold;

/// What a ranking shows and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankingSpec {
    /// Id of the indicator, computed or as published.
    pub indicator: String,
    /// Reference date or, for an indicator as published, the year where it has years.
    pub at: Reference,
    /// Level of the units, or of the areas of an indicator as published: see
    /// [`Atlas::listing`](crate::data::Atlas::listing).
    pub level: Level,
    /// How the value of a group is computed from its Comuni; always pooled where the range is shown.
    pub method: Method,
    /// How many of the first rows are shown; as many as fit when `None`.
    pub top: Option<usize>,
    /// Codes of territories at any level: the units that share a Comune with one of them are highlighted and always
    /// shown.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// Whether the minimum, simple mean and maximum of the Comuni of each group are shown beside its value.
    pub range: bool,
    /// Other dates at which the range is shown too, one below the other in each row. The order is that of `at`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range_dates: Vec<Date>,
    /// The level of the members whose range it is.
    #[serde(default, skip_serializing_if = "is_comuni")]
    pub range_of: Level,
    /// A standard drawn as a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<Threshold>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl RankingSpec {
    /// All units of a level.
    pub fn new(indicator: impl Into<String>, at: impl Into<Reference>, level: Level) -> Self {
        Self {
            indicator: indicator.into(),
            at: at.into(),
            level,
            method: Method::Pooled,
            top: None,
            selected: Vec::new(),
            range: false,
            range_dates: Vec::new(),
            range_of: Level::Comuni,
            standard: None,
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// Whether the Comuni of each unit are shown: a Comune contains none.
    pub(crate) fn has_range(&self) -> bool {
        self.range && self.level > self.range_of
    }

    /// The most dates of a range: rows of more would be taller than a page.
    pub const MOST_DATES: usize = 12;

    /// The dates at which the range is shown, ascending: none where it is not shown, or there is no date.
    pub(crate) fn dates_shown(&self) -> Vec<Date> {
        let Some(at) = self.at.date().filter(|_| self.has_range()) else { return Vec::new() };
        let mut dates = self.range_dates.clone();
        dates.push(at);
        dates.sort();
        dates.dedup();
        // The date of the order stays, whatever is left out.
        while dates.len() > Self::MOST_DATES {
            let first = usize::from(dates[0] == at);
            dates.remove(first);
        }
        dates
    }

    /// The method of the values shown.
    pub(crate) fn method_shown(&self) -> Method {
        if self.has_range() { Method::Pooled } else { self.method }
    }
}

fn is_comuni(level: &Level) -> bool {
    *level == Level::Comuni
}

impl Spec for RankingSpec {
    common_fields!();

    fn opening(subject: &Subject, _: &Atlas) -> Option<Self> {
        let (method, selected, lang) = (subject.method, subject.selected.clone(), subject.lang);
        Some(Self {
            method,
            selected,
            lang,
            ..Self::new(subject.indicator.as_str(), subject.at, subject.level)
        })
    }

    fn level(&self) -> Option<Level> {
        Some(self.level)
    }

    fn set_level(&mut self, level: Level) {
        self.level = level;
    }

    fn method(&self) -> Method {
        self.method_shown()
    }

    fn indicators(&self) -> Vec<&str> {
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        format!("{}_graduatoria_{}_{}", self.indicator, self.level.id(), self.at)
    }

    fn subject(&self, _: &Atlas) -> Subject {
        Subject {
            indicator: self.indicator.clone(),
            at: self.at,
            kind: MapKind::default(),
            level: self.level,
            method: self.method,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        self.standard.as_ref().map_or(Ok(()), Threshold::check)?;
        if self.top == Some(0) { Err(OutOfBounds::Top) } else { Ok(()) }
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        if self.at == before.at || self.indicator != now.indicator {
            self.at = now.at;
        }
        // A threshold belongs to its indicator, and so do its dates.
        if self.indicator != now.indicator {
            self.standard = None;
            let known = atlas.catalogue.get(&now.indicator).map(|known| atlas.dates(known));
            self.range_dates.retain(|date| known.as_ref().is_some_and(|dates| dates.contains(date)));
        }
        self.indicator.clone_from(&now.indicator);
        (self.level, self.method, self.lang) = (now.level, now.method, now.lang);
        self.selected.clone_from(&now.selected);
        // Units of this level no longer contain such members.
        if self.level <= self.range_of {
            self.range_of = Level::Comuni;
        }
    }
}
