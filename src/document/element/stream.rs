//! The spec of a stream of parts: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Kind, Method};
use crate::document::bounds::distinct;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::contribution::{level_divided, whole_of};
use super::indicator_at::IndicatorAt;
use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What is divided where the indicator of the map does not add up.
const USUAL: &str = "residenti";

/// How the parts are stacked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StreamForm {
    /// On both sides of a middle line.
    #[default]
    Stream,
    /// From zero.
    Stack,
    /// As shares of the whole at each date.
    Shares,
}

impl StreamForm {
    pub const ALL: [Self; 3] = [Self::Stream, Self::Stack, Self::Shares];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Stream => "stream",
            Self::Stack => "stack",
            Self::Shares => "shares",
        }
    }
}

/// The parts of a territory at every date of a count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreamSpec {
    pub indicator: String,
    /// The date by which the parts are put in order. All others are shown too.
    pub date: Date,
    pub form: StreamForm,
    /// Whether a territory of several Ambiti is divided among Comuni.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_comuni: bool,
    /// Codes of territories at any level. The parts are those of the first: of its Ambito, if it is a Comune. The others, and
    /// that Comune, are marked. Of the ATS without any.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl StreamSpec {
    pub fn new(indicator: impl Into<String>, date: Date) -> Self {
        Self {
            indicator: indicator.into(),
            date,
            form: StreamForm::default(),
            by_comuni: false,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The territory that is divided, with its level and position.
    pub fn territory(&self, atlas: &Atlas) -> (Level, usize) {
        whole_of(&self.selected, atlas)
    }

    /// The level of its parts.
    pub fn members(&self, atlas: &Atlas) -> Level {
        level_divided(self.territory(atlas), self.by_comuni, atlas)
    }

    /// Whether the values of an indicator are parts of a sum.
    pub fn adds_up(indicator: &str, atlas: &Atlas) -> bool {
        let known = atlas.catalogue.get(indicator);
        known.is_some_and(|known| known.kind == Kind::Count && known.holds_for_groups())
    }

    /// The indicator of the map and its date, or the residents where it does not add up.
    fn counted(subject: &Subject, atlas: &Atlas) -> Option<(String, Date)> {
        match subject.at.date().filter(|_| Self::adds_up(&subject.indicator, atlas)) {
            Some(date) => Some((subject.indicator.clone(), date)),
            None => IndicatorAt::usual(USUAL, atlas).map(|one| (one.indicator, one.date)),
        }
    }
}

impl Spec for StreamSpec {
    common_fields!(of_the_group_itself);

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let (indicator, date) = Self::counted(subject, atlas)?;
        let (selected, lang) = (subject.selected.clone(), subject.lang);
        Some(Self { selected, lang, ..Self::new(indicator, date) })
    }

    /// Its territory may be of any level.
    fn level(&self) -> Option<Level> {
        None
    }

    fn set_level(&mut self, _: Level) {}

    fn indicators(&self) -> Vec<&str> {
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        let place = self.selected.first().map_or("ats", Code::as_str);
        format!("{}_parti_{place}", self.indicator)
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        Subject {
            indicator: self.indicator.clone(),
            at: self.date.into(),
            kind: MapKind::default(),
            level: self.members(atlas),
            method: Method::Pooled,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn follow(&mut self, _: &Subject, now: &Subject, atlas: &Atlas) {
        self.lang = now.lang;
        self.selected.clone_from(&now.selected);
        if Self::adds_up(&now.indicator, atlas)
            && let Some(date) = now.at.date()
        {
            self.indicator.clone_from(&now.indicator);
            self.date = date;
        }
    }
}
