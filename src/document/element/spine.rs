//! The spec of a profile, or spine chart: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::Atlas;
use crate::document::bounds::{OutOfBounds, distinct};
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::indicator_at::IndicatorAt;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// The indicators of a profile where no others are asked for.
const USUAL: &str = include_str!("../../../assets/profile/indicators.txt");

/// Among whom a territory is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpinePeers {
    /// Of a Comune those of its Ambito, else all units of the level.
    #[default]
    Near,
    /// All units of its level.
    Level,
}

impl SpinePeers {
    pub const ALL: [Self; 2] = [Self::Near, Self::Level];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Near => "near",
            Self::Level => "level",
        }
    }
}

/// What a profile shows: where the values of a territory lie among those of its peers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpineSpec {
    pub indicators: Vec<IndicatorAt>,
    pub peers: SpinePeers,
    /// Which page is shown, from 1, where one does not hold all indicators.
    pub part: usize,
    /// Whether each row has its course up to its date.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sparklines: bool,
    /// Codes of the selected territories, at any level: the profile is that of the first. Without one it shows the Ambiti.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl SpineSpec {
    pub fn new(indicators: Vec<IndicatorAt>) -> Self {
        Self {
            indicators,
            peers: SpinePeers::default(),
            part: 1,
            sparklines: false,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The usual indicators that have values, each at the date at which every figure of it opens.
    pub fn usual(atlas: &Atlas) -> Vec<IndicatorAt> {
        IndicatorAt::listed(USUAL, atlas)
    }

    /// The territory whose profile it is, with its level and position.
    pub fn territory(&self, atlas: &Atlas) -> Option<(Level, usize)> {
        atlas.territories.find(self.selected.first()?)
    }
}

impl Spec for SpineSpec {
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
        let part = if self.part > 1 { format!("_{}", self.part) } else { String::new() };
        format!("profilo_{}{part}", self.selected.first().map_or("ambiti", Code::as_str))
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
