//! The spec of a matrix of correlations: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::Atlas;
use crate::document::bounds::{OutOfBounds, distinct};
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::indicator_at::IndicatorAt;
use super::spec::{Spec, common_fields};
use super::spine::SpineSpec;
use super::subject::Subject;

/// Which coefficient is in the cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coefficient {
    /// Of the ranks: an outlier weighs no more than its rank.
    #[default]
    Spearman,
    /// Of the values: how closely they follow a straight line.
    Pearson,
}

impl Coefficient {
    pub const ALL: [Self; 2] = [Self::Spearman, Self::Pearson];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Spearman => "spearman",
            Self::Pearson => "pearson",
        }
    }
}

/// What a matrix of correlations shows: each pair of several indicators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatrixSpec {
    pub indicators: Vec<IndicatorAt>,
    /// Level of the units that are compared.
    pub level: Level,
    pub coefficient: Coefficient,
    /// Whether those that are alike stand side by side, instead of as they are listed.
    pub by_likeness: bool,
    /// Codes of the selected territories; none of them is seen in a coefficient.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl MatrixSpec {
    /// The most indicators that are drawn.
    pub const MOST: usize = 40;

    pub fn new(indicators: Vec<IndicatorAt>, level: Level) -> Self {
        Self {
            indicators,
            level,
            coefficient: Coefficient::default(),
            by_likeness: true,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }
}

impl Spec for MatrixSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let indicators = SpineSpec::usual(atlas);
        if indicators.len() < 2 {
            return None;
        }
        // With seventeen units, let alone five, hardly a pair tells itself from chance.
        Some(Self { lang: subject.lang, ..Self::new(indicators, Level::Comuni) })
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
        format!("correlazioni_{}_{}", self.coefficient.id(), self.level.id())
    }

    fn subject(&self, _: &Atlas) -> Subject {
        IndicatorAt::subject(&self.indicators, self.level, &self.selected, self.lang)
    }

    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        self.indicators.retain(|one| known(&one.indicator));
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        IndicatorAt::check(&self.indicators)
    }

    fn follow(&mut self, _: &Subject, now: &Subject, _: &Atlas) {
        self.lang = now.lang;
    }
}
