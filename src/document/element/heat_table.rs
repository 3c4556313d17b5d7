//! The spec of a heat table: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::Atlas;
use crate::document::bounds::{OutOfBounds, distinct, names};
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::indicator_at::IndicatorAt;
use super::spec::{Spec, common_fields};
use super::spine::SpineSpec;
use super::subject::Subject;

/// What a heat table shows: territories by indicators, each value by how far it is from the mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatTableSpec {
    pub indicators: Vec<IndicatorAt>,
    /// Level of the units, each of them a row.
    pub level: Level,
    /// Whether rows that are alike stand together, in groups; else they are as listed.
    pub grouped: bool,
    /// How many groups; none for as many as the silhouette says.
    #[serde(default)]
    pub k: Option<usize>,
    /// What the user calls the groups, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Whether the profiles of the groups are drawn as radars, where there are three to ten indicators.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub radar: bool,
    /// Which page is shown, from 1, where one does not hold all rows.
    pub part: usize,
    /// Codes of the selected territories, at any level: their rows are marked.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl HeatTableSpec {
    /// The most indicators that are drawn.
    pub const MOST: usize = 30;
    /// The most groups.
    pub const MOST_GROUPS: usize = 12;

    pub fn new(indicators: Vec<IndicatorAt>, level: Level) -> Self {
        Self {
            indicators,
            level,
            grouped: true,
            k: None,
            names: Vec::new(),
            radar: false,
            part: 1,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }
}

impl Spec for HeatTableSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let indicators = SpineSpec::usual(atlas);
        if indicators.is_empty() {
            return None;
        }
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        Some(Self { selected, lang, ..Self::new(indicators, subject.level) })
    }

    fn level(&self) -> Option<Level> {
        Some(self.level)
    }

    fn set_level(&mut self, level: Level) {
        self.level = level;
    }

    fn indicators(&self) -> Vec<&str> {
        self.indicators.iter().map(|one| one.indicator.as_str()).collect()
    }

    fn file_stem(&self) -> String {
        let part = if self.part > 1 { format!("_{}", self.part) } else { String::new() };
        let what = if self.radar { "radar" } else { "tabella_colori" };
        format!("{what}_{}{part}", self.level.id())
    }

    fn subject(&self, _: &Atlas) -> Subject {
        IndicatorAt::subject(&self.indicators, self.level, &self.selected, self.lang)
    }

    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        self.indicators.retain(|one| known(&one.indicator));
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        names(self.names.iter().map(String::as_str))?;
        IndicatorAt::check(&self.indicators)
    }

    fn follow(&mut self, _: &Subject, now: &Subject, _: &Atlas) {
        if self.level != now.level {
            self.part = 1;
        }
        (self.level, self.lang) = (now.level, now.lang);
        self.selected.clone_from(&now.selected);
    }
}
