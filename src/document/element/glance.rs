//! The spec of a place at a glance: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::Atlas;
use crate::document::bounds::{OutOfBounds, distinct};
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::indicator_at::IndicatorAt;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What is counted of a place where nothing else is asked for; the first counts its residents.
const COUNTS: &str = include_str!("../../../assets/profile/glance_counts.txt");
/// The indicator beside the members of a place.
const RATE: &str = "indice_vecchiaia";

/// What of a place is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GlancePart {
    #[default]
    All,
    /// What is said of it.
    Sentences,
    /// Its members or, of a place that has none, what it weighs in the one around it.
    Weights,
}

/// What is said of a place, and what it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GlanceSpec {
    pub part: GlancePart,
    /// Counts of people; the first is that of the residents.
    pub counts: Vec<IndicatorAt>,
    /// An indicator beside the members.
    pub rate: Option<IndicatorAt>,
    /// Codes of the selected territories, at any level: it is about the first, or about the ATS.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl GlanceSpec {
    /// The ATS with the usual counts, each at the date at which every figure of it opens.
    pub fn usual(atlas: &Atlas) -> Self {
        Self {
            part: GlancePart::default(),
            counts: IndicatorAt::listed(COUNTS, atlas),
            rate: IndicatorAt::usual(RATE, atlas),
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The territory it is about, with its level and position.
    pub fn territory(&self, atlas: &Atlas) -> Option<(Level, usize)> {
        match self.selected.first() {
            Some(code) => atlas.territories.find(code),
            None => (!atlas.territories.units(Level::Ats).is_empty()).then_some((Level::Ats, 0)),
        }
    }

    fn all(&self) -> impl Iterator<Item = &IndicatorAt> {
        self.counts.iter().chain(&self.rate)
    }
}

impl Spec for GlanceSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let usual = Self::usual(atlas);
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        (!usual.counts.is_empty()).then_some(Self { selected, lang, ..usual })
    }

    /// Its territory may be of any level.
    fn level(&self) -> Option<Level> {
        None
    }

    fn set_level(&mut self, _: Level) {}

    fn indicators(&self) -> Vec<&str> {
        self.all().map(|one| one.indicator.as_str()).collect()
    }

    fn file_stem(&self) -> String {
        format!("scheda_{}", self.selected.first().map_or("ats", Code::as_str))
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        let level = self.territory(atlas).map_or(Level::Ambiti, |(level, _)| level);
        IndicatorAt::subject(&self.counts, level, &self.selected, self.lang)
    }

    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        self.counts.retain(|one| known(&one.indicator));
        self.rate = self.rate.take().filter(|one| known(&one.indicator));
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        IndicatorAt::check(&self.counts)
    }

    fn follow(&mut self, _: &Subject, now: &Subject, _: &Atlas) {
        self.lang = now.lang;
        self.selected.clone_from(&now.selected);
    }
}
