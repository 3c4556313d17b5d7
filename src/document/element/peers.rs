//! The spec of the territories most like another: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::Atlas;
use crate::document::bounds::{OutOfBounds, distinct};
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::indicator_at::IndicatorAt;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// The indicators that likeness is judged by where no others are asked for.
const USUAL: &str = include_str!("../../../assets/profile/peers.txt");

/// The territories most like one, on several indicators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeersSpec {
    pub indicators: Vec<IndicatorAt>,
    /// How many territories are shown.
    pub count: usize,
    /// Codes of the selected territories, at any level: the first is compared with those of its level.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl PeersSpec {
    /// The colours that tell indicators apart are as many.
    pub const MOST_INDICATORS: usize = 8;
    /// How many territories are shown where no other number is asked for.
    pub const SHOWN: usize = 10;

    pub fn new(indicators: Vec<IndicatorAt>) -> Self {
        Self {
            indicators,
            count: Self::SHOWN,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The usual indicators, each at the date at which every figure of it opens.
    pub fn usual(atlas: &Atlas) -> Vec<IndicatorAt> {
        IndicatorAt::listed(USUAL, atlas)
    }

    /// The territory whose like are looked for, with its level and position.
    pub fn territory(&self, atlas: &Atlas) -> Option<(Level, usize)> {
        atlas.territories.find(self.selected.first()?)
    }
}

impl Spec for PeersSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let indicators = Self::usual(atlas);
        if indicators.is_empty() {
            return None;
        }
        Some(Self { selected: subject.selected.clone(), lang: subject.lang, ..Self::new(indicators) })
    }

    /// Its territory may be of any level.
    fn level(&self) -> Option<Level> {
        None
    }

    fn set_level(&mut self, _: Level) {}

    fn indicators(&self) -> Vec<&str> {
        self.indicators.iter().map(|one| one.indicator.as_str()).collect()
    }

    fn file_stem(&self) -> String {
        format!("simili_{}", self.selected.first().map_or("nessuno", Code::as_str))
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        let level = self.territory(atlas).map_or(Level::Ambiti, |(level, _)| level);
        IndicatorAt::subject(&self.indicators, level, &self.selected, self.lang)
    }

    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        self.indicators.retain(|one| known(&one.indicator));
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        IndicatorAt::check(&self.indicators)
    }

    fn follow(&mut self, _: &Subject, now: &Subject, _: &Atlas) {
        self.lang = now.lang;
        self.selected.clone_from(&now.selected);
    }
}
