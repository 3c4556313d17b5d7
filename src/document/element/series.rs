//! The spec of a time series: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Level};
use crate::data::{Atlas, Kind, Method, Reference, Scale};
use crate::i18n::Lang;

use crate::document::bounds::{OutOfBounds, distinct};
use crate::document::page::PageSpec;

use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;
use super::threshold::Threshold;

/// What the lines of a time series show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesMode {
    #[default]
    Absolute,
    /// The difference from the value at the base date.
    Change,
    /// An index whose value at the base date is 100.
    Base100,
    /// An index relative to the ATS, which is 100 at each date: how a territory compares with the ATS, whatever both
    /// do and whatever a euro is worth.
    Ats100,
}

impl SeriesMode {
    pub const ALL: [Self; 4] = [Self::Absolute, Self::Change, Self::Base100, Self::Ats100];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Absolute => "absolute",
            Self::Change => "change",
            Self::Base100 => "base100",
            Self::Ats100 => "ats100",
        }
    }

    /// Whether its lines have no unit because they are indices.
    pub(crate) fn is_index(self) -> bool {
        matches!(self, Self::Base100 | Self::Ats100)
    }

    /// Whether its lines start from a base date.
    pub(crate) fn has_base(self) -> bool {
        matches!(self, Self::Change | Self::Base100)
    }

    /// The mode with this [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.id() == id)
    }
}

/// What a time series shows and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesSpec {
    /// Id of the indicator, computed or as published.
    pub indicator: String,
    /// How the value of a group is computed from its Comuni. Benchmarks are always pooled.
    pub method: Method,
    /// Codes of the territories followed, at any level: each gets a line of its own colour. For an indicator as
    /// published these are its areas; with none selected and no level drawn, its most common areas.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// A level all of whose units are drawn behind the selected ones.
    pub level: Option<Level>,
    /// Levels whose units contain the selected territories and serve as benchmarks: ASST, ATS. `None` for the
    /// default: the ATS, except for counts of selected territories, whose lines three million residents would
    /// flatten.
    #[serde(default)]
    pub benchmarks: Option<Vec<Level>>,
    /// Codes of benchmark areas known only by published values: Lombardia, Italia. `None` for the default: the
    /// region, for an indicator as published for several areas of one kind.
    #[serde(default)]
    pub areas: Option<Vec<Code>>,
    /// Whether the span of the Comuni of the first selected group is drawn.
    pub band: bool,
    /// Values, differences or indices.
    pub mode: SeriesMode,
    /// What differences and indices start from; the first reference when `None`.
    pub base: Option<Reference>,
    /// A standard drawn as a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<Threshold>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl SeriesSpec {
    /// The values of these territories with the default benchmarks.
    pub fn new(indicator: impl Into<String>, selected: Vec<Code>) -> Self {
        Self {
            indicator: indicator.into(),
            method: Method::Pooled,
            selected,
            level: None,
            benchmarks: None,
            areas: None,
            band: false,
            mode: SeriesMode::Absolute,
            base: None,
            standard: None,
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }
}

impl Spec for SeriesSpec {
    common_fields!();

    fn opening(subject: &Subject, _: &Atlas) -> Option<Self> {
        let spec = Self::new(subject.indicator.as_str(), subject.selected.clone());
        Some(Self { method: subject.method, lang: subject.lang, ..spec })
    }

    fn level(&self) -> Option<Level> {
        self.level
    }

    fn set_level(&mut self, level: Level) {
        self.level = self.level.map(|_| level);
    }

    fn method(&self) -> Method {
        self.method
    }

    fn has_groups(&self, atlas: &Atlas) -> bool {
        // What it is set against is always pooled.
        let level_of = |code: &Code| Some(atlas.territories.find(code)?.0);
        let mut levels = self.level.into_iter().chain(self.selected.iter().filter_map(level_of));
        levels.any(|level| level != Level::Comuni)
    }

    fn indicators(&self) -> Vec<&str> {
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        format!("{}_serie", self.indicator)
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        // All dates are shown, so the latest serves as well as any.
        let latest = atlas.references(&self.indicator).ok().and_then(|references| references.last().copied());
        Subject {
            indicator: self.indicator.clone(),
            at: latest.unwrap_or(Reference::Year(0)),
            kind: MapKind::default(),
            level: self.level.unwrap_or(Level::Comuni),
            method: self.method,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        self.standard.as_ref().map_or(Ok(()), Threshold::check)
    }

    fn follow(&mut self, _: &Subject, now: &Subject, atlas: &Atlas) {
        (self.method, self.lang) = (now.method, now.lang);
        self.selected.clone_from(&now.selected);
        if self.indicator == now.indicator {
            return;
        }
        // A threshold belongs to its indicator.
        self.standard = None;
        self.indicator.clone_from(&now.indicator);
        if let Ok(caption) = atlas.caption(&self.indicator) {
            let has_ats = self.mode != SeriesMode::Ats100 || !caption.as_published;
            if caption.kind.scale() != Scale::Quantity || !has_ats {
                self.mode = SeriesMode::Absolute;
            }
        }
        let references = atlas.references(&self.indicator).unwrap_or_default();
        self.base = self.base.filter(|base| references.contains(base));
        if atlas.caption(&self.indicator).is_ok_and(|caption| caption.kind == Kind::Count) {
            self.benchmarks = None;
        }
    }
}
