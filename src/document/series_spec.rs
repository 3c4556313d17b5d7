//! The spec of a time series: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::{Method, Reference};
use crate::i18n::Lang;

use super::page::PageSpec;

/// What the lines of a time series say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesMode {
    /// The values.
    #[default]
    Absolute,
    /// The difference from the value at the base date.
    Change,
    /// The value at the base date made 100.
    Base100,
}

impl SeriesMode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Absolute, Self::Change, Self::Base100];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Absolute => "absolute",
            Self::Change => "change",
            Self::Base100 => "base100",
        }
    }

    /// The mode of that [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.id() == id)
    }
}

/// What a time series shows and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesSpec {
    /// Id of the indicator, computed or as published.
    pub indicator: String,
    /// How the value of a group is made from its Comuni. That of a benchmark is always pooled.
    pub method: Method,
    /// Codes of the territories followed, at any level: each a line of its own colour. Of an indicator as
    /// published those of its areas; where none is chosen and no level drawn, the areas it has most of.
    pub chosen: Vec<Code>,
    /// A level all of whose units are drawn, behind the chosen.
    pub level: Option<Level>,
    /// Levels whose units the chosen belong to and are set against: ASST, ATS.
    pub benchmarks: Vec<Level>,
    /// Codes of areas known by published values only that the chosen are set against: Lombardia, Italia.
    pub areas: Vec<Code>,
    /// Whether the span of the Comuni of the first chosen group is drawn.
    pub band: bool,
    /// Values, differences or indices.
    pub mode: SeriesMode,
    /// What differences and indices start from; the first there is when none is chosen.
    pub base: Option<Reference>,
    /// The page it is put on.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl SeriesSpec {
    /// The values of those territories against the whole ATS.
    pub fn new(indicator: impl Into<String>, chosen: Vec<Code>) -> Self {
        Self {
            indicator: indicator.into(),
            method: Method::Pooled,
            chosen,
            level: None,
            benchmarks: vec![Level::Ats],
            areas: Vec::new(),
            band: false,
            mode: SeriesMode::Absolute,
            base: None,
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }
}
